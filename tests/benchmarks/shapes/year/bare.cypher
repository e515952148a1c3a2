// The last twenty setlists of a year that starts on any day, with their artists.
// in: $from, $until
MATCH (s:Setlist)
WHERE date($from) <= s.played_on < date($until)
WITH s ORDER BY s.played_on DESC, s.id DESC LIMIT 20
RETURN s {
  .id, .title, playedOn: toString(s.played_on),
  artists: COLLECT {
    MATCH (s)-[p:PERFORMED_BY]->(a:Artist)
    RETURN a {.id, .name} ORDER BY p.position
  }
} AS found
