// The Tracks that Observations measured.
// in: $ids of Observations   out: id of a Track
UNWIND $ids AS id
MATCH (:Observation {id: id})-[:MEASURED]->(track:Track)
RETURN DISTINCT track.id AS id
