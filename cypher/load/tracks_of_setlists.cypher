// The Tracks that Setlists play.
// in: $ids of Setlists   out: id of a Track
UNWIND $ids AS id
MATCH (:Setlist {id: id})-[:HAS]->(:Play)-[:OF]->(track:Track)
RETURN DISTINCT track.id AS id
