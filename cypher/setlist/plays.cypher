// Every row of a set in order, identified or not.
// in: parent :Setlist   out: node :Play   order: node.position, node.layer, node.id   most: 5000
MATCH (parent)-[:HAS]->(node)
RETURN node
