// Makes sure that keys exist, and tells to which entities they lead; the uniqueness constraint lets two loaders agree.
// in: $keys [scheme, value], sorted   out: place of the key in $keys, id of its entity; keys that lead nowhere are left out
UNWIND range(0, size($keys) - 1) AS place
MERGE (key:Identifier {scheme: $keys[place][0], value: $keys[place][1]})
WITH place, key
MATCH (key)-[:IDENTIFIES]->(entity)
RETURN place, entity.id AS id
