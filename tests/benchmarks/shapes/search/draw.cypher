// Credits and titles of tracks that are played in more than one set; the texts are made from two of their words.
MATCH (t:Track)
WHERE t.set_count >= 2
RETURN {text: coalesce(t.artist_credit, '') + ' ' + t.title} AS parameters ORDER BY t.id
