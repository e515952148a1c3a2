"""Records written as one line, and what Hypothesis draws of records."""

from __future__ import annotations

from hypothesis import strategies as st

from ingestion.matching.record import Record

WORDS = ("Love", "Минус", "東風", "Für", "the", "2", "II", "A", "feat.", "Remix", "Dub", "(Live)", "[Len Faki Mix]",
         "!!!", "Part", "One", "&", "-", "3:41", "don't", "ที่", "ø", "I")  # fmt: skip
printed = st.lists(st.sampled_from(WORDS), max_size=6).map(" ".join) | st.text(max_size=30)
"""What stands in a field: known troubles, or anything."""
records = st.builds(
    Record,
    title=printed, artist=printed, version=printed, remixer=printed, album=printed, label=printed, extra=printed,
    length=st.sampled_from(["", "3:41", "221", "221000", "x"]), released=st.sampled_from(["", "2015", "18-May-15"]),
)  # fmt: skip


def record(text: str) -> Record:
    """ "Artist | Title | Version | Remixer": what a tracklist's row is parsed into; the last two may be left out."""
    artist, title, version, remixer, *_ = [*(part.strip() for part in text.split("|")), "", "", ""]
    return Record(artist=artist, title=title, version=version, remixer=remixer)
