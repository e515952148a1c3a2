// Anything with an id of ours; each label has a unique index, so that this costs one seek a label.
// in: $id id   out: node :Track|Artist|Setlist|Play|Label|Event|Place|Series|Tag
MATCH (node:Track|Artist|Setlist|Play|Label|Event|Place|Series|Tag {id: $id})
RETURN node
