// One Setlist by its id.
// in: $id id   out: node :Setlist
MATCH (node:Setlist {id: $id})
RETURN node
