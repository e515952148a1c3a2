"""Days in several orders; where the order is open, only the year is believed."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingestion.imports.dates import day_in, traktor_day


@pytest.mark.parametrize(
    ("text", "day", "precision"),
    [
        ("Mix 2019-10-18", date(2019, 10, 18), "day"),
        ("history_2019y10m18d_19h07m19s", date(2019, 10, 18), "day"),
        ("2019/1/5", date(2019, 1, 5), "day"),
        ("set 20191018 late", date(2019, 10, 18), "day"),
        ("RauteMusik Mix 04.10.2020 (Deep)", date(2020, 10, 4), "day"),
        ("18/10/2019", date(2019, 10, 18), "day"),
        ("10/18/2019", date(2019, 10, 18), "day"),
        ("04/10/2019", date(2019, 1, 1), "year"),
        ("4th October 2019", date(2019, 10, 4), "day"),
        ("Oct 4, 2019", date(2019, 10, 4), "day"),
        ("Rabbit Hole Mix April 2021", date(2021, 4, 1), "month"),
        ("2021-04", date(2021, 4, 1), "month"),
    ],
)
def test_a_date_is_read(text: str, day: date, precision: str) -> None:
    assert day_in(text) == (day, precision)


@pytest.mark.parametrize("text", ["", "Volume 12", "2019-13-40", "99.99.2019", "120191018", "1234567890", "31.02.2020"])
def test_what_is_no_date_is_none(text: str) -> None:
    assert day_in(text) is None


@given(st.text())
def test_any_text_has_a_date_or_none(text: str) -> None:
    found = day_in(text)
    assert found is None or found.precision in ("day", "month", "year")


@given(st.dates(date(1980, 1, 1)))
def test_traktor_packs_year_month_and_day(day: date) -> None:
    assert traktor_day(str(day.year * 65536 + day.month * 256 + day.day)) == day


@pytest.mark.parametrize("packed", [None, "", "-1", "x", "0", "99999999999", "132319999"])
def test_what_is_no_packed_day_is_none(packed: str | None) -> None:
    assert traktor_day(packed) is None
