// When a row starts, in milliseconds from the set's start.
// in: parent :Play   out: value int
RETURN parent.cue_ms AS value
