// Keeps aliases as they are until the transaction ends, together with others that do the same: finding a node by a unique
// key with MERGE holds a shared lock on the key.
// in: nothing   out: nothing
MERGE (counter:Counter {name: 'aliases'})
ON CREATE SET counter.value = 0
