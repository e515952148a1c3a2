"""iTunes-Amazon: F1 of ours and of others on the same folds, and what each axis of features adds."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from typing import Any

from ingestion.matching.features import AXES, FEATURES
from tests.benchmarks.matching.fitting import Bools, Floats, Learner, columns_of, varying
from tests.benchmarks.matching.folds import Measured, Method, by_learner, by_scores, measured
from tests.benchmarks.matching.itunes_amazon import FORMS, LabelledPair, groups, read_itunes_amazon, vectors
from tests.benchmarks.matching.similarities import everything, tfidf_cosines, title_and_artist, token_set_ratios
from tests.benchmarks.matching.sources import ITUNES_AMAZON, existing
from tests.benchmarks.matching.splink_scores import splink_scores
from tests.benchmarks.matching.training import RECORD_FEATURES

STRENGTH = 0.1
AIMS = {"Structured": 0.97, "Dirty": 0.95}
OURS = "**ours**"
Scores = Callable[[list[LabelledPair]], Floats]


def _of_records(score: Callable[..., Floats], *given: object) -> Scores:
    return lambda pairs: score([(pair.left, pair.right) for pair in pairs], *given)


PEERS: dict[str, Scores] = {
    "Splink, five columns, EM": splink_scores,
    "RapidFuzz `token_set_ratio`, title and artist": _of_records(token_set_ratios, title_and_artist),
    "RapidFuzz `token_set_ratio`, all that is printed": _of_records(token_set_ratios, everything),
    "TF-IDF cosine of letter runs, title and artist": _of_records(tfidf_cosines, title_and_artist),
    "TF-IDF cosine of letter runs, all that is printed": _of_records(tfidf_cosines, everything),
}


@dataclass(frozen=True, slots=True)
class PairsFound:
    """`methods`: form → name → (pairs drawn freely, pairs with a common record kept together); `axes`: form → axis →
    (without it, with it alone)."""

    methods: dict[str, dict[str, tuple[Measured, Measured]]]
    axes: dict[str, dict[str, tuple[float, float]]]

    def as_json(self) -> dict[str, Any]:
        """Every figure."""
        methods = {form: {name: [asdict(one) for one in both] for name, both in found.items()}
                   for form, found in self.methods.items()}  # fmt: skip
        return {"methods": methods, "axes": self.axes}


def pairs_found() -> PairsFound:
    """Raises Absent."""
    folder = existing(ITUNES_AMAZON, "itunes_amazon")
    found = PairsFound({}, {})
    for form in FORMS:
        pairs = read_itunes_amazon(folder, form)
        values, same = vectors(pairs)
        learner = Learner(columns_of(RECORD_FEATURES), STRENGTH)
        methods: dict[str, Method] = {OURS: by_learner(learner, values, same)}
        methods |= {name: by_scores(scores(pairs), same) for name, scores in PEERS.items()}
        together = groups(pairs)
        found.methods[form] = {
            name: (measured(method, same), measured(method, same, together)) for name, method in methods.items()
        }
        found.axes[form] = dict(_axes(values, same))
    return found


def _axes(values: Floats, same: Bools) -> Iterator[tuple[str, tuple[float, float]]]:
    """Axis → (F1 without it, F1 with it alone)."""
    chosen = varying(values, columns_of(RECORD_FEATURES))
    for axis, names in AXES.items():
        alone = tuple(column for column in chosen if FEATURES[column] in names)
        rest = tuple(column for column in chosen if FEATURES[column] not in names)
        if alone:
            without, only = (measured(by_learner(Learner(columns, STRENGTH), values, same), same).f1
                             for columns in (rest, alone))  # fmt: skip
            yield axis, (without, only)


def pairs_part(found: PairsFound) -> Iterator[str]:
    """The part of the report."""
    yield "### Pairs of records: iTunes-Amazon"
    yield ""
    yield (
        "430 pairs (105 matches) of the train and valid splits, Structured and Dirty; the test split is never read. "
        "Five stratified folds, three seeds, pooled; every threshold comes from the training folds (ours from "
        "out-of-fold "
        "probabilities of them). F1 with the 95 % interval of 2,000 bootstrap samples of pairs. *Kept together*: pairs "
        "that share a record stay in one fold, so that nothing of a record has been seen. The features were made with "
        "these pairs in view, so that another collection may see a little less."
    )
    yield ""
    yield "| method | Structured | Dirty | Structured, kept together | Dirty, kept together |"
    yield "| --- | --- | --- | --- | --- |"
    for name in found.methods["Dirty"]:
        cells = [str(found.methods[form][name][strict]) for strict in (0, 1) for form in FORMS]
        yield f"| {name} | {' | '.join(cells)} |"
    yield f"| aim | {' | '.join(f'{AIMS[form]:.2f}' for form in FORMS)} | – | – |"
    yield ""
    yield "What each axis of features adds: F1 without it, and with it alone."
    yield ""
    yield "| axis | Structured, without | Dirty, without | Structured, alone | Dirty, alone |"
    yield "| --- | --- | --- | --- | --- |"
    for axis in found.axes["Dirty"]:
        cells = [f"{found.axes[form][axis][which]:.3f}" for which in (0, 1) for form in FORMS]
        yield f"| {axis} | {' | '.join(cells)} |"
