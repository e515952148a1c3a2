// The sets that an artist performed, newest first; once each, also where it is named twice.
// in: parent :Artist   out: node :Setlist   order: node.played_on DESC, node.id
MATCH (parent)<-[:PERFORMED_BY]-(setlist)
WITH DISTINCT setlist AS node
RETURN node
