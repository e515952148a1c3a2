"""What stands behind each field that is more than a property, in plain Python; told by the schema, not by Cypher."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from operator import attrgetter
from typing import Any

from tests.resolvers.plain_graph import Edge, Node, PlainGraph, Properties
from tests.resolvers.sorted_rows import SortKey

NOTHING = Node("", {})


@dataclass(frozen=True)
class Item:
    """One element of a list or connection: a node, what is said of it there, and the relationship that says so."""

    node: Node
    properties: Properties = field(default_factory=dict)
    edge: Edge | None = None


Related = Callable[[PlainGraph, Any, dict[str, Any]], Iterable[Item]]


@dataclass(frozen=True)
class Relation:
    """What the field leads to, all of it, and its order where the client gives none."""

    items: Related
    order: tuple[SortKey, ...] = ()


def of_node(name: str, *, descending: bool = False) -> SortKey:
    """By a property of the node."""
    return lambda item: item.node.properties.get(name), descending


def of_edge(name: str, *, descending: bool = False) -> SortKey:
    """By a property of the relationship, or of what is said."""
    return lambda item: item.properties.get(name), descending


def out(kind: str) -> Related:
    """Along relationships of a type."""
    return lambda _, node, __: [Item(edge.end, edge.properties, edge) for edge in node.outgoing[kind]]


def into(kind: str) -> Related:
    """Against relationships of a type."""
    return lambda _, node, __: [Item(edge.start, edge.properties, edge) for edge in node.incoming[kind]]


def once(related: Related) -> Related:
    """Each node once, and nothing said of it."""
    return lambda graph, node, arguments: [
        Item(each) for each in dict.fromkeys(map(attrgetter("node"), related(graph, node, arguments)))
    ]


def all_of(label: str) -> Related:
    """Every node of a label."""
    return lambda graph, _, __: [Item(node) for node in graph.of_label(label)]


def one_of(*labels: str) -> Related:
    """The node with the given id, or the one that this id was merged into."""

    def found(graph: PlainGraph, _: Any, arguments: dict[str, Any]) -> list[Item]:
        uid = arguments["id"]
        redirects = [key for key in graph.of_label("Identifier") if key.properties["scheme"] == "merged-id"]
        merged = [
            edge.end for key in redirects if key.properties["value"] == uid for edge in key.outgoing["IDENTIFIES"]
        ]
        nodes = [graph.with_id(uid, *labels), *(node for node in merged if node.label in labels)]
        return [Item(node) for node in nodes if node]

    return found


def with_sets(related: Related) -> Related:
    """Transitions with at least `minSets` sets."""
    return lambda graph, node, arguments: [
        item
        for item in related(graph, node, arguments)
        if item.properties["sets"] >= (1 if (least := arguments.get("min_sets")) is None else least)
    ]


def artists_of_track(graph: PlainGraph, track: Node, arguments: dict[str, Any]) -> list[Item]:
    """Main and featured ones."""
    return [item for item in out("CREDITED_TO")(graph, track, arguments) if item.properties["role"] != "remixer"]


def plays_of_track(graph: PlainGraph, track: Node, arguments: dict[str, Any]) -> list[Item]:
    """Its rows, with the day of their set."""
    return [
        Item(item.node, {"played_on": setlist_of(item.node).properties.get("played_on")})
        for item in into("OF")(graph, track, arguments)
    ]


def setlist_of(play: Node) -> Node:
    """The set that a row is part of."""
    return play.incoming["HAS"][0].start


def versions_of(graph: PlainGraph, track: Node, _: dict[str, Any]) -> list[Item]:
    """Other tracks of the same group."""
    group = track.properties.get("version_group")
    return [
        Item(other, {"kind": other.properties.get("version_kind")})
        for other in graph.of_label("Track")
        if group is not None and other.properties.get("version_group") == group and other is not track
    ]


def external_ids(_: PlainGraph, node: Node, __: dict[str, Any]) -> list[Item]:
    """Keys of others; spellings are ours."""
    given = [(edge, edge.start.properties) for edge in node.incoming["IDENTIFIES"]]
    return [
        Item(NOTHING, {**key, "confidence": edge.properties.get("confidence")})
        for edge, key in given
        if not key["scheme"].endswith("-spelling") and key["scheme"] != "merged-id"
    ]


def links_of_track(_: PlainGraph, track: Node, __: dict[str, Any]) -> list[Item]:
    """One for each video that stands beside one of its rows."""
    plays = [edge.start for edge in track.incoming["OF"] if edge.start.properties.get("youtube_id") is not None]
    videos = {play.properties["youtube_id"] for play in plays}
    beside = {video: [play for play in plays if play.properties["youtube_id"] == video] for video in videos}
    return [
        Item(NOTHING, {
            "url": f"https://www.youtube.com/watch?v={video}",
            "confidence": max((play.properties["youtube_confidence"] for play in rows), default=None),
            "set_count": len({setlist_of(play) for play in rows}),
        })
        for video, rows in beside.items()
    ]  # fmt: skip


def evidence_of(_: PlainGraph, item: Item, __: dict[str, Any]) -> list[Item]:
    """Sets in which a row of the first track is followed by one of the second."""
    assert item.edge is not None
    rows = [edge.start for edge in item.edge.start.incoming["OF"]]
    following = [(row, then.end) for row in rows for then in row.outgoing["THEN"]]
    pairs = [row for row, later in following if any(of.end is item.edge.end for of in later.outgoing["OF"])]
    return [Item(setlist) for setlist in dict.fromkeys(map(setlist_of, pairs))]


def played_together(_: PlainGraph, artist: Node, __: dict[str, Any]) -> list[Item]:
    """Each direction of a pair counts."""
    found: dict[Node, list[int]] = {}
    for track in credited(artist):
        both = [(edge.end, edge) for edge in track.outgoing["TRANSITIONS_TO"]]
        both += [(edge.start, edge) for edge in track.incoming["TRANSITIONS_TO"]]
        for other, transition in both:
            for credit in other.outgoing["CREDITED_TO"]:
                if credit.properties["role"] != "remixer" and credit.end is not artist:
                    found.setdefault(credit.end, []).append(transition.properties["sets"])
    return [Item(node, {"transitions": len(sets), "sets": sum(sets)}) for node, sets in found.items()]


def credited(artist: Node) -> list[Node]:
    """Tracks that credit an artist other than as a remixer, once for each time."""
    edges = artist.incoming["CREDITED_TO"]
    return [edge.start for edge in edges if edge.start.label == "Track" and edge.properties["role"] != "remixer"]


def former_ids(_: PlainGraph, node: Node, __: dict[str, Any]) -> list[str]:
    """Ids of what was merged into it."""
    keys = [edge.start.properties for edge in node.incoming["IDENTIFIES"]]
    return sorted(key["value"] for key in keys if key["scheme"] == "merged-id")


def apart(graph: PlainGraph, node: Node, arguments: dict[str, Any]) -> list[Item]:
    """What it was told apart from, whichever way it was written down."""
    return [*out("DISTINCT_FROM")(graph, node, arguments), *into("DISTINCT_FROM")(graph, node, arguments)]
