// One review item with all that helps to decide.
// in: $id   out: text, kind, state, by, matcher, entity (id), name, candidates {rank, probability, id, name, reasons}
MATCH (item:ReviewItem {id: $id})
OPTIONAL MATCH (item)-[:ABOUT]->(entity)
RETURN item.text AS text, item.kind AS kind, item.state AS state, item.decided_by AS by, item.matcher AS matcher,
  entity.id AS entity, coalesce(entity.artist_credit + ' - ' + entity.title, entity.title, entity.name) AS name,
  COLLECT {
    MATCH (item)-[candidacy:CANDIDATE]->(candidate)
    WITH candidacy, candidate ORDER BY candidacy.rank
    RETURN {rank: candidacy.rank, probability: candidacy.probability, id: candidate.id, reasons: candidacy.reasons,
      name: coalesce(candidate.artist_credit + ' - ' + candidate.title, candidate.title, candidate.name)}
  } AS candidates
