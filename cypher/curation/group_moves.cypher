// How Tracks came into their groups of versions.
// in: $ids   out: id, group, moves
UNWIND $ids AS id
MATCH (track:Track {id: id})
RETURN id, track.version_group AS group, track.group_moves AS moves
