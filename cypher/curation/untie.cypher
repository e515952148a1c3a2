// Removes ties of versions that lead out of their group, start at a plain original or end at another version.
// in: $groups   out: nothing
UNWIND $groups AS group
MATCH (track:Track {version_group: group})-[tie:VERSION_OF]-(other:Track)
WITH DISTINCT tie, startNode(tie) AS version, endNode(tie) AS original
WHERE coalesce(version.version_group <> original.version_group, true)
  OR version.version IS NULL OR original.version IS NOT NULL
DELETE tie
