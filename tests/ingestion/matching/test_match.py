"""Two records compared: probability, decision, reasons, and what outranks them."""

from __future__ import annotations

import time
from dataclasses import replace

import pytest
from hypothesis import given

from ingestion.matching.match import AT_MOST, SAME_IDENTIFIER, Matcher
from ingestion.matching.record import Record
from tests.ingestion.matching.given import record, records

MATCHERS = {name: Matcher.named(name) for name in ("rows", "records")}
BY_EACH = pytest.mark.parametrize("by", MATCHERS.values(), ids=MATCHERS)


@BY_EACH
@given(records, records)
def test_any_two_records_are_judged_alike_in_both_orders_and_with_reasons(
    by: Matcher, one: Record, other: Record
) -> None:
    match = by.compare(one, other)
    there, back = by.decide(one, other), by.decide(other, one)
    assert there == (match.probability, match.decision)
    assert there[0] == pytest.approx(back[0])
    assert there[1] == back[1]
    assert 0.0 <= match.probability <= 1.0
    assert match.decision != "same" or match.veto is None
    assert all(reason.text and str(reason).startswith(("+", "-")) for reason in match.reasons)
    odds = [abs(reason.log_odds) for reason in match.reasons]
    assert odds == sorted(odds, reverse=True)


@BY_EACH
@given(records.filter(lambda record: record.title.strip() and record.artist.strip()))
def test_a_record_with_title_and_artist_is_the_same_as_itself(by: Matcher, one: Record) -> None:
    assert by.decide(one, one)[1] == "same", by.compare(one, one)


@pytest.mark.parametrize(
    "text",
    [
        "A | B",
        "!!! | ???",
        "+ | -",
        "東 | 風",
        "Я | Ты",
        "The The | The",
        "DJ | A",
        "1 | 2",
        "? | Go",
        "U2 | One",
        "♥ | ♥",
    ],
)
@BY_EACH
def test_short_and_strange_names_are_the_same_as_themselves(by: Matcher, text: str) -> None:
    assert by.decide(record(text), record(text))[1] == "same"


@BY_EACH
def test_an_id_that_both_carry_outranks_the_spelling(by: Matcher) -> None:
    one, other = (replace(record(text), identifiers=(("isrc", "A"),)) for text in ("Moby | Go", "Moby Hall | Go On"))
    assert by.decide(one, other) == (SAME_IDENTIFIER, "same")


@BY_EACH
def test_an_id_that_both_carry_though_nothing_is_alike_is_asked_about(by: Matcher) -> None:
    one, other = (replace(record(text), identifiers=(("isrc", "A"),)) for text in ("Moby | Go", "坂本龍一 | 東風"))
    match = by.compare(one, other)
    assert (match.decision, match.veto) == ("unsure", "both carry isrc A, but nothing else is alike")


@BY_EACH
def test_two_ids_of_one_scheme_forbid_to_unite_what_is_spelt_alike(by: Matcher) -> None:
    one, other = (replace(record("Moby | Go"), identifiers=(("isrc", value),)) for value in ("A", "B"))
    match = by.compare(one, other)
    assert match.probability == AT_MOST
    assert match.decision != "same"
    assert match.veto == "another isrc: A; B"


@BY_EACH
def test_ids_of_two_schemes_and_several_of_one_that_share_one_forbid_nothing(by: Matcher) -> None:
    moby = record("Moby | Go")
    one, other = replace(moby, identifiers=(("isrc", "A"),)), replace(moby, identifiers=(("mbid", "B"),))
    assert by.decide(one, other)[1] == "same"
    both = replace(moby, identifiers=(("isrc", "A"), ("isrc", "B"), ("mbid", "C")))
    several = replace(moby, identifiers=(("isrc", "B"), ("isrc", "D")))
    assert by.decide(both, several) == (SAME_IDENTIFIER, "same")
    assert by.decide(both, replace(moby, identifiers=(("isrc", "D"), ("mbid", "C"))))[1] == "same"


@pytest.mark.parametrize("filler", ["a ", "ab", "(x", "é9 ", "東風 ", "feat. "])
@BY_EACH
def test_titles_of_ten_thousand_characters_are_compared_at_once_and_never_united(by: Matcher, filler: str) -> None:
    long = (filler * 10_000)[:10_000]
    one, other = Record(title=long, artist=long, extra=long), Record(title=long + "b", artist=long[::-1], album=long)
    started = time.process_time()
    assert by.compare(one, other).decision != "same"
    assert time.process_time() - started < 1.0
