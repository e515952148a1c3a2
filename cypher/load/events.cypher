// At which Events the sets were played.
// in: $rows [setlist id, event id, observation, confidence]   out: nothing
UNWIND $rows AS row
MATCH (setlist:Setlist {id: row[0]})
MATCH (event:Event {id: row[1]})
CREATE (setlist)-[:AT {observation: row[2], confidence: row[3]}]->(event)
