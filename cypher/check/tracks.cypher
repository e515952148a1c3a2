// Tracks with the edges and counts that are stored, and the evidence in the Plays that they must agree with.
// in: $after id ('' for the first page), $page int   order: id
// out: id, set_count, sets, edges [id of the next Track, sets, djs, segues, first_played, last_played, observations,
//      confidence], evidence [id of the next Track, id of the Setlist, segue, played_on, djs, observation, confidence]
MATCH (track:Track)
WHERE track.id > $after
WITH track ORDER BY track.id LIMIT $page
RETURN track.id AS id, track.set_count AS set_count,
  COUNT { MATCH (track)<-[:OF]-(:Play)<-[:HAS]-(setlist:Setlist) RETURN DISTINCT setlist } AS sets,
  COLLECT { MATCH (track)-[edge:TRANSITIONS_TO]->(next:Track)
    RETURN [next.id, edge.sets, edge.djs, edge.segues, edge.first_played, edge.last_played, edge.observations,
      edge.confidence]
  } AS edges,
  COLLECT { MATCH (track)<-[:OF]-(play:Play)-[then:THEN]->(:Play)-[:OF]->(next:Track)
    WHERE next <> track
    MATCH (play)<-[:HAS]-(setlist:Setlist)
    RETURN [next.id, setlist.id, then.segue, setlist.played_on,
      COLLECT { MATCH (setlist)-[:PERFORMED_BY {role: 'main'}]->(artist:Artist)-[:ALIAS_OF*0..4]-(name:Artist)
        WITH artist, min(name.id) AS dj
        RETURN dj
      }, setlist.observation, setlist.confidence]
  } AS evidence
