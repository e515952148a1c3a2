// Who said what of a track: its own name, credits, releases and original, each with the observation that said it first;
// tempo, key, length and year, each value with the observation that is trusted most.
// in: parent :Track   out: node map   order: node.field, node.value, node.observation
CALL (parent) {
  RETURN 'title' AS field, parent.title AS value, parent.observation AS said, parent.confidence AS confidence
  UNION
  MATCH (parent)-[credit:CREDITED_TO]->(artist)
  RETURN 'artists' AS field, credit.printed + ' (' + credit.role + ')' AS value, credit.observation AS said, credit.confidence AS confidence
  UNION
  MATCH (parent)-[release:RELEASED_ON]->(label)
  RETURN 'releases' AS field, label.name + coalesce(' - ' + release.catalog_number, '') AS value, release.observation AS said, release.confidence AS confidence
  UNION
  MATCH (parent)-[version:VERSION_OF]->(original)
  RETURN 'versions' AS field, version.kind + ' of ' + original.title AS value, version.observation AS said, version.confidence AS confidence
  UNION
  MATCH (parent)<-[measured:MEASURED]-(seen:Observation)
  UNWIND [['bpm', toString(measured.bpm)], ['musicalKey', measured.musical_key],
    ['durationMs', toString(measured.duration_ms)], ['year', toString(measured.year)]] AS fact
  WITH fact, seen ORDER BY seen.confidence DESC, seen.seen_at DESC, seen.id
  WITH fact, collect(seen)[0] AS best
  WHERE fact[1] IS NOT NULL
  RETURN fact[0] AS field, fact[1] AS value, best.id AS said, best.confidence AS confidence
}
MATCH (observation:Observation {id: said})
WITH {
  field: field, value: value, confidence: confidence, observation: said, source: observation.source,
  url: observation.url, seen_at: observation.seen_at, parser: observation.parser
} AS node
RETURN node
