"""Progress: lines where there is no terminal."""

from __future__ import annotations

import io

import pytest
from rich.console import Console

from runtime import progress
from runtime.progress import step


def test_a_step_says_when_it_begins_and_how_long_it_took(capsys: pytest.CaptureFixture[str]) -> None:
    with step("Counting", 3, "sheep") as advance:
        advance(3)
    said = capsys.readouterr().err.splitlines()
    assert said[0] == "Counting …"
    assert said[-1].startswith("Counting: done in ")


def test_a_long_step_tells_how_far_it_is(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(progress, "LINE_EVERY_S", 0.0)
    with step("Counting", 3, "sheep") as advance:
        advance(1)
    assert "Counting: 1 of 3 sheep" in capsys.readouterr().err


def test_a_failed_step_is_not_done(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(KeyError), step("Counting", 3, "sheep"):
        raise KeyError
    assert "done" not in capsys.readouterr().err


def test_a_terminal_gets_a_bar(monkeypatch: pytest.MonkeyPatch) -> None:
    out = io.StringIO()
    monkeypatch.setattr(progress, "CONSOLE", Console(file=out, force_terminal=True, width=80))
    with step("Counting", 2, "sheep") as advance:
        advance(2)
    assert "Counting" in out.getvalue()
    assert "2/2" in out.getvalue()
