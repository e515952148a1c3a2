// As bare.cypher, in one record of lists.
RETURN COLLECT {
  MATCH (s:Setlist)
  WHERE date($from) <= s.played_on < date($until)
  WITH s ORDER BY s.played_on DESC, s.id DESC LIMIT 20
  RETURN [s.id, s.title, toString(s.played_on), COLLECT {
    MATCH (s)-[p:PERFORMED_BY]->(a) RETURN [a.id, a.name] ORDER BY p.position
  }]
} AS found
