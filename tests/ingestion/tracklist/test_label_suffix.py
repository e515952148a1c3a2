"""Labels and catalogue numbers in the brackets at a row's end."""

from __future__ import annotations

import pytest

from ingestion.tracklist.label_suffix import KnownLabels, Label, read_label


@pytest.fixture
def labels() -> KnownLabels:
    """ "Plus 8" stood alone often, "Dial" beside its numbers."""
    known = KnownLabels()
    for printed in ("Plus 8", "Plus 8", "Plus 8", "Dial", "Dial - 001", "Dial 12"):
        known.saw(printed)
    return known


@pytest.mark.parametrize(
    ("printed", "name", "number"),
    [
        ("ZYX - 5548", "ZYX", "5548"),
        ("SCI + TEC Digital Audio - TEC 005", "SCI + TEC Digital Audio", "TEC 005"),
        ("Final Cut - FC 005, 1992", "Final Cut", "FC 005"),
        ("Nano (Psytrance)", "Nano (Psytrance)", None),
        ("Plus 8", "Plus 8", None),
        ("Plus 8 - 033", "Plus 8", "033"),
        ("17 Steps", "17 Steps", None),
        ("1605", "1605", None),
        ("1994 - 0502", "1994", "0502"),
        ("Dial 12", "Dial", "12"),
        ("HueHelix HHX017", "HueHelix", "HHX017"),
        ("Torema 02", "Torema", "02"),
        ("Aula Magna - Forthcoming", "Aula Magna", None),
    ],
)
def test_a_label_and_its_number_come_apart(labels: KnownLabels, printed: str, name: str, number: str | None) -> None:
    assert read_label(printed, labels) == Label(name, number)


@pytest.mark.parametrize(
    "printed", ["Unreleased", "White", "WL", "Promo", "Free Download", "1997", "?", "Promo - TIC 01"]
)
def test_a_note_is_no_label(labels: KnownLabels, printed: str) -> None:
    assert read_label(printed, labels) is None
