"""Our ids: a prefix that names the kind, an underscore, a ULID. Opaque, sortable by birth, never reused."""

from __future__ import annotations

import re

from ulid import ULID

PREFIXES: dict[str, str] = {
    "Track": "trk",
    "Artist": "art",
    "Setlist": "set",
    "Play": "ply",
    "Label": "lbl",
    "Event": "evt",
    "Place": "plc",
    "Series": "ser",
    "Tag": "tag",
    "Collection": "col",
    "Source": "src",
    "Observation": "obs",
    "Revision": "rev",
    "ReviewItem": "rvw",
}
"""Node label → prefix. `node(id)` learns the label from it, without a search."""

_LABELS = {prefix: label for label, prefix in PREFIXES.items()}
_FORM = re.compile(r"([a-z]{3})_[0-9A-HJKMNP-TV-Z]{26}")


def new_id(label: str) -> str:
    """A fresh id for a node of this label, e.g. `trk_01JDFQ…`."""
    return f"{PREFIXES[label]}_{ULID()}"


def label_of(uid: str) -> str | None:
    """The node label that an id speaks of, or None where it is no id of ours."""
    found = _FORM.fullmatch(uid)
    return _LABELS.get(found.group(1)) if found else None
