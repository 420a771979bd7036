"""A figure's fields in words for a page: never a number without who says it and how."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from counterclaim.figures import IN_OWN_VOICE, Figure, act_of, days_of
from counterclaim.plots.words import many
from counterclaim.views.words import BASIS, bounds_between, plain

FIELDS = {
    "low": "how many", "high": "how many", "quantity": "how many", "category": "to whom", "target": "to whom",
    "target.side": "whose", "side": "whose", "actor": "by whom", "period": "when", "period.start": "since when",
    "period.end": "until when", "start": "since when", "end": "until when", "basis": "what it counts", "place": "where",
    "modality": "how firmly", "event": "what happened", "claimant": "who says it", "source": "who says it",
}  # fmt: skip


def act(figure: Figure) -> str:
    """What the claimant did; empty where the claimant's name says that the outlet speaks itself."""
    told = act_of(figure)
    return "" if told == IN_OWN_VOICE else told


def number(figure: Figure) -> str:
    """The number in the words of the text; empty for a statement without one."""
    words = [figure.qualifier, figure.quantity]
    if f"{figure.quantity} {figure.qualifier}" in figure.evidence:  # "500 or so"
        words.reverse()
    if figure.unit and figure.unit not in (figure.quantity or ""):
        words.append(figure.unit)
    return " ".join(word for word in words if word)


def whom(figure: Figure) -> str:
    """The words for those it happened to, else their category; nothing that the number or the event says already."""
    if figure.target and figure.target not in (figure.event, figure.quantity):
        return figure.target.removeprefix(f"{figure.qualifier} ")
    if not figure.category or figure.target == figure.quantity:
        return ""
    return plain(figure.category) if figure.low == 1 else many(figure.category)


def bounds(figure: Figure) -> str:
    """What the number may be: "20", "24 or more", "up to 12", "5 to 9", "no bounds"."""
    return bounds_between(figure.low, figure.high)


def measure(category: str | None, event: str | None) -> str:
    """What is counted, in words: "people killed", "attacks"."""
    counted, happened = many(category or ""), plain(event or "")
    return counted if counted == happened else f"{counted} {happened}".strip()


def fields(names: Iterable[str]) -> str:
    """Fields of a claim in words, each once: "how many, when"."""
    return ", ".join(dict.fromkeys(FIELDS.get(name, plain(name)) for name in names))


def unknown(whys: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """The fields that are not known, in words, each with its reasons; fields of one name are told once."""
    reasons: dict[str, list[str]] = {}
    for field, why in whys.items():
        reasons.setdefault(fields([field]), []).append(why)
    for field, found in reasons.items():
        yield field, "; ".join(dict.fromkeys(found))


def days(figure: Figure) -> str:
    """The days covered, and what the number counts; empty where neither is known."""
    basis = f"per {figure.per}" if figure.per else BASIS.get(figure.basis or "", figure.basis or "")
    return ", ".join(part for part in (days_of(figure), basis) if part)


def place(figure: Figure) -> str:
    """Where; empty where it is not known."""
    return ", ".join(part for part in (figure.place, figure.country) if part)


def whose(figure: Figure) -> str:
    """Whose they were and who did it, each only where it is known."""
    told = (f"of {figure.side}" if figure.side else "", f"by {figure.actor}" if figure.actor else "")
    return ", ".join(part for part in told if part)
