"""Files that were imported: known by what they hold, so that a watched folder reads each once."""

from __future__ import annotations

from neomodel import AsyncStructuredNode, DateTimeNeo4jFormatProperty, StringProperty


class ImportedFile(AsyncStructuredNode):
    """A file that was read to its end, whether or not anything in it could be used."""

    hash = StringProperty(unique_index=True, required=True, help_text="SHA-256 of the content, hex.")
    name = StringProperty(required=True, help_text="What the file was called, without folders.")
    format = StringProperty(help_text="e.g. 'Traktor NML'; absent where it has none that we read.")
    importer = StringProperty(required=True, help_text="The importers' version: another one reads the file again.")
    at = DateTimeNeo4jFormatProperty(required=True, help_text="When, UTC.")
