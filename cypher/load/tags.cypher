// How the sets are tagged; `weight` counts the Observations that gave the tag: here the one that the set is derived from.
// in: $rows [setlist id, tag id, observation, confidence]   out: nothing
UNWIND $rows AS row
MATCH (setlist:Setlist {id: row[0]})
MATCH (tag:Tag {id: row[1]})
CREATE (setlist)-[:TAGGED {weight: 1, observation: row[2], confidence: row[3]}]->(tag)
