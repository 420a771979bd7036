"""Claims: what can be chosen, what fits, a page at a time, and all that fits as a file."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from fastapi import APIRouter, Request
from starlette.responses import HTMLResponse, StreamingResponse

from counterclaim.exports import csvw, json_lines
from counterclaim.ledger.book import Ledger
from counterclaim.ledger.counting import Facets, Values
from counterclaim.web.asking import OfLedger
from counterclaim.web.remembering import Memory, OfMemory
from counterclaim.web.rendering import render
from counterclaim.web.resting import Rests, rest_on
from counterclaim.web.wanted import Listed, OfChosen, OfListed

FACETS = {
    "kind": "Figure or words",
    "event": "What happened",
    "category": "To whom or what",
    "side": "Whose",
    "claimant": "Who says it",
    "outlet": "Where it was read",
    "country": "Country",
    "place": "Place",
    "basis": "Period",
    "modality": "How firmly",
    "status": "Review",
}
SORTS = {"added": "when added", "published": "when published", "end": "days covered", "claimant": "claimant",
         "low": "number"}  # fmt: skip
AT_ONCE, LONGEST = 7, 60  # values of a facet shown at once, and behind "more"
MOST = 200  # values of a facet that are told in all

pages, api = APIRouter(), APIRouter()


@dataclass(frozen=True, slots=True)
class Facet:
    """A field as it is offered: the first values with their counts, others behind "more", how many are left out.

    What is chosen is always among them.
    """

    name: str
    title: str
    first: Values
    more: Values
    rarer: int
    unknown: int


def content(ledger: Ledger, memory: Memory, listed: Listed) -> dict[str, Any]:
    """What stands on the page."""
    head = ledger.head()
    asked = tuple(listed.query())
    rests = Rests((listed.filter,))
    page = memory.of(head, ("claims", asked), lambda: _page(ledger, listed), rests)
    narrowing = tuple(listed.query(after=None, trail=None, sort=None, order=None, limit=None))
    facets = memory.of(head, ("facets", narrowing), lambda: _facets(ledger, listed), rests)
    return {"figures": page.figures, "next": page.next, "facets": facets}


def _facets(ledger: Ledger, listed: Listed) -> Facets:
    """What can be chosen, the most frequent values of each field and those that are chosen."""
    found = ledger.facets(listed.filter, tuple(FACETS))
    fields = {name: _frequent(values, getattr(listed, name)) for name, values in found.fields.items()}
    return replace(found, fields=fields)


def _frequent(values: Values, chosen: Sequence[str]) -> Values:
    return tuple(one for at, one in enumerate(values) if at < MOST or one[0] is None or one[0] in chosen)


def _facet(name: str, values: Values, chosen: Sequence[str]) -> Facet:
    """A field's values as the page has them."""
    known = tuple(one for one in values if one[0] is not None)
    behind = known[AT_ONCE:]
    more = tuple(one for at, one in enumerate(behind, AT_ONCE) if at < LONGEST or one[0] in chosen)
    return Facet(name, FACETS[name], known[:AT_ONCE], more, len(behind) - len(more),
                 sum(count for value, count in values if value is None))  # fmt: skip


def _page(ledger: Ledger, listed: Listed) -> Any:
    return ledger.claims(
        listed.filter, sort=listed.sort, descending=listed.order == "down", limit=listed.limit, after=listed.after
    )  # fmt: skip


@pages.get("/claims")
def page(request: Request, ledger: OfLedger, memory: OfMemory, listed: OfListed) -> HTMLResponse:
    """The page."""
    rest_on(request, listed.filter)
    found = content(ledger, memory, listed)
    around = {
        "listed": listed, "titles": FACETS, "sorts": SORTS,
        "offered": [_facet(name, found["facets"].fields[name], getattr(listed, name)) for name in FACETS],
        "forward": listed.next_query(found["next"]) if found["next"] else None, "back": listed.previous_query(),
        "unfaceted": listed.query(**dict.fromkeys(FACETS, ()), after=None, trail=None),
        "export": listed.query(after=None, trail=None, sort=None, order=None, limit=None),
    }  # fmt: skip
    return render(request, "claims.html", {**found, **around})


@api.get("/claims")
def twin(ledger: OfLedger, memory: OfMemory, listed: OfListed) -> dict[str, Any]:
    """The claims that fit, a page at a time: give `next` as `after` for the one that follows."""
    return content(ledger, memory, listed)


@pages.get("/claims.csv")
@api.get("/claims.csv", response_class=StreamingResponse)
def as_csv(ledger: OfLedger, chosen: OfChosen) -> StreamingResponse:
    """All claims that fit as CSV, each row with its claimant, its words and its link."""
    return _file(csvw.render(ledger.rows(chosen.filter)), "text/csv; charset=utf-8; header=present", "claims.csv")


@pages.get("/claims.jsonl")
@api.get("/claims.jsonl", response_class=StreamingResponse)
def as_json_lines(ledger: OfLedger, chosen: OfChosen) -> StreamingResponse:
    """All claims that fit in the public format, one line for each article."""
    return _file(json_lines.render(ledger.rows(chosen.filter)), "application/x-ndjson", "claims.jsonl")


def _file(pieces: Iterator[str], kind: str, name: str) -> StreamingResponse:
    return StreamingResponse(
        pieces, media_type=kind, headers={"Content-Disposition": f'attachment; filename="{name}"'}
    )  # fmt: skip
