// The other versions of the same piece, the original among them if it was played.
// in: parent :Track   out: node :Track, edge map   order: node.sort_title, node.id
MATCH (node:Track {version_group: parent.version_group})
WHERE node <> parent
WITH node, {kind: node.version_kind} AS edge
RETURN node, edge
