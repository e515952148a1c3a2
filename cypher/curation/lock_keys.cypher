// Locks keys of Tracks and Artists until the transaction ends: giving a unique key away and taking it back holds it alone,
// so that a loader which looks for it waits.
// in: $ids   out: nothing
UNWIND $ids AS id
MATCH (key:Identifier)-[:IDENTIFIES]->(:Track|Artist {id: id})
WITH DISTINCT key, key.value AS value ORDER BY key.scheme, value
SET key.value = value + ', held'
SET key.value = value
