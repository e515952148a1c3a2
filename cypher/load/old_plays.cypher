// The Plays of Setlists that are about to change.
// in: $ids of Setlists   out: setlist, id, text, track (null where there is none)   order: setlist, position, layer
UNWIND $ids AS id
MATCH (:Setlist {id: id})-[:HAS]->(play:Play)
RETURN id AS setlist, play.id AS id, play.text AS text, [(play)-[:OF]->(track) | track.id][0] AS track
ORDER BY setlist, play.position, play.layer
