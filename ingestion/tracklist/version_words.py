"""The words that make a version, and their kinds."""

from __future__ import annotations

import re

_REMIX = (
    r"re-?mix+(?:ed|es)?|rmx|re-?works?|re-?fix|re-?shape|re-?touch|re-?construction|re-?make|re-?interpretation|interpretation|re-?rub|"
    r"re-?mode|re-?model|re-?boot|re-?paint|re-?spray|re-?vision|redux|re-?lick|re-?load|re-?think|re-?cut|re-?freak|re-?take|re-?twist|"
    r"re-?build|re-?wire|re-?form|re-?birth|re-?vamp|re-?fit|re-?invention|re-?tool|re-?work(?:ing|ed)|re-?imagin(?:ed|ing|ation)|"
    r"re-?rub|re-?jig|re-?press|treatment|de-?construction|bootleg|translation|reduction|reebeef|weemix|re-?flip|flip|bootie|booty|overhaul|makeover"
)
_KINDS = {
    "remix": _REMIX,
    "edit": r"(?:dj[- ]?)?(?:re-?)?edits?|extendit",
    "mashup": r"(?:s?mash|dash)[- ]?up|mega-?mash|blend|smash",
    "dub": r"(?:re-?)?dubb?",
    "vip": r"v\.?i\.?p\.?",
    "live": r"live(?: (?:pa|session|take|recording))?",
    "cover": r"cover",
    "instrumental": r"instrumental",
    "acapella": r"ac+ap+ell?a|a cap+el?la|drum-?apella|\w*-a-pella|pella|accapella",
    "remaster": r"re-?master(?:ed)?",
    "extended": r"extended|xtended",
    "mix": r"mix+|version|versi[oó]n|beats|dj[- ]tool|tool|vocal|vox|cut|take|rub|minimix",
}
_WORD = re.compile(
    rf"(?:^|(?<=[\s'\"./\]])){'|'.join(rf'(?P<{kind}>{words})' for kind, words in _KINDS.items())}", re.IGNORECASE
)
_LAST = re.compile(
    rf"(?:^|[\s'\"./&-])(?:{'|'.join(rf'(?P<{kind}>{words})' for kind, words in _KINDS.items())})"
    r"['\"]?(?:\s+(?:#?\d{1,4}|[ivx]{1,4}|[ab]|pt\.? ?\d|part \w+|v\.?\d|vol\.? ?\d|one|two|three))?['\"]?$",
    re.IGNORECASE,
)
_LIVE_AT = re.compile(r"live (?:at|in|from|@|on)\b.*", re.IGNORECASE)
_PLAIN = ("mix", "extended")
"""A "Mix" or "Version" of something is of that something's kind: "Dub Mix", "Live Version"."""
_INNER = tuple(
    (kind, re.compile(rf"(?:^|[\s'\"-])(?:{_KINDS[kind]})(?:$|[\s'\"])", re.IGNORECASE))
    for kind in (
        "mashup",
        "vip",
        "instrumental",
        "acapella",
        "dub",
        "remix",
        "edit",
        "live",
        "cover",
        "remaster",
        "extended",
    )
)


def last_word(group: str) -> re.Match[str] | None:
    """The word that makes `group` a version, with its kind as the match's group; None where there is none."""
    return _LAST.search(group) or _LIVE_AT.fullmatch(group)


def kind_of(version: str) -> str:
    """One of graph_model.track.VERSION_KINDS, by the printed words alone."""
    found = _LAST.search(version)
    if found is None:
        return "live"
    kind = str(found.lastgroup)
    if kind not in _PLAIN:
        return kind
    before = version[: found.start()]
    return next((inner for inner, words in _INNER if words.search(before)), kind)
