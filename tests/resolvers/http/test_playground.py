"""The playground's page and files."""

from __future__ import annotations

from pathlib import Path

import httpx
import pytest
from starlette.applications import Starlette
from starlette.routing import Mount

from graph_model.errors import SetupError
from resolvers.http.playground import playground_assets, playground_page


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "index.html").write_text("<!doctype html><title>Für</title>", encoding="utf-8")
    (tmp_path / "assets").mkdir()
    (tmp_path / "assets" / "main-AB12.js").write_text("1", encoding="utf-8")
    (tmp_path / "secret").write_text("not an asset", encoding="utf-8")
    return tmp_path


def test_the_page_may_load_nothing_from_elsewhere(folder: Path) -> None:
    page = playground_page(folder)
    headers = dict(page.headers)
    assert page.body.decode() == "<!doctype html><title>Für</title>"
    policy = headers[b"content-security-policy"].decode()
    assert "default-src 'none'" in policy
    assert "script-src 'self';" in policy
    assert "http" not in policy


def test_a_folder_that_is_not_built_is_named(tmp_path: Path) -> None:
    with pytest.raises(SetupError, match=str(tmp_path)):
        playground_page(tmp_path)


async def test_files_may_be_kept_for_ever(folder: Path) -> None:
    app = Starlette(routes=[Mount("/graphql/assets", playground_assets(folder))])
    transport = httpx.ASGITransport(app=app)
    async with httpx.AsyncClient(transport=transport, base_url="http://door") as client:
        found = await client.get("/graphql/assets/main-AB12.js")
        missing = await client.get("/graphql/assets/%2e%2e/secret")
    assert found.status_code == 200
    assert found.headers["content-type"].startswith("text/javascript")
    assert found.headers["cache-control"] == "public, max-age=31536000, immutable"
    assert missing.status_code == 404
