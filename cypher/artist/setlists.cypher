// The sets that an artist performed, newest first.
// in: parent :Artist   out: node :Setlist   order: node.played_on DESC, node.id
MATCH (parent)<-[:PERFORMED_BY]-(node)
RETURN node
