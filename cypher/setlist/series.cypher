// The show or podcast that a set is part of.
// in: parent :Setlist   out: node :Series, edge PART_OF
MATCH (parent)-[edge:PART_OF]->(node)
RETURN node, edge
