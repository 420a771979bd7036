"""Article: the text as published, its claims where they stand, its versions, who carries it, its bytes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, Any

from fastapi import APIRouter, HTTPException, Query, Request
from starlette.responses import HTMLResponse, Response

from counterclaim.ledger.book import Ledger
from counterclaim.ledger.history import Change
from counterclaim.ledger.querying import Filter
from counterclaim.ledger.versions import Version
from counterclaim.records import Article
from counterclaim.views import words
from counterclaim.views.marks import paragraphs
from counterclaim.web.asking import OfLedger
from counterclaim.web.remembering import Memory, OfMemory
from counterclaim.web.rendering import render
from counterclaim.web.resting import Rests, rest_on
from counterclaim.web.side_by_side import Line, side_by_side
from counterclaim.web.windows import window_at, windows

PASSED_OVER = 40  # numbers that are no claims, shown at once

pages, api = APIRouter(), APIRouter()
Part = Annotated[int | None, Query(ge=1, description="Which part of a long text.")]
At = Annotated[int | None, Query(ge=0, description="A character of the text: the part that holds it.")]
Other = Annotated[str | None, Query(alias="with", description="The id of the version to compare with.")]


def content(ledger: Ledger, memory: Memory, identity: str, part: int | None, at: int | None) -> dict[str, Any]:
    """One part of an article's text with its marks, and what there is of the whole; 404 where there is none."""
    head = ledger.head()
    article: Article = memory.of(head, ("article", identity), lambda: _article(ledger, identity), Rests())
    cuts = memory.of(head, ("cuts", identity), lambda: windows(article.text), Rests())
    number = min(part or window_at(cuts, at or 0), len(cuts))
    shown = memory.of(head, ("part", identity, number), lambda: _part(ledger, article, cuts[number - 1]),
                      Rests((_all_of(article),)))  # fmt: skip
    around = {"versions": ledger.versions(article.key), "carried": ledger.carried(identity)}
    return {"article": article, "part": number, "parts": len(cuts), **shown, **around}


def _part(ledger: Ledger, article: Article, within: tuple[int, int]) -> dict[str, Any]:
    found = ledger.window(article, *within)
    if found is None:
        raise HTTPException(404, f"{article.id}: not read yet")
    extraction = found.extraction
    said = words.without_figure(extraction.statements)
    return {
        "paragraphs": tuple(paragraphs(extraction, said, within=within)), "claims": extraction.claims,
        "statuses": found.statuses, "counts": (found.claims, found.statements), "skipped": extraction.skipped,
        "made_by": extraction.made_by,
    }  # fmt: skip


@pages.get("/articles/{identity}")
def page(
    request: Request, ledger: OfLedger, memory: OfMemory, identity: str, part: Part = None, at: At = None
) -> HTMLResponse:
    """The page."""
    found = content(ledger, memory, identity, part, at)
    rest_on(request, _all_of(found["article"]))
    return render(request, "article.html", {**found, "passed_over": PASSED_OVER})


def _all_of(article: Article) -> Filter:
    """The claims of all versions of an article."""
    return Filter(key=[article.key], replaced=True)


@api.get("/articles/{identity}")
def twin(ledger: OfLedger, identity: str) -> dict[str, Any]:
    """An article in the public format, with its versions, and with the articles that carry its text."""
    found = ledger.extraction(identity)
    if found is None:
        raise HTTPException(404, f"{identity}: no article of that id")
    versions = ledger.versions(found.article.key)
    return {**found.to_dicts(), "versions": versions, "carried": ledger.carried(identity)}


def changed(ledger: Ledger, identity: str, other: str | None) -> dict[str, Any]:
    """A version beside another one, the one before it unless told; with the figures that changed between them."""
    article = _article(ledger, identity)
    versions = ledger.versions(article.key)
    before = _before(versions, identity, other)
    if before is None:
        return {"article": article, "versions": versions, "before": None, "lines": (), "changes": ()}
    old = _article(ledger, before.id)
    lines: tuple[Line, ...] = tuple(side_by_side(old.text, article.text))
    changes = tuple(change for change in ledger.history(article.key) or () if _leads_to(change, before.id, identity))
    return {"article": article, "versions": versions, "before": old, "lines": lines, "changes": changes}


def _article(ledger: Ledger, identity: str) -> Article:
    found = ledger.article(identity)
    if found is None:
        raise HTTPException(404, f"{identity}: no article of that id")
    return found


def _before(versions: Sequence[Version], identity: str, other: str | None) -> Version | None:
    """The version asked for, else the one right before; the one after where this is the first."""
    ids = [version.id for version in versions]
    if other is not None:
        if other not in ids:
            raise HTTPException(404, f"{other}: no version of this article")
        return versions[ids.index(other)]
    at = ids.index(identity)
    return versions[at - 1] if at else None


def _leads_to(change: Change, before: str, after: str) -> bool:
    old, new = change.before, change.after
    return (old is None or old.article == before) and (new is None or new.article == after)


@pages.get("/articles/{identity}/versions")
def versions_page(request: Request, ledger: OfLedger, identity: str, other: Other = None) -> HTMLResponse:
    """The page."""
    found = changed(ledger, identity, other)
    rest_on(request, _all_of(found["article"]))
    return render(request, "versions.html", found)


@api.get("/articles/{identity}/versions")
def versions_twin(ledger: OfLedger, identity: str, other: Other = None) -> dict[str, Any]:
    """A version of an article beside another one, line by line, with the figures that changed between them."""
    return changed(ledger, identity, other)


@pages.get("/articles/{identity}/original")
@api.get("/articles/{identity}/original", response_class=Response)
def original(ledger: OfLedger, identity: str) -> Response:
    """The bytes that the article was read from, as they came; always a download, never shown."""
    found = ledger.original(identity)
    if found is None:
        raise HTTPException(404, f"{identity}: no original bytes; articles that were added as claims have none")
    name = identity.rsplit(":", 1)[-1][:16]
    headers = {"Content-Disposition": f'attachment; filename="original-{name}.bin"'}
    return Response(found, media_type="application/octet-stream", headers=headers)
