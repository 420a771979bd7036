"""Me: who a program is taken for, and the token that what it sends must carry."""

from __future__ import annotations

from dataclasses import dataclass

from fastapi import APIRouter, Request

from counterclaim.web.asking import OfPerson

pages, api = APIRouter(), APIRouter()


@dataclass(frozen=True, slots=True, kw_only=True)
class Me:
    """Whose judgements they will be; role and token only where people log in."""

    person: str
    role: str | None
    token: str | None


@api.get("/me")
def twin(request: Request, person: OfPerson) -> Me:
    """Who is asking; where people log in, the token to send as `X-Counterclaim-Token` with everything that changes."""
    role, token = (getattr(request.state, name, None) for name in ("role", "token"))
    return Me(person=person, role=role, token=token)
