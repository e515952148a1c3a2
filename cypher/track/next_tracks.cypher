// What DJs play right after one track, best attested first.
// in: parent :Track, $min_sets int   out: node :Track, edge TRANSITIONS_TO   order: edge.sets DESC, node.id
MATCH (parent)-[edge:TRANSITIONS_TO]->(node)
WHERE edge.sets >= coalesce($min_sets, 1)
RETURN node, edge
