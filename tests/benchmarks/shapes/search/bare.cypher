// The ten best tracks for a text, the words as typed before those with small mistakes, with their artists.
// in: $exact, $loose (Lucene), $folded
CALL () {
  CALL db.index.fulltext.queryNodes('track_text', $exact, {limit: 40}) YIELD node, score
  RETURN collect({node: node, score: score}) AS hits
}
CALL (hits) {
  UNWIND hits AS hit
  RETURN hit.node AS t, hit.score AS score, true AS exact
  UNION ALL
  WITH hits, [hit IN hits | hit.node] AS found WHERE size(found) < 10
  CALL db.index.fulltext.queryNodes('track_text', $loose, {limit: 40}) YIELD node, score
  WITH node, score, found WHERE NOT node IN found
  RETURN node AS t, score, false AS exact
}
WITH t, exact, score * (1 + log10(1 + coalesce(t.set_count, 0)) / 4)
  * CASE WHEN t.sort_title STARTS WITH $folded THEN 2 ELSE 1 END AS rank
ORDER BY exact DESC, rank DESC, t.id LIMIT 10
RETURN t {
  .id, .title, setCount: t.set_count,
  artists: COLLECT {
    MATCH (t)-[c:CREDITED_TO]->(a:Artist) WHERE c.role <> 'remixer'
    RETURN a {.id, .name} ORDER BY c.position
  }
} AS found
