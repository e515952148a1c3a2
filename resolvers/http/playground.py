"""The playground's page and files, served from a folder that was built before."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from starlette.responses import Response
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp, Scope

from graph_model.errors import SetupError
from resolvers.http.media import HTML
from resolvers.http.response import Header

ONE_YEAR_S = 31_536_000
POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self' 'unsafe-inline'",  # the editor makes style elements of its own
        "img-src 'self' data:",
        "font-src 'self' data:",
        "connect-src 'self'",
        "worker-src 'self'",
        "base-uri 'none'",
        "form-action 'none'",
        "frame-ancestors 'none'",
    )
)
"""Content-Security-Policy: nothing from elsewhere, no inline script."""


@dataclass(frozen=True, slots=True)
class Page:
    """An HTML page, ready to send."""

    body: bytes
    headers: tuple[Header, ...]


def playground_page(folder: Path) -> Page:
    """The page in a built folder. Raises SetupError where it is not built."""
    try:
        body = (folder / "index.html").read_bytes()
    except OSError as error:
        raise SetupError(f"The playground is not built in {folder}: start the server by `make run`") from error
    headers = (
        (b"content-type", HTML + b"; charset=utf-8"),
        (b"content-security-policy", POLICY.encode()),
        (b"cache-control", b"no-cache"),
        (b"vary", b"Accept"),
        (b"referrer-policy", b"no-referrer"),
        (b"x-content-type-options", b"nosniff"),
    )
    return Page(body, headers)


def playground_assets(folder: Path) -> ASGIApp:
    """The page's scripts, styles and fonts, to be mounted at /graphql/assets."""
    return _KeptFiles(directory=folder / "assets")


class _KeptFiles(StaticFiles):
    """Files with their hash in the name never change, so a browser may keep them."""

    def file_response(
        self, full_path: str | os.PathLike[str], stat_result: os.stat_result, scope: Scope, status_code: int = 200
    ) -> Response:
        response = super().file_response(full_path, stat_result, scope, status_code)
        response.headers["cache-control"] = f"public, max-age={ONE_YEAR_S}, immutable"
        response.headers["x-content-type-options"] = "nosniff"
        return response
