"""What every page asks of the request: the ledger, and who is asking."""

from __future__ import annotations

from typing import Annotated

from fastapi import Depends, Request

from counterclaim.ledger.book import Ledger


def _ledger(request: Request) -> Ledger:
    ledger = request.app.state.ledger
    assert isinstance(ledger, Ledger)
    return ledger


def _person(request: Request) -> str:
    return str(getattr(request.state, "person", request.app.state.settings.person))


OfLedger = Annotated[Ledger, Depends(_ledger)]
OfPerson = Annotated[str, Depends(_person)]
