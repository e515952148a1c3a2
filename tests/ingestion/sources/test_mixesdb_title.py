"""Mix titles: date, event, place, series and episode."""

from __future__ import annotations

from datetime import date

import pytest

from ingestion.sources.mixesdb_title import read_title, split_date


@pytest.mark.parametrize(
    ("title", "day", "precision"),
    [
        ("2014-08-02 - A - B", date(2014, 8, 2), "day"),
        ("1988-06 - A - B", date(1988, 6, 1), "month"),
        ("1988 - A - B", date(1988, 1, 1), "year"),
        ("2014-0X - A - B", date(2014, 1, 1), "year"),
        ("2016-06-1X - A - B", date(2016, 6, 1), "month"),
        ("200X - A - B", date(2000, 1, 1), "decade"),
        ("2014-13-40 - A - B", None, None),
        ("A - B", None, None),
    ],
)
def test_a_date_is_the_first_possible_day_with_its_precision(
    title: str, day: date | None, precision: str | None
) -> None:
    assert split_date(title)[:2] == (day, precision)


@pytest.mark.parametrize(
    ("title", "tags", "expected"),
    [
        ("2013 - A - Harbour 132, DI.FM", ["A", "Harbour"], (None, None, "Harbour", "132")),
        ("2013 - A - Resident (RA.685)", ["A", "Resident Podcast"], (None, None, "Resident Podcast", "RA.685")),
        ("2013 - A - Group Radio (ABGT 102)", ["A", "Group Radio"], (None, None, "Group Radio", "ABGT 102")),
        ("2013 - A - In The Mix: March 2013", ["A", "A In The Mix"], (None, None, "A In The Mix", "March 2013")),
        ("2013 - A - Tunes Best Of March 2013", ["A", "Tunes"], (None, None, "Tunes", "Best Of March 2013")),
        ("2013 - A - Tunes March", ["A", "Tunes"], (None, None, "Tunes", "March")),
        ("2013 - A - Tunes March", ["A", "Tunes March"], (None, None, "Tunes March", None)),
        ("2013 - A - Tunes Episode 3", ["A", "Tunes"], (None, None, "Tunes", "3")),
        ("2013 - A - Rave Vol.4: Early Mix", ["A", "Rave"], (None, None, "Rave", "Vol.4")),
        ("2013 - A - Rave Early Mix", ["A", "Rave"], (None, None, "Rave Early Mix", None)),
        ("2013 - A - Summer Sun (Promo Mix)", ["A", "Promo Mix"], (None, None, None, None)),
        ("2013 - A @ Hall, Town", ["A", "Hall"], ("Hall", "Town", None, None)),
        ("2013 - A @ Night, Hall, Town, Germany", ["A", "Hall"], ("Night, Hall", "Town, Germany", None, None)),
        ("2013 - A @ Hall, Town, Czech Republic", ["A"], ("Hall", "Town, Czech Republic", None, None)),
        ("2013 - A @ Night, Castle, France", ["A", "Castle"], ("Night, Castle", "France", None, None)),
        ("2013 - A @ Hall, Town, Pt.2", ["A"], ("Hall", "Town", None, None)),
        ("2013 - A @ Escape, ADE", ["A"], ("Escape, ADE", None, None, None)),
        ("2013 - A @ Hall, Town (Tidal 9, 2014-01-01)", ["A", "Tidal"], ("Hall", "Town", "Tidal", "9")),
        ("2013 - A @ Clubnight", ["A", "Clubnight"], (None, None, "Clubnight", None)),
        ("2013 - A @ Clubnight, Town", ["A", "Clubnight"], ("Clubnight", "Town", None, None)),
    ],
)
def test_a_title_and_its_tags_say_event_place_series_and_episode(
    title: str, tags: list[str], expected: tuple[str | None, ...]
) -> None:
    found = read_title(title, tags, frozenset({"clubnight"}))
    assert (found.performers, found.event, found.place, found.series, found.episode) == ("A", *expected)
