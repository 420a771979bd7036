"""Figures that changed where one article quotes what another quoted before, without being a copy of its text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from counterclaim.compare.copy_alarms import changed_category, changed_figure, is_other_kind, same_kind, same_number
from counterclaim.compare.days import days_between
from counterclaim.compare.edits import SLIPS, name_edit
from counterclaim.compare.findings import Alarm
from counterclaim.compare.wording import alike, masked
from counterclaim.compare.words import is_named, is_own_voice, is_tabled
from counterclaim.figures import CLAIM, Figure

SAME_WORDS = 0.9
SHORTEST = 40  # characters of a masked sentence that can be known again
TELLING = 10  # a smaller number is the same by chance too often
SOON = 3  # days between two articles that quote one statement


def find_changed_quotes(figures: Sequence[Figure]) -> Iterator[Alarm]:
    """Each figure that differs from an earlier article's by a slip, or in what it counts, in the same words.

    Both are said of the same claimant, days and place. One changed digit is no slip here: it may be another figure.
    """
    said: dict[tuple[object, ...], list[Figure]] = {}
    for figure in figures:
        if _can_be_quoted(figure):
            key = (figure.claimant, figure.modality, figure.start, figure.end, figure.place)
            said.setdefault(key, []).append(figure)
    for quotes in said.values():
        ordered = sorted(quotes, key=_when)
        for at, quote in enumerate(ordered):
            yield from _change(quote, [one for one in ordered[:at] if one.article != quote.article])


def _can_be_quoted(figure: Figure) -> bool:
    """Whether a figure is a first-hand quote with a day and a number: no copy, no table, no repetition."""
    quoted = not is_own_voice(figure) and is_named(figure.claimant) and not is_tabled(figure)
    first_hand = figure.origin is None and figure.restates is None
    dated = figure.end is not None and figure.published is not None
    return figure.kind == CLAIM and quoted and first_hand and dated and figure.form != "vague"


def _change(quote: Figure, earlier: Sequence[Figure]) -> Iterator[Alarm]:
    if any(same_kind(one, quote) and same_number(one, quote) for one in earlier):
        return
    sentence = masked(quote)
    for one in earlier if len(sentence) >= SHORTEST else ():
        if _apart(one, quote) > SOON or alike(masked(one), sentence) < SAME_WORDS:
            continue
        edit = name_edit(one, quote) if same_kind(one, quote) else None
        if edit in SLIPS:
            yield changed_figure(one, quote, edit)
            return
        if is_other_kind(one, quote) and same_number(one, quote) and (quote.low or quote.high or 0) >= TELLING:
            yield changed_category(one, quote)
            return


def _apart(one: Figure, other: Figure) -> int:
    return days_between(one.published or "", other.published or "")


def _when(figure: Figure) -> tuple[str, str, int]:
    return figure.published or "9999", figure.article, figure.evidence_start
