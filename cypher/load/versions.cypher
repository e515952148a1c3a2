// Ties versions to their plain originals; a tie that is there stays as it is.
// in: $rows [version id, original id], both Tracks locked   out: nothing
UNWIND $rows AS row
MATCH (version:Track {id: row[0]})
MATCH (original:Track {id: row[1]})
MERGE (version)-[tie:VERSION_OF]->(original)
ON CREATE SET tie.kind = coalesce(version.version_kind, 'mix'), tie.observation = version.observation,
  tie.confidence = version.confidence
