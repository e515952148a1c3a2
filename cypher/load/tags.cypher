// How the sets are tagged; `weight` counts the Observations that gave the tag: here the one that the set is derived from.
// in: $rows [setlist id, tag id, observation, confidence]   out: nothing
UNWIND $rows AS row
MATCH (setlist:Setlist {id: row[0]})
MATCH (tag:Tag {id: row[1]})
MERGE (setlist)-[fact:TAGGED]->(tag)
ON CREATE SET fact.weight = 1, fact.observation = row[2], fact.confidence = row[3]
