// Held until the commit, so that one transaction at a time decides what is new: two that print one track in two ways
// would else both make it.
// in: nothing   out: nothing
MERGE (counter:Counter {name: 'resolution'})
ON CREATE SET counter.value = 0
SET counter.value = counter.value + 1
