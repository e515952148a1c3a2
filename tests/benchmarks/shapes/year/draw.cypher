// Years that end the day after a setlist was played, so that a page is never empty.
MATCH (s:Setlist)
WHERE s.played_on IS NOT NULL
WITH DISTINCT s.played_on + duration('P1D') AS until
RETURN {from: toString(until - duration('P1Y')), until: toString(until)} AS parameters ORDER BY until
