// The changes of an entity, newest first; those of what was merged into it among them.
// in: $id (of the entity, or of one that was merged into it)   out: id, seq, at, actor, action, reason, undone_by   order: seq DESC
CALL () {
  MATCH (entity:Track|Artist|Setlist|ReviewItem {id: $id})
  RETURN entity
  UNION ALL
  MATCH (:Identifier {scheme: 'merged-id', value: $id})-[:IDENTIFIES]->(entity)
  RETURN entity
}
MATCH (entity)<-[:CHANGED]-(revision:Revision)
RETURN revision.id AS id, revision.seq AS seq, toString(revision.at) AS at, revision.actor AS actor,
  revision.action AS action, revision.reason AS reason,
  [(undo:Revision)-[:UNDOES]->(revision) | undo.id][0] AS undone_by
ORDER BY revision.seq DESC LIMIT 1000
