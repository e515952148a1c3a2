// Keeps records that could not be read, with their reason.
// in: $rows {key, source, place, code, reason, record}, $at   out: nothing
UNWIND $rows AS row
MERGE (kept:SetAside {key: row.key})
ON CREATE SET kept.at = $at
SET kept.source = row.source, kept.place = row.place, kept.code = row.code, kept.reason = row.reason,
  kept.record = row.record
