// Keeps records as read; one that is known already stays as it is.
// in: $rows [id, source, url, raw_hash, parser, confidence, data], $at   out: nothing
UNWIND $rows AS row
MERGE (seen:Observation {id: row[0]})
ON CREATE SET seen.source = row[1], seen.url = row[2], seen.raw_hash = row[3], seen.parser = row[4],
  seen.confidence = row[5], seen.data = row[6], seen.seen_at = $at
