"""A copy of the demo has the structure of the demo, and shares no key with it."""

from __future__ import annotations

from ingestion.observation import CreditObservation, PerformerObservation, RowObservation, SetObservation
from tests.benchmarks.loading import renamed

ROW = RowObservation(
    text="A feat. B - C", credits=(CreditObservation("A"), CreditObservation("B", "featured")), title="C"
)
SET = SetObservation(
    "djmix", "mix1", "A @ Club", "{}", "djmix 1", 0.9, performers=(PerformerObservation("A"),),
    rows=(ROW, RowObservation(text="ID - ID", state="unidentified")),
)  # fmt: skip


def test_the_first_copy_is_the_demo_itself() -> None:
    assert renamed(SET, 0) is SET


def test_another_copy_names_other_things() -> None:
    copy = renamed(SET, 3)
    assert isinstance(copy, SetObservation)
    assert (copy.key, copy.title, copy.performers[0].name) == ("mix1 3", "A @ Club 3", "A 3")
    assert [one.name for one in copy.rows[0].credits] == ["A 3", "B 3"]
    assert copy.rows[0].title == "C 3"


def test_an_unidentified_row_stays_one() -> None:
    copy = renamed(SET, 3)
    assert isinstance(copy, SetObservation)
    assert copy.rows[1] == SET.rows[1]
