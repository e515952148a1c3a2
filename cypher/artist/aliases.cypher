// Other names of the same person or group.
// in: parent :Artist   out: node :Artist   order: node.sort_name, node.id
MATCH (parent)-[:ALIAS_OF]-(node)
RETURN node
