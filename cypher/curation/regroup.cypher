// Puts Tracks into groups of versions.
// in: $rows [id, group or null, moves or null], locked   out: nothing
UNWIND $rows AS row
MATCH (track:Track {id: row[0]})
SET track.version_group = row[1], track.group_moves = row[2]
