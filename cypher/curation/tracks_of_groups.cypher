// The Tracks of groups of versions.
// in: $groups   out: id, group, moves
UNWIND $groups AS group
MATCH (track:Track {version_group: group})
RETURN track.id AS id, group, track.group_moves AS moves
