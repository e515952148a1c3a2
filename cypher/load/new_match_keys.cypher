// Gives Tracks that have none their match keys.
// in: $rows [id, match keys]   out: nothing
UNWIND $rows AS row
MATCH (track:Track {id: row[0]})
SET track.match_keys = row[1]
