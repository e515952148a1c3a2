"""Commit messages: Conventional Commits."""

from __future__ import annotations

import pytest

from tests.tools.commit_message import complaint


@pytest.mark.parametrize(
    "message",
    [
        "feat(discovery): rank next tracks by sets\n",
        "fix: keep the letter й\n\nWhy, at length.\n",
        "refactor(cypher)!: rename a question",
        "Merge branch 'main'",
        'Revert "feat(web): a panel"',
    ],
)
def test_a_good_message_passes(message: str) -> None:
    assert complaint(message) is None


@pytest.mark.parametrize(
    ("message", "said"),
    [
        ("", "must read like"),
        ("rank next tracks", "must read like"),
        ("Feat(discovery): rank", "must read like"),
        ("feat(discovery) rank", "must read like"),
        ("feature: rank", "must read like"),
        ("feat: rank next tracks.", "must read like"),
        ("feat:  ", "must read like"),
        (f"feat: {'x' * 100}", "say it shorter"),
        ("feat: rank\nwithout a gap", "empty line"),
    ],
)
def test_another_is_told_what_is_wrong(message: str, said: str) -> None:
    assert said in str(complaint(message))
