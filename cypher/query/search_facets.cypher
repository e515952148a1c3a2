// How many hits of each kind a search text has as typed, or else with small mistakes; counted up to 1,000 a kind.
// in: $text lucene, $kinds kinds   out: node map   order: node.kind
UNWIND $kinds AS kind
CALL (kind) {
  CALL db.index.fulltext.queryNodes(kind + '_text', $text.exact, {limit: 1000}) YIELD node AS hit
  RETURN count(hit) AS exact
}
CALL (kind, exact) {
  WITH kind, exact WHERE exact = 0
  CALL db.index.fulltext.queryNodes(kind + '_text', $text.loose, {limit: 1000}) YIELD node AS hit
  RETURN count(hit) AS loose
}
WITH {kind: kind, count: exact + loose} AS node
RETURN node
