// Lets spellings that lead nowhere yet lead to Tracks.
// in: $rows [scheme, value, track id, confidence], sorted, $decided_by, $at   out: value of each that leads there now
UNWIND $rows AS row
MATCH (track:Track {id: row[2]})
MERGE (key:Identifier {scheme: row[0], value: row[1]})
WITH row, track, key
WHERE NOT EXISTS { (key)-[:IDENTIFIES]->() }
CREATE (key)-[:IDENTIFIES {confidence: row[3], decided_by: $decided_by, at: $at}]->(track)
RETURN row[1] AS value
