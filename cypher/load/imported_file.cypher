// Notes that a file was imported.
// in: $hash, $name, $format, $importer, $at   out: nothing
MERGE (file:ImportedFile {hash: $hash})
SET file.name = $name, file.format = $format, file.importer = $importer, file.at = $at
