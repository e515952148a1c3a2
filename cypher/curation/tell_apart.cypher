// Notes that an entity is none of some others; what is noted already stays as it is.
// in: $id, $others, $by, $at, $reason, $revision   out: nothing
MATCH (one:Track|Artist {id: $id})
UNWIND $others AS id
MATCH (other:Track|Artist {id: id})
WHERE other <> one AND NOT EXISTS { (one)-[:DISTINCT_FROM]-(other) }
CREATE (one)-[:DISTINCT_FROM {by: $by, at: $at, reason: $reason, revision: $revision}]->(other)
