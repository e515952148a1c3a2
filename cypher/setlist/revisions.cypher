// The changes of a set: its loads, updates and what curators did to its rows, newest first.
// in: parent :Setlist   out: node :Revision   order: node.seq DESC, node.id
MATCH (parent)<-[:CHANGED]-(node:Revision)
RETURN node
