// Scenes that do not touch each other, all alike: 10 artists, 24 tracks, 20 sets of 8 plays; every tenth set is undated.
// in: $scenes int   out: nothing
UNWIND range(1, $scenes) AS scene
CALL (scene) {
  WITH right('000000' + toString(scene), 6) AS tag
  CREATE (event:Event {id: 'evt_' + tag, name: 'Event ' + tag, sort_name: 'event ' + tag}),
    (place:Place {id: 'plc_' + tag, name: 'Place ' + tag, sort_name: 'place ' + tag}),
    (series:Series {id: 'ser_' + tag, name: 'Series ' + tag, sort_name: 'series ' + tag}),
    (style:Tag {id: 'tag_' + tag, name: 'Style ' + tag, sort_name: 'style ' + tag}),
    (label:Label {id: 'lbl_' + tag, name: 'Label ' + tag, sort_name: 'label ' + tag}),
    (seen:Observation {id: 'obs_' + tag, source: 'scenes', seen_at: datetime('2026-01-01T00:00:00Z'), raw_hash: tag,
      parser: 'scenes 1', confidence: 0.9, data: '{}'}),
    (event)-[:IN {observation: 'obs_' + tag, confidence: 0.9}]->(place)
  WITH tag, event, series, style, label, 'obs_' + tag AS said
  UNWIND range(0, 9) AS i
  CREATE (artist:Artist {id: 'art_' + tag + '_' + i, name: 'Artist ' + tag + ' ' + i, sort_name: 'artist ' + tag + ' ' + i,
    observation: said, confidence: 0.9})
  WITH tag, event, series, style, label, said, collect(artist) AS artists
  UNWIND range(0, 23) AS i
  WITH *, artists[i % 10] AS artist, artists[(i + 3) % 10] AS other, right('0' + toString(i), 2) AS ii
  CREATE (track:Track {id: 'trk_' + tag + '_' + ii, title: 'Track ' + tag + ' ' + ii, sort_title: 'track ' + tag + ' ' + ii,
    artist_credit: artist.name, version_group: tag + '_' + toString(i / 2), observation: said, confidence: 0.9, set_count: 0})
  CREATE (track)-[:CREDITED_TO {position: 0, role: 'main', printed: artist.name, join_phrase: ' & ', observation: said}]->(artist)
  CREATE (track)-[:CREDITED_TO {position: 1, role: 'featured', printed: other.name, join_phrase: '', observation: said}]->(other)
  CREATE (track)-[:RELEASED_ON {catalog_number: 'C' + ii, observation: said}]->(label)
  CREATE (:Identifier {scheme: 'isrc', value: tag + ii})-[:IDENTIFIES {confidence: 1.0, decided_by: 'scenes',
    at: datetime('2026-01-01T00:00:00Z')}]->(track)
  WITH tag, event, series, style, said, artists, collect(track) AS tracks
  UNWIND range(0, 19) AS s
  WITH *, artists[s % 10] AS artist, right('0' + toString(s), 2) AS ss
  CREATE (setlist:Setlist {id: 'set_' + tag + '_' + ss, title: 'Set ' + tag + ' ' + ss, sort_title: 'set ' + tag + ' ' + ss,
    played_on: CASE WHEN s % 10 = 9 THEN null ELSE date('2000-01-01') + duration({days: 7 * s + scene}) END,
    played_precision: CASE WHEN s % 10 = 9 THEN null ELSE 'day' END, play_count: 8, observation: said, confidence: 0.9})
  CREATE (setlist)-[:PERFORMED_BY {position: 0, role: 'main', observation: said, confidence: 0.9}]->(artist),
    (setlist)-[:AT {observation: said, confidence: 0.9}]->(event),
    (setlist)-[:PART_OF {number: ss, observation: said, confidence: 0.9}]->(series),
    (setlist)-[:TAGGED {weight: 1, observation: said, confidence: 0.9}]->(style)
  WITH tag, said, tracks, setlist, s, ss
  UNWIND range(0, 7) AS p
  WITH tag, said, setlist, s, ss, p, tracks[(5 * s + 3 * p + p * p * (s % 3)) % 24] AS track
  CREATE (setlist)-[:HAS]->(play:Play {id: 'ply_' + tag + '_' + ss + toString(p), position: p + 1, layer: 0, cue_ms: 300000 * p,
    text: track.title, state: 'identified', segue: p % 3 = 0, observation: said, confidence: 0.9})-[:OF]->(track)
  WITH setlist, play ORDER BY play.position
  WITH setlist, collect(play) AS plays
  UNWIND range(0, size(plays) - 2) AS p
  WITH plays[p] AS before, plays[p + 1] AS after
  CREATE (before)-[:THEN {segue: before.segue}]->(after)
} IN TRANSACTIONS OF 25 ROWS
