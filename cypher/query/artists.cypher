// All Artists.
// out: node :Artist   order: node.sort_name, node.id
MATCH (node:Artist)
RETURN node
