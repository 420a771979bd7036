"""Who is logged in: a random token in a cookie, its digest in the ledger."""

from __future__ import annotations

from starlette.responses import Response

from counterclaim.ledger.people import Account, People
from counterclaim.web.settings import Settings, later
from counterclaim.web.tokens import digest_of, new_token

HOURS = 12
COOKIE = "counterclaim"


def begin(people: People, response: Response, person: str, settings: Settings) -> None:
    """Begin a session and give its token to the browser, out of reach of scripts and of other pages."""
    token, now = new_token(), settings.now()
    people.begin_session(person, digest_of(token), now=now, ends=later(now, minutes=HOURS * 60))
    response.set_cookie(
        COOKIE, token, max_age=HOURS * 3600, httponly=True, samesite="strict", secure=settings.secure, path="/"
    )


def find(people: People, token: str | None, settings: Settings) -> Account | None:
    """Whose session the token of a cookie opens."""
    return people.session(digest_of(token), now=settings.now()) if token else None


def end(people: People, response: Response, token: str | None) -> None:
    """End a session, here and in the browser."""
    if token:
        people.end_session(digest_of(token))
    response.delete_cookie(COOKIE, path="/")
