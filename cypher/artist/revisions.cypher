// The changes of it by curators, and of what was merged into it, newest first.
// in: parent :Artist   out: node :Revision   order: node.seq DESC, node.id
MATCH (parent)<-[:CHANGED]-(node:Revision)
WITH DISTINCT node
RETURN node
