// Where an event lies.
// in: parent :Event   out: node :Place
MATCH (parent)-[:IN]->(node)
RETURN node
