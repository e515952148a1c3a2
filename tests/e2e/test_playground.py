"""The playground in a browser that reaches nothing but this machine, and its examples."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import httpx
import pytest
from playwright.async_api import Browser, Page, expect

from cypher import Database

FOLDER = Path(__file__).resolve().parents[2] / "web" / "playground" / "examples"
EXAMPLES = {path.stem: path.read_text(encoding="utf-8") for path in sorted(FOLDER.glob("*.graphql"))}
PATIENCE_MS = 60_000


@pytest.fixture
async def client(server_url: str, api_key: str) -> AsyncIterator[httpx.AsyncClient]:
    """Speaks to the server with the key."""
    headers = {"authorization": f"Bearer {api_key}"}
    async with httpx.AsyncClient(base_url=server_url, headers=headers, timeout=30) as client:
        yield client


class Playground:
    """The page as a person uses it; what it asked for and complained about is noted."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.answer = page.get_by_role("region", name="Result Window")
        self.asked: list[str] = []
        self.complaints: list[str] = []
        page.on("request", lambda request: self.asked.append(request.url))
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("console", lambda said: self.complaints.append(said.text) if said.type == "error" else None)

    async def open(self, url: str) -> None:
        """Returns when both editors are there: before, a click on a tab has nothing to show it in."""
        await self.page.goto(url)
        await expect(self.page.locator(".graphiql-query-editor .view-line").first).to_be_visible()
        await expect(self.page.locator(".result-window[data-mode-id=json]")).to_be_visible()

    async def show(self, operation: str) -> None:
        await self.page.get_by_role("tab", name=operation).click()
        await self.shows(operation)

    async def shows(self, operation: str) -> None:
        await expect(self.page.get_by_label("Operation Editor")).to_contain_text(operation)

    async def run(self) -> None:
        await self.page.get_by_role("button", name="Execute query").click()


@pytest.fixture
async def playground(
    browser: Browser, server_url: str, client: httpx.AsyncClient, graph: Database
) -> AsyncIterator[Playground]:
    """Opened on a graph with one set."""
    await client.post("/graphql", json={"query": EXAMPLES["10_add_a_set"]})
    expect.set_options(timeout=PATIENCE_MS)
    page = await browser.new_page()
    page.set_default_timeout(PATIENCE_MS)
    playground = Playground(page)
    await playground.open(f"{server_url}/graphql")
    yield playground
    expect.set_options(timeout=None)


@pytest.mark.browser
async def test_an_example_is_answered_without_any_network(playground: Playground, server_url: str) -> None:
    await playground.show("PlayedNext")
    await playground.run()
    await expect(playground.answer).to_contain_text("Energy Flash")
    await expect(playground.answer).to_contain_text("Jaguar")
    await expect(playground.page).to_have_title("SongNodes playground")
    assert [url for url in playground.asked if not url.startswith((server_url, "data:"))] == []
    assert playground.complaints == []


@pytest.mark.browser
async def test_a_closed_example_can_be_opened_again(playground: Playground) -> None:
    page = playground.page
    await playground.show("Stats")
    await page.get_by_role("button", name="Close Tab").click()
    await expect(page.get_by_role("tab", name="Stats")).to_have_count(0)
    await page.get_by_role("button", name="Show Examples").click()
    await page.get_by_role("button", name="What the graph holds").click()
    await expect(page.get_by_role("tab", name="Stats")).to_have_count(1)
    await playground.run()
    await expect(playground.answer).to_contain_text('"setlists": 1')


@pytest.mark.browser
async def test_a_key_in_the_headers_opens_the_write_door(playground: Playground, api_key: str) -> None:
    page = playground.page
    await playground.show("AddASet")
    await playground.run()
    await expect(playground.answer).to_contain_text("UNAUTHORIZED")
    await page.get_by_role("button", name="Headers").click()
    await page.locator(".graphiql-editor-tool .graphiql-editor:visible").click()
    await page.keyboard.press("Control+A")
    await paste(page, f'{{"Authorization": "Bearer {api_key}"}}')
    await playground.run()
    await expect(playground.answer).to_contain_text('"unchanged": 1')


async def paste(page: Page, text: str) -> None:
    """By the clipboard, as a person does; typed brackets and quotes would be closed by the editor."""
    await page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    await page.evaluate("text => navigator.clipboard.writeText(text)", text)
    await page.keyboard.press("Control+V")


@pytest.mark.parametrize("example", EXAMPLES.values(), ids=EXAMPLES)
async def test_every_example_is_answered(client: httpx.AsyncClient, graph: Database, example: str) -> None:
    response = await client.post("/graphql", json={"query": example})
    assert response.status_code == 200
    assert "errors" not in response.json()


@pytest.mark.parametrize("example", EXAMPLES.values(), ids=EXAMPLES)
def test_every_example_has_a_title_and_an_operation_name(example: str) -> None:
    title, *lines = example.splitlines()
    assert title.startswith("# ")
    assert len(title) <= 60
    operations = [line.split()[1] for line in lines if line.startswith(("query ", "mutation "))]
    assert len(operations) == 1
