// Which Artists are there; those that are missing were merged away.
// in: $ids   out: id
UNWIND $ids AS id
MATCH (artist:Artist {id: id})
RETURN artist.id AS id
