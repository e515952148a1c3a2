// All review items, the likeliest first.
// out: node :ReviewItem   order: node.probability DESC, node.id
MATCH (node:ReviewItem)
RETURN node
