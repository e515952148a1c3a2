// Joins Plays that really stood next to each other.
// in: $rows [play id, next play id, segue, observation, confidence]   out: nothing
UNWIND $rows AS row
MATCH (play:Play {id: row[0]})
MATCH (next:Play {id: row[1]})
CREATE (play)-[:THEN {segue: row[2], observation: row[3], confidence: row[4]}]->(next)
