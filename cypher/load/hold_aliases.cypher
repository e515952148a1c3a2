// Lets one transaction change aliases while nobody shares them: giving a unique key away and taking it back holds it
// alone until the transaction ends (as shared in share_aliases).
// in: nothing   out: nothing
MATCH (counter:Counter {name: 'aliases'})
SET counter.name = 'aliases, held'
SET counter.name = 'aliases'
