// The track of a row, if somebody has identified it.
// in: parent :Play   out: node :Track
MATCH (parent)-[:OF]->(node)
RETURN node
