// Forgets that an id was merged away.
// in: $id   out: nothing
MATCH (key:Identifier {scheme: 'merged-id', value: $id})
DETACH DELETE key
