// Versions that are not tied to their plain original yet, where that was itself played.
// in: $groups of versions   out: version, original (ids of Tracks)
UNWIND $groups AS group
MATCH (version:Track {version_group: group})
WHERE version.version IS NOT NULL
MATCH (original:Track {version_group: group})
WHERE original.version IS NULL AND NOT EXISTS { (version)-[:VERSION_OF]->(original) }
RETURN version.id AS version, original.id AS original
