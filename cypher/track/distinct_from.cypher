// What somebody has decided to be something else, however alike it looks.
// in: parent :Track   out: node :Track, edge DISTINCT_FROM   order: edge.at DESC, node.id
MATCH (parent)-[edge:DISTINCT_FROM]-(node:Track)
RETURN node, edge
