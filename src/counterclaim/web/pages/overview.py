"""Overview: what is in the ledger, the newest claims, open disputes and alarms, how far the review is."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter, Request
from starlette.responses import HTMLResponse

from counterclaim.ledger.book import Ledger
from counterclaim.web.asking import OfLedger
from counterclaim.web.rendering import render

NEWEST = 12

pages, api = APIRouter(), APIRouter()


def content(ledger: Ledger) -> dict[str, Any]:
    """What stands on the page."""
    newest = ledger.claims(limit=NEWEST).figures
    return {"newest": newest, "empty": not newest}


@pages.get("/")
def page(request: Request, ledger: OfLedger) -> HTMLResponse:
    """The page."""
    return render(request, "overview.html", content(ledger))


@api.get("/overview")
def twin(ledger: OfLedger) -> dict[str, Any]:
    """What is in the ledger: the newest claims, disputes, alarms and the progress of the review."""
    return content(ledger)
