// Lets one transaction alone look for sets and write them (as in hold_aliases): what it did not find is not there.
// in: nothing   out: nothing
MATCH (counter:Counter {name: 'sets'})
SET counter.name = 'sets, held'
SET counter.name = 'sets'
