// The pairs of Tracks that stand next to each other in the sets of some Artists.
// in: $ids of Artists   out: before, after (ids of Tracks)
UNWIND $ids AS id
MATCH (:Artist {id: id})<-[:PERFORMED_BY]-(:Setlist)-[:HAS]->(play:Play)-[:THEN]->(next:Play)-[:OF]->(after:Track)
MATCH (play)-[:OF]->(before:Track)
RETURN DISTINCT before.id AS before, after.id AS after
