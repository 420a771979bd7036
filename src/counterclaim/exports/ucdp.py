"""Rows in the shape of UCDP's Georeferenced Event Dataset: one for each claim of deaths in one incident."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from counterclaim.csv_lines import Cell, csv_line
from counterclaim.exports.conventions import Bounds, bounds
from counterclaim.exports.leaving_out import Keep, LeftOut, date_code, place_code, why_no_incident
from counterclaim.exports.row import Row
from counterclaim.exports.tables import table
from counterclaim.figures import Figure

COLUMNS = (
    "id", "year", "side_a", "side_b", "source_article", "source_office", "source_date", "source_headline",
    "source_original", "where_prec", "where_coordinates", "latitude", "longitude", "country", "event_clarity",
    "date_prec", "date_start", "date_end", "deaths_a", "deaths_b", "deaths_civilians", "deaths_unknown",
    "low", "best", "high",
    "quantity", "qualifier", "form", "dead_are", "best_rule", "convention",
    "claimant", "claimant_side", "act", "modality", "wording", "link", "status", "confidence", "article",
)  # fmt: skip
BEST_RULES = ("none", "exact", "low")
CIVILIANS = "Civilians"
KILLED = "killed"


def render(
    rows: Iterable[Row], leave_out: Keep, *, convention: str | None = None, best: str = BEST_RULES[0]
) -> Iterator[str]:
    """A header line and a line for each row that is an incident claim of deaths; `leave_out` is told the others.

    `best` is the rule that fills the column: none leaves it empty, exact takes exact numbers, low the lower bound.
    """
    yield csv_line(COLUMNS)
    for row in rows:
        known = bounds(row, convention)
        reason = why_not(row, known)
        if reason:
            leave_out(LeftOut(row, reason))
        else:
            yield csv_line(_cells(row, known, best))


def why_not(row: Row, known: Bounds) -> str | None:
    """Why a row has no place in the shape; None where it has one."""
    figure = row.figure
    if figure.kind == "claim" and figure.event != KILLED:
        return f"counts {(figure.event or 'something else').replace('_', ' ')}, not the killed alone"
    reason = why_no_incident(row)
    if reason:
        return reason
    if known.low is None and known.high is None:
        return f"no number in the words, nor by convention {known.convention or '(none was named)'}"
    return None if date_code("ucdp", figure) else "covers more than a year"


def sides(figure: Figure) -> tuple[str | None, str | None]:
    """Side A and side B: doer and civilians where the dead are civilians, else both parties in order of name."""
    if _column(figure) == "civilians" and figure.actor:
        return figure.actor, CIVILIANS
    known = sorted({side for side in (figure.actor, figure.side) if side})
    return (known[0] if known else None, known[1] if len(known) > 1 else None)


def dead_are(figure: Figure) -> str:
    """Whose dead they are in the shape: a, b, civilians or unknown."""
    column = _column(figure)
    if column != "side":
        return column
    side_a, side_b = sides(figure)
    return {side_a: "a", side_b: "b"}.get(figure.side, "unknown") if figure.side else "unknown"


def _column(figure: Figure) -> str:
    return next((line["column"] for line in table("ucdp_deaths") if line["category"] == figure.category), "unknown")


def _best(figure: Figure, known: Bounds, rule: str) -> int | None:
    if rule == "low":
        return known.low
    return known.low if rule == "exact" and figure.form == "exact" else None


def _deaths(figure: Figure, best: int | None) -> dict[str, Cell]:
    number = figure.low if figure.form == "exact" else best
    whose = dead_are(figure)
    return {f"deaths_{name}": number if name == whose else None for name in ("a", "b", "civilians", "unknown")}


def _cells(row: Row, known: Bounds, rule: str) -> tuple[Cell, ...]:
    figure = row.figure
    side_a, side_b = sides(figure)
    best = _best(figure, known, rule)
    filled: dict[str, Cell] = {
        "id": figure.claim,
        "year": int((figure.start or "")[:4]),
        "side_a": side_a,
        "side_b": side_b,
        "source_article": figure.link,
        "source_office": figure.outlet,
        "source_date": figure.published,
        "source_headline": figure.title,
        "source_original": figure.chain,
        "where_prec": place_code("ucdp", row),
        "where_coordinates": figure.place,
        "event_clarity": 1,
        "date_prec": date_code("ucdp", figure),
        "date_start": figure.start,
        "date_end": figure.end,
        **_deaths(figure, best),
        "low": known.low,
        "best": best,
        "high": known.high,
        "dead_are": dead_are(figure),
        "best_rule": rule,
        "convention": known.convention,
        "act": row.act,
        "wording": figure.evidence,
        "link": figure.link,
    }
    return tuple(filled[name] if name in filled else getattr(figure, name) for name in COLUMNS)
