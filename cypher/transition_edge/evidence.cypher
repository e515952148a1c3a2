// The setlists in which the two tracks of a transition really stood next to each other, newest first.
// in: parent TRANSITIONS_TO   out: node :Setlist   order: node.played_on DESC, node.id
WITH startNode(parent) AS before, endNode(parent) AS after
MATCH (before)<-[:OF]-(earlier:Play)-[:THEN]->(later:Play)-[:OF]->(after)
MATCH (earlier)<-[:HAS]-(setlist)
WITH DISTINCT setlist AS node
RETURN node
