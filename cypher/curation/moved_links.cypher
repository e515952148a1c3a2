// The ties of a Track or Artist that an act has moved.
// in: $id, $revision   out: as links
MATCH (node:Track|Artist {id: $id})-[link]-(other)
WHERE any(move IN link.moves WHERE move CONTAINS $revision)
RETURN elementId(link) AS element, type(link) AS kind, startNode(link) = node AS leaves, labels(other)[0] AS label,
  other.id AS other, properties(link) AS said
