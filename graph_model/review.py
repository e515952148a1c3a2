"""Review items: what resolution left unsure, for a person to decide."""

from __future__ import annotations

from neomodel import (
    ArrayProperty,
    AsyncRelationshipTo,
    AsyncStructuredNode,
    DateTimeNeo4jFormatProperty,
    FloatProperty,
    IntegerProperty,
    StringProperty,
)

from graph_model.fact import Movable

REVIEW_STATES = ("open", "accepted", "rejected", "withdrawn")
"""accepted: the entity was a candidate, and was merged into it. rejected: it is none of them. withdrawn: what it asked
about is gone or was decided elsewhere."""


class Candidacy(Movable):
    """CANDIDATE: the entity in question may be this one."""

    rank = IntegerProperty(required=True, help_text="1 for the likeliest.")
    probability = FloatProperty(required=True, help_text="That they are the same, 0.0 to 1.0.")
    reasons = ArrayProperty(StringProperty(), help_text="The strongest reasons, for and against, each a sentence.")


class ReviewItem(AsyncStructuredNode):
    """A match too unsure to decide alone. Until somebody does, the entity in question is one of its own."""

    uid = StringProperty(db_property="id", unique_index=True, required=True, help_text="Opaque, stable.")
    kind = StringProperty(required=True, help_text="What is in question: track, artist or setlist.")
    state = StringProperty(index=True, required=True, help_text=f"One of {', '.join(REVIEW_STATES)}.")
    text = StringProperty(required=True, help_text="The printed row or name that raised it.")
    probability = FloatProperty(index=True, required=True, help_text="Of the likeliest candidate at first, 0.0 to 1.0.")
    matcher = StringProperty(required=True, help_text="The matcher and its version, e.g. 'matcher 1'.")
    observation = StringProperty(help_text="Id of the Observation that printed it.")
    opened_at = DateTimeNeo4jFormatProperty(index=True, required=True, help_text="When, UTC.")
    decided_at = DateTimeNeo4jFormatProperty(help_text="When, UTC; absent while it is open.")
    decided_by = StringProperty(help_text="Who; absent while it is open.")

    about = AsyncRelationshipTo("graph_model.fact.Entity", "ABOUT", model=Movable)
    candidates = AsyncRelationshipTo("graph_model.fact.Entity", "CANDIDATE", model=Candidacy)
