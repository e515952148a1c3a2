// The keys and records of Setlists: one key a record, one record a source.
// in: $after id ('' for the first page), $page int   order: id
// out: id, keys (number), described (bool), source, attesting [observation, source, aligned, Plays that it attests]
MATCH (setlist:Setlist)
WHERE setlist.id > $after
WITH setlist ORDER BY setlist.id LIMIT $page
OPTIONAL MATCH (led:Observation {id: setlist.observation})
RETURN setlist.id AS id, COUNT { (setlist)<-[:IDENTIFIES]-(:Identifier {scheme: 'set-key'}) } AS keys,
  EXISTS { (setlist)<-[:DESCRIBES]-(led) } AS described, led.source AS source,
  COLLECT { MATCH (setlist)<-[description:DESCRIBES]-(seen:Observation)
    WHERE description.rows IS NOT NULL
    RETURN [seen.id, seen.source, description.aligned,
      COUNT { MATCH (seen)-[:ATTESTS]->(play:Play)<-[:HAS]-(setlist) RETURN DISTINCT play }]
  } AS attesting
