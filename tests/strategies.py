"""What Hypothesis draws: small sets from few titles and DJs, so that pairs meet again and again."""

from __future__ import annotations

from datetime import date

from hypothesis import strategies as st

from ingestion.observation import SetObservation
from tests.ingestion.given import set_of

TITLES = ("One", "Two", "Three", "Four", "?", "~", "Intro")
DJS = ("Dora", "Emil", "Fay", "Gus")
KEYS = ("a", "b", "c", "d")


@st.composite
def rows(draw: st.DrawFn) -> str:
    """One row in the notation of `tests.ingestion.given`."""
    before, after = draw(st.sampled_from(["", "", "", "w/ ", "| "])), draw(st.sampled_from(["", "", " >"]))
    return f"{before}{draw(st.sampled_from(TITLES))}{after}"


@st.composite
def sets(draw: st.DrawFn, key: st.SearchStrategy[str] | None = None) -> SetObservation:
    """A set of up to six rows by up to three DJs, dated or not."""
    names = draw(st.lists(st.sampled_from(DJS), max_size=3, unique=True))
    alias = draw(st.sampled_from(["", "", "", *(f" aka {name}" for name in DJS)]))
    return set_of(
        draw(key or st.sampled_from(KEYS)),
        *draw(st.lists(rows(), max_size=6)),
        djs=[name + alias for name in names[:1]] + names[1:],
        on=draw(st.none() | st.dates(date(1990, 1, 1), date(1990, 1, 9))),
    )
