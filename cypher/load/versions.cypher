// Ties each version to its plain original, where that was itself played; a tie that is there stays as it is.
// in: $groups of versions   out: nothing
UNWIND $groups AS group
MATCH (original:Track {version_group: group})
WHERE original.version IS NULL
MATCH (version:Track {version_group: group})
WHERE version.version IS NOT NULL
MERGE (version)-[tie:VERSION_OF]->(original)
ON CREATE SET tie.kind = coalesce(version.version_kind, 'mix'), tie.observation = version.observation,
  tie.confidence = version.confidence
