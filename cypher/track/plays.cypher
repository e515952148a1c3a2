// The rows of a track in setlists, newest set first.
// in: parent :Track   out: node :Play, edge map   order: edge.played_on DESC, node.id
MATCH (parent)<-[:OF]-(node)<-[:HAS]-(setlist)
WITH node, {played_on: setlist.played_on} AS edge
RETURN node, edge
