"""Secrets that we make: one for all who ask, whatever happens in between."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from graph_model.errors import SetupError
from runtime.secret_file import made_secret


def test_two_at_once_get_the_same_secret(tmp_path: Path) -> None:
    with ThreadPoolExecutor(8) as pool:
        secrets = set(pool.map(lambda _: made_secret(tmp_path / "new" / "secret"), range(32)))
    assert len(secrets) == 1
    assert [path.name for path in (tmp_path / "new").iterdir()] == ["secret"]


def test_an_empty_secret_is_no_secret(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("")
    with pytest.raises(SetupError, match="is empty: delete it"):
        made_secret(tmp_path / "secret")


def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(SetupError, match=r"file.* cannot be made"):
        made_secret(tmp_path / "file" / "secret")
