// The sets with a tag, newest first.
// in: parent :Tag   out: node :Setlist   order: node.played_on DESC, node.id
MATCH (parent)<-[:TAGGED]-(node:Setlist)
RETURN node
