// With which importers a file was read, if it was.
// in: $hash   out: importer
MATCH (file:ImportedFile {hash: $hash})
RETURN file.importer AS importer
