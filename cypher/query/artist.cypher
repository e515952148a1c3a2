// One Artist by its id, or by the id of one that was merged into it.
// in: $id id   out: node :Artist
CALL () {
  MATCH (node:Artist {id: $id})
  RETURN node
  UNION ALL
  MATCH (:Identifier {scheme: 'merged-id', value: $id})-[:IDENTIFIES]->(node:Artist)
  RETURN node
}
RETURN node
