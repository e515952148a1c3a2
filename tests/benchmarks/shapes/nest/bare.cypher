// An artist, its first ten tracks, five that follow each, and their artists.
// in: $id
MATCH (a:Artist {id: $id})
RETURN a {
  .id, .name,
  tracks: COLLECT {
    MATCH (a)<-[c:CREDITED_TO]-(t:Track)
    WITH c, t ORDER BY t.sort_title, t.id, c.position LIMIT 10
    RETURN t {
      .id, .title,
      nextTracks: COLLECT {
        MATCH (t)-[n:TRANSITIONS_TO]->(o:Track)
        WITH n, o ORDER BY n.sets DESC, o.id LIMIT 5
        RETURN o {
          .id, .title, sets: n.sets,
          artists: COLLECT {
            MATCH (o)-[d:CREDITED_TO]->(b:Artist) WHERE d.role <> 'remixer'
            RETURN b {.id, .name} ORDER BY d.position
          }
        }
      }
    }
  }
} AS found
