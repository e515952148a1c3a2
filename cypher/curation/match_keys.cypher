// By which keys a Track is found by what looks like it.
// in: $id   out: keys, in one text, or null
MATCH (track:Track {id: $id})
RETURN track.match_keys AS keys
