"""A row of a series as a claim: every field on its own cell."""

from __future__ import annotations

import datetime
import re

from counterclaim.identity import identify
from counterclaim.records import Claim, Mention, Period, Place, Quantity, Source, Target
from counterclaim.series_files.lines import Line, LineError
from counterclaim.series_files.mapping import Meaning

CUMULATIVE, DAILY, CORRECTION = KINDS = ("cumulative", "daily", "correction")
WHOLE = re.compile(r"-?\d+|-?\d{1,3}(?:[, ]\d{3})+")
YES, NO = ("1", "true", "yes"), ("0", "false", "no", "")
SCOPE = "scope:"
NOT_SAID = "the series does not say"


def check(line: Line) -> None:
    """Raises LineError for a value, date, kind or mark that cannot be read."""
    if not WHOLE.fullmatch(line["value"]):
        raise LineError(f"value {line['value']!r}, expected a whole number")
    if line["kind"] not in KINDS:
        raise LineError(f"kind {line['kind']!r}, expected one of {', '.join(KINDS)}")
    if line["value"].startswith("-") and line["kind"] != CORRECTION:
        raise LineError(f"value {line['value']!r}, expected 0 or more for kind {line['kind']!r}")
    if line["approx"].lower() not in YES + NO:
        raise LineError(f"approx {line['approx']!r}, expected 1 or 0")
    if not all(line[column] for column in ("claimant", "about", "measure")):
        raise LineError("no claimant, about or measure, expected words in each")
    if line["date"]:
        _check_day(line["date"])


def _check_day(day: str) -> None:
    try:
        datetime.date.fromisoformat(day)
    except ValueError as error:
        raise LineError(f"date {day!r}, expected a day such as 2022-02-25") from error
    if len(day) != len("2022-02-25"):
        raise LineError(f"date {day!r}, expected a day such as 2022-02-25")


def to_claim(line: Line, meaning: Meaning, article: str) -> Claim:
    """The claim of a line that `check` has let through; `article` is the id of the file as an article."""
    cell, sources = line.cells["value"], _sources(line, meaning)
    return Claim(
        id=identify(article, cell.start, cell.end, meaning.event, sources, "asserted"),
        event=meaning.event,
        trigger=line.cells["measure"],
        quantity=_quantity(line),
        target=_target(line.cells["measure"], meaning),
        actor=None,
        sources=sources,
        modality="asserted",
        period=_period(line, meaning),
        place=_place(line.cells["about"], meaning),
        evidence=line.mention,
        confidence=1.0,
        rules=_rules(line["measure"], meaning),
        unknown=_unknown(line, meaning),
    )


def _quantity(line: Line) -> Quantity:
    cell = line.cells["value"]
    number = int(cell.text.replace(",", "").replace(" ", ""))
    form = "approx" if line["approx"].lower() in YES else "none" if number == 0 else "exact"
    return Quantity(text=cell.text, start=cell.start, end=cell.end, low=number, high=number, form=form)


def _target(cell: Mention, meaning: Meaning) -> Target:
    return Target(
        category=meaning.category, text=cell.text, start=cell.start, end=cell.end, also=meaning.also, side=meaning.side
    )


def _sources(line: Line, meaning: Meaning) -> tuple[Source, ...]:
    """The data set that hands the figure on, if the row names one, and the claimant."""
    cell, relay = line.cells["claimant"], line.cells.get("source")
    claimant = Source(
        text=cell.text, start=cell.start, end=cell.end, name=meaning.org or cell.text, org=meaning.org,
        side=meaning.org_side, act="stated",
    )  # fmt: skip
    if relay is None or not relay.text:
        return (claimant,)
    return (Source(text=relay.text, start=relay.start, end=relay.end, name=relay.text, act="stated"), claimant)


def _period(line: Line, meaning: Meaning) -> Period:
    cell = line.cells["date"]
    words = (cell,) if cell.text else ()
    end = cell.text or None
    why = None if end else "the row has no day"
    if line["kind"] == CUMULATIVE:
        return Period(basis="cumulative", start=meaning.start, end=end, words=words, why=why)
    return Period(basis="period", start=end, end=end, words=words, why=why)


def _place(cell: Mention, meaning: Meaning) -> Place | None:
    if meaning.place is None:
        return None
    return Place(
        name=meaning.place, text=cell.text, start=cell.start, end=cell.end, precision=meaning.precision,
        geonames=meaning.geonames, country=meaning.country,
    )  # fmt: skip


def _rules(measure: str, meaning: Meaning) -> tuple[str, ...]:
    slug = re.sub(r"[^a-z0-9]+", "_", measure.lower()).strip("_")
    return (f"series.{slug}", SCOPE + meaning.scope) if meaning.scope else (f"series.{slug}",)


def _unknown(line: Line, meaning: Meaning) -> dict[str, str]:
    cumulative = line["kind"] == CUMULATIVE
    missing = {
        "actor": True,
        "place": meaning.place is None,
        "target.side": meaning.side is None,
        "period.start": cumulative and meaning.start is None,
        "period.end": not line["date"],
    }
    return {name: NOT_SAID for name, absent in missing.items() if absent}
