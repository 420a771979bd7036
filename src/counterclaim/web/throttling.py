"""How often somebody may try to log in."""

from __future__ import annotations

from counterclaim.ledger.people import People
from counterclaim.web.settings import later

MOST = (10, 30)  # tries by name, by address
MINUTES = 15


def may_try(people: People, name: str, address: str, *, now: str) -> bool:
    """Whether one more try may be made; it is counted where it may."""
    return people.admit(name, address, now=now, since=later(now, minutes=-MINUTES), most=MOST)
