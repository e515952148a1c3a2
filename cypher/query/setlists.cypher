// All Setlists, newest first.
// out: node :Setlist   order: node.played_on DESC, node.id
MATCH (node:Setlist)
RETURN node
