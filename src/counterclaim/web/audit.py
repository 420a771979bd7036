"""What a team's server lets nobody do unnamed: who asks is found first, what was changed is taken down after."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, RedirectResponse, Response

from counterclaim.ledger.errors import LedgerError
from counterclaim.ledger.people import Account, People
from counterclaim.web import sessions
from counterclaim.web.settings import Settings
from counterclaim.web.tokens import SAFE, form_token

OPEN = ("/login", "/static/")  # what is shown to everybody
ADMINS = ("/people", "/audit", "/api/people", "/api/audit")
Next = Callable[[Request], Awaitable[Response]]


def people_of(request: Request) -> People:
    """The people of the ledger that is served."""
    people = request.app.state.people
    assert isinstance(people, People)
    return people


def address_of(request: Request) -> str:
    """The network address that a request comes from."""
    return request.client.host if request.client else "unknown"


def name_everybody(settings: Settings) -> Callable[[Request, Next], Awaitable[Response]]:
    """The middleware that lets in who is logged in, and takes down what they change."""

    async def named(request: Request, following: Next) -> Response:
        if _is_within(request.url.path, OPEN):
            return await following(request)
        token = request.cookies.get(sessions.COOKIE)
        try:
            account = await run_in_threadpool(sessions.find, people_of(request), token, settings)
        except LedgerError as error:
            return PlainTextResponse(f"{error}\n", 503)
        if account is None or token is None:
            return _login_first(request)
        if account.role != "admin" and _is_within(request.url.path, ADMINS):
            return PlainTextResponse("this page is for administrators; ask one of them\n", 403)
        request.state.person, request.state.role, request.state.token = account.name, account.role, form_token(token)
        response = await following(request)
        if request.method not in SAFE:
            await run_in_threadpool(_take_down, request, account, response.status_code, settings)
        response.headers.setdefault("Cache-Control", "no-store")
        return response

    return named


def _is_within(path: str, places: tuple[str, ...]) -> bool:
    return any(path == place.rstrip("/") or path.startswith(place.rstrip("/") + "/") for place in places)


def _login_first(request: Request) -> Response:
    if request.method in SAFE and not request.url.path.startswith("/api/"):
        return RedirectResponse("/login", 303)
    return JSONResponse({"detail": "nobody is logged in; open /login first"}, 401)


def _take_down(request: Request, account: Account, status: int, settings: Settings) -> None:
    what = f"{request.method} {request.url.path}" + (f", refused with {status}" if status >= 400 else "")
    people_of(request).note(account.name, what, address=address_of(request), now=settings.now())
