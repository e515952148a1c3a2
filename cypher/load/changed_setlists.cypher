// Gives Setlists the head that their newer Observation says.
// in: $rows {id, observation, head}   out: nothing
UNWIND $rows AS row
MATCH (setlist:Setlist {id: row.id})
MATCH (seen:Observation {id: row.observation})
SET setlist += row.head
MERGE (seen)-[:DESCRIBES]->(setlist)
