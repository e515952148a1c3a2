"""Revisions: one for each set loaded or curator's act, written in the transaction of the change."""

from __future__ import annotations

from neomodel import (
    AsyncRelationshipTo,
    AsyncStructuredNode,
    DateTimeNeo4jFormatProperty,
    IntegerProperty,
    StringProperty,
)

from graph_model.fact import Movable


class Revision(AsyncStructuredNode):
    """One change: who, when, before, after. Order of `seq` is the order of commit."""

    uid = StringProperty(db_property="id", unique_index=True, required=True, help_text="Opaque, stable.")
    seq = IntegerProperty(unique_index=True, required=True, help_text="Place in the one list of all changes, from 1.")
    at = DateTimeNeo4jFormatProperty(required=True, help_text="When, UTC.")
    actor = StringProperty(required=True, help_text="Who: a key's name, or the command.")
    action = StringProperty(required=True, help_text="What was done, e.g. 'load_set', 'merge_tracks', 'undo'.")
    reason = StringProperty(help_text="Why, where somebody said so.")
    before = StringProperty(help_text="State before, JSON; absent for what is new.")
    after = StringProperty(help_text="State after, JSON; absent for what is gone.")

    changed = AsyncRelationshipTo("graph_model.fact.Entity", "CHANGED", model=Movable)
    undoes = AsyncRelationshipTo("graph_model.revision.Revision", "UNDOES")


class Counter(AsyncStructuredNode):
    """A number that is handed out in blocks; locked from the taking to the commit."""

    name = StringProperty(unique_index=True, required=True, help_text="What it counts, e.g. 'revision'.")
    value = IntegerProperty(required=True, help_text="The last number given out.")


class Migration(AsyncStructuredNode):
    """A schema migration that has run."""

    name = StringProperty(unique_index=True, required=True, help_text="The file's name.")
    at = DateTimeNeo4jFormatProperty(required=True, help_text="When, UTC.")


class Purpose(AsyncStructuredNode):
    """What a database is for; the tests touch only one that says `tests`."""

    name = StringProperty(unique_index=True, required=True, help_text="'tests' in a database that may be emptied.")
