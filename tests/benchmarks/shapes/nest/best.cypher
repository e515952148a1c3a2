// As bare.cypher, in one record of lists.
MATCH (a:Artist {id: $id})
RETURN [[a.id, a.name, COLLECT {
  MATCH (a)<-[c:CREDITED_TO]-(t:Track)
  WITH c, t ORDER BY t.sort_title, t.id, c.position LIMIT 10
  RETURN [t.id, t.title, COLLECT {
    MATCH (t)-[n:TRANSITIONS_TO]->(o)
    WITH n, o ORDER BY n.sets DESC, o.id LIMIT 5
    RETURN [n.sets, o.id, o.title, COLLECT { MATCH (o)-[d:CREDITED_TO]->(b) WHERE d.role <> 'remixer' RETURN [b.id, b.name] ORDER BY d.position }]
  }]
}]] AS found
