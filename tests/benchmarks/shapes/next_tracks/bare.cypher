// One track with its artists, and the ten tracks that follow it most often with theirs.
// in: $id
MATCH (t:Track {id: $id})
RETURN t {
  .id, .title,
  artists: COLLECT {
    MATCH (t)-[c:CREDITED_TO]->(a:Artist) WHERE c.role <> 'remixer'
    RETURN a {.id, .name} ORDER BY c.position
  },
  nextTracks: COLLECT {
    MATCH (t)-[n:TRANSITIONS_TO]->(o:Track)
    WITH n, o ORDER BY n.sets DESC, o.id LIMIT 10
    RETURN o {
      .id, .title, sets: n.sets, djs: n.djs,
      artists: COLLECT {
        MATCH (o)-[d:CREDITED_TO]->(b:Artist) WHERE d.role <> 'remixer'
        RETURN b {.id, .name} ORDER BY d.position
      }
    }
  }
} AS found
