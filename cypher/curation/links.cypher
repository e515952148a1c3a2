// All that is tied to a Track, Artist or review item, but for what is derived.
// in: $id, $without (relationship types)
// out: element (id of the relationship in this transaction), kind, leaves (bool), label and id of the other end, said
MATCH (node:Track|Artist|ReviewItem {id: $id})-[link]-(other)
WHERE NOT type(link) IN $without + ['TRANSITIONS_TO', 'VERSION_OF']
RETURN elementId(link) AS element, type(link) AS kind, startNode(link) = node AS leaves, labels(other)[0] AS label,
  other.id AS other, properties(link) AS said
