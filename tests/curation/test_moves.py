"""Taking one act out of the moves of a relationship gives what the other acts alone would have given."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from curation.moves import MERGE, REPOINT, Move, heir_move, heir_place, moved, read_moves, undone, written

Act = tuple[str, str, str]
"""merge or repoint, from, to."""
PLACES = st.sampled_from("abcd")


def replay(start: str, acts: dict[str, Act]) -> tuple[str, list[Move]]:
    """Where a Play ends up, and its moves: a merge moves it if it stands there, a repoint from wherever it stands."""
    place, moves = start, list[Move]()
    for revision, (act, source, target) in acts.items():
        if place != target and (act == REPOINT or place == source):
            moves.append(Move(act, revision, place))
            place = target
    return place, moves


@given(
    start=PLACES,
    acts=st.lists(st.tuples(st.sampled_from((MERGE, REPOINT)), PLACES, PLACES), min_size=1, max_size=7),
    number=st.integers(0, 6),
)
def test_an_undone_act_leaves_no_trace(start: str, acts: list[Act], number: int) -> None:
    named = {f"rev{place}": act for place, act in enumerate(acts)}
    place, moves = replay(start, named)
    revision = f"rev{number % len(acts)}"
    if not any(move.revision == revision for move in moves):
        return
    rest, home = undone(moves, revision, chained=True)
    kept = {move.revision for move in rest}
    expected, _ = replay(start, {name: act for name, act in named.items() if name in kept})
    assert (home or place) == expected
    assert revision not in kept


def test_moves_of_the_other_end_stay() -> None:
    moves = [Move(MERGE, "rev1", "trk_a"), Move(MERGE, "rev2", "art_b"), Move(MERGE, "rev3", "trk_c")]
    assert undone(moves, "rev2", chained=False) == ([moves[0], moves[2]], "art_b")


@given(st.lists(st.builds(Move, st.sampled_from((MERGE, REPOINT)), st.just("rev_1"), st.sampled_from(("trk_a", "")))))
def test_what_is_written_is_read_again(moves: list[Move]) -> None:
    assert read_moves(written(moves)) == moves


def test_a_relationship_without_moves_says_nothing_of_them() -> None:
    assert written([]) is None
    assert moved(None, Move(MERGE, "rev", "trk")) == ["merge rev trk"]


def test_the_place_of_an_heir_is_known_again() -> None:
    assert heir_place(heir_move("rev", "trk", 3)) == 3
    assert heir_place(Move(MERGE, "rev", "trk")) is None
