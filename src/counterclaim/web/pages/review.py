"""Review: one claim at a time in its context, judged at once, undone as easily."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Any, Literal
from urllib.parse import urlencode

from fastapi import APIRouter, HTTPException, Query, Request
from pydantic import BaseModel, ConfigDict, Field, StrictFloat, StrictInt, StrictStr
from starlette.datastructures import FormData
from starlette.responses import HTMLResponse, RedirectResponse, Response

from counterclaim.figures import Figure
from counterclaim.ledger.book import Ledger
from counterclaim.ledger.errors import MisuseError
from counterclaim.review.fields import CHOICES, FIELDS, REQUIRED, read_changes
from counterclaim.review.judgement import CORRECT, UNDO, Judgement, JudgementError, last_of
from counterclaim.vocabulary import CATEGORIES, EVENTS
from counterclaim.web.asking import OfLedger, OfPerson
from counterclaim.web.forms import OfForm, text_of
from counterclaim.web.queueing import Asked, OfQueues, find_place, show
from counterclaim.web.remembering import Memory
from counterclaim.web.rendering import render
from counterclaim.web.wanted import One

GROUPS = {
    "Who": ("claimant", "claimant_side", "speaker", "act", "modality"),
    "What": ("event", "category", "also", "side", "actor"),
    "How many": ("low", "high", "form", "unit"),
    "When": ("basis", "per", "start", "end"),
    "Where": ("place", "precision", "country", "latitude", "longitude", "geonames"),
    "Beside other claims": ("part_of", "restates", "answers", "relation", "whose"),
}
ORDERS = {"doubt": "the least sure first", "importance": "the largest first", "arrival": "as they came"}
UNPROCESSABLE = 422

pages, api = APIRouter(), APIRouter()


class Reviewed(Asked):
    """The queue as a page shows it."""

    part: Literal["page", "said"] = Field("page", description="The whole page, or what was said of the claim alone.")
    met: bool = Field(False, description="Another person judged the claim at the same time.")
    undone: bool = Field(False, description="A judgement was taken back.")


Told = StrictStr | StrictInt | StrictFloat | list[StrictStr] | None


class Verdict(BaseModel):
    """A judgement as a program sends it."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    claim: str = Field(description="The id of the claim.")
    verdict: Literal["accept", "correct", "reject", "unsure"]
    changes: dict[str, Told] = Field(
        default={}, description="For correct: fields with what they should be, null for what is not known."
    )
    reason: str | None = None
    round: str | None = Field(None, description="The blind round in which it is coded.")
    seen: int = Field(0, ge=0, description="`seen` of the claim as it was shown: what was said after it is told.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """A judgement that was kept: its entry, its claim, and what others said of the claim after it was shown."""

    entry: int
    claim: str | None
    met: tuple[Judgement, ...] = ()


OfReviewed = Annotated[Reviewed, Query()]
OfAsked = Annotated[Asked, Query()]


def content(ledger: Ledger, queues: Memory, asked: Asked, person: str) -> dict[str, Any]:
    """What stands on the page: the claim that is next, and where it is in the queue."""
    place = find_place(ledger, queues, asked, person)
    shown = show(ledger, place.figure, asked.round) if place.figure else None
    last = last_of(person, [j for j in ledger.judged_by(person) if j.round == asked.round])
    return {"place": place, "shown": shown, "last": last, "rounds": ledger.rounds()}


@pages.get("/review")
def page(
    request: Request, ledger: OfLedger, queues: OfQueues, person: OfPerson, asked: OfReviewed
) -> HTMLResponse:  # fmt: skip
    """The page, or what was said of its claim."""
    return _page(request, content(ledger, queues, asked, person), asked)


@api.get("/review")
def twin(ledger: OfLedger, queues: OfQueues, person: OfPerson, asked: OfAsked) -> dict[str, Any]:
    """The next claim that waits for a person, in its context, with what was said of it outside of blind rounds."""
    return content(ledger, queues, asked, person)


@pages.post("/review/judge")
def judge(
    request: Request, ledger: OfLedger, queues: OfQueues, person: OfPerson, asked: OfAsked, form: OfForm
) -> Response:  # fmt: skip
    """Keep a judgement and go on to the next claim; stay where another person judged it at the same time."""
    claim, verdict, seen = (text_of(form, name) for name in ("claim", "verdict", "seen"))
    typed = _typed(form) if verdict == CORRECT else {}
    said = Verdict.model_construct(
        claim=claim, verdict=verdict, changes=typed, reason=text_of(form, "reason") or None, round=asked.round,
        seen=int(seen) if seen.isdecimal() else 0,
    )  # fmt: skip
    try:
        taken = _take(request, ledger, person, said)
    except (JudgementError, MisuseError) as error:
        again = Reviewed(**{**asked.model_dump(), "show": claim})
        found = content(ledger, queues, again, person)
        return _page(request, found, again, trouble=str(error), typed=_all_typed(form), status=UNPROCESSABLE)
    return _to(asked, show=claim, met=True) if taken.met else _to(asked, after=claim, show=None)


@api.post("/review/judge", status_code=201)
def judge_twin(request: Request, ledger: OfLedger, person: OfPerson, said: Verdict) -> Taken:
    """Keep a judgement; `met` tells what others said of the claim since it was shown."""
    try:
        return _take(request, ledger, person, said)
    except (JudgementError, MisuseError) as error:
        raise HTTPException(UNPROCESSABLE, str(error)) from error


@pages.post("/review/undo")
def undo(request: Request, ledger: OfLedger, person: OfPerson, asked: OfAsked) -> Response:
    """Take this person's last judgement back and show its claim again."""
    taken = _take_back(request, ledger, person, asked.round)
    return _to(asked, show=taken.claim, undone=True) if taken else _to(asked)


@api.post("/review/undo", status_code=201)
def undo_twin(request: Request, ledger: OfLedger, person: OfPerson, round: One = None) -> Taken:
    """Take this person's last judgement back, of a blind round where one is named; 404 where there is none."""
    taken = _take_back(request, ledger, person, round)
    if taken is None:
        raise HTTPException(404, "nothing of yours can be taken back")
    return taken


def _take(request: Request, ledger: Ledger, person: str, said: Verdict) -> Taken:
    """Keep a judgement. Raises JudgementError and MisuseError."""
    changes = read_changes({name: _in_words(value) for name, value in said.changes.items()})
    if (said.verdict == CORRECT) != bool(changes):
        raise JudgementError("no field was changed; change one, or accept the claim as it stands" if not changes
                             else f"{said.verdict} changes no field; expected correct")  # fmt: skip
    before = ledger.judged(said.claim) if said.round is None else ()
    entry = ledger.judge(
        said.verdict, said.claim, person=person, now=request.app.state.settings.now(), changes=changes,
        reason=said.reason, round=said.round,
    )  # fmt: skip
    met = tuple(one for one in before if one.entry > said.seen and one.person != person and one.round is None)
    return Taken(entry=entry, claim=said.claim, met=met)


def _take_back(request: Request, ledger: Ledger, person: str, round: str | None) -> Taken | None:
    """Undo a person's last judgement; None where there is none."""
    last = last_of(person, [one for one in ledger.judged_by(person) if one.round == round])
    if last is None:
        return None
    entry = ledger.judge(UNDO, person=person, now=request.app.state.settings.now(), undoes=last.entry)
    return Taken(entry=entry, claim=last.claim)


def _page(
    request: Request, found: dict[str, Any], asked: Asked, *, trouble: str | None = None,
    typed: dict[str, str] | None = None, status: int = 200,
) -> HTMLResponse:  # fmt: skip
    if asked.show and found["shown"] is None:
        raise HTTPException(404, f"{asked.show}: no claim has this id")
    part = isinstance(asked, Reviewed) and asked.part == "said"
    figure = found["shown"].figure if found["shown"] else None
    around = {
        "asked": asked, "groups": GROUPS, "choices": CHOICES, "required": REQUIRED, "orders": ORDERS,
        "values": _values(figure) if figure else {}, "typed": typed or {}, "trouble": trouble,
        "events": EVENTS, "categories": CATEGORIES, "address": asked.query(part=None, met=None, undone=None),
    }  # fmt: skip
    template = "parts/said.html" if part else "review.html"
    return render(request, template, {**found, **around}, status=status)


def _to(asked: Asked, **changed: Any) -> RedirectResponse:
    """On to another place of the same queue."""
    return RedirectResponse(f"/review?{urlencode(asked.query(**changed))}", 303)


def _typed(form: FormData) -> dict[str, str]:
    """The fields that the person changed, as they stood in the form before and after."""
    told = _all_typed(form)
    return {name: value for name, value in told.items() if value != text_of(form, f"was.{name}")}


def _all_typed(form: FormData) -> dict[str, str]:
    return {name: text_of(form, f"field.{name}") for name in FIELDS if f"field.{name}" in form}


def _values(figure: Figure) -> dict[str, str]:
    """A figure's fields as they stand in the form."""
    return {name: _in_words(getattr(figure, name)) for name in FIELDS}


def _in_words(value: object) -> str:
    """A field's value as a form has it."""
    return ", ".join(value) if isinstance(value, (list, tuple)) else str(value if value is not None else "")
