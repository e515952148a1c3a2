// Which of these spellings are an artist's, and how often each artist is credited: on Tracks, and in rows known in part.
// in: $spellings list of artist-spelling values   out: place int in $spellings, credits int; unknown ones are left out
UNWIND range(0, size($spellings) - 1) AS place
MATCH (:Identifier {scheme: 'artist-spelling', value: $spellings[place]})-[:IDENTIFIES]->(artist)
RETURN place, COUNT { (artist)<-[:CREDITED_TO]-() } AS credits
