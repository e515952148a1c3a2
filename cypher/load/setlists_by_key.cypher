// To which Setlists keys of sets lead.
// in: $keys of sets   out: key, id; keys that lead nowhere are left out
UNWIND $keys AS value
MATCH (:Identifier {scheme: 'set-key', value: value})-[:IDENTIFIES]->(setlist:Setlist)
RETURN value AS key, setlist.id AS id
