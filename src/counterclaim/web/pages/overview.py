"""Overview: what is in the ledger, the newest claims, open disputes and alarms, how far the review is."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Query, Request
from starlette.responses import HTMLResponse

from counterclaim.figures import STATUSES
from counterclaim.ledger.book import Ledger
from counterclaim.ledger.counting import Tally
from counterclaim.ledger.querying import Filter
from counterclaim.web.asking import OfLedger
from counterclaim.web.remembering import Memory, OfMemory
from counterclaim.web.rendering import render

NEWEST, SHOWN = 10, 6
# Claims that are held against one another before the page is shown, right after it, and where somebody asks for it.
MOST, MOST_AFTER, MOST_ASKED = 4000, 30_000, 100_000
NOT_LOOKED = {"disputes": None, "alarms": None, "counts": None}

Look = Annotated[bool, Query(description="Look for disputes and alarms in a large ledger, too: it takes a while.")]
pages, api = APIRouter(), APIRouter()


def content(ledger: Ledger, memory: Memory, *, look: bool) -> dict[str, Any]:
    """What stands on the page; disputes and alarms of a large ledger are null unless told to `look` for them."""
    head = ledger.head()
    found: dict[str, Any] = memory.of(head, "overview", lambda: _content(ledger))
    if found["tally"].claims > (MOST_ASKED if look else MOST):
        return {**found, **NOT_LOOKED}
    return {**found, **memory.of(head, "troubles", lambda: _troubles(ledger))}


def _content(ledger: Ledger) -> dict[str, Any]:
    tally = ledger.tally()
    newest = ledger.claims(Filter(kind=["claim"]), limit=NEWEST).figures
    return {
        "newest": newest, "tally": tally, "review": _review(tally), "may_look": tally.claims <= MOST_ASKED,
        "looks_soon": tally.claims <= MOST_AFTER,
    }  # fmt: skip


def _review(tally: Tally) -> dict[str, int]:
    """How many claims have which status, in a fixed order."""
    return {status: tally.statuses.get(status, 0) for status in STATUSES}


def _troubles(ledger: Ledger) -> dict[str, Any]:
    disputes, alarms = ledger.disputes(), ledger.alarms().alarms
    denials = [denial for denial in disputes.denials if denial.denied]
    counts = {"contradictions": len(disputes.contradictions), "denials": len(denials), "alarms": len(alarms)}
    return {
        "disputes": {"contradictions": disputes.contradictions[:SHOWN], "denials": denials[:SHOWN]},
        "alarms": alarms[:SHOWN], "counts": counts,
    }  # fmt: skip


@pages.get("/")
def page(request: Request, ledger: OfLedger, memory: OfMemory, look: Look = False) -> HTMLResponse:
    """The page."""
    return render(request, "overview.html", content(ledger, memory, look=look))


@api.get("/overview")
def twin(ledger: OfLedger, memory: OfMemory, look: Look = False) -> dict[str, Any]:
    """What is in the ledger: the newest claims, disputes, alarms and the progress of the review."""
    return content(ledger, memory, look=look)
