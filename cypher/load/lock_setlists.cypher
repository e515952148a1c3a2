// Locks Setlists until the transaction ends: giving a node the label that it has locks it and changes nothing.
// in: $ids, sorted   out: nothing
UNWIND $ids AS id
MATCH (setlist:Setlist {id: id})
SET setlist:Setlist
