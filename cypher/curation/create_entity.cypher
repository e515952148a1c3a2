// Brings a Track or Artist back, or makes a new one.
// in: $label, $said (its properties)   out: nothing
CREATE (node:$($label))
SET node = $said
