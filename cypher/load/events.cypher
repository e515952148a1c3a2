// At which Events the sets were played.
// in: $rows [setlist id, event id, observation, confidence]   out: nothing
UNWIND $rows AS row
MATCH (setlist:Setlist {id: row[0]})
MATCH (event:Event {id: row[1]})
MERGE (setlist)-[fact:AT]->(event)
ON CREATE SET fact.observation = row[2], fact.confidence = row[3]
