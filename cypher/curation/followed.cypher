// Where ids lead now: to the entity of that id, or to the one that it was merged into.
// in: $ids   out: id, now (id), label, moves (how a redirect came to lead there; null where the entity is there)
UNWIND $ids AS id
CALL (id) {
  MATCH (entity:Track|Artist|Setlist|Play|Label|Tag|Observation|ReviewItem|Revision {id: id})
  RETURN entity, null AS moves
  UNION ALL
  MATCH (:Identifier {scheme: 'merged-id', value: id})-[redirect:IDENTIFIES]->(entity)
  RETURN entity, redirect.moves AS moves
}
RETURN id, entity.id AS now, labels(entity)[0] AS label, moves
