"""Claimants: who claims how much, under which names, and who is one with whom; merged and taken apart by people."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Annotated, Any, Literal
from urllib.parse import urlencode

from fastapi import APIRouter, HTTPException, Query, Request
from pydantic import BaseModel, ConfigDict, Field
from starlette.responses import HTMLResponse, RedirectResponse, Response

from counterclaim.compare.claimants import Claimant, Registry
from counterclaim.ledger.book import Ledger
from counterclaim.ledger.errors import MisuseError
from counterclaim.ledger.naming import MOST, Named
from counterclaim.names import load_names
from counterclaim.review.judgement import CLAIMANTS, UNDO, Judgement, in_force
from counterclaim.rules import load_rules
from counterclaim.web.asking import OfLedger, OfPerson
from counterclaim.web.forms import OfForm, text_of
from counterclaim.web.remembering import Memory, OfMemory
from counterclaim.web.rendering import render
from counterclaim.web.resting import rest_on
from counterclaim.web.wanted import One

LANGUAGE = "en"  # of the tables of names
UNPROCESSABLE = 422

pages, api = APIRouter(), APIRouter()


class Searched(BaseModel):
    """Which claimants."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    q: One = Field(None, description="Words that the name has in it.")


OfSearched = Annotated[Searched, Query()]


@dataclass(frozen=True, slots=True)
class Standing:
    """A name under which claims stand, with what the tables of names know of it."""

    named: Named
    known: Claimant | None


def content(ledger: Ledger, memory: Memory, words: str | None) -> dict[str, Any]:
    """What stands on the page."""
    named, private = memory.of(ledger.newest_change(), ("claimants", words), lambda: _named(ledger, words))
    registry = _registry()
    merges = ledger.merges()
    standing = {judgement.entry for judgement in in_force(merges)}
    return {
        "claimants": tuple(Standing(one, registry.get(one.claimant)) for one in named),
        "more": len(named) + private == MOST, "private": private,
        "merges": tuple(judgement for judgement in merges if judgement.entry in standing),
        "undone": tuple(judgement for judgement in merges if _is_undone(judgement, standing)),
    }  # fmt: skip


def _named(ledger: Ledger, words: str | None) -> tuple[tuple[Named, ...], int]:
    """The names to list, and how many are left out: of people who speak for no body and hold no office on record."""
    named = ledger.named(words)
    on_record = {*_registry(), *load_names(load_rules(LANGUAGE)).people}
    private = ledger.persons(one.claimant for one in named if one.claimant not in on_record)
    return tuple(one for one in named if one.claimant not in private), len(private)


@cache
def _registry() -> dict[str, Claimant]:
    """The claimants of the tables of names."""
    return {claimant.name: claimant for claimant in Registry(load_rules(LANGUAGE)).claimants()}


def _is_undone(judgement: Judgement, standing: set[int]) -> bool:
    return judgement.verdict != UNDO and judgement.entry not in standing


@pages.get("/claimants")
def page(request: Request, ledger: OfLedger, memory: OfMemory, asked: OfSearched) -> HTMLResponse:
    """The page."""
    rest_on(request)
    return render(request, "claimants.html", {**content(ledger, memory, asked.q), "asked": asked, "trouble": None})


@api.get("/claimants")
def twin(ledger: OfLedger, memory: OfMemory, asked: OfSearched) -> dict[str, Any]:
    """Who claims how much, with what the tables of names know of them, and which names people have merged."""
    return content(ledger, memory, asked.q)


class Verdict(BaseModel):
    """What a program says of two claimants, or which judgement of them it takes back."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    one: str | None = Field(None, description="The first name, under which the claims of both stand if they are one.")
    other: str | None = Field(None, description="The second name.")
    undoes: int | None = Field(None, description="For undo: the entry of the judgement to take back.")
    reason: str | None = None


Said = Literal["same", "different", "undo"]


@pages.post("/claimants/{verdict}")
def judge(
    request: Request, ledger: OfLedger, memory: OfMemory, person: OfPerson, asked: OfSearched, form: OfForm,
    verdict: Said,
) -> Response:  # fmt: skip
    """Merge two names, take them apart, or take such a judgement back."""
    number = text_of(form, "entry")
    said = Verdict(
        one=text_of(form, "one") or None, other=text_of(form, "other") or None, reason=text_of(form, "reason") or None,
        undoes=int(number) if number.isdecimal() else None,
    )  # fmt: skip
    try:
        _take(request, ledger, person, verdict, said)
    except MisuseError as error:
        found = {**content(ledger, memory, asked.q), "asked": asked, "trouble": str(error)}
        return render(request, "claimants.html", found, status=UNPROCESSABLE)
    words = urlencode({"q": asked.q}) if asked.q else ""
    return RedirectResponse(f"/claimants{'?' + words if words else ''}", 303)


@api.post("/claimants/{verdict}", status_code=201)
def judge_twin(request: Request, ledger: OfLedger, person: OfPerson, verdict: Said, said: Verdict) -> dict[str, int]:
    """Merge two names, take them apart, or take such a judgement back; the entry that says so."""
    try:
        return {"entry": _take(request, ledger, person, verdict, said)}
    except MisuseError as error:
        raise HTTPException(UNPROCESSABLE, str(error)) from error


def _take(request: Request, ledger: Ledger, person: str, verdict: Said, said: Verdict) -> int:
    """Keep what was said of two claimants. Raises MisuseError."""
    return ledger.judge(
        verdict, said.one, other=said.other, subject=CLAIMANTS, person=person,
        now=request.app.state.settings.now(), reason=said.reason, undoes=said.undoes,
    )  # fmt: skip
