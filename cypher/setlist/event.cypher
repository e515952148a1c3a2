// Where a set was played.
// in: parent :Setlist   out: node :Event
MATCH (parent)-[:AT]->(node)
RETURN node
