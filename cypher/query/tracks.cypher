// All Tracks.
// out: node :Track   order: node.sort_title, node.id
MATCH (node:Track)
RETURN node
