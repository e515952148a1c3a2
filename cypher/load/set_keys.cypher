// Makes sure that keys of sets exist, and tells to which Setlists they lead.
// in: $keys, sorted   out: key, id of its Setlist; keys that lead nowhere are left out
UNWIND $keys AS value
MERGE (key:Identifier {scheme: 'set-key', value: value})
WITH key
MATCH (key)-[:IDENTIFIES]->(setlist:Setlist)
RETURN key.value AS key, setlist.id AS id
