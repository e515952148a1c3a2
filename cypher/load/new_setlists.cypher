// Creates Setlists behind keys that lead nowhere yet.
// in: $rows {key, id, observation, confidence, head}, $decided_by, $at   out: nothing
UNWIND $rows AS row
MATCH (key:Identifier {scheme: 'set-key', value: row.key})
MATCH (seen:Observation {id: row.observation})
CREATE (setlist:Setlist {id: row.id})
SET setlist += row.head
CREATE (key)-[:IDENTIFIES {confidence: row.confidence, decided_by: $decided_by, at: $at}]->(setlist)
CREATE (seen)-[:DESCRIBES]->(setlist)
