// Lets keys of sets lead to the Setlists that other sources told of first.
// in: $rows [key, setlist id, confidence], $decided_by, $at   out: nothing
UNWIND $rows AS row
MATCH (key:Identifier {scheme: 'set-key', value: row[0]})
MATCH (setlist:Setlist {id: row[1]})
CREATE (key)-[:IDENTIFIES {confidence: row[2], decided_by: $decided_by, at: $at}]->(setlist)
