"""Versions: what is one, of which kind, and who made it."""

from __future__ import annotations

import pytest

from graph_model.track import VERSION_KINDS
from ingestion.tracklist.names import KnownNames
from ingestion.tracklist.version import read_makers, split_versions


@pytest.fixture
def names() -> KnownNames:
    """An imagined source that knows a few remixers, and many who are called Steve."""
    known = KnownNames(tags=["Above & Beyond"])
    for number in range(20):
        for name in ("Ann Other", "Flux", "Sanne", f"Steve {'ABCDEFGHIJKLMNOPQRST'[number]}rown"):
            known.saw(name, f"Title {number}")
    return known


def read(printed: str, names: KnownNames) -> tuple[str, str | None, str | None, list[str]]:
    found = split_versions(printed, names)
    makers = [credit.name for credit in read_makers(found.versions, names)]
    version = ", ".join(v.printed for v in found.versions) or None
    return found.title, version, found.versions[-1].kind if found.versions else None, makers


@pytest.mark.parametrize(
    ("printed", "title", "version", "kind", "makers"),
    [
        ("Tantra (Tom Demac Remix)", "Tantra", "Tom Demac Remix", "remix", ["Tom Demac"]),
        ("Tantra (Flume Extended Remix)", "Tantra", "Flume Extended Remix", "remix", ["Flume"]),
        ("Tantra (Extended Mix)", "Tantra", "Extended Mix", "extended", []),
        ("Tantra (Radio Edit)", "Tantra", "Radio Edit", "edit", []),
        ("Tantra (Outro Edit)", "Tantra", "Outro Edit", "edit", []),
        ('Tantra (12" Version)', "Tantra", '12" Version', "mix", []),
        ("Tantra (Club Mix)", "Tantra", "Club Mix", "mix", []),
        ("Tantra (Riddle Mix)", "Tantra", "Riddle Mix", "mix", []),
        ("Tantra (VIP)", "Tantra", "VIP", "vip", []),
        ("Tantra VIP", "Tantra", "VIP", "vip", []),
        ("Tantra (Dub)", "Tantra", "Dub", "dub", []),
        ("Tantra (Live At Somewhere)", "Tantra", "Live At Somewhere", "live", []),
        ("Tantra (Acappella)", "Tantra", "Acappella", "acapella", []),
        ("Tantra (2012 Remaster)", "Tantra", "2012 Remaster", "remaster", []),
        ("Tantra (Ann Other Hardspace Mix)", "Tantra", "Ann Other Hardspace Mix", "mix", ["Ann Other"]),
        ("Tantra (Ann Other's Monster Remix)", "Tantra", "Ann Other's Monster Remix", "remix", ["Ann Other"]),
        ("Tantra (Ann Other & Flux Night Mix)", "Tantra", "Ann Other & Flux Night Mix", "mix", ["Ann Other", "Flux"]),
        ("Tantra (Above & Beyond Club Mix)", "Tantra", "Above & Beyond Club Mix", "mix", ["Above & Beyond"]),
        ("Tantra (Steve Murano Vocal Mix)", "Tantra", "Steve Murano Vocal Mix", "mix", ["Steve Murano"]),
        ("Tantra (Remixed By Flux)", "Tantra", "Remixed By Flux", "remix", ["Flux"]),
        ("Tantra (Ann Other)", "Tantra", "Ann Other", "remix", ["Ann Other"]),
        ("Tantra - Flux Rework", "Tantra", "Flux Rework", "remix", ["Flux"]),
        ("Tantra (Flux Remix / Sanne Edit)", "Tantra", "Flux Remix, Sanne Edit", "edit", ["Flux", "Sanne"]),
        (
            "Tantra (16BL (16 Bit Lolitas) Remix)",
            "Tantra",
            "16BL (16 Bit Lolitas) Remix",
            "remix",
            ["16BL (16 Bit Lolitas)"],
        ),
    ],
)
def test_a_version_has_a_kind_and_its_makers(
    names: KnownNames, printed: str, title: str, version: str, kind: str, makers: list[str]
) -> None:
    assert read(printed, names) == (title, version, kind, makers)
    assert kind in VERSION_KINDS


@pytest.mark.parametrize(
    "printed",
    [
        "Tantra (Part 2)",
        "Tantra (Set Me Free)",
        "Tantra (A1)",
        "Tantra (Sensation 2014 Anthem)",
        "Remix Culture",
        "Live Wire",
    ],
)
def test_a_bracket_that_belongs_to_the_title_stays(names: KnownNames, printed: str) -> None:
    assert read(printed, names) == (printed, None, None, [])


@pytest.mark.parametrize(
    "note", ["Original Mix", "Original", "Original Version", "Unreleased", "1990", "Free Download"]
)
def test_the_original_and_notes_are_no_version(names: KnownNames, note: str) -> None:
    assert read(f"Tantra ({note})", names) == ("Tantra", None, None, [])


def test_remixes_by_two_people_differ(names: KnownNames) -> None:
    assert read("Tantra (Flux Remix)", names) != read("Tantra (Sanne Remix)", names)


@pytest.mark.parametrize("printed", ["Tantra (Feat. Ann Other)", "Tantra (ft Ann Other)", "Tantra Feat. Ann Other"])
def test_a_guest_in_the_title_is_a_credit(names: KnownNames, printed: str) -> None:
    found = split_versions(printed, names)
    assert (found.title, [guest for _, guest in found.featured]) == ("Tantra", ["Ann Other"])
