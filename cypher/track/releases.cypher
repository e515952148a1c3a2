// The record labels that a track came out on.
// in: parent :Track   out: node :Label, edge RELEASED_ON   order: node.sort_name, edge.catalog_number, node.id
MATCH (parent)-[edge:RELEASED_ON]->(node)
RETURN node, edge
