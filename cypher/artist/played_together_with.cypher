// Artists whose tracks stand right before or after an artist's own.
// in: parent :Artist   out: node :Artist, edge map   order: edge.transitions DESC, edge.sets DESC, node.id
MATCH (parent)<-[own:CREDITED_TO]-(track:Track)-[transition:TRANSITIONS_TO]-(other:Track)-[theirs:CREDITED_TO]->(node:Artist)
WHERE own.role <> 'remixer' AND theirs.role <> 'remixer' AND node <> parent
WITH node, {transitions: count(transition), sets: sum(transition.sets)} AS edge
RETURN node, edge
