"""The Dockerfile keeps hadolint's main rules; the rule's number stands beside each."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def lines() -> list[str]:
    """Instructions with their continuation lines joined, comments left out."""
    text = re.sub(r"\\\n\s*", " ", (CHECKOUT / "Dockerfile").read_text())
    return [line for line in text.splitlines() if line and not line.startswith("#")]


def _of(lines: list[str], word: str) -> list[str]:
    return [line.removeprefix(f"{word} ") for line in lines if line.startswith(f"{word} ")]


def test_every_stage_starts_from_an_exact_version(lines: list[str]) -> None:
    """DL3006, DL3007"""
    images = [image.split()[0] for image in _of(lines, "FROM")]
    assert len(images) >= 2
    assert all(re.fullmatch(r"[a-z/]+:\d+\.\d+\.\d+[a-z0-9.-]*", image) for image in images)


def test_the_last_user_is_not_root(lines: list[str]) -> None:
    """DL3002"""
    user = _of(lines, "USER")[-1].split(":")[0]
    assert int(user) >= 10_000


def test_the_image_has_a_health_check_and_one_command(lines: list[str]) -> None:
    """DL3055, DL4003, DL4004"""
    assert len(_of(lines, "HEALTHCHECK")) == len(_of(lines, "CMD")) == len(_of(lines, "ENTRYPOINT")) == 1


def test_commands_are_lists_not_shell_lines(lines: list[str]) -> None:
    """DL3025"""
    for line in _of(lines, "CMD") + _of(lines, "ENTRYPOINT"):
        assert line.startswith("["), line


def test_folders_are_absolute_and_entered_by_workdir(lines: list[str]) -> None:
    """DL3000, DL3003"""
    assert all(folder.startswith("/") for folder in _of(lines, "WORKDIR"))
    assert not any(re.search(r"(^|&& )cd ", line) for line in _of(lines, "RUN"))


def test_system_packages_come_without_what_they_only_recommend(lines: list[str]) -> None:
    """DL3008, DL3009, DL3015, DL3004"""
    for line in _of(lines, "RUN"):
        assert "sudo " not in line
        if "apt-get install" in line:
            assert "--no-install-recommends" in line
            assert "rm -rf /var/lib/apt/lists" in line


def test_nothing_is_added_from_elsewhere(lines: list[str]) -> None:
    """DL3020, DL3022"""
    stages = {image.split(" AS ")[1] for image in _of(lines, "FROM") if " AS " in image}
    assert not _of(lines, "ADD")
    for line in _of(lines, "COPY"):
        if source := re.match(r"--from=(\S+)", line):
            assert source.group(1) in stages


def test_packages_are_those_of_the_lock_file(lines: list[str]) -> None:
    """DL3013, DL3042"""
    installs = [line for line in _of(lines, "RUN") if "requirements" in line or "pip install" in line]
    assert installs == ["runtime/environment.sh python3 /app/.venv requirements.txt"]


def test_every_room_is_in_the_image_and_nothing_that_is_not_needed() -> None:
    kept = {line[1:] for line in (CHECKOUT / ".dockerignore").read_text().splitlines() if line.startswith("!")}
    rooms = {path.parent.name for path in CHECKOUT.glob("*/__init__.py")} | {"server.py", "web/playground"}
    assert kept == rooms | {"requirements.txt", "LICENSE"}
