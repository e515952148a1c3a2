// What a review item asks about; after an acceptance, what it became part of.
// in: parent :ReviewItem   out: node :Track|Artist
MATCH (parent)-[:ABOUT]->(node:Track|Artist)
RETURN node
