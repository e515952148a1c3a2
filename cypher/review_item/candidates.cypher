// What the entity in question may be, the likeliest first.
// in: parent :ReviewItem   out: node :Track|Artist, edge CANDIDATE   order: edge.rank, node.id
MATCH (parent)-[edge:CANDIDATE]->(node:Track|Artist)
RETURN node, edge
