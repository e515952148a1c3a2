// From which Observation a library is derived now.
// in: $key of the library   out: observation
MATCH (:Identifier {scheme: 'collection-key', value: $key})-[:IDENTIFIES]->(collection:Collection)
RETURN collection.observation AS observation
