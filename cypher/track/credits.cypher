// The artist credit of a track name by name, remixers last.
// in: parent :Track   out: node :Artist, edge CREDITED_TO   order: edge.position, node.id
MATCH (parent)-[edge:CREDITED_TO]->(node)
RETURN node, edge
