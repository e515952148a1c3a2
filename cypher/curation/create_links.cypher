// Ties a Track, Artist or review item to others.
// in: $id, $rows {kind, leaves, other (id), said}   out: nothing
MATCH (node:Track|Artist|ReviewItem {id: $id})
UNWIND $rows AS row
MATCH (other:Track|Artist|Setlist|Play|Label|Tag|Observation|ReviewItem|Revision {id: row.other})
CALL (node, other, row) {
  WITH *
  WHERE row.leaves
  CREATE (node)-[link:$(row.kind)]->(other)
  SET link = row.said
}
CALL (node, other, row) {
  WITH *
  WHERE NOT row.leaves
  CREATE (other)-[link:$(row.kind)]->(node)
  SET link = row.said
}
