// Tracks that share match keys, those first that share more and rarer ones.
// in: $rows [place, keys in one text], $most int   out: place, ids   index: track_match
UNWIND $rows AS row
CALL (row) {
  CALL db.index.fulltext.queryNodes('track_match', row[1], {limit: $most}) YIELD node, score
  RETURN node.id AS id, score
  ORDER BY score DESC, id
  LIMIT $most
}
RETURN row[0] AS place, collect(id) AS ids
