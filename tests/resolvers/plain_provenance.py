"""Who said what, and how much there is, in plain Python."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from tests.resolvers.plain_graph import Edge, Node, PlainGraph, Properties
from tests.resolvers.plain_relations import NOTHING, Item

Said = tuple[str, str | None, Properties]
"""The field, its value as text, and the node or relationship that names the observation."""


def of_track(graph: PlainGraph, track: Node, _: dict[str, Any]) -> list[Item]:
    """Title, credits, releases, originals, and of each measured value the best source."""
    said: list[Said] = [("title", track.properties["title"], track.properties)]
    for credit in track.outgoing["CREDITED_TO"]:
        said.append(("artists", f"{credit.properties['printed']} ({credit.properties['role']})", credit.properties))
    for release in track.outgoing["RELEASED_ON"]:
        said.append(("releases", _with(release, "catalog_number", " - "), release.properties))
    for version in track.outgoing["VERSION_OF"]:
        text = f"{version.properties['kind']} of {version.end.properties['title']}"
        said.append(("versions", text, version.properties))
    return list(_told(graph, [*said, *_measured(track)]))


def _measured(track: Node) -> Iterator[Said]:
    best: dict[tuple[str, str], Properties] = {}
    edges = sorted(track.incoming["MEASURED"], key=lambda edge: edge.start.properties["id"])
    edges.sort(key=lambda edge: edge.start.properties["seen_at"], reverse=True)
    edges.sort(key=lambda edge: edge.start.properties["confidence"], reverse=True)
    for edge in edges:
        for name, key in (
            ("bpm", "bpm"),
            ("musicalKey", "musical_key"),
            ("durationMs", "duration_ms"),
            ("year", "year"),
        ):
            if (value := edge.properties.get(key)) is not None:
                best.setdefault((name, str(value)), edge.start.properties)
    for (name, value), seen in best.items():
        yield name, value, {"confidence": seen["confidence"], "observation": seen["id"]}


def of_artist(graph: PlainGraph, artist: Node, _: dict[str, Any]) -> list[Item]:
    """The name, and other names."""
    said: list[Said] = [("name", artist.properties["name"], artist.properties)]
    said += [("aliases", edge.end.properties["name"], edge.properties) for edge in artist.outgoing["ALIAS_OF"]]
    said += [("aliases", edge.start.properties["name"], edge.properties) for edge in artist.incoming["ALIAS_OF"]]
    return list(_told(graph, said))


def of_setlist(graph: PlainGraph, setlist: Node, _: dict[str, Any]) -> list[Item]:
    """Title, day, performers, event, series, tags."""
    own = setlist.properties
    said: list[Said] = [("title", own["title"], own)]
    if own.get("played_on") is not None:
        said.append(("playedOn", f"{own['played_on'].isoformat()} ({own['played_precision']})", own))
    for edge in setlist.outgoing["PERFORMED_BY"]:
        said.append(("artists", f"{edge.end.properties['name']} ({edge.properties['role']})", edge.properties))
    said += [("event", edge.end.properties["name"], edge.properties) for edge in setlist.outgoing["AT"]]
    said += [("series", _with(edge, "number", " "), edge.properties) for edge in setlist.outgoing["PART_OF"]]
    said += [("tags", edge.end.properties["name"], edge.properties) for edge in setlist.outgoing["TAGGED"]]
    return list(_told(graph, said))


def _with(edge: Edge, name: str, joint: str) -> str:
    """The name at the end of the edge, and what the edge adds to it."""
    added = edge.properties.get(name)
    return f"{edge.end.properties['name']}{'' if added is None else joint + added}"


def _told(graph: PlainGraph, said: list[Said]) -> Iterator[Item]:
    rows = dict.fromkeys((name, value, of.get("confidence"), of.get("observation")) for name, value, of in said)
    for name, value, confidence, uid in rows:
        seen = graph.with_id(uid, "Observation") if uid else None
        if seen is not None:
            told = {key: seen.properties.get(key) for key in ("source", "url", "seen_at", "parser")}
            yield Item(NOTHING, {"field": name, "value": value, "confidence": confidence, "observation": uid, **told})


def stats(graph: PlainGraph, _: None, __: dict[str, Any]) -> list[Item]:
    """Counts over the whole graph."""
    plays = graph.of_label("Play")
    identified = sum(len(play.outgoing["OF"]) for play in plays)
    counters = {node.properties["name"]: node.properties["value"] for node in graph.of_label("Counter")}
    return [Item(NOTHING, {
        "setlists": len(graph.of_label("Setlist")), "plays": len(plays), "identified_plays": identified,
        "unidentified_plays": len(plays) - identified, "tracks": len(graph.of_label("Track")),
        "artists": len(graph.of_label("Artist")), "labels": len(graph.of_label("Label")),
        "transitions": sum(len(track.outgoing["TRANSITIONS_TO"]) for track in graph.of_label("Track")),
        "set_aside": len(graph.of_label("SetAside")), "revision": counters.get("revision", 0),
    })]  # fmt: skip
