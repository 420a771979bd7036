"""What a shape made for incidents has no place for: each row left out, with the reason."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from counterclaim.csv_lines import csv_line
from counterclaim.exports.row import Row
from counterclaim.exports.sentences import number
from counterclaim.exports.tables import table
from counterclaim.figures import CLAIM, Figure

COLUMNS = ("reason", "claimant", "act", "event", "quantity", "period", "wording", "link", "claim")
BESIDE = "-left-out.csv"
BASES = {
    "cumulative": "a running total, never an incident",
    "period": "covers a period, not one incident",
    "rate": "a rate, not one incident",
    "unspecified": "the text does not say whether it is one incident or a total",
}
MODALITIES = {"denied": "denied: the claim says that it did not happen", "planned": "planned: it has not happened"}


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A row that a shape cannot hold, and why."""

    row: Row
    reason: str

    def line(self) -> str:
        """The row as a line of CSV, with its claimant, its words and its link."""
        figure = self.row.figure
        return csv_line((
            self.reason, figure.claimant, self.row.act, figure.event, number(figure) or None, figure.basis,
            figure.evidence, figure.link, figure.claim,
        ))  # fmt: skip


def header() -> str:
    """The header line of the list of what was left out."""
    return csv_line(COLUMNS)


Keep = Callable[[LeftOut], object]


def why_no_incident(row: Row) -> str | None:
    """Why a row is no claim of one dated incident; None where it is one."""
    return next(_reasons(row), None)


def _reasons(row: Row) -> Iterator[str]:
    figure = row.figure
    if figure.kind != CLAIM or row.claim is None:
        yield "a statement without a figure"
    if figure.status == "rejected":
        yield "rejected: a person judged that it was read wrongly"
    if figure.modality in MODALITIES:
        yield MODALITIES[figure.modality]
    if figure.basis in BASES:
        yield BASES[figure.basis]
    if figure.restates:
        yield "said before in the same article"
    if figure.part_of:
        yield "a part of another figure of the incident"
    if figure.form == "none":
        yield "says that there were none"
    if not (figure.start and figure.end):
        yield "the days are not known"


def days_covered(figure: Figure) -> int:
    """How many days the figure covers, both ends included."""
    assert figure.start is not None
    assert figure.end is not None
    return (date.fromisoformat(figure.end) - date.fromisoformat(figure.start)).days + 1


def date_code(shape: str, figure: Figure) -> str | None:
    """The shape's code for how precisely the day is known; None where it has none."""
    covered = days_covered(figure)
    return next(
        (
            line["code"]
            for line in table("periods")
            if line["shape"] == shape and int(line["from_days"]) <= covered <= int(line["to_days"])
        ),
        None,
    )


def place_code(shape: str, row: Row) -> str | None:
    """The shape's code for how precisely the place is known, from its precision and the text's "in" or "near"."""
    figure, place = row.figure, row.record.place
    if place is None or figure.precision is None:
        return None
    fits = (figure.precision, place.relation), (figure.precision, "*")
    codes = {(line["precision"], line["relation"]): line["code"] for line in table(f"{shape}_where")}
    return next((codes[fit] for fit in fits if fit in codes), None)
