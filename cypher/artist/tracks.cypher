// The tracks that credit an artist, by title.
// in: parent :Artist   out: node :Track, edge CREDITED_TO   order: node.sort_title, node.id, edge.position
MATCH (parent)<-[edge:CREDITED_TO]-(node:Track)
RETURN node, edge
