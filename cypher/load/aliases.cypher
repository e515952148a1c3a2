// Ties aliases to the name that they stand for.
// in: $rows [alias id, artist id, observation, confidence]   out: nothing
UNWIND $rows AS row
MATCH (alias:Artist {id: row[0]})
MATCH (artist:Artist {id: row[1]})
MERGE (alias)-[fact:ALIAS_OF]->(artist)
ON CREATE SET fact.observation = row[2], fact.confidence = row[3]
