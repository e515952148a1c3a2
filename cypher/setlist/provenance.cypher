// Who said what of a setlist: title and date, performers, event, series, tags; its rows are the observation's own.
// in: parent :Setlist   out: node map   order: node.field, node.value, node.observation
CALL (parent) {
  RETURN 'title' AS field, parent.title AS value, parent.observation AS said, parent.confidence AS confidence
  UNION
  WITH parent WHERE parent.played_on IS NOT NULL
  RETURN 'playedOn' AS field, toString(parent.played_on) + ' (' + parent.played_precision + ')' AS value, parent.observation AS said, parent.confidence AS confidence
  UNION
  MATCH (parent)-[performance:PERFORMED_BY]->(artist)
  RETURN 'artists' AS field, artist.name + ' (' + performance.role + ')' AS value, performance.observation AS said, performance.confidence AS confidence
  UNION
  MATCH (parent)-[occurrence:AT]->(event)
  RETURN 'event' AS field, event.name AS value, occurrence.observation AS said, occurrence.confidence AS confidence
  UNION
  MATCH (parent)-[episode:PART_OF]->(series)
  RETURN 'series' AS field, series.name + coalesce(' ' + episode.number, '') AS value, episode.observation AS said, episode.confidence AS confidence
  UNION
  MATCH (parent)-[tagging:TAGGED]->(tag)
  RETURN 'tags' AS field, tag.name AS value, tagging.observation AS said, tagging.confidence AS confidence
}
MATCH (observation:Observation {id: said})
WITH {
  field: field, value: value, confidence: confidence, observation: said, source: observation.source,
  url: observation.url, seen_at: observation.seen_at, parser: observation.parser
} AS node
RETURN node
