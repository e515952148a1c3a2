// Names and titles that a search text fits; what is played more ranks a little higher among equals.
// in: $text lucene, $kinds kinds, $first int
// out: node :Track|Artist|Setlist|Label|Event|Place|Series|Tag, edge map   order: edge.score DESC, node.id
UNWIND $kinds AS kind
CALL db.index.fulltext.queryNodes(kind + '_text', $text, {limit: 4 * $first}) YIELD node, score
WITH node, {
  score: score * (1 + log10(1 + coalesce(node.set_count, 0)) / 4),
  snippet: CASE WHEN node.artist_credit IS NULL THEN coalesce(node.title, node.name) ELSE node.artist_credit + ' - ' + node.title END
} AS edge
RETURN node, edge
