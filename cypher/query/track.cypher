// One Track by its id.
// in: $id id   out: node :Track
MATCH (node:Track {id: $id})
RETURN node
