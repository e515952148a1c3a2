"""Graphs of our own: a small one with every odd thing in it, loaded as sets are, and a large one made in bulk.

The large one is made of scenes that do not touch each other and are all alike: 20 sets each, which play 24 tracks. So
what is asked of one track, artist or set is the same however many scenes there are.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import neo4j

from curation.merge import merge_artists, merge_tracks
from curation.review import NewReviewItem, accept, as_new, open_items, reject
from curation.undo import undo
from cypher import Database, write
from cypher.session import read_text
from ingestion.load import load_sets
from ingestion.observation import CreditObservation, Measures, PerformerObservation, RowObservation, SetObservation

SETS_IN_SCENE = 20
TITLES = (
    "Tantra", "Für Immer", "Jaguar", "Jaguar", "Über Zoom", "Мир", "東京", "🔥", "!!!", "Acid Tracks", "zz", "ZZ Top",
    "Energy Flash", "Strings of Life", "A Very Long Title " + "x" * 80, "Tab\tand \"quotes\" and \\",
)  # fmt: skip
VERSIONS = ((None, None), ("Tom Demac Remix", "remix"), ("Extended Mix", "extended"), (None, None))
ARTISTS = ("Ame", "Âme", "Simon & Garfunkel", "DJ Rolando", "Björk", "Joey Beltram", "!!!", "Кино")
OURS = "MATCH (node) WHERE NOT node:Purpose AND NOT node:Migration"
ROOM = Path(__file__).parent / "scenes"


async def load_small_graph(database: Database) -> None:
    """Fifty sets with undated ones, ties, remixes, aliases, unknown rows, rows played together, odd letters."""
    async with database.driver.session() as session:
        await (await session.run(f"{OURS} CALL (node) {{ DETACH DELETE node }} IN TRANSACTIONS OF 5000 ROWS")).consume()
    await load_sets(database, small_sets(), actor="test")
    await load_sets(database, other_hands(), actor="test")
    await curate(database)


async def curate(database: Database) -> None:
    """Merges and review items, open, decided and undone, as curators leave them."""
    tracks = [row["id"] for row in await read_text(database, "MATCH (t:Track) RETURN t.id AS id ORDER BY id", {})]
    artists = [row["id"] for row in await read_text(database, "MATCH (a:Artist) RETURN a.id AS id ORDER BY id", {})]
    asked = [_asked("track", *tracks[at : at + 3]) for at in (0, 3, 6, 9)] + [_asked("artist", *artists[:2])]

    async def work(transaction: neo4j.AsyncManagedTransaction) -> None:
        await open_items(transaction, asked)

    await write(database, work)
    items = await read_text(
        database, "MATCH (item:ReviewItem) RETURN item.id AS id ORDER BY item.kind DESC, item.text", {}
    )
    await accept(database, items[0]["id"], actor="test", reason="the same")
    await reject(database, items[1]["id"], tracks[4], actor="test", reason="another label")
    done = await as_new(database, items[2]["id"], actor="test")
    await undo(database, done.revision, actor="test")
    await merge_artists(database, artists[2], artists[3], actor="test")
    await merge_tracks(database, tracks[12], tracks[13], actor="test")
    await merge_tracks(database, tracks[14], tracks[12], actor="test", reason="a redirect of a redirect")


def _asked(kind: str, entity: str, *candidates: str) -> NewReviewItem:
    likely = [(uid, 0.8 - 0.1 * place, ["title 1.0", "artists 0.7"]) for place, uid in enumerate(candidates)]
    return NewReviewItem(kind, entity, f"{kind} {entity}", 0.8, "matcher 1", None, likely)


def other_hands() -> Iterator[SetObservation]:
    """Some of the sets as another source tells of them: a row less, one more, another venue, no date."""
    for number, seen in enumerate(small_sets()):
        if seen.url and number % 2:
            rows = (*seen.rows[1:], RowObservation("Something Else - Entirely", "unidentified"))
            undated = replace(seen, played_on=None, played_precision=None)
            raw = f"other {seen.raw}"
            yield replace(undated, source="other hands", raw=raw, confidence=0.4, rows=rows, event="Tresor")


def small_sets(count: int = 50) -> Iterator[SetObservation]:
    """The sets, the same in each run."""
    chance = random.Random(4)
    repertoire = [_row(chance) for _ in range(24)]
    for number in range(count):
        yield _set(chance, number, repertoire)


def _set(chance: random.Random, number: int, repertoire: list[RowObservation]) -> SetObservation:
    day = date(2010, 1, 1) + timedelta(days=chance.randrange(12) * 40)
    dated = chance.random() < 0.7
    return SetObservation(
        source="seeded", key=f"set-{number:03}", title=f"{chance.choice(TITLES)} Night {number % 7}",
        raw=f'{{"number": {number}}}', parser="seeded 1", confidence=chance.choice((0.5, 0.9)),
        performers=_performers(chance), rows=tuple(chance.choices(repertoire, k=chance.randrange(1, 9))),
        url=chance.choice((None, f"https://example.org/{number}")),
        played_on=day if dated else None, played_precision=chance.choice(("day", "month")) if dated else None,
        event=chance.choice((None, "Berghain", "Fabric")), place=chance.choice((None, "Berlin", "London")),
        series=chance.choice((None, "Essential Mix", "RA")), episode=chance.choice((None, "109", "RA.685")),
        tags=tuple(chance.sample(("House", "Techno", "Deep House"), chance.randrange(3))),
    )  # fmt: skip


def _performers(chance: random.Random) -> tuple[PerformerObservation, ...]:
    names = chance.sample(ARTISTS, chance.randrange(1, 4))
    alias = "Rolando" if "DJ Rolando" in names else None
    return tuple(
        PerformerObservation(name, chance.choice(("main", "guest")), alias if name == "DJ Rolando" else None)
        for name in names
    )


def _row(chance: random.Random) -> RowObservation:
    state = chance.choice(("identified",) * 6 + ("partial", "unidentified"))
    if state == "unidentified":
        return RowObservation("ID - ID", state, together=chance.random() < 0.1)
    main = CreditObservation(chance.choice(ARTISTS), join_phrase=" Feat. ")
    if state == "partial":
        return RowObservation(f"{main.name} - ID", state, (main,))
    title, (version, kind) = chance.choice(TITLES), chance.choice(VERSIONS)
    more = [CreditObservation(chance.choice(ARTISTS), "featured")] if chance.random() < 0.3 else []
    more += [CreditObservation(chance.choice((main.name, "Tom Demac")), "remixer")] if kind == "remix" else []
    label = chance.choice((None, "UR", "Trax"))
    own = random.Random(f"{main.name} {title} {version}")  # its own chance: the rest of the graph stays as it was
    return RowObservation(
        f"{main.name} - {title}", state, (main, *more), title, version, kind, label,
        chance.choice((None, "UR-049", "TX 1")) if label else None, chance.choice((None, 0, 61_000)),
        together=chance.random() < 0.15, segue=chance.random() < 0.3, break_before=chance.random() < 0.1,
        youtube_id=chance.choice((None, "dQw4w9WgXcQ", "aaaaaaaaaaa")),
        external_ids=chance.choice(((), (), (("isrc", f"US{title[:3]}{version}{main.name}"),))),
        played_at=_moment(own), measures=_measures(own),
    )  # fmt: skip


def _moment(chance: random.Random) -> datetime | None:
    """Some rows are logged in UTC, some on the clock of the place."""
    moment = datetime(2014, 8, 2, 22, 15, chance.randrange(60))
    return chance.choice((None, moment, moment.replace(tzinfo=UTC)))


def _measures(chance: random.Random) -> Measures:
    return Measures(
        chance.choice((None, 120.0, 124.5)), chance.choice((None, "8A", "Am")), chance.choice((None, 240_000)),
        chance.choice((None, 1999, 2014)),
    )  # fmt: skip


async def grow_large_graph(database: Database, sets: int) -> None:
    """Empty the graph and make `sets` / 20 scenes, with fresh statistics and no plan from before."""
    async with database.driver.session() as session:
        for text in _statements(sets // SETS_IN_SCENE):
            await (await session.run(text, scenes=sets // SETS_IN_SCENE)).consume()


def _statements(scenes: int) -> Iterator[str]:
    yield f"{OURS} CALL (node) {{ DETACH DELETE node }} IN TRANSACTIONS OF 5000 ROWS"
    yield (ROOM / "scenes.cypher").read_text(encoding="utf-8")
    yield (ROOM / "transitions.cypher").read_text(encoding="utf-8")
    yield "CALL db.awaitIndexes(300)"
    yield "CALL db.resampleOutdatedIndexes()"
    yield "CALL db.clearQueryCaches()"
