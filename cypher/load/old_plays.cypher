// The Plays of Setlists that are about to change.
// in: $ids of Setlists   order: setlist, position, layer
// out: setlist, id, text, track (null where there is none), decided (a curator said so: no load moves it)
UNWIND $ids AS id
MATCH (:Setlist {id: id})-[:HAS]->(play:Play)
OPTIONAL MATCH (play)-[of:OF]->(track:Track)
RETURN id AS setlist, play.id AS id, play.text AS text, track.id AS track,
  any(move IN coalesce(of.moves, []) WHERE move STARTS WITH 'repoint') AS decided
ORDER BY setlist, play.position, play.layer
