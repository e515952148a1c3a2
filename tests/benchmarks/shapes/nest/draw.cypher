// Artists with at least ten tracks.
MATCH (a:Artist)
WHERE COUNT { (a)<-[:CREDITED_TO]-() } >= 10
RETURN {id: a.id} AS parameters ORDER BY a.id
