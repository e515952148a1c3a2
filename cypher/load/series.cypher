// Of which Series the sets are part.
// in: $rows [setlist id, series id, number or null, observation, confidence]   out: nothing
UNWIND $rows AS row
MATCH (setlist:Setlist {id: row[0]})
MATCH (series:Series {id: row[1]})
MERGE (setlist)-[fact:PART_OF]->(series)
ON CREATE SET fact.number = row[2], fact.observation = row[3], fact.confidence = row[4]
