// Tracks in order of their ids, with the keys by which they are matched.
// in: $after id, $page int   out: id, match_keys   order: id   index: track_id_unique
MATCH (track:Track)
WHERE track.id > $after
RETURN track.id AS id, track.match_keys AS match_keys
ORDER BY id
LIMIT $page
