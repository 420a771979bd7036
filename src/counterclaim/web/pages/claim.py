"""Claim: its sentence, its chain hop by hop, who else says it, what it is disputed by, what people judged of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any
from urllib.parse import quote

from fastapi import APIRouter, HTTPException, Request
from starlette.responses import HTMLResponse, RedirectResponse

from counterclaim.compare.contradictions import Contradiction, contradiction
from counterclaim.compare.denials import Denial, find_denials
from counterclaim.exports.row import Row
from counterclaim.figures import Figure
from counterclaim.ledger.book import Ledger
from counterclaim.ledger.querying import Filter
from counterclaim.review.judgement import Judgement, in_force
from counterclaim.review.sight import context_of
from counterclaim.web.asking import OfLedger, OfPerson
from counterclaim.web.rendering import render
from counterclaim.web.resting import rest_on

MOST = 400  # claims of the same days that this one is held against
ELSEWHERE = 40

pages, api = APIRouter(), APIRouter()


def content(ledger: Ledger, claim: str, person: str) -> dict[str, Any]:
    """What stands on the page; 404 where there is no such claim."""
    found = _content(ledger, claim)
    if found is None:
        raise HTTPException(404, f"{claim}: no claim of that id; ids stand in the addresses of claims")
    return {**found, "judgements": _seen_by(person, ledger.judged(claim))}


def _content(ledger: Ledger, claim: str) -> dict[str, Any] | None:
    row = ledger.row(claim)
    if row is None:
        return None
    near = ledger.near(row.figure, most=MOST)
    return {
        "figure": row.figure, "record": row.record, "made_by": row.made_by, "article": _about(row),
        "context": context_of(row.figure, row.article.text), "same": _elsewhere(ledger, row),
        "contradictions": _contradictions(row.figure, near), "denials": _denials(row.figure, near),
    }  # fmt: skip


def _about(row: Row) -> dict[str, Any]:
    article = row.article
    return {"id": article.id, "key": article.key, "title": article.title, "url": article.url, "outlet": article.outlet,
            "published": article.published, "sha256": article.origin.sha256 if article.origin else None}  # fmt: skip


def _elsewhere(ledger: Ledger, row: Row) -> tuple[Figure, ...]:
    """The others of its group, which is named after its first claim."""
    others = ledger.claims(Filter(same=[row.group]), limit=ELSEWHERE).figures
    is_there = row.group in (row.figure.claim, *(figure.claim for figure in others))
    first = () if is_there else ledger.claims(Filter(claim=[row.group]), limit=1).figures
    found = {figure.claim: figure for figure in (*first, *others)}
    return tuple(figure for claim, figure in found.items() if claim != row.figure.claim)


def _contradictions(figure: Figure, near: Iterable[Figure]) -> tuple[Contradiction, ...]:
    return tuple(found for other in near if (found := contradiction(figure, other)))


def _denials(figure: Figure, near: tuple[Figure, ...]) -> tuple[Denial, ...]:
    """Denials of this claim, and what it denies itself."""
    found = find_denials(near)
    return tuple(
        one for one in found
        if one.denied and figure.claim in {one.denial.claim, *(denied.claim for denied in one.denied)}
    )  # fmt: skip


def _seen_by(person: str, judged: Iterable[Judgement]) -> tuple[dict[str, Any], ...]:
    """What was said of the claim; of a blind round only what this person said."""
    seen = [one for one in judged if one.round is None or one.person == person]
    standing = {one.entry for one in in_force(seen)}
    return tuple({"said": one, "stands": one.entry in standing} for one in seen)


@pages.get("/claims/{claim}")
def page(request: Request, ledger: OfLedger, person: OfPerson, claim: str) -> HTMLResponse:
    """The page."""
    found = content(ledger, claim, person)
    rest_on(request, *_around(found["figure"]), claims={claim, *(figure.claim for figure in found["same"])})
    return render(request, "claim.html", {**found, "verified": None})


def _around(figure: Figure) -> Iterator[Filter]:
    """All that may be shown beside a claim but for the same claim elsewhere."""
    yield Filter(article=[figure.article], replaced=True)
    if figure.event:
        yield Filter(event=[figure.event], category=[figure.category] if figure.category else [])


@api.get("/claims/{claim}")
def twin(ledger: OfLedger, person: OfPerson, claim: str) -> dict[str, Any]:
    """A claim with its record, its sentence in context, the same claim elsewhere, disputes and judgements."""
    return content(ledger, claim, person)


@pages.post("/claims/{claim}/verify")
def checked(request: Request, ledger: OfLedger, person: OfPerson, claim: str) -> HTMLResponse:
    """The page with what checking the claim gave."""
    found = content(ledger, claim, person)
    return render(request, "claim.html", {**found, "verified": ledger.verify_claim(claim)})


@pages.get("/claims/{claim}/verify")
def unchecked(claim: str) -> RedirectResponse:
    """Back to the claim: what checking gave is shown once, to who asked for it."""
    return RedirectResponse(f"/claims/{quote(claim, safe='')}", 303)


@api.get("/claims/{claim}/verify")
def check(ledger: OfLedger, claim: str) -> dict[str, Any]:
    """Whether the bytes, the text, the span and the entries of the chain that hold this claim are what they were."""
    found = ledger.verify_claim(claim)
    if found is None:
        raise HTTPException(404, f"{claim}: no claim of that id")
    return {"entries": found.entries, "rows": found.rows, "figures": found.figures, "problem": found.problem}
