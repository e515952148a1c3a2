// One act, and the act that undid it.
// in: $id   out: id, seq, action, before, after, undone_by (id or null)
MATCH (revision:Revision {id: $id})
RETURN revision.id AS id, revision.seq AS seq, revision.action AS action, revision.before AS before,
  revision.after AS after, [(undo:Revision)-[:UNDOES]->(revision) | undo.id][0] AS undone_by
