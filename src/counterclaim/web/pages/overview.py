"""Overview: what is in the ledger, the newest claims, open disputes and alarms, how far the review is."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter, Request
from starlette.responses import HTMLResponse

from counterclaim.figures import STATUSES
from counterclaim.ledger.book import Ledger
from counterclaim.ledger.counting import Tally
from counterclaim.ledger.querying import Filter
from counterclaim.web.asking import OfLedger
from counterclaim.web.remembering import Memory, OfMemory
from counterclaim.web.rendering import render

NEWEST, SHOWN = 10, 6
MOST = 4000  # claims that are all held against one another for the first page

pages, api = APIRouter(), APIRouter()


def content(ledger: Ledger, memory: Memory) -> dict[str, Any]:
    """What stands on the page; disputes and alarms of a large ledger are null, for they take too long."""
    return memory.of(ledger.head(), "overview", lambda: _content(ledger))


def _content(ledger: Ledger) -> dict[str, Any]:
    tally = ledger.tally()
    newest = ledger.claims(Filter(kind=["claim"]), limit=NEWEST).figures
    return {"newest": newest, "tally": tally, "review": _review(tally), **_troubles(ledger, tally)}


def _review(tally: Tally) -> dict[str, int]:
    """How many claims have which status, in a fixed order."""
    return {status: tally.statuses.get(status, 0) for status in STATUSES}


def _troubles(ledger: Ledger, tally: Tally) -> dict[str, Any]:
    if tally.claims > MOST:
        return {"disputes": None, "alarms": None, "counts": None}
    disputes, alarms = ledger.disputes(), ledger.alarms().alarms
    denials = [denial for denial in disputes.denials if denial.denied]
    counts = {"contradictions": len(disputes.contradictions), "denials": len(denials), "alarms": len(alarms)}
    return {
        "disputes": {"contradictions": disputes.contradictions[:SHOWN], "denials": denials[:SHOWN]},
        "alarms": alarms[:SHOWN], "counts": counts,
    }  # fmt: skip


@pages.get("/")
def page(request: Request, ledger: OfLedger, memory: OfMemory) -> HTMLResponse:
    """The page."""
    return render(request, "overview.html", content(ledger, memory))


@api.get("/overview")
def twin(ledger: OfLedger, memory: OfMemory) -> dict[str, Any]:
    """What is in the ledger: the newest claims, disputes, alarms and the progress of the review."""
    return content(ledger, memory)
