// Setlists with their Plays and the THEN that is stored, to be compared with the rules.
// in: $after id ('' for the first page), $page int   out: id, play_count, plays, thens   order: id
MATCH (setlist:Setlist)
WHERE setlist.id > $after
WITH setlist ORDER BY setlist.id LIMIT $page
RETURN setlist.id AS id, setlist.play_count AS play_count,
  COLLECT { MATCH (setlist)-[:HAS]->(play:Play)
    WITH play ORDER BY play.position, play.layer
    RETURN [play.id, play.position, play.state, play.break_before, play.segue, COUNT { (play)-[:OF]->(:Track) }]
  } AS plays,
  COLLECT { MATCH (setlist)-[:HAS]->(play:Play)-[then:THEN]->(next:Play)
    RETURN [play.id, next.id, then.segue]
  } AS thens
