"""The queries and mutations of the curators' page are carried out as they stand there."""

from __future__ import annotations

import re
from hashlib import sha256
from pathlib import Path
from typing import Any

import httpx
import pytest

from curation.review import NewReviewItem, open_items
from cypher import Database, write
from runtime.keys import ApiKeys
from runtime.settings import Settings
from server import create_app
from tests.curation.given import is_clean, plays_of, uid, value
from tests.ingestion.given import load, set_of

PAGE = (Path(__file__).parents[2] / "docs/curating.md").read_text(encoding="utf-8")
EXAMPLES = re.findall(r"```graphql\n(.*?)```", PAGE, re.DOTALL)


@pytest.mark.graph
async def test_each_example_of_the_page_answers(graph: Database, settings: Settings) -> None:
    await load(graph, set_of("a", "One", "Two", "Won", "Three"))
    one, two, won, three = [await uid(graph, "Track", title) for title in ("One", "Two", "Won", "Three")]
    asked = NewReviewItem("track", three, "Anna - Three", 0.9, "matcher 1", None, [(two, 0.9, ["title 0.8"])])
    await write(graph, lambda transaction: open_items(transaction, [asked]))
    item = await value(graph, "MATCH (item:ReviewItem) RETURN item.id")
    variables = {"survivor": one, "merged": won, "plays": await plays_of(graph, two), "track": one, "item": item}
    app = create_app(graph, settings, ApiKeys({"curator": sha256(b"s3cret").digest()}))
    async with httpx.AsyncClient(transport=httpx.ASGITransport(app=app), base_url="http://door") as door:
        answers: list[dict[str, Any]] = []
        for example in EXAMPLES:
            answer = await door.post(
                "/graphql",
                json={"query": example, "variables": variables},
                headers={"authorization": "Bearer s3cret"},
            )
            answers.append(answer.json())
            found = re.search(r"rev_\w{26}", answer.text)
            variables["revision"] = found.group() if found else variables.get("revision", "")
    assert len(answers) == 5
    assert [answer for answer in answers if "errors" in answer] == []
    assert answers[0]["data"]["mergeTracks"]["track"]["formerIds"] == [won]
    assert answers[2]["data"]["reviewItems"]["totalCount"] == 1
    assert answers[4]["data"]["undo"]["item"]["state"] == "OPEN"
    assert await is_clean(graph) == []
