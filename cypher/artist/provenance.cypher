// Who said what of an artist: its name, and its other names.
// in: parent :Artist   out: node map   order: node.field, node.value, node.observation
CALL (parent) {
  RETURN 'name' AS field, parent.name AS value, parent.observation AS said, parent.confidence AS confidence
  UNION
  MATCH (parent)-[alias:ALIAS_OF]-(other)
  RETURN 'aliases' AS field, other.name AS value, alias.observation AS said, alias.confidence AS confidence
}
MATCH (observation:Observation {id: said})
WITH {
  field: field, value: value, confidence: confidence, observation: said, source: observation.source,
  url: observation.url, seen_at: observation.seen_at, parser: observation.parser
} AS node
RETURN node
