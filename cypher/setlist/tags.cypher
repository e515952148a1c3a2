// The genres and styles of a set.
// in: parent :Setlist   out: node :Tag   order: node.sort_name, node.id
MATCH (parent)-[:TAGGED]->(node)
RETURN node
