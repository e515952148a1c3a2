// One Artist by its id.
// in: $id id   out: node :Artist
MATCH (node:Artist {id: $id})
RETURN node
