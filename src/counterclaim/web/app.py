"""The web application: its pages, their JSON twins, its files, and what guards them."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from anyio.to_thread import current_default_thread_limiter
from fastapi import Depends, FastAPI, Request
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.responses import JSONResponse, Response
from starlette.staticfiles import StaticFiles

from counterclaim import __version__
from counterclaim.ledger.book import Ledger
from counterclaim.ledger.errors import LedgerError, MisuseError
from counterclaim.ledger.opening import CONNECTIONS
from counterclaim.ledger.people import People
from counterclaim.web.adding import Adding
from counterclaim.web.audit import NameEverybody
from counterclaim.web.guarding import Guard
from counterclaim.web.kept_pages import KeptPages
from counterclaim.web.pages import (
    add,
    article,
    audit,
    blind_round,
    claim,
    claimants,
    claims,
    compare,
    login,
    me,
    overview,
    people,
    review,
)
from counterclaim.web.pages import map as on_map
from counterclaim.web.remembering import Memory
from counterclaim.web.rendering import load_templates, render
from counterclaim.web.resting import Changes
from counterclaim.web.settings import Settings
from counterclaim.web.tokens import check_form
from counterclaim.web.warming import Warming

AT_ONCE = CONNECTIONS  # pages that are made at one time: more would only wait for one another, and for a connection
STATIC = Path(__file__).parent / "static"
PAGES = (overview, claims, claim, article, compare, review, blind_round, claimants, on_map, add, me)
OF_TEAMS = (login, people, audit)


def create_app(settings: Settings) -> FastAPI:
    """The application for one ledger; opens it when it starts and closes it when it stops."""

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        load_templates()
        current_default_thread_limiter().total_tokens = AT_ONCE
        with Ledger(settings.ledger) as ledger, People(settings.ledger) as people_, Adding() as adding:
            app.state.ledger, app.state.people, app.state.adding = ledger, people_, adding
            with Warming(ledger, app.state.memory, app.state.queues):
                yield

    app = FastAPI(
        title="Counterclaim", version=__version__, lifespan=lifespan, docs_url=None, redoc_url=None,
        openapi_url="/api/openapi.json",
    )  # fmt: skip
    app.state.settings = settings
    app.state.changes = Changes()
    app.state.memory, app.state.queues = Memory(app.state.changes), Memory(app.state.changes)
    app.add_middleware(KeptPages)
    if settings.team:
        app.add_middleware(NameEverybody, settings=settings)
    app.add_middleware(Guard, settings=settings)  # the last one added is the first one asked
    app.mount("/static", StaticFiles(directory=STATIC), name="static")
    for page in (*PAGES, *OF_TEAMS) if settings.team else PAGES:
        app.include_router(page.pages, include_in_schema=False, dependencies=[Depends(check_form)])
        app.include_router(page.api, prefix="/api", dependencies=[Depends(check_form)])
    app.add_exception_handler(HTTPException, _not_there)
    app.add_exception_handler(LedgerError, _ledger_trouble)
    app.add_exception_handler(RequestValidationError, _not_understood)
    return app


def _not_there(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    return _told(request, error.status_code, str(error.detail))


def _ledger_trouble(request: Request, error: Exception) -> Response:
    return _told(request, 400 if isinstance(error, MisuseError) else 503, str(error))


def _not_understood(request: Request, error: Exception) -> Response:
    assert isinstance(error, RequestValidationError)
    found = (f"{'.'.join(map(str, one['loc'][1:]))}: {one['msg'].lower()}" for one in error.errors())
    return _told(request, 422, f"the address or form has what is not known: {'; '.join(found)}")


def _told(request: Request, status: int, message: str) -> Response:
    if request.url.path.startswith("/api/"):
        return JSONResponse({"detail": message}, status)
    return render(request, "trouble.html", {"status": status, "message": message}, status=status)
