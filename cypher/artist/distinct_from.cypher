// What somebody has decided to be something else, however alike it looks.
// in: parent :Artist   out: node :Artist, edge DISTINCT_FROM   order: edge.at DESC, node.id
MATCH (parent)-[edge:DISTINCT_FROM]-(node:Artist)
RETURN node, edge
