// Opens review items about entities that have none open; each entity is locked, so that two openers agree.
// in: $rows {id, entity, said, candidates [id, rank, probability, reasons]}, sorted by entity, $at   out: id of an entity
UNWIND $rows AS row
MATCH (entity:Track|Artist {id: row.entity})
REMOVE entity._lock
WITH row, entity
WHERE NOT EXISTS { (entity)<-[:ABOUT]-(:ReviewItem {state: 'open'}) }
CALL (row, entity) {
  UNWIND row.candidates AS fields
  MATCH (candidate:Track|Artist {id: fields[0]})
  WHERE candidate <> entity AND NOT EXISTS { (candidate)-[:DISTINCT_FROM]-(entity) }
  RETURN collect([candidate, fields]) AS candidates
}
WITH row, entity, candidates
WHERE size(candidates) > 0
CREATE (item:ReviewItem {id: row.id, state: 'open', opened_at: $at})
SET item += row.said
CREATE (item)-[:ABOUT]->(entity)
WITH item, entity, candidates
UNWIND candidates AS each
WITH item, entity, each[0] AS candidate, each[1] AS fields
CREATE (item)-[:CANDIDATE {rank: fields[1], probability: fields[2], reasons: fields[3]}]->(candidate)
RETURN DISTINCT entity.id AS id
