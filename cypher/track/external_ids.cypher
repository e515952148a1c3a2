// Ids that others gave it; spellings and former ids are keys of ours.
// in: parent :Track   out: node map   order: node.scheme, node.value
MATCH (parent)<-[given:IDENTIFIES]-(key:Identifier)
WHERE NOT key.scheme ENDS WITH '-spelling' AND key.scheme <> 'merged-id'
WITH {scheme: key.scheme, value: key.value, confidence: given.confidence} AS node
RETURN node
