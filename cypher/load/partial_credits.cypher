// Whom rows name that name no Track.
// in: $rows [play id, artist id, position, role, printed, join_phrase, observation, confidence]   out: nothing
UNWIND $rows AS row
MATCH (play:Play {id: row[0]})
MATCH (artist:Artist {id: row[1]})
CREATE (play)-[:CREDITED_TO {position: row[2], role: row[3], printed: row[4], join_phrase: row[5], observation: row[6],
  confidence: row[7]}]->(artist)
