// To which Tracks keys lead, and who decided so.
// in: $keys [scheme, value]   out: place of the key in $keys, id, decided_by, confidence; keys that lead nowhere are left out
UNWIND range(0, size($keys) - 1) AS place
MATCH (:Identifier {scheme: $keys[place][0], value: $keys[place][1]})-[decision:IDENTIFIES]->(track:Track)
RETURN place, track.id AS id, decision.decided_by AS decided_by, decision.confidence AS confidence
