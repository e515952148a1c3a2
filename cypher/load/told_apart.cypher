// Pairs of Tracks that a curator told apart.
// in: $pairs [id, id]   out: one, other
UNWIND $pairs AS pair
MATCH (one:Track {id: pair[0]})-[:DISTINCT_FROM]-(other:Track {id: pair[1]})
RETURN DISTINCT pair[0] AS one, pair[1] AS other
