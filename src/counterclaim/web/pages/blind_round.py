"""A round: who coded how much, agreement on each field, and the versions of each dispute beside each other."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote

from fastapi import APIRouter, HTTPException, Request
from pydantic import BaseModel, ConfigDict, Field
from starlette.responses import HTMLResponse, RedirectResponse, Response

from counterclaim.ledger.book import Ledger
from counterclaim.ledger.errors import MisuseError
from counterclaim.review.agreement import coded
from counterclaim.web.asking import OfLedger, OfPerson
from counterclaim.web.forms import OfForm, text_of
from counterclaim.web.rendering import render
from counterclaim.web.rounds import results

pages, api = APIRouter(), APIRouter()


def content(ledger: Ledger, name: str, person: str, results_asked: bool) -> dict[str, Any]:
    """What stands on the page."""
    found = results(ledger, name, person, open_all=results_asked)
    if found is None:
        raise HTTPException(404, f"{name}: nothing was judged in a round of this name")
    return {"round": name, "found": found}


@pages.get("/review/{name}")
def page(request: Request, ledger: OfLedger, person: OfPerson, name: str, results: bool = False) -> HTMLResponse:
    """The page; `results` shows them to somebody who will not code in this round."""
    return render(request, "round.html", {**content(ledger, name, person, results), "opened": results})


@api.get("/review/{name}")
def twin(ledger: OfLedger, person: OfPerson, name: str, results: bool = False) -> dict[str, Any]:
    """A blind round: how far its coders are, their agreement, and what they see differently."""
    return content(ledger, name, person, results)


class Decision(BaseModel):
    """Whose version of a claim holds."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    claim: str
    coder: str = Field(description="The person whose version is taken.")


@pages.post("/review/{name}/decide")
def decide(
    request: Request, ledger: OfLedger, person: OfPerson, name: str, form: OfForm, results: bool = False
) -> Response:  # fmt: skip
    """Take one coder's version of a claim as what holds."""
    _take(request, ledger, person, name, Decision(claim=text_of(form, "claim"), coder=text_of(form, "coder")))
    return RedirectResponse(f"/review/{quote(name, safe='')}{'?results=true' if results else ''}", 303)


@api.post("/review/{name}/decide", status_code=201)
def decide_twin(
    request: Request, ledger: OfLedger, person: OfPerson, name: str, decision: Decision
) -> dict[str, int]:  # fmt: skip
    """Take one coder's version of a claim as what holds; the entry that says so."""
    return {"entry": _take(request, ledger, person, name, decision)}


def _take(request: Request, ledger: Ledger, person: str, name: str, decision: Decision) -> int:
    """Keep a coder's version as what holds; the refusal of one that is not there, or that is no judgement."""
    claim, coder = decision.claim, decision.coder
    taken = coded(name, ledger.coding(name)).get(claim, {}).get(coder)
    if taken is None:
        raise HTTPException(404, f"{claim}: {coder or 'nobody'} did not judge it in the round {name}")
    try:
        return ledger.judge(
            taken.verdict, claim, person=person, now=request.app.state.settings.now(), changes=taken.changes,
            reason=f"as {coder} coded it in the round {name}",
        )  # fmt: skip
    except MisuseError as error:
        raise HTTPException(422, str(error)) from error
