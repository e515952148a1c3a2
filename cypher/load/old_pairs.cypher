// The pairs of Tracks that stand next to each other in Setlists.
// in: $ids of Setlists   out: before, after (ids of Tracks)
UNWIND $ids AS id
MATCH (:Setlist {id: id})-[:HAS]->(play:Play)-[:THEN]->(next:Play)-[:OF]->(after:Track)
MATCH (play)-[:OF]->(before:Track)
RETURN DISTINCT before.id AS before, after.id AS after
