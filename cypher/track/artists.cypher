// Main and featured artists of a track, in the order of the credit.
// in: parent :Track   out: node :Artist, edge CREDITED_TO   order: edge.position, node.id
MATCH (parent)-[edge:CREDITED_TO]->(node)
WHERE edge.role <> 'remixer'
RETURN node, edge
