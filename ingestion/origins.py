"""The Sources that are known by name: where they live and under which terms they are."""

from __future__ import annotations

from typing import NamedTuple


class Origin(NamedTuple):
    """Address and licence of a Source, as far as known."""

    url: str | None = None
    licence: str | None = None


ORIGINS: dict[str, Origin] = {
    "djmix": Origin("https://github.com/mir-aidj/djmix-dataset", "none stated; see Kim, Yang, Nam, DAFx 2022"),
    "mixesdb": Origin("https://www.mixesdb.com", "none stated"),
    "gdshowsdb": Origin("https://github.com/jefmsmit/gdshowsdb", "MIT"),
    "gd-shows-apache": Origin("https://github.com/jeffscottbrown/gratefuldeadshows", "Apache-2.0"),
}
"""Name of a Source → what is known of it; others are Sources without an address."""
