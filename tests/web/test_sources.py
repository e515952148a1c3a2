"""The front end's sources: types, format, and nothing that points elsewhere."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from runtime.playground import SOURCE, check_sources, ensure_playground
from runtime.settings import Settings


def test_types_and_format_are_right() -> None:
    check_sources(Settings().cache_dir.absolute())


def test_the_lock_names_no_host() -> None:
    packages = json.loads((SOURCE / "package-lock.json").read_text(encoding="utf-8"))["packages"]
    assert len(packages) > 50
    assert [name for name, package in packages.items() if "resolved" in package] == []
    assert [name for name, package in packages.items() if name and "integrity" not in package] == []


def test_versions_are_pinned_exactly() -> None:
    package = json.loads((SOURCE / "package.json").read_text(encoding="utf-8"))
    wanted = package["dependencies"] | package["devDependencies"]
    assert [name for name, version in wanted.items() if not version[0].isdigit()] == []


@pytest.fixture(scope="module")
def built() -> Path:
    return ensure_playground(Settings().cache_dir.absolute())


def test_the_page_loads_only_files_that_were_built(built: Path) -> None:
    page = (built / "index.html").read_text(encoding="utf-8")
    assert "{{" not in page
    assert "//" not in page
    for name in [part.split('"')[0] for part in page.split("graphql/assets/")[1:]]:
        assert (built / "assets" / name).is_file()


def test_styles_and_fonts_come_from_here(built: Path) -> None:
    for style in (built / "assets").glob("*.css"):
        text = style.read_text(encoding="utf-8")
        assert "@import" not in text
        assert "url(http" not in text
        assert "url(//" not in text
