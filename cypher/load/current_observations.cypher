// From which Observation each known set is derived: a set whose record is unchanged is not written again.
// in: $keys of sets   out: key, observation
UNWIND $keys AS value
MATCH (:Identifier {scheme: 'set-key', value: value})-[:IDENTIFIES]->(setlist:Setlist)
RETURN value AS key, setlist.observation AS observation
