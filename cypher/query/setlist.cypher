// One Setlist by its id, or by the id of one that was merged into it.
// in: $id id   out: node :Setlist
CALL () {
  MATCH (node:Setlist {id: $id})
  RETURN node
  UNION ALL
  MATCH (:Identifier {scheme: 'merged-id', value: $id})-[:IDENTIFIES]->(node:Setlist)
  RETURN node
}
RETURN node
