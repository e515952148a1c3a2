"""Each field of the schema that is more than a property, with what it leads to and its own order."""

from __future__ import annotations

from tests.resolvers import plain_provenance as provenance
from tests.resolvers import plain_sources as sources
from tests.resolvers.plain_relations import (
    Relation,
    all_of,
    apart,
    artists_of_track,
    evidence_of,
    external_ids,
    into,
    links_of_track,
    of_edge,
    of_node,
    once,
    one_of,
    out,
    played_together,
    plays_of_track,
    versions_of,
    with_sets,
)

ENTITIES = ("Track", "Artist", "Setlist", "Play", "Label", "Event", "Place", "Series", "Tag", "ReviewItem", "Revision")
BY_TITLE = (of_node("sort_title"), of_node("id"))
BY_NAME = (of_node("sort_name"), of_node("id"))
NEWEST = (of_node("played_on", descending=True), of_node("id"))
AS_PRINTED = (of_edge("position"), of_node("id"))
BEST_ATTESTED = (of_edge("sets", descending=True), of_node("id"))
LATEST = (of_node("seq", descending=True), of_node("id"))
SAID = (of_edge("field"), of_edge("value"), of_edge("observation"))
KEYS = (of_edge("scheme"), of_edge("value"))

RELATIONS = {
    ("Query", "node"): Relation(one_of(*ENTITIES)),
    ("Query", "track"): Relation(one_of("Track")),
    ("Query", "artist"): Relation(one_of("Artist")),
    ("Query", "setlist"): Relation(one_of("Setlist")),
    ("Query", "tracks"): Relation(all_of("Track"), BY_TITLE),
    ("Query", "artists"): Relation(all_of("Artist"), BY_NAME),
    ("Query", "setlists"): Relation(all_of("Setlist"), NEWEST),
    ("Query", "reviewItem"): Relation(one_of("ReviewItem")),
    ("Query", "reviewItems"): Relation(all_of("ReviewItem"), (of_node("probability", descending=True), of_node("id"))),
    ("Query", "stats"): Relation(provenance.stats),
    ("Artist", "aliases"): Relation(lambda *of: [*out("ALIAS_OF")(*of), *into("ALIAS_OF")(*of)], BY_NAME),
    ("Artist", "tracks"): Relation(
        lambda *of: [item for item in into("CREDITED_TO")(*of) if item.node.label == "Track"],
        (*BY_TITLE, of_edge("position")),
    ),
    ("Artist", "setlists"): Relation(once(into("PERFORMED_BY")), NEWEST),
    ("Artist", "playedTogetherWith"): Relation(
        played_together, (of_edge("transitions", descending=True), *BEST_ATTESTED)
    ),
    ("Artist", "externalIds"): Relation(external_ids, KEYS),
    ("Artist", "provenance"): Relation(provenance.of_artist, SAID),
    ("Track", "artists"): Relation(artists_of_track, AS_PRINTED),
    ("Track", "credits"): Relation(out("CREDITED_TO"), AS_PRINTED),
    ("Track", "releases"): Relation(
        out("RELEASED_ON"), (of_node("sort_name"), of_edge("catalog_number"), of_node("id"))
    ),
    ("Track", "plays"): Relation(plays_of_track, (of_edge("played_on", descending=True), of_node("id"))),
    ("Track", "nextTracks"): Relation(with_sets(out("TRANSITIONS_TO")), BEST_ATTESTED),
    ("Track", "previousTracks"): Relation(with_sets(into("TRANSITIONS_TO")), BEST_ATTESTED),
    ("Track", "versions"): Relation(versions_of, BY_TITLE),
    ("Track", "externalIds"): Relation(external_ids, KEYS),
    ("Track", "links"): Relation(links_of_track, (of_edge("set_count", descending=True), of_edge("url"))),
    ("Track", "provenance"): Relation(provenance.of_track, SAID),
    ("Track", "revisions"): Relation(once(into("CHANGED")), LATEST),
    ("Artist", "revisions"): Relation(once(into("CHANGED")), LATEST),
    ("Setlist", "revisions"): Relation(once(into("CHANGED")), LATEST),
    ("Track", "distinctFrom"): Relation(apart, (of_edge("at", descending=True), of_node("id"))),
    ("Artist", "distinctFrom"): Relation(apart, (of_edge("at", descending=True), of_node("id"))),
    ("ReviewItem", "about"): Relation(out("ABOUT")),
    ("ReviewItem", "candidates"): Relation(out("CANDIDATE"), (of_edge("rank"), of_node("id"))),
    ("Revision", "changed"): Relation(once(out("CHANGED")), (of_node("id"),)),
    ("Revision", "undoneBy"): Relation(into("UNDOES")),
    ("TransitionEdge", "evidence"): Relation(evidence_of, NEWEST),
    ("Setlist", "artists"): Relation(out("PERFORMED_BY"), AS_PRINTED),
    ("Setlist", "plays"): Relation(out("HAS"), (of_node("position"), of_node("layer"), of_node("id"))),
    ("Setlist", "event"): Relation(out("AT")),
    ("Setlist", "series"): Relation(out("PART_OF")),
    ("Setlist", "tags"): Relation(out("TAGGED"), BY_NAME),
    ("Setlist", "provenance"): Relation(provenance.of_setlist, SAID),
    ("Setlist", "sources"): Relation(sources.of_setlist, (of_edge("leads", descending=True), of_edge("source"))),
    ("Setlist", "conflicts"): Relation(sources.conflicts_of, (of_edge("source"), of_edge("number"))),
    ("Play", "track"): Relation(out("OF")),
    ("Play", "credits"): Relation(out("CREDITED_TO"), AS_PRINTED),
    ("Play", "setlist"): Relation(into("HAS")),
    ("Label", "tracks"): Relation(once(into("RELEASED_ON")), BY_TITLE),
    ("Event", "place"): Relation(out("IN")),
    ("Event", "setlists"): Relation(into("AT"), NEWEST),
    ("Series", "setlists"): Relation(into("PART_OF"), NEWEST),
    ("Tag", "setlists"): Relation(into("TAGGED"), NEWEST),
}
"""Type and field → what stands behind it."""
