// Lets one transaction at a time add aliases: until it ends nobody else changes who is whom.
// in: nothing   out: nothing
MERGE (counter:Counter {name: 'aliases'})
ON CREATE SET counter.value = 0
SET counter.value = counter.value + 1
