// Locks Tracks until the transaction ends (as in lock_setlists): two writers with one pair must not count at once.
// in: $ids, sorted   out: id; those that are gone are left out
UNWIND $ids AS id
MATCH (track:Track {id: id})
SET track:Track
RETURN id
