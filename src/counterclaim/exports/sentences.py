"""A row in one English sentence: who, what act, how many of whom, when and where."""

from __future__ import annotations

from counterclaim.exports.row import Row
from counterclaim.figures import IN_OWN_VOICE, NO_VERB, Figure

RELAYED = ", according to "  # as a chain is written


def sentence(row: Row) -> str:
    """The claim as reported speech, so that its number never stands without who says it.

    "Ministry of Defence (Northland) stated: at least 12 killed (combatant, Southland), 2031-05-06"
    """
    figure = row.figure
    return f"{who(row)}: {what(figure)}" + "".join(f", {part}" for part in (days(figure), figure.place) if part)


def who(row: Row) -> str:
    """The chain of claimants and the act: "Army (Northland) stated"; the outlet where it says so itself."""
    if row.act == IN_OWN_VOICE:
        return row.figure.claimant
    nearest, relayed, others = row.figure.chain.partition(RELAYED)
    return f"{nearest} {f'({row.act})' if row.act == NO_VERB else row.act}{relayed}{others}"


def what(figure: Figure) -> str:
    """The number in the text's words with event, category, side and firmness; for a statement, the sentence."""
    if figure.quantity is None:
        return figure.evidence
    about = ", ".join(part.replace("_", " ") for part in (figure.category, figure.side) if part)
    firm = "" if figure.modality == "asserted" else f" [{figure.modality}]"
    happened = (figure.event or "not said").replace("_", " ")
    return f"{number(figure)} {happened}{f' ({about})' if about else ''}{firm}"


def number(figure: Figure) -> str:
    """The number in the text's own words, with the words that bound it and its unit."""
    return " ".join(part for part in (figure.qualifier, figure.quantity, figure.unit) if part)


def days(figure: Figure) -> str:
    """The days covered as an ISO interval, empty where none is known."""
    if figure.start and figure.end and figure.start != figure.end:
        return f"{figure.start}/{figure.end}"
    if figure.start:
        return figure.start if figure.end else f"since {figure.start}"
    return f"until {figure.end}" if figure.end else ""
