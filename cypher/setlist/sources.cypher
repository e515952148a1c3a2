// Which sources tell of a set: the one that leads, and those that attest it.
// in: parent :Setlist   out: node map   order: node.leads DESC, node.source, node.observation
MATCH (parent)<-[description:DESCRIBES]-(seen:Observation)
WHERE description.rows IS NOT NULL OR seen.id = parent.observation
WITH {
  source: seen.source, url: seen.url, observation: seen.id, seen_at: seen.seen_at,
  leads: seen.id = parent.observation,
  rows: coalesce(description.rows, parent.play_count), aligned: coalesce(description.aligned, parent.play_count),
  conflict_count: coalesce(size(description.conflict_kinds), 0)
} AS node
RETURN node
