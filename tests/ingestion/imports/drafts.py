"""Texts and files into drafts and rows, for the tests of the importers."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from graph_model.errors import BadRecord
from ingestion.draft import Draft
from ingestion.imports.source_file import SourceFile
from ingestion.observation import RefusedRecord, RowObservation, SetObservation
from ingestion.reading import Observed, note_drafts, observations
from ingestion.tracklist.label_suffix import KnownLabels
from ingestion.tracklist.names import KnownNames

Drafts = Iterable[Draft | RefusedRecord]


def text_file(text: str | bytes, name: str = "set.txt") -> SourceFile:
    """A file with this text, in UTF-8."""
    return SourceFile(name, text.encode() if isinstance(text, str) else text)


def observed(drafts: Drafts) -> list[Observed]:
    """The drafts read by what they show themselves."""
    given = list(drafts)
    names, labels = KnownNames(), KnownLabels()
    note_drafts(given, names, labels)
    return list(observations(given, names, labels))


def only_set(drafts: Drafts) -> SetObservation:
    """The one set that they hold, with no refusal."""
    (found,) = observed(drafts)
    assert isinstance(found, SetObservation)
    return found


def only_refusal(drafts: Drafts) -> RefusedRecord:
    """The one refusal, with no set."""
    (found,) = list(drafts)
    assert isinstance(found, RefusedRecord)
    return found


def is_sound(read: Callable[[SourceFile], Iterator[Draft | RefusedRecord]], file: SourceFile) -> None:
    """Whatever the file holds: each draft can be read, each refusal says why, and so does that of the whole file."""
    try:
        drafts = list(read(file))
    except BadRecord:
        return
    for found in observed(drafts):
        if isinstance(found, RefusedRecord):
            assert found.reason
            assert found.code
        else:
            assert found.rows


def credit(row: RowObservation) -> str:
    """The names of the main credit."""
    return ", ".join(each.name for each in row.credits if each.role != "remixer")
