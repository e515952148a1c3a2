"""Filters, each with the same condition in Python, over the values that the API gives of the small graph."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

Where = dict[str, Any]
Case = tuple[Where, Callable[[Any], bool]]

OF_VALUES: list[Case] = [
    ({"title": {"eq": "Jaguar"}}, lambda t: t["title"] == "Jaguar"),
    ({"title": {"ne": "Jaguar"}}, lambda t: t["title"] != "Jaguar"),
    ({"title": {"in": ["Jaguar", "Strings of Life", "none"]}}, lambda t: t["title"] in ("Jaguar", "Strings of Life")),
    ({"title": {"contains": "a"}}, lambda t: "a" in t["title"]),
    ({"title": {"startsWith": "T"}}, lambda t: t["title"].startswith("T")),
    ({"title": {"endsWith": ")"}}, lambda t: t["title"].endswith(")")),
    ({"title": {"contains": "a", "endsWith": ")"}}, lambda t: "a" in t["title"] and t["title"].endswith(")")),
    ({"setCount": {"eq": 9}}, lambda t: t["setCount"] == 9),
    ({"setCount": {"ne": 9}}, lambda t: t["setCount"] != 9),
    ({"setCount": {"in": [8, 9, 10]}}, lambda t: t["setCount"] in (8, 9, 10)),
    ({"setCount": {"lt": 9}}, lambda t: t["setCount"] < 9),
    ({"setCount": {"lte": 9}}, lambda t: t["setCount"] <= 9),
    ({"setCount": {"gt": 9}}, lambda t: t["setCount"] > 9),
    ({"setCount": {"gte": 9}}, lambda t: t["setCount"] >= 9),
    ({"setCount": {"gt": 7, "lt": 10}}, lambda t: 7 < t["setCount"] < 10),
    ({"versionKind": {"eq": "REMIX"}}, lambda t: t["versionKind"] == "REMIX"),
    ({"versionKind": {"in": ["REMIX", "DUB"]}}, lambda t: t["versionKind"] == "REMIX"),
    ({"versionKind": {"isNull": True}}, lambda t: t["versionKind"] is None),
    ({"versionKind": {"isNull": False}}, lambda t: t["versionKind"] is not None),
    ({"version": {"ne": "Extended Mix"}}, lambda t: t["version"] != "Extended Mix"),
    ({"version": {"isNull": True}, "setCount": {"gte": 8}}, lambda t: t["version"] is None and t["setCount"] >= 8),
]
OF_LOGIC: list[Case] = [
    ({"not": {"version": {"eq": "Extended Mix"}}}, lambda t: t["version"] != "Extended Mix"),
    ({"not": {"version": {"contains": "x"}}}, lambda t: "x" not in (t["version"] or "")),
    ({"not": {"not": {"version": {"contains": "x"}}}}, lambda t: "x" in (t["version"] or "")),
    (
        {"not": {"version": {"contains": "x"}, "setCount": {"gte": 8}}},
        lambda t: not ("x" in (t["version"] or "") and t["setCount"] >= 8),
    ),
    (
        {"or": [{"versionKind": {"eq": "REMIX"}}, {"title": {"startsWith": "J"}, "setCount": {"gte": 8}}]},
        lambda t: t["versionKind"] == "REMIX" or (t["title"].startswith("J") and t["setCount"] >= 8),
    ),
    (
        {"or": [{"title": {"eq": "Jaguar"}}, {"title": {"contains": "T"}}], "setCount": {"gte": 8}},
        lambda t: (t["title"] == "Jaguar" or "T" in t["title"]) and t["setCount"] >= 8,
    ),
    (
        {
            "and": [
                {"not": {"or": [{"version": {"isNull": True}}, {"setCount": {"lt": 8}}]}},
                {"title": {"contains": "a"}},
            ]
        },
        lambda t: not (t["version"] is None or t["setCount"] < 8) and "a" in t["title"],
    ),
    (
        {"not": {"and": [{"version": {"isNull": True}}, {"not": {"title": {"contains": "a"}}}]}},
        lambda t: not (t["version"] is None and "a" not in t["title"]),
    ),
]
OF_RELATIONS: list[Case] = [
    ({"artists": {"name": {"eq": "DJ Rolando"}}}, lambda t: any(a["name"] == "DJ Rolando" for a in t["artists"])),
    ({"not": {"artists": {"name": {"eq": "!!!"}}}}, lambda t: all(a["name"] != "!!!" for a in t["artists"])),
    (
        {"credits": {"role": {"eq": "REMIXER"}, "printed": {"startsWith": "Tom"}}},
        lambda t: any(c["role"] == "REMIXER" and c["printed"].startswith("Tom") for c in t["credits"]),
    ),
    (
        {"credits": {"role": {"in": ["FEATURED", "REMIXER"]}, "artist": {"name": {"ne": "Tom Demac"}}}},
        lambda t: any(c["role"] != "MAIN" and c["artist"]["name"] != "Tom Demac" for c in t["credits"]),
    ),
    (
        {"releases": {"catalogNumber": {"startsWith": "UR"}, "label": {"name": {"eq": "Trax"}}}},
        lambda t: any(
            (r["catalogNumber"] or "").startswith("UR") and r["label"]["name"] == "Trax" for r in t["releases"]
        ),
    ),
    ({"not": {"releases": {}}}, lambda t: not t["releases"]),
    (
        {"nextTracks": {"sets": {"gte": 2}, "node": {"versionKind": {"isNull": False}}}},
        lambda t: any(e["sets"] >= 2 and e["node"]["versionKind"] for e in t["nextTracks"]["edges"]),
    ),
    (
        {
            "nextTracks": {
                "or": [{"segues": {"gte": 2}}, {"not": {"lastPlayed": {"lt": "2011-02-01"}}, "sets": {"gte": 3}}]
            }
        },
        lambda t: any(
            e["segues"] >= 2 or (e["sets"] >= 3 and not (e["lastPlayed"] or "9") < "2011-02-01")
            for e in t["nextTracks"]["edges"]
        ),
    ),
    (
        {"plays": {"playedOn": {"isNull": True}, "node": {"position": {"eq": 1}}}},
        lambda t: any(e["playedOn"] is None and e["node"]["position"] == 1 for e in t["plays"]["edges"]),
    ),
    (
        {"plays": {"node": {"setlist": {"title": {"startsWith": "Tantra"}}}}},
        lambda t: any(e["node"]["setlist"]["title"].startswith("Tantra") for e in t["plays"]["edges"]),
    ),
]
OF_SETLISTS: list[Case] = [
    ({"playedOn": {"eq": "2010-02-10"}}, lambda s: s["playedOn"] == "2010-02-10"),
    ({"playedOn": {"lt": "2010-08-01"}}, lambda s: (s["playedOn"] or "9") < "2010-08-01"),
    ({"playedOn": {"lte": "2010-02-10"}}, lambda s: (s["playedOn"] or "9") <= "2010-02-10"),
    ({"playedOn": {"gt": "2010-02-10"}}, lambda s: (s["playedOn"] or "0") > "2010-02-10"),
    (
        {"playedOn": {"gte": "2010-02-10", "lt": "2010-09-01"}},
        lambda s: "2010-02-10" <= (s["playedOn"] or "9") < "2010-09-01",
    ),
    ({"playedOn": {"isNull": False}}, lambda s: s["playedOn"] is not None),
    ({"playedPrecision": {"eq": "MONTH"}}, lambda s: s["playedPrecision"] == "MONTH"),
    ({"not": {"playedPrecision": {"eq": "MONTH"}}}, lambda s: s["playedPrecision"] != "MONTH"),
    ({"event": {"name": {"eq": "Fabric"}}}, lambda s: (s["event"] or {}).get("name") == "Fabric"),
    ({"event": {}}, lambda s: s["event"] is not None),
    (
        {"event": {"place": {"name": {"eq": "Berlin"}}}},
        lambda s: ((s["event"] or {}).get("place") or {}).get("name") == "Berlin",
    ),
    ({"series": {"number": {"isNull": True}}}, lambda s: bool(s["series"]) and s["series"]["number"] is None),
    (
        {"series": {"number": {"eq": "109"}, "series": {"name": {"eq": "RA"}}}},
        lambda s: s["series"] == {"number": "109", "series": {"name": "RA"}},
    ),
    (
        {"and": [{"tags": {"name": {"eq": "House"}}}, {"not": {"tags": {"name": {"eq": "Techno"}}}}]},
        lambda s: {"House"} <= {t["name"] for t in s["tags"]} <= {"House", "Deep House"},
    ),
    (
        {"plays": {"state": {"in": ["PARTIAL", "UNIDENTIFIED"]}, "layer": {"gte": 1}}},
        lambda s: any(p["state"] != "IDENTIFIED" and p["layer"] >= 1 for p in s["plays"]),
    ),
    (
        {"plays": {"position": {"lte": 2}, "track": {"title": {"startsWith": "Jaguar"}}}},
        lambda s: any(
            p["position"] <= 2 and ((p["track"] or {}).get("title") or "").startswith("Jaguar") for p in s["plays"]
        ),
    ),
]
NOTHING: list[Where] = [
    {"title": {"in": []}},
    {"versionKind": {"in": []}},
    {"or": []},
    {"or": [{"title": {"in": []}}, {"id": {"in": []}}]},
    {"not": {}, "title": {"eq": "none"}},
    {"artists": {"name": {"in": []}}},
    {"title": {"isNull": True}},
]
EVERYTHING: list[Where] = [
    {},
    {"and": []},
    {"and": [{}]},
    {"or": [{}, {"title": {"eq": "none"}}]},
    {"not": {}},
    {"not": {"title": {"in": []}}},
    {"title": None},
    {"title": {}},
    {"title": {"eq": None, "in": None, "isNull": None}},
    {"and": None, "or": None, "not": None, "artists": None},
    {"artists": {}},
]
