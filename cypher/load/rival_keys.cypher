// Which keys of the same scheme an entity has already, found by one of its keys.
// in: $rows [scheme, value, other scheme]   out: place in $rows, value of the other key
UNWIND range(0, size($rows) - 1) AS place
MATCH (:Identifier {scheme: $rows[place][0], value: $rows[place][1]})-[:IDENTIFIES]->()<-[:IDENTIFIES]-(rival:Identifier)
WHERE rival.scheme = $rows[place][2]
RETURN place, rival.value AS value
