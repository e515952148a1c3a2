"""The documentation keeps up with the code, and its links lead somewhere."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from graph_model.errors import SongNodesError
from resolvers.wiring import open_schema
from songnodes.reference_page import reference_page

ROOT = Path(__file__).parents[2]
PAGES = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md")])
LINK = re.compile(r"\]\(([^)\s]+)\)")


def test_the_reference_of_codes_metrics_and_commands_is_up_to_date() -> None:
    assert (ROOT / "docs/reference.md").read_text(encoding="utf-8") == reference_page()


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_every_link_of_a_page_leads_somewhere(page: Path) -> None:
    links = [link for link in LINK.findall(page.read_text(encoding="utf-8")) if "://" not in link]
    broken = [link for link in links if not (page.parent / link.partition("#")[0]).exists()]
    assert broken == []


def test_every_type_field_and_argument_of_the_schema_is_described() -> None:
    bare = [where for where, description in descriptions() if not (description or "").strip()]
    assert bare == []


def test_every_error_has_a_code_of_its_own_or_shares_it_knowingly() -> None:
    codes = [kind.code for kind in SongNodesError.__subclasses__()]
    assert len(codes) == len(set(codes))


def test_every_cypher_file_says_what_it_answers() -> None:
    silent = [
        path.relative_to(ROOT)
        for path in ROOT.glob("cypher/**/*.cypher")
        if not path.read_text(encoding="utf-8").startswith("// ")
    ]
    assert silent == []


def descriptions() -> list[tuple[str, str | None]]:
    """(name, description) of every type, field and argument of ours."""
    found: list[tuple[str, str | None]] = []
    for name, kind in open_schema().type_map.items():
        if name.startswith("__") or name in ("String", "Int", "Float", "Boolean", "ID"):
            continue
        found.append((name, kind.description))
        for field_name, field in getattr(kind, "fields", {}).items():
            found.append((f"{name}.{field_name}", field.description))
            for argument_name, argument in getattr(field, "args", {}).items():
                found.append((f"{name}.{field_name}({argument_name})", argument.description))
    return found
