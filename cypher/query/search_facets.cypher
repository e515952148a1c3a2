// How many hits of each kind a search text has, counted up to 1,000 a kind.
// in: $text lucene, $kinds kinds   out: node map   order: node.kind
UNWIND $kinds AS kind
WITH {kind: kind, count: COUNT {
  CALL db.index.fulltext.queryNodes(kind + '_text', $text, {limit: 1000}) YIELD node AS hit
  RETURN hit
}} AS node
RETURN node
