"""Rows that Hypothesis makes, and how an editor prints them: what is printed must be read as it was meant."""

from __future__ import annotations

from dataclasses import dataclass

from hypothesis import strategies as st

from ingestion.observation import CreditObservation, RowObservation

NAMES = (
    "Off", "Daft Punk", "Кино", "Ann Other", "808 State", "50 Cent", "Jean-Michel Jarre", "Björk", "Nu:Tone", "M.I.A.",
    "東京事変", "AC/DC", "Left Foot", "Ftisland", "Robyn & The Band", "Above & Beyond", "DJ Ann", "A-ha",
    "Xavier", "Sigur Rós", "Mr. G", "Kerri 'Kaoz' Chandler", "Ανδρέας", "Cher", "Withered Hand", "Andy C",
)  # fmt: skip
TITLES = (
    "Salsa", "Группа крови", "Draft", "99 Problems", "Für Immer", "夢", "Don't Stop", "Live Forever", "Remix Culture",
    "Part 2", "3 A.M.", "Sun (Set Me Free)", "What?", "Übermensch", "Feature", "Vs. Everything", "One + One",
    "Salsa, Baby",     "Rock & Roll", "4:44", "ID Card", "Unknown Pleasures", "Intro",
    "Number 9 (Part 2)", "Cover Me", "Dub Be Good To Me",
)  # fmt: skip
LABELS = ("ZYX", "Poker Flat", "Soul:R", "Мороз", "Plus 8", "100% Pure", "Sub (Static)", "R&S Records")
NUMBERS = ("5548", "TOOL 040", "PF-01", "BMXD-1", "007", "CAT 12/1")
PLAIN_VERSIONS = {
    "Extended Mix": "extended", "Live": "live", "Acappella": "acapella", "Instrumental": "instrumental", "Dub": "dub",
    "Club Mix": "mix", '12" Version': "mix", "VIP": "vip", "Remastered": "remaster", "Live At Club": "live",
}  # fmt: skip
MADE = {"Remix": "remix", "Edit": "edit", "Rework": "remix", "Bootleg": "remix", "Mashup": "mashup", "VIP": "vip"}
REMIXERS = ("Ann Other", "Bob", "Кино", "808 State", "Mr. G", "東京事変", "Sigur Rós")
JOINS = {" & ": "main", ", ": "main", " vs. ": "main", " x ": "main", " feat. ": "featured", " ft. ": "featured"}


@dataclass(frozen=True, slots=True)
class PrintedRow:
    """A line as printed, and the row that it means."""

    text: str
    row: RowObservation


@st.composite
def printed_rows(draw: st.DrawFn) -> PrintedRow:
    """A row, with or without cue, mark for a layer, joined credits, version and maker, label and number; or unknown."""
    credits = draw(credit_lists())
    state = draw(st.sampled_from(["identified"] * 6 + ["partial", "unidentified"]))
    printed = {"unidentified": "ID - ID", "partial": f"{_credit(credits)} - ID"}.get(state)
    title, version, kind, makers = draw(st.sampled_from(TITLES)), *draw(versions())
    if printed is None:
        printed = f"{_credit(credits)} - {title}" + (f" ({version})" if version else "")
    label, number, suffix = draw(labels())
    minutes = draw(st.none() | st.integers(0, 180))
    together = draw(st.booleans())
    text = f"{'' if minutes is None else f'[{minutes:02}] '}{draw(st.sampled_from(['w/ ', '+ '])) if together else ''}"
    identified = state == "identified"
    row = RowObservation(
        text=text + printed + suffix, state=state,
        credits=() if state == "unidentified" else credits + (makers if identified else ()),
        title=title if identified else None, version=version if identified else None,
        version_kind=kind if identified else None, label=label, catalog_number=number,
        cue_ms=None if minutes is None else minutes * 60_000, together=together,
    )  # fmt: skip
    return PrintedRow(row.text, row)


@st.composite
def credit_lists(draw: st.DrawFn) -> tuple[CreditObservation, ...]:
    """One to four different names; whoever stands after "feat." is featured until the next "vs."."""
    names = draw(st.lists(st.sampled_from(NAMES), min_size=1, max_size=4, unique=True))
    joins = [draw(st.sampled_from([*JOINS])) for _ in names[1:]]
    credits, role = [], "main"
    for name, join in zip(names, [*joins, ""], strict=True):
        credits.append(CreditObservation(name, role, join))
        role = {" vs. ": "main", " feat. ": "featured", " ft. ": "featured"}.get(join, role)
    return tuple(credits)


@st.composite
def versions(draw: st.DrawFn) -> tuple[str | None, str | None, tuple[CreditObservation, ...]]:
    """(as printed, kind, who made it)."""
    form = draw(st.sampled_from(["none", "plain", "made"]))
    if form == "none":
        return None, None, ()
    if form == "plain":
        printed = draw(st.sampled_from([*PLAIN_VERSIONS]))
        return printed, PLAIN_VERSIONS[printed], ()
    maker, word = draw(st.sampled_from(REMIXERS)), draw(st.sampled_from([*MADE]))
    return f"{maker} {word}", MADE[word], (CreditObservation(maker, "remixer"),)


@st.composite
def labels(draw: st.DrawFn) -> tuple[str | None, str | None, str]:
    """(label, catalogue number, as printed)."""
    label = draw(st.none() | st.sampled_from(LABELS))
    number = draw(st.none() | st.sampled_from(NUMBERS)) if label else None
    suffix = f" [{label} - {number}]" if number else f" [{label}]"
    return label, number, suffix if label else ""


def _credit(credits: tuple[CreditObservation, ...]) -> str:
    return "".join(credit.name + credit.join_phrase for credit in credits)
