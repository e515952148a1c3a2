// The best tracks for a text, whole nodes.
// in: $exact, $loose (Lucene), $folded, $first
CALL () {
  CALL db.index.fulltext.queryNodes('track_text', $exact, {limit: 4 * $first}) YIELD node, score
  RETURN collect({node: node, score: score}) AS hits
}
CALL (hits) {
  UNWIND hits AS hit
  RETURN hit.node AS t, hit.score AS score, true AS exact
  UNION ALL
  WITH hits, [hit IN hits | hit.node] AS found WHERE size(found) < $first
  CALL db.index.fulltext.queryNodes('track_text', $loose, {limit: 4 * $first}) YIELD node, score
  WITH node, score, found WHERE NOT node IN found
  RETURN node AS t, score, false AS exact
}
WITH t, exact, score * (1 + log10(1 + coalesce(t.set_count, 0)) / 4)
  * CASE WHEN t.sort_title STARTS WITH $folded THEN 2 ELSE 1 END AS rank
ORDER BY exact DESC, rank DESC, t.id LIMIT $first
RETURN t AS node
