// Writes the Revisions of this transaction; the counter is locked from here to the commit, so that the order of `seq` is
// the order of commits. What is gone already is not tied to.
// in: $rows {id, changed ids, action, before, after}, $actor, $reason, $at   out: nothing
MERGE (counter:Counter {name: 'revision'})
ON CREATE SET counter.value = 0
SET counter:Counter
WITH counter
SET counter.value = counter.value + size($rows)
WITH counter.value - size($rows) AS last
UNWIND range(1, size($rows)) AS number
WITH last + number AS seq, $rows[number - 1] AS row
CREATE (revision:Revision {id: row.id, seq: seq, at: $at, actor: $actor, reason: $reason, action: row.action,
  before: row.before, after: row.after})
WITH revision, row
UNWIND row.changed AS uid
MATCH (entity:Setlist|Collection|Track|Artist|ReviewItem {id: uid})
CREATE (revision)-[:CHANGED]->(entity)
