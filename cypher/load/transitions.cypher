// Counts anew how often one Track was followed by another; an edge without evidence goes.
// The evidence is sought from the Track that is played less, so that a much played one costs little: the WITHs keep the
// planner from starting at the other one. Who played a set is asked once a set.
// in: $pairs [id of a Track, id of the next]; both Tracks are locked   out: nothing
UNWIND $pairs AS pair
MATCH (before:Track {id: pair[0]})
MATCH (after:Track {id: pair[1]})
OPTIONAL CALL (before, after) {
  WITH before, after
  WHERE COUNT { (before)<-[:OF]-() } <= COUNT { (after)<-[:OF]-() }
  MATCH (before)<-[:OF]-(play:Play)
  WITH after, play
  MATCH (play)-[then:THEN]->(next:Play)
  WITH after, play, then, next
  MATCH (next)-[:OF]->(after)
  RETURN play, then.segue AS segue
  UNION ALL
  WITH before, after
  WHERE COUNT { (before)<-[:OF]-() } > COUNT { (after)<-[:OF]-() }
  MATCH (after)<-[:OF]-(next:Play)
  WITH before, next
  MATCH (play:Play)-[then:THEN]->(next)
  WITH before, play, then
  MATCH (play)-[:OF]->(before)
  RETURN play, then.segue AS segue
}
OPTIONAL MATCH (play)<-[:HAS]-(setlist:Setlist)
WITH before, after, setlist, max(segue) AS segue
WITH setlist, collect([before, after, segue]) AS seen
WITH setlist, seen, COLLECT {
  MATCH (setlist)-[:PERFORMED_BY {role: 'main'}]->(artist:Artist)-[:ALIAS_OF*0..4]-(name:Artist)
  WITH artist, min(name.id) AS dj
  RETURN dj
} AS djs
UNWIND seen AS pair
WITH pair[0] AS before, pair[1] AS after, collect(setlist) AS setlists, collect(djs) AS djs,
  count(CASE WHEN pair[2] THEN 1 END) AS segues, min(setlist.played_on) AS first_played,
  max(setlist.played_on) AS last_played, max(setlist.confidence) AS confidence
CALL (before, after, setlists, djs, segues, first_played, last_played, confidence) {
  WITH *
  WHERE size(setlists) > 0
  MERGE (before)-[edge:TRANSITIONS_TO]->(after)
  SET edge.sets = size(setlists), edge.segues = segues, edge.first_played = first_played,
    edge.last_played = last_played, edge.confidence = confidence,
    edge.djs = COUNT { UNWIND djs AS names UNWIND names AS dj RETURN DISTINCT dj },
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
