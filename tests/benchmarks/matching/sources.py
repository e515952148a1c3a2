"""Where the labelled data lie: beside the checkout and in the demo's cache. None of it is shipped."""

from __future__ import annotations

from pathlib import Path

from runtime import demo_data
from runtime.settings import Settings
from tests.fixtures.shared import SHARED

ITUNES_AMAZON, TOP_HITS = SHARED / "itunes_amazon", SHARED / "spotify_top_hits" / "spotify.csv"


class Absent(Exception):
    """A data set that is not here, by its name."""


def demo_file() -> Path:
    """The demo's records in the cache. Raises Absent: nothing is fetched for a report."""
    cache = Settings().cache_dir.absolute()
    file = cache / "demo" / f"djmix-{demo_data.VERSION}" / Path(demo_data.MEMBER).name
    return existing(file, "djmix, the demo's records: load the demo first")


def existing(path: Path, what: str) -> Path:
    """The path. Raises Absent."""
    if not path.exists():
        raise Absent(what)
    return path
