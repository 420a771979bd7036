"""Audit: who did what when, for administrators of a team."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Depends, Query, Request
from starlette.responses import HTMLResponse

from counterclaim.ledger.people import People
from counterclaim.web.audit import people_of
from counterclaim.web.rendering import render

SHOWN = 100

pages, api = APIRouter(), APIRouter()
OfPeople = Annotated[People, Depends(people_of)]
By = Annotated[str | None, Query(description="Only what this person did.")]
Before = Annotated[int | None, Query(description="Only what is older than the line of this number.")]


def content(people: People, by: str | None, before: int | None) -> dict[str, Any]:
    """What stands on the page: the newest lines, and where the next ones begin."""
    acts = people.acts(person=by or None, before=before, limit=SHOWN)
    return {"acts": acts, "by": by or "", "next": acts[-1].number if len(acts) == SHOWN else None}


@pages.get("/audit")
def page(request: Request, people: OfPeople, by: By = None, before: Before = None) -> HTMLResponse:
    """The page."""
    return render(request, "audit.html", content(people, by, before))


@api.get("/audit")
def twin(people: OfPeople, by: By = None, before: Before = None) -> dict[str, Any]:
    """Who did what when, newest first, for administrators."""
    return content(people, by, before)
