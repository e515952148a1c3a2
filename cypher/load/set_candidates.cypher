// Which Setlists of other sources may be the same sets: of a day (its neighbours too) and a performer; of an address; and,
// where one of the two is undated, of Tracks that few sets play.
// in: $rows {source, spans [first day, last day, precision or ''], artists (spellings), url, tracks (keys), dated},
//     $least tracks, $most sets   out: place in $rows, id of a Setlist
UNWIND range(0, size($rows) - 1) AS place
WITH place, $rows[place] AS row
CALL (place, row) {
  UNWIND row.spans AS days
  MATCH (setlist:Setlist)
  WHERE setlist.played_on >= days[0] AND setlist.played_on <= days[1]
    AND (days[2] = '' OR setlist.played_precision = days[2])
    AND EXISTS {
      MATCH (setlist)-[:PERFORMED_BY]->(:Artist)-[:ALIAS_OF*0..4]-(:Artist)<-[:IDENTIFIES]-(key:Identifier)
      WHERE key.scheme = 'artist-spelling' AND key.value IN row.artists
    }
  RETURN setlist
  UNION
  MATCH (setlist:Setlist {url: row.url})
  RETURN setlist
  UNION
  UNWIND row.tracks AS value
  MATCH (:Identifier {scheme: 'track-spelling', value: value})-[:IDENTIFIES]->(track:Track)
  WHERE track.set_count <= $most
  MATCH (track)<-[:OF]-(:Play)<-[:HAS]-(setlist:Setlist)
  WHERE setlist.played_on IS NULL OR NOT row.dated
  WITH setlist, count(DISTINCT track) AS tracks
  WHERE tracks >= $least
  RETURN setlist
}
WITH DISTINCT place, row, setlist
WHERE NOT EXISTS { (setlist)<-[:DESCRIBES]-(:Observation {source: row.source}) }
RETURN place, setlist.id AS id
