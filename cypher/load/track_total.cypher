// How many Tracks there are.
// in: nothing   out: tracks
MATCH (track:Track)
RETURN count(track) AS tracks
