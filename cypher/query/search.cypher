// Names and titles that a search text fits. Where the words as typed find too little, small mistakes are forgiven.
// A name that starts with the text ranks higher, and what is played more a little higher among equals.
// in: $text lucene, $kinds kinds, $first int
// out: node :Track|Artist|Setlist|Label|Event|Place|Series|Tag, edge map
// order: edge.exact DESC, edge.score DESC, node.id   most: 100
UNWIND $kinds AS kind
CALL (kind) {
  CALL db.index.fulltext.queryNodes(kind + '_text', $text.exact, {limit: 4 * $first}) YIELD node, score
  RETURN collect({node: node, score: score}) AS hits
}
CALL (kind, hits) {
  UNWIND hits AS hit
  RETURN hit.node AS node, hit.score AS score, true AS exact
  UNION ALL
  WITH kind, hits, [hit IN hits | hit.node] AS found WHERE size(found) < $first
  CALL db.index.fulltext.queryNodes(kind + '_text', $text.loose, {limit: 4 * $first}) YIELD node, score
  WITH node, score, found WHERE NOT node IN found
  RETURN node, score, false AS exact
}
WITH node, {
  exact: exact,
  score: score * (1 + log10(1 + coalesce(node.set_count, 0)) / 4)
    * CASE WHEN coalesce(node.sort_title, node.sort_name) STARTS WITH $text.folded THEN 2 ELSE 1 END,
  snippet: coalesce(node.artist_credit + ' - ' + node.title, node.title, node.name)
} AS edge
RETURN node, edge
