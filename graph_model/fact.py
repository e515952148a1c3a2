"""What every stored fact carries: who said so, and how sure we are."""

from __future__ import annotations

from neomodel import (
    ArrayProperty,
    AsyncStructuredNode,
    AsyncStructuredRel,
    DateTimeNeo4jFormatProperty,
    FloatProperty,
    StringProperty,
)


class Movable(AsyncStructuredRel):
    """What a curator can move from one entity to another."""

    moves = ArrayProperty(
        StringProperty(),
        help_text="Curators' acts that brought it here, oldest first: 'merge rev_… trk_…' (act, Revision, where from).",
    )


class Fact(Movable):
    """A relationship that an Observation stands behind."""

    observation = StringProperty(help_text="Id of the Observation that said so first.")
    confidence = FloatProperty(help_text="How sure we are of it, 0.0 to 1.0.")


class Entity(AsyncStructuredNode):
    """What has an id of ours and was said by somebody."""

    __abstract_node__ = True

    uid = StringProperty(db_property="id", unique_index=True, required=True, help_text="Opaque, stable, never reused.")
    observation = StringProperty(help_text="Id of the Observation that spoke of it first.")
    confidence = FloatProperty(help_text="How sure we are that it is what it says, 0.0 to 1.0.")


class Distinction(Movable):
    """Somebody has decided that the two are not the same, however alike they look."""

    by = StringProperty(required=True, help_text="Who decided.")
    at = DateTimeNeo4jFormatProperty(required=True, help_text="When, UTC.")
    reason = StringProperty(help_text="Why, where somebody said so.")
    revision = StringProperty(required=True, help_text="Id of the Revision that decided.")
