// The setlists that set keys lead to, in the order of the keys.
// in: $keys list of string   out: id
UNWIND range(0, size($keys) - 1) AS place
MATCH (:Identifier {scheme: 'set-key', value: $keys[place]})-[:IDENTIFIES]->(setlist:Setlist)
RETURN setlist.id AS id ORDER BY place LIMIT 1000
