// Tracks that at least five others follow: few have ten.
MATCH (t:Track)
WHERE COUNT { (t)-[:TRANSITIONS_TO]->() } >= 5
RETURN {id: t.id} AS parameters ORDER BY t.id
