"""Media types: which one the client sent, and which one it wants back."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from graph_model.errors import NotAcceptable, UnsupportedMediaType

JSON = b"application/json"
GRAPHQL = b"application/graphql-response+json"
HTML = b"text/html"

CACHED = 512
"""An Accept header is at most so many bytes long, or it is read anew each time: the cache stays small."""


def answer_type(accept: bytes) -> bytes:
    """The media type of the answer. Raises NotAcceptable.

    `application/json` for everyone who does not name the newer type, as the specification asks during the transition;
    clients that name both as equals know both, and get the newer one.
    """
    return _answer_type(accept) if len(accept) <= CACHED else _answer_type.__wrapped__(accept)


def wants_page(accept: bytes) -> bool:
    """Whether it is a browser that shows a page: HTML is named, and nothing of ours is liked better."""
    ranges = _ranges(accept)
    liked = ranges.get(HTML, 0.0)
    return liked > 0 and liked >= max(ranges.get(JSON, 0.0), ranges.get(GRAPHQL, 0.0))


@lru_cache(maxsize=256)
def _answer_type(accept: bytes) -> bytes:
    if not accept.strip():
        return JSON
    ranges = _ranges(accept)
    anything = ranges.get(b"application/*", ranges.get(b"*/*", 0.0))
    plain, newer = ranges.get(JSON, anything), ranges.get(GRAPHQL, anything)
    if plain <= 0 and newer <= 0:
        raise NotAcceptable
    return GRAPHQL if newer > plain or (newer == plain and GRAPHQL in ranges) else JSON


def check_content_type(content_type: bytes, encoding: bytes) -> None:
    """Raises UnsupportedMediaType for anything but plain JSON in UTF-8.

    It also keeps other sites out: a browser sends `application/json` across sites only after it asked, and we say no.
    """
    if content_type == JSON and not encoding:
        return
    media, parameters = _parts(content_type)
    plain = encoding.strip().lower() in (b"", b"identity")
    if media != JSON or not plain or parameters.get(b"charset", b"utf-8") not in (b"utf-8", b"utf8"):
        raise UnsupportedMediaType


def _ranges(accept: bytes) -> dict[bytes, float]:
    """Each media range with its weight, 0.0 to 1.0; ranges in a charset other than UTF-8 are left out."""
    return {
        media: _weight(parameters.get(b"q", b"1"))
        for media, parameters in map(_parts, accept.split(b","))
        if parameters.get(b"charset", b"utf-8") in (b"utf-8", b"utf8")
    }


def _parts(value: bytes) -> tuple[bytes, dict[bytes, bytes]]:
    media, *parameters = value.lower().split(b";")
    return media.strip(), dict(_parameters(parameters))


def _parameters(parameters: list[bytes]) -> Iterator[tuple[bytes, bytes]]:
    for parameter in parameters:
        name, _, value = parameter.partition(b"=")
        yield name.strip(), value.strip().strip(b'"')


def _weight(text: bytes) -> float:
    """A weight that cannot be read counts as 0: such a range is not wanted."""
    try:
        weight = float(text)
    except ValueError:
        return 0.0
    return weight if 0.0 <= weight <= 1.0 else 0.0
