// Of which Series the sets are part.
// in: $rows [setlist id, series id, number or null, observation, confidence]   out: nothing
UNWIND $rows AS row
MATCH (setlist:Setlist {id: row[0]})
MATCH (series:Series {id: row[1]})
CREATE (setlist)-[:PART_OF {number: row[2], observation: row[3], confidence: row[4]}]->(series)
