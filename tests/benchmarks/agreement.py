"""Before anything is timed: all peers must give the same answers, so that all do the same work."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import httpx
import orjson

from tests.benchmarks.peers import Peer
from tests.benchmarks.shapes import Parameters, Shape


class Disagreement(Exception):
    """A peer answers otherwise than the first one."""


def agree(peers: list[Peer], shape: Shape, sample: Iterable[Parameters]) -> float:
    """Compare all peers on a sample; the mean size of an answer of ours in bytes. Raises Disagreement."""
    sizes: list[int] = []
    names = [peer.name for peer in peers]
    with httpx.Client(timeout=30) as client:
        for parameters in sample:
            answers = [ask(client, peer, shape, parameters) for peer in peers]
            sizes.append(len(answers[0]))
            found = [plain(orjson.loads(answer)["data"]["found"]) for answer in answers]
            for peer, other in zip(peers[1:], found[1:], strict=True):
                if as_list(other) != as_list(found[0]):
                    said = [f"{name}: {str(as_list(value))[:1000]}" for name, value in zip(names, found, strict=True)]
                    raise Disagreement(f"{shape.name} with {parameters}, {peer.name}:\n" + "\n".join(said))
    return sum(sizes) / len(sizes)


def ask(client: httpx.Client, peer: Peer, shape: Shape, parameters: Parameters) -> bytes:
    """One answer. Raises Disagreement where it is an error."""
    headers = {"content-type": "application/json", "accept": "application/json"}
    answer = client.post(peer.url(shape), content=peer.body(shape, parameters), headers=headers)
    if answer.status_code != 200 or b'"errors"' in answer.content:
        raise Disagreement(f"{peer.name}, {shape.name} with {parameters}: {answer.status_code} {answer.text[:2000]}")
    return answer.content


def plain(value: Any) -> Any:
    """The answer without the wrapping that differs: edges, nodes, node and edge properties are laid flat."""
    if isinstance(value, list):
        return [plain(each) for each in value]
    if not isinstance(value, dict):
        return value
    for wrapping in ("edges", "nodes"):
        if wrapping in value:
            return plain(value[wrapping])
    flat: dict[str, Any] = {}
    for key, inner in value.items():
        flat |= plain(inner) if key in ("node", "properties") else {key: plain(inner)}
    return flat


def as_list(value: Any) -> list[Any]:
    """A peer that looks by id in a list gives a list of one, or of none."""
    if value is None:
        return []
    return value if isinstance(value, list) else [value]
