"""Figures that changed on the way from an origin to those who carry it: another number, another category."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from counterclaim.compare.edits import name_edit
from counterclaim.compare.findings import CATEGORY_CHANGED, FIGURE_CHANGED, Alarm, said
from counterclaim.compare.inclusion import related
from counterclaim.compare.wording import alike, masked
from counterclaim.figures import CLAIM, Figure

SAME_SENTENCE = 0.9
SAME_BUT_A_WORD = 0.8
SHORTEST = 40  # characters of a masked sentence that can be known again
SMALLEST = 3  # a smaller number is the same by chance too often


def find_changed_copies(figures: Sequence[Figure]) -> Iterator[Alarm]:
    """Each figure of a copy that differs from its origin's in the same sentence, with the edit named."""
    by_article: dict[str, list[Figure]] = {}
    for figure in figures:
        if figure.kind == CLAIM:
            by_article.setdefault(figure.article, []).append(figure)
    for article, copied in sorted(by_article.items()):
        for origin in sorted({figure.origin for figure in copied if figure.origin and figure.origin != article}):
            yield from changes(by_article.get(origin, []), copied)


def changes(original: Sequence[Figure], copied: Sequence[Figure]) -> Iterator[Alarm]:
    """What differs between the figures of an origin and those of its copy, sentence by sentence."""
    sentences = [(masked(figure), figure) for figure in original]
    for copy in copied:
        if not copy.restates and not _stands_in(copy, original):
            yield from _change(copy, sentences)


def _change(copy: Figure, sentences: Sequence[tuple[str, Figure]]) -> Iterator[Alarm]:
    sentence = masked(copy)
    if len(sentence) < SHORTEST:
        return
    scored = [(alike(sentence, other), figure) for other, figure in sentences]
    score, first = max(scored, key=lambda found: found[0], default=(0.0, None))
    if first is None or score < SAME_BUT_A_WORD:
        return
    edit = name_edit(first, copy) if score >= SAME_SENTENCE and same_kind(first, copy) else None
    if edit:
        yield changed_figure(first, copy, edit)
    elif same_number(first, copy) and is_other_kind(first, copy):
        yield changed_category(first, copy)


def changed_figure(first: Figure, copy: Figure, edit: str) -> Alarm:
    """The alarm on a number that became another one."""
    why = f"{said(first)} became {said(copy)}: {edit}"
    return Alarm(kind=FIGURE_CHANGED, first=first, second=copy, off=_off(first, copy), edit=edit, why=why)


def changed_category(first: Figure, copy: Figure) -> Alarm:
    """The alarm on a number that counts something else than it did."""
    why = f"{said(first)} {first.category} {first.event} became {copy.category} {copy.event}"
    return Alarm(kind=CATEGORY_CHANGED, first=first, second=copy, why=why)


def is_other_kind(first: Figure, copy: Figure) -> bool:
    """Whether another thing is counted: another event, or a category that is neither narrower nor wider."""
    other_category = first.category != copy.category and not related(first.category, copy.category)
    return first.unit == copy.unit and (first.event != copy.event or other_category)


def _stands_in(copy: Figure, original: Sequence[Figure]) -> bool:
    """Whether the origin has the same figure, in whichever sentence."""
    return any(same_kind(copy, other) and same_number(copy, other) and copy.form == other.form for other in original)


def same_kind(one: Figure, other: Figure) -> bool:
    """Whether both count the same."""
    return (one.event, one.category, one.unit) == (other.event, other.category, other.unit)


def same_number(one: Figure, other: Figure) -> bool:
    """Whether both have one number, and not one that is the same by chance."""
    number = one.low if one.low is not None else one.high
    return (one.low, one.high) == (other.low, other.high) and number is not None and number >= SMALLEST


def _off(first: Figure, copy: Figure) -> int | None:
    before, after = first.low if first.low is not None else first.high, copy.low if copy.low is not None else copy.high
    return None if before is None or after is None else after - before
