// Who played the sets.
// in: $rows [setlist id, artist id, position, role, observation, confidence]   out: nothing
UNWIND $rows AS row
MATCH (setlist:Setlist {id: row[0]})
MATCH (artist:Artist {id: row[1]})
CREATE (setlist)-[:PERFORMED_BY {position: row[2], role: row[3], observation: row[4], confidence: row[5]}]->(artist)
