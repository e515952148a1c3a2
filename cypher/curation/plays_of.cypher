// The Tracks that some Plays are of.
// in: $ids of Plays   out: play, state, element (id of the relationship; null where there is no Track), track, moves
UNWIND $ids AS id
MATCH (play:Play {id: id})
OPTIONAL MATCH (play)-[of:OF]->(track:Track)
RETURN id AS play, play.state AS state, elementId(of) AS element, track.id AS track, of.moves AS moves
