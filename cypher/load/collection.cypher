// Writes the head of a library, new or known.
// in: $key, $id, $observation, $head, $confidence, $decided_by, $at   out: nothing
MATCH (key:Identifier {scheme: 'collection-key', value: $key})
MATCH (seen:Observation {id: $observation})
MERGE (collection:Collection {id: $id})
SET collection += $head
MERGE (seen)-[:DESCRIBES]->(collection)
MERGE (key)-[by:IDENTIFIES]->(collection)
ON CREATE SET by.confidence = $confidence, by.decided_by = $decided_by, by.at = $at
