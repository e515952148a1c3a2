// The change that undid a change.
// in: parent :Revision   out: node :Revision
MATCH (parent)<-[:UNDOES]-(node:Revision)
RETURN node
