// What follows from the plays of the scenes: set counts and transitions.
// in: $scenes int   out: nothing
UNWIND range(1, $scenes) AS scene
CALL (scene) {
  MATCH (event:Event {id: 'evt_' + right('000000' + toString(scene), 6)})<-[:AT]-(setlist)-[:HAS]->(play)-[:OF]->(track)
  OPTIONAL MATCH (play)-[then:THEN]->()-[:OF]->(after)
  WITH track, after, setlist, max(then.segue) AS segue
  WITH track, collect(after) AS followers, collect({after: after, setlist: setlist, segue: segue}) AS rows,
    count(DISTINCT setlist) AS sets
  SET track.set_count = sets
  WITH track, rows
  UNWIND rows AS row
  WITH track, row.after AS after, collect(row) AS rows
  WHERE after IS NOT NULL AND after <> track
  WITH track, after, rows, [row IN rows | row.setlist.played_on] AS days
  CREATE (track)-[edge:TRANSITIONS_TO {sets: size(rows), djs: 1, segues: size([row IN rows WHERE row.segue]), confidence: 0.9}]->(after)
  WITH edge, days
  UNWIND days AS day
  WITH edge, min(day) AS first, max(day) AS last
  SET edge.first_played = first, edge.last_played = last
} IN TRANSACTIONS OF 25 ROWS
