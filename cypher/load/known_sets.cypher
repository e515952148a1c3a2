// Setlists with all that their records say, as far as records are compared.
// in: $ids of Setlists   out: id, title, played_on, played_precision, url, observation, source, confidence (of the leading
//     record), venue [event, place], performers (names), plays [id, text, track, segue] in order, attesting [observation,
//     source, confidence, said]
UNWIND $ids AS id
MATCH (setlist:Setlist {id: id})
MATCH (led:Observation {id: setlist.observation})
RETURN id, setlist.title AS title, setlist.played_on AS played_on, setlist.played_precision AS played_precision,
  setlist.url AS url, led.id AS observation, led.source AS source, led.confidence AS confidence,
  [(setlist)-[:AT]->(event:Event) | [event.name, [(event)-[:IN]->(place:Place) | place.name][0]]][0] AS venue,
  COLLECT { MATCH (setlist)-[:PERFORMED_BY]->(:Artist)-[:ALIAS_OF*0..4]-(artist:Artist) RETURN DISTINCT artist.name
  } AS performers,
  COLLECT { MATCH (setlist)-[:HAS]->(play:Play)
    WITH play ORDER BY play.position, play.layer
    RETURN [play.id, play.text, [(play)-[:OF]->(track:Track) | track.id][0], play.segue]
  } AS plays,
  COLLECT { MATCH (setlist)<-[description:DESCRIBES]-(seen:Observation)
    WHERE description.rows IS NOT NULL
    WITH seen, description ORDER BY seen.source
    RETURN [seen.id, seen.source, seen.confidence, description.said]
  } AS attesting
