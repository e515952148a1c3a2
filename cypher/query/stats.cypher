// How much the graph holds; totals come from Neo4j's count store, and the state of plays from its index.
// out: node map
WITH {
  setlists: COUNT { (:Setlist) },
  plays: COUNT { (:Play) },
  identified_plays: COUNT { ()-[:OF]->() },
  unidentified_plays: COUNT { (:Play) } - COUNT { ()-[:OF]->() },
  tracks: COUNT { (:Track) },
  artists: COUNT { (:Artist) },
  labels: COUNT { (:Label) },
  transitions: COUNT { ()-[:TRANSITIONS_TO]->() },
  set_aside: COUNT { (:SetAside) },
  revision: COLLECT { MATCH (counter:Counter {name: 'revision'}) RETURN counter.value LIMIT 1 }
} AS counted
WITH {
  setlists: counted.setlists, plays: counted.plays, identified_plays: counted.identified_plays,
  unidentified_plays: counted.unidentified_plays, tracks: counted.tracks, artists: counted.artists,
  labels: counted.labels, transitions: counted.transitions, set_aside: counted.set_aside,
  revision: coalesce(counted.revision[0], 0)
} AS node
RETURN node
