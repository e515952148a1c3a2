// As bare.cypher, in one record of lists.
MATCH (t:Track {id: $id})
RETURN [[t.id, t.title, COLLECT { MATCH (t)-[c:CREDITED_TO]->(a) WHERE c.role <> 'remixer' RETURN [a.id, a.name] ORDER BY c.position }, COLLECT {
  MATCH (t)-[n:TRANSITIONS_TO]->(o)
  WITH n, o ORDER BY n.sets DESC, o.id LIMIT 10
  RETURN [n.sets, n.djs, o.id, o.title, COLLECT { MATCH (o)-[d:CREDITED_TO]->(b) WHERE d.role <> 'remixer' RETURN [b.id, b.name] ORDER BY d.position }]
}]] AS found
