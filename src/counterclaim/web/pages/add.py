"""Add: paste a text, send files, see how far the reading is and what was refused."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Depends, HTTPException, Request
from starlette.datastructures import FormData, UploadFile
from starlette.responses import HTMLResponse, RedirectResponse, Response

from counterclaim.reading import Given
from counterclaim.web.adding import Adding, Job, Sent, examples, pasted
from counterclaim.web.asking import OfLedger
from counterclaim.web.rendering import render
from counterclaim.web.settings import Settings

ABOUT = ("published", "outlet", "url", "title")
ENDINGS = ".txt,.html,.htm,.json,.jsonl,.ndjson,.md,.gz,.zst"

pages, api = APIRouter(), APIRouter()


def _adding(request: Request) -> Adding:
    adding = request.app.state.adding
    assert isinstance(adding, Adding)
    return adding


def _settings(request: Request) -> Settings:
    settings = request.app.state.settings
    assert isinstance(settings, Settings)
    return settings


async def _form(request: Request, settings: OfSettings) -> FormData:
    """The form that was sent, within the limits of the server."""
    return await request.form(
        max_files=settings.most_files, max_fields=20, max_part_size=settings.largest_upload
    )  # fmt: skip


OfAdding = Annotated[Adding, Depends(_adding)]
OfSettings = Annotated[Settings, Depends(_settings)]
OfForm = Annotated[FormData, Depends(_form)]


@pages.get("/add")
def page(request: Request, settings: OfSettings) -> HTMLResponse:
    """The page."""
    return _page(request, settings)


def _page(request: Request, settings: Settings, wrong: str | None = None) -> HTMLResponse:
    limits = {"megabytes": settings.largest_upload // 1024 // 1024, "most": settings.most_files}
    return render(request, "add.html", {"wrong": wrong, "endings": ENDINGS, **limits}, status=422 if wrong else 200)


@pages.post("/add")
def send(request: Request, ledger: OfLedger, adding: OfAdding, settings: OfSettings, form: OfForm) -> Response:
    """Begin to read what was sent, and lead to where it can be watched."""
    sent = _sent(form)
    if not sent:
        return _page(request, settings, "Nothing was sent: paste a text, or choose files.")
    job = adding.begin(ledger, sent, _given(form), now=settings.now())
    return RedirectResponse(f"/add/{job.number}", 303)


@pages.post("/add/examples")
def send_examples(ledger: OfLedger, adding: OfAdding, settings: OfSettings) -> Response:
    """Begin to read the two example articles."""
    job = adding.begin(ledger, examples(), Given(), now=settings.now())
    return RedirectResponse(f"/add/{job.number}", 303)


@pages.get("/add/{number}")
def watch(request: Request, adding: OfAdding, number: int) -> HTMLResponse:
    """How far a lot of articles is, then what came of it."""
    return render(request, "adding.html", {"job": _job(adding, number)})


@api.post("/add", status_code=202)
def send_twin(ledger: OfLedger, adding: OfAdding, settings: OfSettings, form: OfForm) -> Job:
    """Begin to read articles: `text`, or one or more `files`, with `published`, `outlet`, `url`, `title`."""
    sent = _sent(form)
    if not sent:
        raise HTTPException(422, "nothing was sent; expected text or files as a form")
    return adding.begin(ledger, sent, _given(form), now=settings.now())


@api.get("/add/{number}")
def watch_twin(adding: OfAdding, number: int) -> Job:
    """How far a lot of articles is, what was new, and what was refused."""
    return _job(adding, number)


def _job(adding: Adding, number: int) -> Job:
    found = adding.job(number)
    if found is None:
        raise HTTPException(404, f"{number}: not known any more; what was read stands under claims")
    return found


def _sent(form: FormData) -> list[Sent]:
    text = form.get("text")
    found: list[Sent] = [pasted(text)] if isinstance(text, str) and text.strip() else []
    for item in form.getlist("files"):
        if isinstance(item, UploadFile) and item.filename:
            found.append((item.filename, item.file.read()))
    return found


def _given(form: FormData) -> Given:
    told: dict[str, Any] = {name: value for name in ABOUT if isinstance(value := form.get(name), str) and value.strip()}
    return Given(**told)
