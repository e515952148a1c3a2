// Points kept Plays to another Track, or to none.
// in: $rows [play id, track id or null, observation, confidence]   out: nothing
UNWIND $rows AS row
MATCH (play:Play {id: row[0]})
OPTIONAL MATCH (play)-[stale:OF]->()
DELETE stale
WITH DISTINCT row, play
MATCH (track:Track {id: row[1]})
CREATE (play)-[:OF {observation: row[2], confidence: row[3]}]->(track)
