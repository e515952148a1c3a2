// The sets in a series, newest first.
// in: parent :Series   out: node :Setlist   order: node.played_on DESC, node.id
MATCH (parent)<-[:PART_OF]-(node:Setlist)
RETURN node
