// Where new Events lie.
// in: $rows [event id, place id, observation, confidence]   out: nothing
UNWIND $rows AS row
MATCH (event:Event {id: row[0]})
MATCH (place:Place {id: row[1]})
CREATE (event)-[:IN {observation: row[2], confidence: row[3]}]->(place)
