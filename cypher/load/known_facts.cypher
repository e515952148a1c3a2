// What the graph holds of the heads of Setlists.
// in: $ids of Setlists   out: setlist, kind (relationship type), entity (id)
UNWIND $ids AS id
MATCH (:Setlist {id: id})-[fact:PERFORMED_BY|AT|PART_OF|TAGGED]->(entity)
RETURN id AS setlist, type(fact) AS kind, entity.id AS entity
