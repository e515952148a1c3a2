"""XML into a small tree that knows its lines. Read by defusedxml's SAX parser: no DTD, no entity, nothing from outside.

No tree of the standard library's keeps line numbers, and a refused row must say where it stands.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from xml.sax import SAXException, SAXParseException
from xml.sax.handler import ContentHandler
from xml.sax.xmlreader import AttributesImpl, Locator

from defusedxml.common import DefusedXmlException  # type: ignore[import-untyped]  # it has no type hints
from defusedxml.sax import parseString  # type: ignore[import-untyped]  # it has no type hints

from graph_model.errors import BadRecord
from ingestion.imports.source_file import SourceFile

DEEPEST = 100
"""Levels of elements; playlists in folders in folders have about ten."""


@dataclass(slots=True)
class Element:
    """One element; the tag without its namespace prefix."""

    tag: str
    attributes: dict[str, str]
    line: int
    children: list[Element] = field(default_factory=list)
    text: str = ""

    def all(self, tag: str) -> Iterator[Element]:
        """Its own children of this tag."""
        return (child for child in self.children if child.tag == tag)

    def first(self, tag: str) -> Element:
        """The first of them; an empty one where there is none, so that its attributes can be asked."""
        return next(self.all(tag), Element(tag, {}, self.line))

    def get(self, name: str) -> str | None:
        """An attribute, trimmed; None where it is missing or empty."""
        return self.attributes.get(name, "").strip() or None

    def said(self, tag: str) -> str | None:
        """The text of the first child of this tag; None where it is missing or empty."""
        return self.first(tag).text.strip() or None


def read_tree(file: SourceFile, without: Collection[str] = ()) -> Element:
    """The root element. Attributes named in `without` are left out. Raises BadRecord with the line."""
    builder = _Builder(file.name, frozenset(without))
    try:
        parseString(file.data, builder, forbid_dtd=True)
    except DefusedXmlException as problem:
        raise BadRecord(file.name, f"it declares a DTD or entities, which no export needs ({problem!r})") from problem
    except SAXParseException as problem:
        where = f"{file.name}, line {problem.getLineNumber()}"
        raise BadRecord(where, f"no well-formed XML ({problem.getMessage()}); export it again") from problem
    except (SAXException, ValueError, LookupError) as problem:
        raise BadRecord(file.name, f"no XML that can be read ({problem})") from problem
    return builder.root.children[0]


class _Builder(ContentHandler):
    def __init__(self, name: str, without: frozenset[str]) -> None:
        super().__init__()
        self.root = Element("", {}, 0)
        self._open, self._name, self._without = [self.root], name, without
        self._texts: list[str] = []
        self._locator: Locator

    def setDocumentLocator(self, locator: Locator) -> None:  # the interface's name
        self._locator = locator

    def startElement(self, name: str, attrs: AttributesImpl) -> None:  # the interface's name
        if len(self._open) > DEEPEST:
            raise BadRecord(self._name, f"its elements lie more than {DEEPEST} deep, which no export does")
        kept = {key: value for key, value in attrs.items() if key not in self._without}
        element = Element(name.rpartition(":")[2], kept, self._locator.getLineNumber() or 0)
        self._open[-1].children.append(element)
        self._open.append(element)
        self._texts.clear()

    def characters(self, content: str) -> None:
        self._texts.append(content)

    def endElement(self, name: str) -> None:  # the interface's name
        self._open.pop().text = "".join(self._texts)
        self._texts.clear()
