"""Secrets that a browser holds: the token of a session, and the one that each of its forms must carry."""

from __future__ import annotations

import hashlib
import hmac
import secrets

from fastapi import HTTPException, Request

from counterclaim.web.settings import Settings

FIELD = "token"
HEADER = "x-counterclaim-token"
SAFE = frozenset({"GET", "HEAD", "OPTIONS"})
UNCHECKED = frozenset({"/login"})  # nobody is logged in yet; that the form is our own page's is checked before


def new_token() -> str:
    """A new token for a session: 256 random bits."""
    return secrets.token_urlsafe(32)


def digest_of(token: str) -> str:
    """What the ledger keeps of a session's token."""
    return hashlib.sha256(token.encode()).hexdigest()


def form_token(token: str) -> str:
    """The token of the forms of a session; nobody finds it without the session's own, nor the other way round."""
    return hmac.new(token.encode(), b"form", hashlib.sha256).hexdigest()


async def check_form(request: Request) -> None:
    """Refuse a form that does not carry the token of who is logged in."""
    settings: Settings = request.app.state.settings
    if not settings.team or request.method in SAFE or request.url.path in UNCHECKED:
        return
    sent = request.headers.get(HEADER) or await _field(request, settings)
    if not hmac.compare_digest(sent.encode(), request.state.token.encode()):
        raise HTTPException(403, "the form is not of this login: open the page again and send it once more")


async def _field(request: Request, settings: Settings) -> str:
    form = await request.form(max_files=settings.most_files, max_fields=100, max_part_size=settings.largest_upload)
    found = form.get(FIELD)
    return found if isinstance(found, str) else ""
