"""Cues: unit by form, and for two numbers by the mix."""

from __future__ import annotations

import pytest

from ingestion.tracklist.cue import Cue, split_cue, timeline


@pytest.mark.parametrize(
    ("text", "numbers", "rest"),
    [
        ("[24] Off - Salsa", (24,), "Off - Salsa"),
        ("[090] Off - Salsa", (90,), "Off - Salsa"),
        ("[61:30] Off - Salsa", (61, 30), "Off - Salsa"),
        ("(61:30] Off - Salsa", (61, 30), "Off - Salsa"),
        ("[61.30] Off - Salsa", (61, 30), "Off - Salsa"),
        ("[1:04:37] Off - Salsa", (1, 4, 37), "Off - Salsa"),
        ("[54:??] Off - Salsa", (54,), "Off - Salsa"),
    ],
)
def test_a_printed_cue_is_taken_off(text: str, numbers: tuple[int, ...], rest: str) -> None:
    assert split_cue(text) == (Cue(numbers), rest)


@pytest.mark.parametrize("text", ["[??] A - B", "[0??] A - B", "[???:??] A - B", "[10:3402] A - B", "(05) A - B"])
def test_an_unknown_cue_or_a_list_number_is_taken_off_and_says_nothing(text: str) -> None:
    assert split_cue(text) == (None, "A - B")


@pytest.mark.parametrize("text", ["[Wex 10] - Rust", "(500) Days - Summer", "A [1605]", "1605 - A", "(2) - A"])
def test_brackets_that_are_no_cue_stay(text: str) -> None:
    assert split_cue(text) == (None, text)


def test_two_numbers_are_minutes_and_seconds_where_rows_follow_at_the_pace_of_music() -> None:
    assert timeline([Cue((0, 0)), Cue((4, 10)), Cue((61, 30))]).cues_ms == (0, 250_000, 3_690_000)


def test_two_numbers_are_the_time_of_day_where_music_could_not_be_so_fast_also_over_midnight() -> None:
    clock = [Cue((23, 0)), Cue((23, 6)), None, Cue((23, 54)), Cue((23, 59)), Cue((0, 3))]
    minutes = [ms if ms is None else ms // 60_000 for ms in timeline(clock).cues_ms]
    assert minutes == [0, 6, None, 54, 59, 63]


def test_where_the_count_starts_again_another_recording_begins_and_its_cues_are_unknown() -> None:
    found = timeline([Cue((0,)), Cue((30,)), Cue((59,)), Cue((0,)), Cue((7,))])
    assert found.cues_ms == (0, 1_800_000, 3_540_000, None, None)
    assert found.restarts == {3}


def test_a_slip_of_a_few_minutes_is_no_restart() -> None:
    assert timeline([Cue((48,)), Cue((55,)), Cue((52,))]).restarts == frozenset()
