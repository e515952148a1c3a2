// Sets the keys by which a Track is found by what looks like it.
// in: $id, $keys in one text, or null for none   out: nothing
MATCH (track:Track {id: $id})
SET track.match_keys = $keys
