// Who played the sets; a fact that is known already stays as it is.
// in: $rows [setlist id, artist id, position, role, observation, confidence]   out: nothing
UNWIND $rows AS row
MATCH (setlist:Setlist {id: row[0]})
MATCH (artist:Artist {id: row[1]})
MERGE (setlist)-[fact:PERFORMED_BY {position: row[2], role: row[3]}]->(artist)
ON CREATE SET fact.observation = row[4], fact.confidence = row[5]
