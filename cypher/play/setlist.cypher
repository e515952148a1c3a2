// The set that a row belongs to.
// in: parent :Play   out: node :Setlist
MATCH (parent)<-[:HAS]-(node)
RETURN node
