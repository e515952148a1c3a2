// Locks the keys of a Setlist until the transaction ends: a loader that looks for it waits.
// in: $id   out: key
MATCH (:Setlist {id: $id})<-[:IDENTIFIES]-(key:Identifier)
WITH key ORDER BY key.value
SET key:Identifier
RETURN key.value AS key
