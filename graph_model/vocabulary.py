"""The words of the graph, read off the model: which properties a node label or relationship type has."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any

from neomodel import AsyncStructuredNode, AsyncStructuredRel
from neomodel.async_.relationship_manager import AsyncRelationshipDefinition
from neomodel.properties import Property

from graph_model.artist import Artist
from graph_model.collection import Collection
from graph_model.imported_file import ImportedFile
from graph_model.label import Label
from graph_model.observation import Identifier, Observation, SetAside, Source
from graph_model.occasion import Event, Place, Series
from graph_model.review import ReviewItem
from graph_model.revision import Counter, Migration, Purpose, Revision
from graph_model.setlist import Play, Setlist
from graph_model.tag import Tag
from graph_model.track import Track

NODES: tuple[type[AsyncStructuredNode], ...] = (
    Track, Artist, Setlist, Play, Label, Event, Place, Series, Tag,
    Collection, Source, Observation, Identifier, SetAside, ImportedFile, ReviewItem, Revision, Counter, Migration,
    Purpose,
)  # fmt: skip
"""Every kind of node."""


@dataclass(frozen=True, slots=True)
class Word:
    """One property: its name in the graph, its type's name (String, Integer …), whether it is always there."""

    name: str
    kind: str
    always: bool
    about: str


@cache
def node_words(label: str) -> dict[str, Word]:
    """The properties of a node label, by name. Raises KeyError for a label that is not in the model."""
    return _words({node.__label__: node for node in NODES}[label])


@cache
def edge_words(kind: str) -> dict[str, Word]:
    """The properties of a relationship type, over all places where it is used. Raises KeyError for an unknown one."""
    return {name: word for model in edge_models()[kind] for name, word in _words(model).items()}


@cache
def edge_models() -> dict[str, list[type[AsyncStructuredRel]]]:
    """Relationship type → the classes that describe its properties (none for a bare one)."""
    found: dict[str, list[type[AsyncStructuredRel]]] = {}
    for node in NODES:
        for defined in vars(node).values():
            if isinstance(defined, AsyncRelationshipDefinition):
                words: dict[str, Any] = dict(defined.definition)
                found.setdefault(words["relation_type"], []).extend(filter(None, [words["model"]]))
    return found


def _words(model: type[AsyncStructuredNode] | type[AsyncStructuredRel]) -> dict[str, Word]:
    properties: dict[str, Property[Any]] = dict(model.defined_properties(aliases=False, rels=False))
    words = [_word(name, given) for name, given in properties.items()]
    return {word.name: word for word in words}


def _word(name: str, given: Property[Any]) -> Word:
    kind = type(given).__name__.removesuffix("Property")
    return Word(given.db_property or name, kind, given.required or given.has_default, given.help_text or "")
