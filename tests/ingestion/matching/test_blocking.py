"""Keys that records of one piece share."""

from __future__ import annotations

import pytest
from hypothesis import given

from ingestion.matching.blocking import block_keys, letter_keys
from ingestion.matching.reading import read
from ingestion.matching.record import Record
from ingestion.matching.words import WordWeights
from tests.ingestion.matching.given import record, records
from tests.ingestion.matching.test_near_misses import ONE, ONE_OF_ANYBODY

WEIGH = WordWeights.of()
SYNTAX = set('+-&|!(){}[]^"~*?:\\/ ')
"""What a full-text query takes for an operator; AND, OR and NOT are such in capitals only."""
MOST = 20


def keys(one: Record) -> frozenset[str]:
    return block_keys(read(one), WEIGH)


@pytest.mark.parametrize(("one", "other"), [*ONE, *ONE_OF_ANYBODY])
def test_records_of_one_piece_share_a_key(one: str, other: str) -> None:
    assert keys(record(one)) & keys(record(other))


@pytest.mark.parametrize("text", ["A | B", "!!! | ???", "東 | 風", "AND | OR", "NOT | *", "e\u0301 | \u0301", "ที่ | ์"])
def test_short_and_strange_names_have_keys(text: str) -> None:
    assert keys(record(text))


def test_a_record_that_says_nothing_has_none() -> None:
    assert keys(Record()) == letter_keys(read(Record())) == frozenset()


@given(records)
def test_a_key_is_one_word_and_no_operator_of_a_query(any_record: Record) -> None:
    found = keys(any_record)
    assert len(found) <= MOST
    assert all(not SYNTAX & set(key) and len(key.split()) == 1 and len(key) <= 48 for key in found)
    assert not {"AND", "OR", "NOT"} & found
    assert all(key == key.lower() or not key.isascii() for key in found)


@given(records.filter(lambda record: record.title.strip() and record.artist.strip()))
def test_a_record_with_title_and_artist_has_keys(any_record: Record) -> None:
    assert keys(any_record)


def test_letters_find_what_words_full_of_slips_hide() -> None:
    one, other = read(record("Moby | Everlovin")), read(record("Mobby | Evrloving"))
    assert letter_keys(one) & letter_keys(other)
