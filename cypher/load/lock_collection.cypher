// Makes sure that the key of a library exists, locks it until the transaction ends, and tells what the graph holds.
// in: $key   out: id, title, observation, track_count (null where there is none yet)
MERGE (key:Identifier {scheme: 'collection-key', value: $key})
SET key:Identifier
WITH key
OPTIONAL MATCH (key)-[:IDENTIFIES]->(collection:Collection)
RETURN collection.id AS id, collection.title AS title, collection.observation AS observation,
  collection.track_count AS track_count
