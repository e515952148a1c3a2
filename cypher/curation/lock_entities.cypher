// Locks Tracks, Artists, Revisions and review items until the transaction ends: removing what is not there changes nothing.
// in: $ids, sorted   out: id; those that are gone are left out
UNWIND $ids AS id
MATCH (entity:Track|Artist|Revision|ReviewItem {id: id})
REMOVE entity._lock
RETURN id
