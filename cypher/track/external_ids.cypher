// Ids that others gave a track; spellings are keys of ours.
// in: parent :Track   out: node map   order: node.scheme, node.value
MATCH (parent)<-[given:IDENTIFIES]-(key:Identifier)
WHERE NOT key.scheme ENDS WITH '-spelling'
WITH {scheme: key.scheme, value: key.value, confidence: given.confidence} AS node
RETURN node
