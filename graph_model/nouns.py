"""All classes of the model in one list, for what is made from it: schema, docs/model.md, the vocabulary test."""

from __future__ import annotations

from neomodel import AsyncStructuredNode

from graph_model.artist import Artist
from graph_model.label import Label
from graph_model.observation import Identifier, Observation, SetAside, Source
from graph_model.occasion import Event, Place, Series
from graph_model.revision import Counter, Migration, Purpose, Revision
from graph_model.setlist import Play, Setlist
from graph_model.tag import Tag
from graph_model.track import Track

NODES: tuple[type[AsyncStructuredNode], ...] = (
    Track,
    Artist,
    Setlist,
    Play,
    Label,
    Event,
    Place,
    Series,
    Tag,
    Source,
    Observation,
    Identifier,
    SetAside,
    Revision,
    Counter,
    Migration,
    Purpose,
)
