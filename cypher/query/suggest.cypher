// Names and titles that start with what somebody is typing.
// in: $prefix folded, $kinds kinds, $first int
// out: node :Track|Artist|Setlist|Label|Event|Place|Series|Tag, edge map   order: edge.rank, edge.text, node.id   most: 50
CALL () {
  WITH * WHERE 'track' IN $kinds MATCH (node:Track) WHERE node.sort_title STARTS WITH $prefix RETURN node, node.sort_title AS spelled ORDER BY spelled LIMIT 4 * $first
  UNION ALL
  WITH * WHERE 'artist' IN $kinds MATCH (node:Artist) WHERE node.sort_name STARTS WITH $prefix RETURN node, node.sort_name AS spelled ORDER BY spelled LIMIT $first
  UNION ALL
  WITH * WHERE 'setlist' IN $kinds MATCH (node:Setlist) WHERE node.sort_title STARTS WITH $prefix RETURN node, node.sort_title AS spelled ORDER BY spelled LIMIT $first
  UNION ALL
  WITH * WHERE 'label' IN $kinds MATCH (node:Label) WHERE node.sort_name STARTS WITH $prefix RETURN node, node.sort_name AS spelled ORDER BY spelled LIMIT $first
  UNION ALL
  WITH * WHERE 'event' IN $kinds MATCH (node:Event) WHERE node.sort_name STARTS WITH $prefix RETURN node, node.sort_name AS spelled ORDER BY spelled LIMIT $first
  UNION ALL
  WITH * WHERE 'place' IN $kinds MATCH (node:Place) WHERE node.sort_name STARTS WITH $prefix RETURN node, node.sort_name AS spelled ORDER BY spelled LIMIT $first
  UNION ALL
  WITH * WHERE 'series' IN $kinds MATCH (node:Series) WHERE node.sort_name STARTS WITH $prefix RETURN node, node.sort_name AS spelled ORDER BY spelled LIMIT $first
  UNION ALL
  WITH * WHERE 'tag' IN $kinds MATCH (node:Tag) WHERE node.sort_name STARTS WITH $prefix RETURN node, node.sort_name AS spelled ORDER BY spelled LIMIT $first
}
WITH node, {rank: CASE WHEN spelled = $prefix THEN 0 ELSE 1 END, text: coalesce(node.title, node.name)} AS edge
RETURN node, edge
