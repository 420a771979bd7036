"""Rows in the shape of ACLED: one for each claim of one incident, its event type only where the text settles it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from counterclaim.csv_lines import Cell, csv_line
from counterclaim.exports.conventions import Bounds, bounds
from counterclaim.exports.leaving_out import Keep, LeftOut, date_code, place_code, why_no_incident
from counterclaim.exports.row import Row
from counterclaim.exports.tables import cell, table
from counterclaim.figures import Figure

COLUMNS = (
    "event_id_cnty", "event_date", "year", "time_precision", "disorder_type", "event_type", "sub_event_type",
    "actor1", "actor2", "civilian_targeting", "country", "location", "latitude", "longitude", "geo_precision",
    "source", "notes", "fatalities",
    "date_end", "event", "quantity", "qualifier", "form", "low", "high", "convention",
    "claimant", "claimant_side", "act", "modality", "wording", "link", "title", "published", "status", "confidence",
    "article",
)  # fmt: skip
KILLED = "killed"
CIVILIANS = "Civilians"
BY_WORDS = "words"
STRATEGIC = "Strategic developments"


def render(rows: Iterable[Row], leave_out: Keep, *, convention: str | None = None) -> Iterator[str]:
    """A header line and a line for each row that is an incident claim; `leave_out` is told the others."""
    yield csv_line(COLUMNS)
    for row in rows:
        reason = why_not(row)
        if reason:
            leave_out(LeftOut(row, reason))
        else:
            yield csv_line(_cells(row, bounds(row, convention)))


def why_not(row: Row) -> str | None:
    """Why a row has no place in the shape; None where it has one."""
    figure = row.figure
    reason = why_no_incident(row)
    if reason:
        return reason
    if figure.event not in {line["event"] for line in table("acled_events")}:
        return f"ACLED has no event for {(figure.event or 'what happened').replace('_', ' ')}"
    return None if date_code("acled", figure) else "covers more than a month"


def event_type(figure: Figure) -> tuple[str | None, str | None]:
    """Event type and sub-event type by the table; by the words of the sentence where the table says so.

    Two different sub-events in one sentence settle nothing.
    """
    lines = [line for line in table("acled_events") if line["event"] == figure.event]
    line = next((line for line in lines if line["target"] in (figure.category, "any")), None)
    if line is None:
        return None, None
    if line["event_type"] != BY_WORDS:
        return cell(line, "event_type"), cell(line, "sub_event_type")
    found = {kinds for pattern, kinds in _words() if pattern.search(figure.evidence)}
    return found.pop() if len(found) == 1 else (None, None)


@cache
def _words() -> tuple[tuple[re.Pattern[str], tuple[str, str]], ...]:
    return tuple(
        (re.compile(rf"\b{re.escape(line['words'])}", re.IGNORECASE), (line["event_type"], line["sub_event_type"]))
        for line in table("acled_words")
    )


def fatalities(figure: Figure, known: Bounds) -> int | None:
    """The lower bound of the killed, as ACLED takes the most conservative number; None where it is not known."""
    return known.low if figure.event == KILLED else None


def actors(figure: Figure) -> tuple[str | None, str | None]:
    """Who did it and whose they were; civilians of no stated side are "Civilians"."""
    return figure.actor, figure.side or (CIVILIANS if figure.category == "civilian" else None)


def _disorder(kind: str | None) -> str | None:
    return kind if kind in (None, STRATEGIC) else "Political violence"


def _cells(row: Row, known: Bounds) -> tuple[Cell, ...]:
    figure = row.figure
    kind, sub = event_type(figure)
    doer, hit = actors(figure)
    filled: dict[str, Cell] = {
        "event_id_cnty": figure.claim,
        "event_date": figure.start,
        "year": int((figure.start or "")[:4]),
        "time_precision": date_code("acled", figure),
        "disorder_type": _disorder(kind),
        "event_type": kind,
        "sub_event_type": sub,
        "actor1": doer,
        "actor2": hit,
        "civilian_targeting": "Civilian targeting" if figure.category == "civilian" and figure.actor else None,
        "location": figure.place,
        "geo_precision": place_code("acled", row),
        "source": figure.outlet,
        "notes": f"{figure.chain} ({row.act}): {figure.evidence}",
        "fatalities": fatalities(figure, known),
        "date_end": figure.end,
        "low": known.low,
        "high": known.high,
        "convention": known.convention,
        "act": row.act,
        "wording": figure.evidence,
    }
    return tuple(filled[name] if name in filled else getattr(figure, name) for name in COLUMNS)
