// The group of versions that some Tracks belong to.
// in: $ids   out: id, group (null where there is none)
UNWIND $ids AS id
MATCH (track:Track {id: id})
RETURN id, track.version_group AS group
