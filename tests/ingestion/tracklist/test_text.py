"""What cannot be a row's text, and the one-line form."""

from __future__ import annotations

import pytest

from ingestion.tracklist.text import LONGEST_ROW, fault, one_line, printable


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (None, "not a string"),
        (7, "not a string"),
        ("a" * (LONGEST_ROW + 1), "characters"),
        ("Off \ud800 Salsa", "U+D800"),
        ("Off \x00 Salsa", "U+0000"),
    ],
)
def test_a_text_that_cannot_be_kept_says_why(text: object, reason: str) -> None:
    assert reason in (fault(text) or "")


@pytest.mark.parametrize("text", ["", "Off\tSalsa", "Für Immer", "Группа крови", "👩‍🎤", "a" * LONGEST_ROW])
def test_every_other_text_is_fine(text: str) -> None:
    assert fault(text) is None


def test_one_line_has_single_spaces_and_nothing_invisible() -> None:
    assert one_line(" Off \u00a0-\t\ufeffSalsa\u200e\u2028") == "Off - Salsa"


def test_what_is_kept_of_a_refused_text_can_be_stored() -> None:
    assert printable("a\ud800b\x00" + "c" * 5_000).encode()[:17] == rb"a\ud800b\u0000ccc"
    assert len(printable("c" * 5_000)) == LONGEST_ROW
