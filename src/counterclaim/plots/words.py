"""What a picture says in words: title, caption, and the sentence of each point."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path

from counterclaim.figures import Figure, act_of, days_of
from counterclaim.plots.countries import country_name
from counterclaim.plots.points import Drawn, Point
from counterclaim.rules import Row, read_table

NOUNS = Path(__file__).with_name("nouns.tsv")
NOT_FACTS = "claims, not facts"
PANEL_TITLES = {
    "totals": "Running totals, as claimed",
    "periods": "Within a period, as claimed",
    "incidents": "Single figures, as claimed",
}


class MeasureError(ValueError):
    """The figures are not of one measure; the message says of which they are."""


def title(figures: Sequence[Figure]) -> str:
    """What is measured, said of every figure: "Tanks of Southland destroyed: claims, not facts".

    Raises MeasureError where the figures are of several events, categories or units, and where there is none.
    """
    kinds = sorted({_kind(figure) for figure in figures})
    if not kinds:
        raise MeasureError("nothing to draw: no claim with a figure fits; ask for more with fewer conditions")
    if len(kinds) > 1:
        named = "; ".join(" ".join(f"{name}={value}" for name, value in kind if value) for kind in kinds[:6])
        raise MeasureError(f"{len(kinds)} measures fit, one picture shows one: {named}; ask for one of them")
    known = dict(kinds[0])
    side = _common(figures, "side")
    counted = [many(known["category"]), f"of {side}" if side else "", known["event"].replace("_", " ")]
    what = " ".join(word for word in (*counted, f"({known['unit']})" if known["unit"] else "") if word)
    common = [part for part in (_common(figures, "scope"), _place(figures), _one_day(figures)) if part]
    return f"{', '.join((what[:1].upper() + what[1:], *common))}: {NOT_FACTS}"


def many(category: str) -> str:
    """What a category is called where many are counted: "aircraft", "people"."""
    return next((line["words"] for line in _nouns() if line["category"] == category), category or "figures")


@cache
def _nouns() -> tuple[Row, ...]:
    return tuple(read_table(NOUNS, NOUNS.read_bytes()))


def _kind(figure: Figure) -> tuple[tuple[str, str], ...]:
    return tuple((name, str(getattr(figure, name) or "")) for name in ("event", "category", "unit"))


def _common(figures: Iterable[Figure], name: str) -> str | None:
    values = {getattr(figure, name) for figure in figures}
    return values.pop() if len(values) == 1 else None


def _place(figures: Sequence[Figure]) -> str | None:
    country = _common(figures, "country")
    return _common(figures, "place") or (country_name(country) if country else None)


def _one_day(figures: Sequence[Figure]) -> str | None:
    """The days of one event, where all figures are of them."""
    found = {days(figure) if figure.basis == "event" and figure.start else None for figure in figures}
    return found.pop() if len(found) == 1 else None


def caption(drawn: Drawn) -> list[str]:
    """How many claims, claimants and articles, what the marks mean, and what could not be drawn."""
    figures = [point.figure for point in drawn.points]
    counts = (
        _tally(len(figures), "claim"),
        f"by {_tally(len({figure.claimant for figure in figures}), 'claimant')}",
        f"from {_tally(len({figure.article for figure in figures}), 'source')}",
    )
    return [" ".join(counts) + ". Nothing is filled in between them.", *_marks(drawn.points), *_left_out(drawn)]


def _marks(points: Sequence[Point]) -> list[str]:
    meanings = (
        (any(point.is_open for point in points), "fading: the bound is open on this side"),
        (any(point.is_range for point in points), "bar or band between two bounds: a range"),
        (any(point.revised for point in points), "ring: a revised figure, or a total lower than the one before"),
        (any(point.figure.form == "vague" for point in points), "vague words: by our convention, counterclaim-1"),
        (any(is_hollow(point) for point in points), "hollow: estimated, possible or denied"),
    )
    said = [words for shown, words in meanings if shown]
    return ["Marks: " + "; ".join(said) + "."] if said else []


def _left_out(drawn: Drawn) -> list[str]:
    if not drawn.left_out:
        return []
    reasons = ", ".join(f"{reason} ({count})" for reason, count in drawn.left_out.items())
    return [f"Not drawn: {reasons}."]


def is_hollow(point: Point) -> bool:
    """Whether the claim is less than asserted."""
    return point.figure.modality != "asserted"


def said(figure: Figure) -> str:
    """The claim in a line: claimant, act, number, days, outlet and wording."""
    firm = "" if figure.modality == "asserted" else f" [{figure.modality}]"
    where = ", ".join(part for part in (figure.outlet, figure.published) if part) or figure.link
    who = f"{figure.chain} ({act_of(figure)})"
    return f"{who}: {number(figure)}{firm}, {days(figure)}. {where}: “{figure.evidence}”"


def number(figure: Figure) -> str:
    """The number in the text's words with those that bound it."""
    return " ".join(part for part in (figure.qualifier, figure.quantity, figure.unit) if part)


def days(figure: Figure) -> str:
    """The days covered, in words that say what is not known."""
    return days_of(figure) or "day not known"


def _tally(count: int, noun: str) -> str:
    return f"{count:,} {noun}" if count == 1 else f"{count:,} {noun}s"
