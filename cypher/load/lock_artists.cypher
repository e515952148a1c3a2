// Locks Artists until the transaction ends (as in lock_setlists).
// in: $ids, sorted   out: nothing
UNWIND $ids AS id
MATCH (artist:Artist {id: id})
SET artist:Artist
