"""People: who may log in, for administrators of a team."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Depends, Form, HTTPException, Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from counterclaim.ledger.people import People
from counterclaim.web.audit import people_of
from counterclaim.web.rendering import render

pages, api = APIRouter(), APIRouter()
OfPeople = Annotated[People, Depends(people_of)]


def content(people: People) -> dict[str, Any]:
    """What stands on the page: every account without its password."""
    known = people.accounts()
    return {"accounts": [{"name": a.name, "role": a.role, "made": a.made, "disabled": a.disabled} for a in known]}


@pages.get("/people")
def page(request: Request, people: OfPeople) -> HTMLResponse:
    """The page."""
    return render(request, "people.html", content(people))


@pages.post("/people/disable")
def disable(request: Request, people: OfPeople, name: Annotated[str, Form()]) -> Response:
    """Let an account in no more, and end its sessions."""
    if name == request.state.person:
        raise HTTPException(422, f"{name}: nobody disables the own account; ask another administrator")
    people.disable(name)
    return RedirectResponse("/people", 303)


@api.get("/people")
def twin(people: OfPeople) -> dict[str, Any]:
    """The accounts of a team, for administrators."""
    return content(people)
