"""Files of DJ programs as people published them: each is imported, or refused with a reason."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from ingestion.imports.formats import Imported, read_file
from ingestion.imports.source_file import SourceFile

EXPECTED: dict[str, tuple[str, list[int], list[int], list[str]]] = {
    "dj_software_exports/traktor/collection.nml": ("Traktor NML", [], [1], []),
    "dj_software_exports/traktor/collection_indexing.nml": ("Traktor NML", [], [1], ["EMPTY_SET", "EMPTY_SET"]),
    "dj_software_exports/traktor/cuepoints.nml": ("Traktor NML", [], [1], []),
    "dj_software_exports/traktor/history.nml": ("Traktor NML", [1], [151], []),
    "dj_software_exports/traktor/playlist.nml": ("Traktor NML", [1, 1, 1], [], []),
    "dj_software_exports/traktor/traktor_history_export.html": ("Traktor HTML", [41], [], []),
    "dj_software_exports/traktor/whatsnowplaying_collection.nml": ("Traktor NML", [2], [395], ["EMPTY_SET"] * 3),
    "dj_software_exports/rekordbox/rekordbox5_database.xml": ("rekordbox XML", [2, 2], [6], []),
    "dj_software_exports/rekordbox/rekordbox6_database.xml": ("rekordbox XML", [], [6], ["EMPTY_SET"]),
    "dj_software_exports/serato/serato-2.4-mac_1.session": ("Serato session", [8], [], []),
    "dj_software_exports/serato/serato-2.4-mac_12.session": ("Serato session", [51], [], []),
    "dj_software_exports/serato/serato-2.4-mac_66.session": ("Serato session", [5], [], []),
    "dj_software_exports/serato/serato-2.4-mac_74.session": ("Serato session", [3], [], []),
    "dj_software_exports/serato/serato-2.4-mac_80.session": ("Serato session", [1], [], []),
    "dj_software_exports/serato/serato-2.4-mac_84.session": ("Serato session", [18], [], []),
    "dj_software_exports/serato/serato-2.5-win_1.session": ("Serato session", [3], [], []),
    "dj_software_exports/serato/seratotidal-win_86.session": ("Serato session", [17], [], []),
    "dj_software_exports/m3u/2021-01-09.m3u": ("M3U playlist", [47], [], []),
    "dj_software_exports/m3u/virtualdj_testplaylist.m3u": ("M3U playlist", [3], [], []),
    "dj_software_exports/m3u/virtualdj_videos.m3u": ("M3U playlist", [3], [], []),
    "cue_sheets/Mat Zo @ ABGT 500 2022-10-15.opus.cue": ("CUE sheet", [12], [], []),
    "cue_sheets/Playlist-#36-Frames.cue": ("CUE sheet", [12], [], []),
    "cue_sheets/Playlist-Bug#30.cue": ("CUE sheet", [22], [], []),
    "cue_sheets/Playlist-Bug#57.cue": ("CUE sheet", [39], [], []),
    "cue_sheets/Sample_Cuesheet.cue": ("CUE sheet", [8], [], []),
    "cue_sheets/Sample_Inputfile.txt": ("pasted tracklist", [8], [], []),
    "cue_sheets/Textimport with Cuesheetdata.txt": ("pasted tracklist", [39], [], []),
    "cue_sheets/Textimport_Bug_#233.txt": ("pasted tracklist", [54], [], []),
    "cue_sheets/Textimport_Bug_213.txt": ("pasted tracklist", [4], [], []),
    "cue_sheets/SOURCE.txt": ("pasted tracklist", [], [], ["TOO_FEW_ROWS"]),
    "dj_software_exports/SOURCE.txt": ("pasted tracklist", [], [], ["TOO_FEW_ROWS"]),
}
"""File → format, rows of each set, rows of each library, codes of what was set aside."""


def table(name: str, imported: Imported) -> tuple[str | None, list[int], list[int], list[str]]:
    """A line of the table, printed for whoever runs the tests with `-s`."""
    sets = [len(draft.rows) for draft in imported.drafts if draft.plays]
    libraries = [len(draft.rows) for draft in imported.drafts if not draft.plays]
    print(f"{name} | {imported.format} | {sets} | {libraries} |", *(f"{e.place}: {e.code}" for e in imported.refused))
    return imported.format, sets, libraries, [each.code for each in imported.refused]


@pytest.mark.parametrize("folder", ["dj_software_exports", "cue_sheets"])
def test_each_shared_file_is_imported_or_refused_with_a_reason(shared_data: Callable[[str], Path], folder: str) -> None:
    root = shared_data(folder)
    found = {}
    for path in sorted(path for path in root.rglob("*") if path.is_file()):
        name = str(path.relative_to(root.parent))
        found[name] = table(name, read_file(SourceFile(path.name, path.read_bytes())))
    assert found == {name: expected for name, expected in EXPECTED.items() if name.startswith(folder)}


def test_the_traktor_library_brings_its_measures(shared_data: Callable[[str], Path]) -> None:
    path = shared_data("dj_software_exports") / "traktor/whatsnowplaying_collection.nml"
    (library, _) = read_file(SourceFile(path.name, path.read_bytes())).drafts
    measured = [row.measures for row in library.rows]
    assert sum(bool(each.duration_ms) for each in measured) > 380
    assert sum(bool(each.year) for each in measured) > 300
