"""Folding unites the ways in which one name is printed, and nothing else."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph_model.spelling import fold, sortable


@pytest.mark.parametrize(
    ("printed", "folded"),
    [
        ("Für Immer", "fur immer"),
        ("TIËSTO", "tiesto"),
        ("Don't", "dont"),
        ("Don’t", "dont"),
        ("Simon & Garfunkel", "simon and garfunkel"),
        ("Röyksopp  -  What Else?", "royksopp what else"),
        ("Straße", "strasse"),
        ("Łona, Bjørk", "lona bjork"),
        ("Мой Мармеладный", "мой мармеладный"),
        ("ﬁnal", "final"),
        ("１２３", "123"),
        ("!!!", ""),
        ("", ""),
    ],
)
def test_a_printed_form_folds(printed: str, folded: str) -> None:
    assert fold(printed) == folded


@pytest.mark.parametrize(("one", "other"), [("й", "и"), ("が", "か"), ("Draft", "Dr ft"), ("Jaguar", "Jaguars")])
def test_what_only_looks_alike_stays_apart(one: str, other: str) -> None:
    assert fold(one) != fold(other)


@given(st.text())
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text(alphabet=st.characters(max_codepoint=127)), st.sampled_from("éжが"))
def test_plain_letters_fold_alike_beside_others(text: str, other: str) -> None:
    assert fold(f"{text} {other}") == f"{fold(text)} {fold(other)}".strip()


def test_a_name_of_which_nothing_folds_sorts_by_itself() -> None:
    assert sortable("!!!") == "!!!"
    assert sortable("Ärzte") == "arzte"
