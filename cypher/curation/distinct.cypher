// Whether somebody has decided that two entities are not the same.
// in: $one, $other   out: by, at, reason
MATCH (:Track|Artist {id: $one})-[said:DISTINCT_FROM]-(:Track|Artist {id: $other})
RETURN said.by AS by, said.at AS at, said.reason AS reason
