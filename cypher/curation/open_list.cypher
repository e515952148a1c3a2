// The open review items, the likeliest first.
// in: $most int   out: id, probability, text, likeliest (title or name)   order: probability DESC, id
MATCH (item:ReviewItem {state: 'open'})
WITH item ORDER BY item.probability DESC, item.id LIMIT $most
RETURN item.id AS id, item.probability AS probability, item.text AS text, COLLECT {
  MATCH (item)-[candidacy:CANDIDATE]->(candidate)
  WITH candidate ORDER BY candidacy.rank LIMIT 1
  RETURN coalesce(candidate.artist_credit + ' - ' + candidate.title, candidate.title, candidate.name)
}[0] AS likeliest
ORDER BY probability DESC, id
