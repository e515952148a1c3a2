// What a change touched and is still there, or what that is part of now.
// in: parent :Revision   out: node :Track|Artist|Setlist|ReviewItem   order: node.id
MATCH (parent)-[:CHANGED]->(node:Track|Artist|Setlist|ReviewItem)
RETURN node
