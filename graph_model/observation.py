"""What was said, by whom, when; and the keys under which entities are known."""

from __future__ import annotations

from neomodel import (
    ArrayProperty,
    AsyncRelationshipTo,
    AsyncStructuredNode,
    AsyncStructuredRel,
    DateTimeNeo4jFormatProperty,
    FloatProperty,
    IntegerProperty,
    StringProperty,
)

from graph_model.fact import Movable
from graph_model.track import Measurement


class Source(AsyncStructuredNode):
    """A site, file or person that facts come from."""

    uid = StringProperty(db_property="id", unique_index=True, required=True, help_text="Opaque, stable.")
    name = StringProperty(unique_index=True, required=True, help_text="Short name, e.g. 'mixesdb'.")
    url = StringProperty(help_text="Where it lives.")
    licence = StringProperty(help_text="Under which terms, as far as known.")


class Description(AsyncStructuredRel):
    """DESCRIBES: the record is of that set.

    The leading record is the one that `Setlist.observation` names; a record that attests has the properties below; one
    that has none is former: its source has told otherwise since.
    """

    rows = IntegerProperty(help_text="Rows of a record that attests the set.")
    aligned = IntegerProperty(help_text="So many of them are rows of the leading record too.")
    said = StringProperty(help_text="What the record says as far as records are compared, JSON.")
    conflict_kinds = ArrayProperty(
        StringProperty(),
        help_text="What it says otherwise: date, venue, row_missing, row_extra, order, title or segue.",
    )
    conflict_positions = ArrayProperty(
        IntegerProperty(), help_text="For each, the row in its own record, from 1; 0 for the head."
    )
    conflict_leading = ArrayProperty(StringProperty(), help_text="For each, the leading record's words; '' for none.")
    conflict_attesting = ArrayProperty(StringProperty(), help_text="For each, this record's words; '' for none.")


class Attestation(AsyncStructuredRel):
    """ATTESTS: a row of a further record is this Play."""

    position = IntegerProperty(required=True, help_text="The row's place in that record, from 1.")
    text = StringProperty(required=True, help_text="The row, verbatim.")
    similarity = FloatProperty(required=True, help_text="How alike the two print it, 0.0 to 1.0.")


class Observation(AsyncStructuredNode):
    """What one page or record said at one time: never edited; newer ones stand beside it."""

    uid = StringProperty(db_property="id", unique_index=True, required=True, help_text="Opaque, stable.")
    source = StringProperty(required=True, help_text="Name of the Source.")
    url = StringProperty(help_text="The page.")
    seen_at = DateTimeNeo4jFormatProperty(required=True, help_text="When we read it, UTC.")
    raw_hash = StringProperty(required=True, help_text="SHA-256 of the record as read, hex.")
    parser = StringProperty(required=True, help_text="Parser and its version, e.g. 'djmix/1'.")
    confidence = FloatProperty(required=True, help_text="How far the source is to be trusted, 0.0 to 1.0.")
    data = StringProperty(required=True, help_text="The record as read, JSON.")

    describes = AsyncRelationshipTo("graph_model.fact.Entity", "DESCRIBES", model=Description)
    measured = AsyncRelationshipTo("graph_model.track.Track", "MEASURED", model=Measurement)
    attests = AsyncRelationshipTo("graph_model.setlist.Play", "ATTESTS", model=Attestation)


class Identification(Movable):
    """IDENTIFIES: the key leads to the entity."""

    confidence = FloatProperty(required=True, help_text="How sure, 0.0 to 1.0.")
    decided_by = StringProperty(required=True, help_text="The rule or person that decided, e.g. 'exact-key'.")
    at = DateTimeNeo4jFormatProperty(required=True, help_text="When, UTC.")


REDIRECT = "merged-id"
"""Scheme of the ids of entities that were merged away: such a key leads to what they are part of now."""


class Identifier(AsyncStructuredNode):
    """A key that points to an entity: a spelling, an ISRC, an MBID, a source's own key. Unique on scheme and value."""

    scheme = StringProperty(required=True, help_text="e.g. 'track-spelling', 'isrc', 'set-key', 'merged-id'.")
    value = StringProperty(required=True, help_text="The key itself.")

    identifies = AsyncRelationshipTo("graph_model.fact.Entity", "IDENTIFIES", model=Identification)


class SetAside(AsyncStructuredNode):
    """A record or row that could not be read: kept whole with its reason, to be replayed."""

    key = StringProperty(unique_index=True, required=True, help_text="SHA-256 of source, place and record, hex.")
    source = StringProperty(required=True, help_text="Name of the Source.")
    place = StringProperty(required=True, help_text="Where it stands, e.g. 'djmix-dataset.json.gz#mix0042, row 7'.")
    code = StringProperty(required=True, help_text="Stable code of the reason, e.g. 'BAD_ROW'.")
    reason = StringProperty(required=True, help_text="What is wrong and what to do, one sentence.")
    record = StringProperty(required=True, help_text="The record as read.")
    at = DateTimeNeo4jFormatProperty(required=True, help_text="When, UTC.")
