// Counts anew how often one Track was followed by another; an edge without evidence goes.
// The evidence is sought from the Track that is played less, so that a much played one costs little.
// in: $pairs [id of a Track, id of the next]; both Tracks are locked   out: nothing
UNWIND $pairs AS pair
MATCH (before:Track {id: pair[0]})
MATCH (after:Track {id: pair[1]})
OPTIONAL CALL (before, after) {
  WITH before, after
  WHERE COUNT { (before)<-[:OF]-() } <= COUNT { (after)<-[:OF]-() }
  MATCH (before)<-[:OF]-(play:Play)-[then:THEN]->(:Play)-[:OF]->(after)
  RETURN play, then.segue AS segue
  UNION ALL
  WITH before, after
  WHERE COUNT { (before)<-[:OF]-() } > COUNT { (after)<-[:OF]-() }
  MATCH (after)<-[:OF]-(:Play)<-[then:THEN]-(play:Play)-[:OF]->(before)
  RETURN play, then.segue AS segue
}
OPTIONAL MATCH (play)<-[:HAS]-(setlist:Setlist)
WITH before, after, setlist, max(segue) AS segue
WITH before, after, collect(setlist) AS setlists, count(CASE WHEN segue THEN 1 END) AS segues,
  min(setlist.played_on) AS first_played, max(setlist.played_on) AS last_played, max(setlist.confidence) AS confidence
CALL (before, after, setlists, segues, first_played, last_played, confidence) {
  WITH *
  WHERE size(setlists) > 0
  MERGE (before)-[edge:TRANSITIONS_TO]->(after)
  SET edge.sets = size(setlists), edge.segues = segues, edge.first_played = first_played,
    edge.last_played = last_played, edge.confidence = confidence,
    edge.djs = size(COLLECT {
      UNWIND setlists AS known
      MATCH (known)-[:PERFORMED_BY {role: 'main'}]->(artist:Artist)-[:ALIAS_OF*0..4]-(name:Artist)
      WITH artist, min(name.id) AS dj
      RETURN DISTINCT dj
    }),
    edge.observations = COLLECT {
      UNWIND setlists AS known
      WITH DISTINCT known.observation AS observation ORDER BY observation LIMIT 8
      RETURN observation
    }
}
CALL (before, after, setlists) {
  WITH *
  WHERE size(setlists) = 0
  MATCH (before)-[edge:TRANSITIONS_TO]->(after)
  DELETE edge
}
