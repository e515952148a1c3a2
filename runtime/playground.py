"""The playground: GraphiQL with our examples, built once into static files.

`python -m runtime.playground` builds it and checks its sources (TypeScript, prettier): `make web`.
"""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory

from graph_model.errors import SetupError
from runtime import node
from runtime.progress import step

SOURCE = Path(__file__).resolve().parents[1] / "web" / "playground"


def ensure_playground(cache: Path) -> Path:
    """The folder with `index.html` and `assets/`; built where these very sources have not been built yet.

    It takes half a minute once, most of it the download. Raises NoNetwork, BadDownload, TooLittleRoom, SetupError.
    """
    target = cache / "playground" / sources_hash(SOURCE)
    if not target.exists():
        target.parent.mkdir(parents=True, exist_ok=True)
        with step("Building the playground"), TemporaryDirectory(dir=target.parent, prefix="building-") as work:
            _keep(_build(Path(work), cache), target)
    return target


def check_sources(cache: Path) -> None:
    """Types and format of the sources. Raises SetupError with what the tools say."""
    (cache / "playground").mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(dir=cache / "playground", prefix="checking-") as work:
        node.install(SOURCE, Path(work), cache, all_packages=True)
        done = node.npm(Path(work), "run", "check")
    if done.returncode:
        raise SetupError(f"web/playground does not pass its check:\n{node.last_lines(done)}")


def _build(work: Path, cache: Path) -> Path:
    node.install(SOURCE, work, cache)
    done = node.node(work, "build.mjs", "dist")
    if done.returncode:
        raise SetupError(f"The playground cannot be built:\n{node.last_lines(done)}")
    return work / "dist"


def _keep(built: Path, target: Path) -> None:
    """Moved in one step, so that a folder that is there is whole; whoever is second leaves the first one's."""
    try:
        built.rename(target)
    except OSError:
        if not target.exists():
            raise


def sources_hash(source: Path) -> str:
    """Of every file that the build reads, the lock file first of all."""
    seen = sha256()
    for path in sorted(source.rglob("*")):
        name = path.relative_to(source)
        if path.is_file() and name.parts[0] not in node.NOT_SOURCES:
            seen.update(f"{name.as_posix()}\n{path.stat().st_size}\n".encode() + path.read_bytes())
    return seen.hexdigest()[:20]


if __name__ == "__main__":
    from runtime.settings import load_settings

    folder = load_settings().cache_dir
    check_sources(folder)
    print(ensure_playground(folder))
