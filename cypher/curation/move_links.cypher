// Moves ends of relationships from one entity to another; all that they say goes along.
// in: $rows [element id of the relationship, its moves from now on or null], $from id, $to id   out: nothing
MATCH (target:Track|Artist {id: $to})
UNWIND $rows AS row
MATCH (start)-[link]->(end)
WHERE elementId(link) = row[0]
WITH target, row, link, start, end, type(link) AS kind, properties(link) AS said, coalesce(start.id = $from, false) AS leaves
CALL (target, row, end, kind, said, leaves) {
  WITH *
  WHERE leaves
  CREATE (target)-[moved:$(kind)]->(end)
  SET moved = said
  SET moved.moves = row[1]
}
CALL (target, row, start, kind, said, leaves) {
  WITH *
  WHERE NOT leaves
  CREATE (start)-[moved:$(kind)]->(target)
  SET moved = said
  SET moved.moves = row[1]
}
DELETE link
