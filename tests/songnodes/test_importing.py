"""The command `import`: what it prints, and with which exit code it ends."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest
import typer

from cypher import Database
from graph_model.errors import BadInput
from ingestion.importing import import_file, observe_file, source_file
from ingestion.imports.formats import read_file
from ingestion.imports.source_file import SourceFile
from runtime.database import Address
from runtime.settings import Settings
from songnodes.importing import check_folder, hints_of, import_paths, preview, told
from tests.ingestion.given import ask
from tests.ingestion.imports.samples import CUE, NML

SETS = "MATCH (s:Setlist) RETURN s.title"


@pytest.fixture
def at_tests(settings: Settings, neo4j_address: Address, graph: Database) -> Settings:
    """Settings whose Neo4j is the tests'; the command opens a connection and an event loop of its own."""
    return settings.model_copy(update={"neo4j_uri": neo4j_address.uri})


async def run(settings: Settings, *paths: Path, dry_run: bool = False) -> None:
    """The command in a thread: it brings its own event loop."""
    await asyncio.to_thread(import_paths, settings, paths, dry_run=dry_run)


async def test_files_and_folders_are_imported_and_told_one_a_line(
    at_tests: Settings, graph: Database, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "deep").mkdir()
    (tmp_path / "deep" / "mix.cue").write_bytes(CUE)
    (tmp_path / "history.nml").write_bytes(NML)
    await run(at_tests, tmp_path / "history.nml", tmp_path / "deep")
    lines = capsys.readouterr().out.splitlines()
    assert lines == [
        "history.nml: Traktor NML, 1 set (1 new, 0 changed, 0 same), 1 library (1 new, 0 changed), 5 rows, 3 tracks, "
        "2 set aside",
        "  set aside: history.nml, line 14: BAD_ROW: the entry has neither artist, title nor file",
        "  set aside: history.nml, line 26: EMPTY_SET: the list '_LOOPS' has no rows",
        "mix.cue: CUE sheet, 1 set (1 new, 0 changed, 0 same), 0 libraries, 2 rows, 2 tracks, 0 set aside",
    ]
    assert sorted(await ask(graph, SETS)) == [["Mix 20.12.2020"], ["history"]]


async def test_a_file_that_gives_nothing_makes_the_exit_code_1_and_the_others_are_loaded(
    at_tests: Settings, graph: Database, tmp_path: Path
) -> None:
    (tmp_path / "a.zip").write_bytes(b"PK\x03\x04")
    (tmp_path / "mix.cue").write_bytes(CUE)
    with pytest.raises(typer.Exit) as ended:
        await run(at_tests, tmp_path)
    assert ended.value.exit_code == 1
    assert await ask(graph, SETS) == [["Mix 20.12.2020"]]


async def test_a_dry_run_shows_the_rows_and_loads_nothing(
    at_tests: Settings, graph: Database, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "mix.cue").write_bytes(CUE)
    await run(at_tests, tmp_path / "mix.cue", dry_run=True)
    assert capsys.readouterr().out.splitlines() == [
        "mix.cue: CUE sheet, 1 set, 0 libraries, 2 rows, 2 tracks, 0 set aside",
        "  set 'Mix 20.12.2020', 2020-12-20 (day), 2 rows, 0 of them without a track",
        "    1 Anna - One",
        "    2 Boris - Two",
        "    2 a new track",
        "Nothing was loaded: this was a dry run",
    ]
    assert await ask(graph, SETS) == []


async def test_long_files_are_told_in_short(graph: Database) -> None:
    rows = "".join(f'TRACK {n} AUDIO\nTITLE "T{n}"\nPERFORMER "Anna"\nINDEX 01 00:99:00\n' for n in range(8))
    file = SourceFile("long.cue", rows.encode())
    assert "  … 3 more set aside" in list(told(await import_file(graph, file, actor="tests")))
    assert "    … 3 more" in await preview(graph, await observe_file(graph, file))


def test_a_path_that_does_not_exist_is_refused_before_anything_is_opened(settings: Settings, tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="does not exist"):
        import_paths(settings, [tmp_path / "gone.nml"], dry_run=False)
    with pytest.raises(BadInput, match="no folder"):
        check_folder(tmp_path / "gone")


def test_what_is_told_beside_a_file_reaches_its_reader(tmp_path: Path) -> None:
    table = tmp_path / "mine.csv"
    table.write_text("Wer,Was\nAnna,One\nBoris,Two\n", encoding="utf-8")
    file = source_file(table, hints_of("My night", None, ["artist=Wer", "title=Was"]))
    assert isinstance(file, SourceFile)
    (draft,) = read_file(file).drafts
    assert (draft.title, [(row.artist, row.title) for row in draft.rows]) == (
        "My night",
        [("Anna", "One"), ("Boris", "Two")],
    )


@pytest.mark.parametrize("column", ["title", "=Song", "title="])
def test_a_column_that_names_no_header_is_refused(column: str) -> None:
    with pytest.raises(BadInput, match="WHAT=HEADER"):
        hints_of(None, None, [column])
