"""The optional language model: a server on this machine that speaks Ollama's API and answers as it is told."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest

from cypher import Database
from ingestion.draft import Draft
from ingestion.importing import import_file
from ingestion.imports.language_model import (
    CONFIDENCE,
    LONGEST_TEXT,
    SCHEMA,
    LanguageModel,
    language_model,
    read_with_model,
)
from ingestion.imports.pasted import Told
from ingestion.observation import RefusedRecord
from tests.ingestion.given import ask
from tests.ingestion.imports.drafts import only_set, text_file

STORY = (
    "Ann Other at Club, 6 May 2024. She opened with Off and their classic Electrica Salsa, went on to Two by Cid, "
    "and after an hour (1:02:03) came Dora singing Three Times. " + "What a night it was. " * 20
)
ROWS = [
    {"quote": "Two by Cid", "artist": "Cid", "title": "Two"},
    {"quote": "Off and their classic Electrica Salsa", "artist": "Off", "title": "Electrica Salsa"},
    {"quote": "(1:02:03) came Dora singing Three Times", "artist": "Dora", "title": "Three Times", "time": "1:02:03"},
]


@dataclass
class Ollama:
    """What it answers next, and what it was asked."""

    url: str = ""
    content: str = ""
    body: bytes | None = None
    status: int = 200
    wait_s: float = 0.0
    asked: list[dict[str, Any]] = field(default_factory=list)

    def says(self, *rows: dict[str, Any]) -> None:
        self.content = json.dumps({"rows": list(rows)})


@pytest.fixture
def ollama() -> Iterator[Ollama]:
    told = Ollama()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            told.asked.append({"path": self.path, **json.loads(self.rfile.read(int(self.headers["Content-Length"])))})
            time.sleep(told.wait_s)
            answer = {"model": told.asked[-1]["model"], "message": {"role": "assistant", "content": told.content}}
            body = told.body if told.body is not None else json.dumps({**answer, "done": True}).encode()
            self.send_response(told.status)
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: object) -> None:
            """Nothing: pytest shows what failed."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    told.url = f"http://127.0.0.1:{server.server_address[1]}/"
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield told
    server.shutdown()
    server.server_close()


async def read(ollama: Ollama, text: str = STORY, timeout_s: float = 10.0) -> list[Draft | RefusedRecord]:
    return await read_with_model(text_file(text), LanguageModel(ollama.url, "small", timeout_s))


async def test_a_story_becomes_a_set_that_says_who_read_it(ollama: Ollama) -> None:
    ollama.says(*ROWS)
    found = only_set(await read(ollama))
    assert [(row.credits[0].name, row.title, row.cue_ms) for row in found.rows] == [
        ("Off", "Electrica Salsa", None), ("Cid", "Two", None), ("Dora", "Three Times", 3_723_000),
    ]  # fmt: skip
    assert (found.parser, found.confidence) == ("language model 1 (small)", CONFIDENCE)
    (asked,) = ollama.asked
    assert (asked["path"], asked["model"], asked["stream"], asked["format"]) == ("/api/chat", "small", False, SCHEMA)


@pytest.mark.parametrize(
    "row",
    [
        {"quote": "Four by Eve", "artist": "Eve", "title": "Four"},
        {"quote": "two by cid", "artist": "cid", "title": "two"},
        {"quote": "Two by Cid", "artist": "Daft Punk", "title": "Two"},
        {"quote": "What a night", "artist": " ", "title": "night"},
    ],
)
async def test_a_row_that_the_text_does_not_hold_is_dropped(ollama: Ollama, row: dict[str, str]) -> None:
    ollama.says(*ROWS, row)
    assert len(only_set(await read(ollama)).rows) == 3


async def test_a_quote_counts_as_often_as_the_text_has_it(ollama: Ollama) -> None:
    night = {"quote": "What a night", "artist": "What", "title": "night"}
    ollama.says(*ROWS, night, night)
    assert len(only_set(await read(ollama)).rows) == 5


async def test_too_few_rows_are_no_tracklist(ollama: Ollama) -> None:
    ollama.says(*ROWS[:2])
    (refused,) = await read(ollama)
    assert isinstance(refused, RefusedRecord)
    assert refused.code == "TOO_FEW_ROWS"


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"content": "no json"}, "form"),
        ({"content": "[]"}, "form"),
        ({"content": '{"rows": [{"quote": "Two by Cid"}]}'}, "form"),
        ({"content": '{"rows": [{"quote": 1, "artist": "a", "title": "b"}]}'}, "form"),
        ({"content": "[" * 100_000}, "form"),
        ({"body": b'{"done": true}'}, "form"),
        ({"body": b"\xff"}, "form"),
        ({"body": b" " * 1_100_000}, "bytes"),
        ({"status": 404}, "does not answer"),
        ({"wait_s": 1.0}, "longer than"),
    ],
)
async def test_a_useless_answer_is_told_and_nothing_is_made_of_it(
    ollama: Ollama, change: dict[str, Any], reason: str
) -> None:
    ollama.says(*ROWS)
    vars(ollama).update(change)
    (refused,) = await read(ollama, timeout_s=0.5)
    assert isinstance(refused, RefusedRecord)
    assert refused.code == "MODEL_FAILED"
    assert reason in refused.reason


async def test_a_model_that_is_away_is_told() -> None:
    (refused,) = await read_with_model(text_file(STORY), LanguageModel("http://127.0.0.1:9", "small", 2.0))
    assert isinstance(refused, RefusedRecord)
    assert refused.code == "MODEL_FAILED"


@pytest.mark.parametrize(
    "text",
    ["Short text", f"Set\n1. Off - A\n2. Cid - B\n3. Dora - C\n{STORY}", "x" * (LONGEST_TEXT + 1)],
    ids=["short", "with a tracklist", "too long"],
)
async def test_it_is_asked_only_where_the_rules_fail_in_a_text_that_it_can_read(ollama: Ollama, text: str) -> None:
    await read(ollama, text)
    assert ollama.asked == []


async def test_an_import_asks_it_and_the_graph_keeps_who_read_the_set(graph: Database, ollama: Ollama) -> None:
    ollama.says(*ROWS)
    model = language_model(ollama.url, "small", 10.0)
    report = await import_file(graph, text_file(STORY, "night"), actor="tests", model=model)
    assert (report.sets.sets_new, report.file.format) == (1, "pasted tracklist")
    assert await ask(graph, "MATCH (o:Observation) RETURN o.parser, o.confidence") == [
        ["language model 1 (small)", 0.4]
    ]


async def test_an_import_of_anything_else_does_not_ask_it(graph: Database, ollama: Ollama) -> None:
    model = language_model(ollama.url, "small", 10.0)
    for name, data in (("x.mp3", b"ID3" + b" " * 999), ("x.nml", b"<NML><COLLECTION/></NML>" + b" " * 999)):
        report = await import_file(graph, text_file(data, name), actor="tests", model=model)
        assert report.is_empty
    assert ollama.asked == []


def test_without_a_url_there_is_none() -> None:
    assert language_model(None, "small", 10.0) is None


async def test_without_a_model_the_rules_answer_alone() -> None:
    (refused,) = await read_with_model(text_file(STORY), None, Told(title="T"))
    assert isinstance(refused, RefusedRecord)
    assert refused.code == "TOO_FEW_ROWS"
