"""Login: by name and password, into a session; and out of it."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, Form, Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from counterclaim.ledger.people import People
from counterclaim.web import sessions
from counterclaim.web.accounts import recognise
from counterclaim.web.audit import address_of, people_of
from counterclaim.web.rendering import render
from counterclaim.web.settings import Settings
from counterclaim.web.throttling import MINUTES, may_try

WRONG = "That name and password do not fit."
TOO_OFTEN = f"Too many tries; wait {MINUTES} minutes."

pages, api = APIRouter(), APIRouter()
OfPeople = Annotated[People, Depends(people_of)]
Sent = Annotated[str, Form()]


@pages.get("/login")
def page(request: Request) -> HTMLResponse:
    """The page."""
    return render(request, "login.html", {"wrong": None, "person": ""})


@pages.post("/login")
def login(request: Request, people: OfPeople, name: Sent, password: Sent) -> Response:
    """Begin a session for who is known; a wrong name and a wrong password are told alike."""
    settings: Settings = request.app.state.settings
    name, address = name.strip()[:100], address_of(request)
    if not may_try(people, name, address, now=settings.now()):
        return _refused(request, TOO_OFTEN, 429)
    account = recognise(people, name, password)
    if account is None:
        people.note(name, "login refused", address=address, now=settings.now())
        return _refused(request, WRONG, 403)
    people.forgive(name, address)
    people.note(account.name, "login", address=address, now=settings.now())
    response = RedirectResponse("/", 303)
    sessions.begin(people, response, account.name, settings)
    return response


@pages.post("/logout")
def logout(request: Request, people: OfPeople) -> Response:
    """End the session."""
    response = RedirectResponse("/login", 303)
    sessions.end(people, response, request.cookies.get(sessions.COOKIE))
    return response


def _refused(request: Request, wrong: str, status: int) -> HTMLResponse:
    return render(request, "login.html", {"wrong": wrong, "person": ""}, status=status)
