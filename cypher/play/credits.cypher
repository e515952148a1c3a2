// The names printed in a row that is known only in part.
// in: parent :Play   out: node :Artist, edge CREDITED_TO   order: edge.position, node.id
MATCH (parent)-[edge:CREDITED_TO]->(node)
RETURN node, edge
