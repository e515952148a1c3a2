// The tracks that came out on a record label, by title; a track with several catalogue numbers stands once.
// in: parent :Label   out: node :Track   order: node.sort_title, node.id
MATCH (parent)<-[:RELEASED_ON]-(track)
WITH DISTINCT track AS node
RETURN node
