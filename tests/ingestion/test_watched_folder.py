"""A watched folder: what lies there and what comes is imported once, when it has settled, and stays as it is."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from pathlib import Path

from cypher import Database
from ingestion.importing import ImportReport
from ingestion.watched_folder import SETTLED_S, Waiting, files_in, watch
from tests.ingestion.imports.samples import CUE, M3U

PATIENCE_S = 120.0


@asynccontextmanager
async def watching(graph: Database, folder: Path) -> AsyncIterator[list[ImportReport]]:
    told: list[ImportReport] = []
    task = asyncio.create_task(watch(graph, folder, told.append, actor="tests"))
    try:
        yield told
    finally:
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task


async def until(is_so: Callable[[], bool]) -> None:
    async with asyncio.timeout(PATIENCE_S):
        while not is_so():  # noqa: ASYNC110  # what is waited for is told by a callback of the code under test
            await asyncio.sleep(0.1)


def names(told: list[ImportReport]) -> list[str]:
    return [report.file.name for report in told]


async def test_what_lies_there_and_what_comes_is_imported_and_stays(graph: Database, tmp_path: Path) -> None:
    (tmp_path / "old.cue").write_bytes(CUE)
    async with watching(graph, tmp_path) as told:
        await until(lambda: names(told) == ["old.cue"])
        (tmp_path / "deep").mkdir()
        (tmp_path / "deep" / "new.m3u8").write_bytes(M3U)
        (tmp_path / ".draft.m3u8").write_bytes(M3U + b"/more.mp3\n")
        await until(lambda: names(told) == ["old.cue", "new.m3u8"])
    assert (tmp_path / "old.cue").read_bytes() == CUE
    assert (tmp_path / "deep" / "new.m3u8").read_bytes() == M3U


async def test_a_file_is_not_read_while_it_is_still_being_written(graph: Database, tmp_path: Path) -> None:
    path = tmp_path / "slow.cue"
    async with watching(graph, tmp_path) as told:
        for size in range(40, len(CUE), 40):
            path.write_bytes(CUE[:size])
            await asyncio.sleep(SETTLED_S / 5)
            assert told == []
        path.write_bytes(CUE)
        await until(lambda: bool(told))
    assert [(len(report.file.sets), report.file.refused) for report in told] == [(1, ())]


async def test_a_content_that_was_read_before_is_passed_over_after_a_restart(graph: Database, tmp_path: Path) -> None:
    (tmp_path / "one.cue").write_bytes(CUE)
    async with watching(graph, tmp_path) as told:
        await until(lambda: bool(told))
    (tmp_path / "two.cue").write_bytes(CUE)
    (tmp_path / "zz.m3u8").write_bytes(M3U)
    async with watching(graph, tmp_path) as told:
        await until(lambda: bool(told))
    assert names(told) == ["zz.m3u8"]


def test_a_file_that_goes_before_it_has_settled_is_forgotten(tmp_path: Path) -> None:
    path, waiting = tmp_path / "one.cue", Waiting()
    path.write_bytes(CUE)
    waiting.note(path)
    path.unlink()
    assert list(waiting.settled()) == []
    assert waiting.seen == {}


def test_hidden_files_and_folders_are_left_alone(tmp_path: Path) -> None:
    for name in ("a.cue", ".b.cue", ".git/c.cue", "deep/d.cue"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(CUE)
    assert sorted(path.name for path in files_in(tmp_path)) == ["a.cue", "d.cue"]
