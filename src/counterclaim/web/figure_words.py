"""A figure's fields in words for a page: never a number without who says it and how."""

from __future__ import annotations

from counterclaim.figures import IN_OWN_VOICE, Figure, act_of, days_of
from counterclaim.plots.words import many
from counterclaim.views.words import BASIS, plain


def act(figure: Figure) -> str:
    """What the claimant did; empty where the claimant's name says that the outlet speaks itself."""
    told = act_of(figure)
    return "" if told == IN_OWN_VOICE else told


def number(figure: Figure) -> str:
    """The number in the words of the text; empty for a statement without one."""
    words = [figure.qualifier, figure.quantity]
    if figure.unit and figure.unit not in (figure.quantity or ""):
        words.append(figure.unit)
    return " ".join(word for word in words if word)


def whom(figure: Figure) -> str:
    """The words for those it happened to, else their category; nothing that the number or the event says already."""
    if figure.target and figure.target not in (figure.event, figure.quantity):
        return figure.target
    if not figure.category or figure.target == figure.quantity:
        return ""
    return plain(figure.category) if figure.low == 1 else many(figure.category)


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
