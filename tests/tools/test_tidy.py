"""Files that are committed: small, and tidy at their ends."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from tests.tools.tidy import LARGEST_BYTES, complaints

CHECKOUT = Path(__file__).parents[2]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", ""),
        (b"one\n", ""),
        (b"\x89PNG\0", ""),
        (b"one", "does not end in one line break"),
        (b"one\n\n", "does not end in one line break"),
        (b"one \ntwo\n", "spaces at the end"),
        (b"x" * LARGEST_BYTES + b"\n", f"at most {LARGEST_BYTES}"),
    ],
)
def test_what_is_wrong_with_a_file_is_told(tmp_path: Path, content: bytes, said: str) -> None:
    (tmp_path / "file.py").write_bytes(content)
    found = complaints(tmp_path / "file.py")
    assert bool(found) == bool(said)
    assert said in "".join(found)


def test_every_file_in_git_is_tidy() -> None:
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=CHECKOUT, capture_output=True, text=True, check=True).stdout
    paths = [CHECKOUT / name for name in listed.split("\0") if name]
    assert [line for path in paths if path.is_file() for line in complaints(path)] == []
