// The sets there, newest first.
// in: parent :Event   out: node :Setlist   order: node.played_on DESC, node.id
MATCH (parent)<-[:AT]-(node:Setlist)
RETURN node
