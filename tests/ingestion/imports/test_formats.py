"""Each file is known by what it holds; whatever it holds, nothing crashes and nothing is half read."""

from __future__ import annotations

import gzip
import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingestion.draft import Draft
from ingestion.imports.formats import FORMATS, LARGEST_BYTES, Imported, format_of, read_file
from ingestion.imports.source_file import SourceFile
from tests.ingestion.imports.samples import SAMPLES, serato

FORMAT_NAMES = [each.name for each in FORMATS]


def read(name: str, data: bytes) -> Imported:
    return read_file(SourceFile(name, data))


def codes(imported: Imported) -> list[str]:
    return [each.code for each in imported.refused]


def heard(draft: Draft) -> list[str]:
    return [row.text for row in draft.rows]


def test_there_is_a_sample_of_every_format() -> None:
    assert set(SAMPLES) == set(FORMAT_NAMES) - OTHERS


OTHERS = {
    "1001tracklists page", "MixesDB page", "1001tracklists text", "MixesDB text", "table", "pasted tracklist",
}  # fmt: skip
"""Formats whose samples stand in tests of their own."""


@pytest.mark.parametrize("name", SAMPLES)
def test_a_format_is_known_by_its_content_whatever_the_file_is_called(name: str) -> None:
    found = format_of(SourceFile("renamed.bin", SAMPLES[name][1]))
    assert found is not None
    assert found.name == name


@pytest.mark.parametrize("name", SAMPLES)
def test_the_same_file_under_another_name_has_the_same_keys_and_records(name: str) -> None:
    file, data = SAMPLES[name]
    one, other = read(file, data), read(f"copy of {file}", data)
    assert [(draft.key, draft.raw, draft.rows) for draft in one.drafts] == [
        (draft.key, draft.raw, draft.rows) for draft in other.drafts
    ]
    assert one.drafts


@pytest.mark.parametrize("name", SAMPLES)
def test_a_file_that_is_cut_off_anywhere_is_read_or_refused(name: str) -> None:
    file, data = SAMPLES[name]
    for size in range(0, len(data), max(1, len(data) // 200)):
        imported = read(file, data[:size])
        assert imported.drafts or imported.refused


@pytest.mark.parametrize("name", SAMPLES)
@settings(max_examples=150, deadline=None)
@given(seed=st.integers(0, 2**32), changes=st.integers(1, 30), junk=st.binary(max_size=40))
def test_a_damaged_file_is_read_or_refused(name: str, seed: int, changes: int, junk: bytes) -> None:
    file, data = SAMPLES[name]
    chance, damaged = random.Random(seed), bytearray(data)
    for _ in range(changes):
        damaged[chance.randrange(len(damaged))] = chance.randrange(256)
    at = chance.randrange(len(damaged))
    damaged[at:at] = junk
    imported = read(file, bytes(damaged))
    assert imported.drafts or imported.refused
    assert all(row.text for draft in imported.drafts for row in draft.rows)


@pytest.mark.parametrize("importer", FORMATS, ids=FORMAT_NAMES)
@settings(max_examples=80, deadline=None)
@given(data=st.one_of(st.binary(max_size=400), st.text(max_size=400).map(lambda text: text.encode("utf-8", "ignore"))))
def test_any_bytes_at_all_are_read_or_refused(importer: object, data: bytes) -> None:
    ending = next((each.endings[0] for each in FORMATS if each is importer and each.endings), ".xml")
    imported = read(f"file{ending}", data)
    assert imported.drafts or imported.refused


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("empty.cue", b" \n", "EMPTY_FILE"),
        ("sets.zip", b"PK\x03\x04" + b"\0" * 50, "ARCHIVE"),
        ("sets.nml", gzip.compress(b"<NML/>" * 1_000), "ARCHIVE"),
        ("song.mp3", b"ID3\x04\0\0" + b"\0" * 50, "NOT_A_TRACKLIST"),
        ("rip.cue", b"Exact Audio Copy V1.3 from 2. September 2016\n\nTRACK 01 AUDIO\n", "NOT_A_TRACKLIST"),
        ("database V2", serato("2.0/Serato Scratch LIVE Database"), "NOT_A_TRACKLIST"),
        ("master.db", b"SQLite format 3\0", "NOT_A_TRACKLIST"),
        ("what.bin", bytes(range(1, 200)), "UNKNOWN_FORMAT"),
        ("video.m3u8", b"#EXTM3U\n#EXT-X-VERSION:3\n#EXTINF:9.9,\nseg0.ts\n", "BAD_FILE"),
        ("binary.cue", b"TRACK 01 AUDIO\0\0\0", "BAD_FILE"),
        ("no.jspf", b'{"playlist": {"track": 7}}', "BAD_FILE"),
        ("deep.jspf", b'{"playlist":' + b"[" * 100_000, "BAD_FILE"),
        ("large.nml", b"<NML>" + b" " * LARGEST_BYTES, "TOO_LARGE"),
    ],
)
def test_what_only_looks_like_a_list_is_refused_with_a_reason(name: str, data: bytes, code: str) -> None:
    imported = read(name, data)
    assert codes(imported) == [code]
    assert imported.drafts == ()
    assert imported.refused[0].place.startswith(name)


BOMB = b"""<?xml version="1.0"?><!DOCTYPE NML [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">
<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;">]><NML><COLLECTION><ENTRY TITLE="&c;" ARTIST="A"/></COLLECTION></NML>"""
OUTSIDE = BOMB.replace(b'"aaaaaaaaaa"', b'SYSTEM "file:///etc/passwd"')
DEEP = b"<NML>" + b"<NODE>" * 5_000 + b"</NODE>" * 5_000 + b"</NML>"


@pytest.mark.parametrize("data", [BOMB, OUTSIDE, DEEP, b"<NML><COLLECTION>\n<ENTRY TITLE='x'></NML>"])
def test_xml_that_would_do_harm_is_refused_and_not_followed(data: bytes) -> None:
    imported = read("harm.nml", data)
    assert codes(imported) == ["BAD_FILE"]
    assert imported.drafts == ()
    assert "root:" not in repr(imported)


def test_a_fault_in_xml_is_told_by_its_line() -> None:
    imported = read("bad.nml", b"<NML>\n<COLLECTION>\n<ENTRY TITLE='a' &></ENTRY></COLLECTION></NML>")
    assert imported.refused[0].place == "bad.nml, line 3"
