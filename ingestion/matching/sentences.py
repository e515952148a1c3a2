"""Reasons in words: what a person reads of an axis."""

from __future__ import annotations

from collections.abc import Callable, Mapping

Said = Mapping[str, float]
_ALL, _MOST, _SOME = 0.999, 0.75, 0.35


def sentence(axis: str, said: Said) -> str:
    """One sentence on the axis; `said` holds the features by name."""
    return _SENTENCES[axis](said)


def _degree(share: float, what: str) -> str:
    if share >= _ALL:
        return f"all of {what}"
    if share >= _MOST:
        return f"most of {what} ({share:.0%})"
    return f"some of {what} ({share:.0%})" if share >= _SOME else f"little of {what} ({share:.0%})"


def _title(said: Said) -> str:
    if said["title_serial_differs"]:
        return f"titles are {said['title_close']:.0%} alike, but numbered otherwise"
    return "titles are equal" if said["title_equal"] else f"titles are {said['title_close']:.0%} alike"


def _artist(said: Said) -> str:
    if said["artist_equal"]:
        return "the same artists"
    if not said["artist_known"]:
        return "neither names an artist"
    least, most = said["artist_names_least"], said["artist_names_most"]
    return f"of the artists' names {_degree(least, 'the one side')} and {_degree(most, 'the other')} are on both"


def _version(said: Said) -> str:
    if said["version_one_sided"]:
        return "only one of them is a version"
    lost = said["version_lost_most"]
    return f"{_degree(lost, 'what names the version')} is missing on the other side" if lost else "the same version"


def _guests(said: Said) -> str:
    return f"{_degree(said['guests_shared'], 'the guests')} shared"


def _joint(said: Said) -> str:
    return f"the weakest of title, artist and version is {said['joint_weakest']:.0%} alike"


def _whole(said: Said) -> str:
    return f"of all that is printed {said['whole_least']:.0%} and {said['whole_most']:.0%} is on both sides"


def _known(word: str, known: str, near: Callable[[Said], str]) -> Callable[[Said], str]:
    return lambda said: near(said) if said[known] else f"{word} is not known on both sides"


_SENTENCES: dict[str, Callable[[Said], str]] = {
    "title": _title,
    "artist": _artist,
    "version": _version,
    "guests": _guests,
    "joint": _joint,
    "whole": _whole,
    "length": _known(
        "the length",
        "length_known",
        lambda said: f"lengths are {said['length_far'] * 90:.0f} s apart (90 s or more: 90)",
    ),
    "year": _known("the year", "year_known", lambda said: f"years are {said['year_far'] * 5:.0f} apart (5 or more: 5)"),
    "album": _known("the album", "album_known", lambda said: f"{_degree(said['album_most'], 'the album name')} shared"),
    "label": _known("the label", "label_known", lambda said: f"{_degree(said['label_shared'], 'the label')} shared"),
}
