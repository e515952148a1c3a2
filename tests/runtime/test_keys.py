"""API keys: made once, compared whole."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph_model.errors import SetupError
from runtime.keys import load_keys


def test_the_first_start_makes_a_key_that_only_its_owner_can_read(tmp_path: Path) -> None:
    keys = load_keys(tmp_path / "keys")
    file = tmp_path / "keys" / "first.key"
    assert file.stat().st_mode & 0o777 == 0o600
    assert file.parent.stat().st_mode & 0o777 == 0o700
    assert len(file.read_text().strip()) >= 43
    assert keys.holds(file.read_text().strip()) == "first"


def test_the_next_start_has_the_same_key(tmp_path: Path) -> None:
    load_keys(tmp_path)
    key = (tmp_path / "first.key").read_text().strip()
    assert load_keys(tmp_path).holds(key) == "first"


@pytest.mark.parametrize("candidate", ["", " ", "first", "\ud800", "x" * 100_000, "ключ"])
def test_anything_else_is_no_key(tmp_path: Path, candidate: str) -> None:
    assert load_keys(tmp_path).holds(candidate) is None


def test_a_key_is_named_by_its_file(tmp_path: Path) -> None:
    (tmp_path / "importer.key").write_text("abc\n")
    keys = load_keys(tmp_path)
    assert keys.holds("abc") == "importer"
    assert not (tmp_path / "first.key").exists()


def test_an_empty_key_file_stops_the_start(tmp_path: Path) -> None:
    (tmp_path / "first.key").write_text("\n")
    with pytest.raises(SetupError, match=r"first\.key is empty"):
        load_keys(tmp_path)


def test_keys_are_not_in_what_is_printed(tmp_path: Path) -> None:
    keys = load_keys(tmp_path)
    assert (tmp_path / "first.key").read_text().strip() not in repr(keys)
