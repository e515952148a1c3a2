// The pairs of Tracks in which some Plays stand.
// in: $ids of Plays   out: before, after (ids of Tracks)
UNWIND $ids AS id
MATCH (play:Play {id: id})-[:OF]->(own:Track)
CALL (play, own) {
  MATCH (play)-[:THEN]->(:Play)-[:OF]->(next:Track)
  RETURN own AS before, next AS after
  UNION
  MATCH (play)<-[:THEN]-(:Play)-[:OF]->(former:Track)
  RETURN former AS before, own AS after
}
RETURN DISTINCT before.id AS before, after.id AS after
