// Who performed a set, as printed.
// in: parent :Setlist   out: node :Artist, edge PERFORMED_BY   order: edge.position, node.id
MATCH (parent)-[edge:PERFORMED_BY]->(node)
RETURN node, edge
