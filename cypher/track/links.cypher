// Videos that a machine found for the rows of a track.
// in: parent :Track   out: node map   order: node.set_count DESC, node.url
MATCH (parent)<-[:OF]-(play:Play)<-[:HAS]-(setlist)
WHERE play.youtube_id IS NOT NULL
WITH play.youtube_id AS video, max(play.youtube_confidence) AS confidence, count(DISTINCT setlist) AS sets
WITH {url: 'https://www.youtube.com/watch?v=' + video, confidence: confidence, set_count: sets} AS node
RETURN node
