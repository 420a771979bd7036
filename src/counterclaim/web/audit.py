"""What a team's server lets nobody do unnamed: who asks is found first, what was changed is taken down after."""

from __future__ import annotations

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import MutableHeaders
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from counterclaim.ledger.errors import LedgerError
from counterclaim.ledger.people import Account, People
from counterclaim.web import sessions
from counterclaim.web.settings import Settings
from counterclaim.web.tokens import SAFE, form_token

OPEN = ("/login", "/static/")  # what is shown to everybody
NOT_ADMIN = "this page is for administrators; ask one of them\n"
ADMINS = ("/people", "/audit", "/api/people", "/api/audit")


def people_of(request: Request) -> People:
    """The people of the ledger that is served."""
    people = request.app.state.people
    assert isinstance(people, People)
    return people


def address_of(request: Request) -> str:
    """The network address that a request comes from."""
    return request.client.host if request.client else "unknown"


class NameEverybody:
    """Lets in who is logged in, and takes down what they change."""

    def __init__(self, app: ASGIApp, settings: Settings) -> None:
        self.app, self.settings = app, settings

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer who may be answered; the pages find the person in the request's state."""
        if scope["type"] != "http" or _is_within(scope["path"], OPEN):
            await self.app(scope, receive, send)
            return
        request = Request(scope)
        token = request.cookies.get(sessions.COOKIE)
        try:
            account = await run_in_threadpool(sessions.find, people_of(request), token, self.settings)
        except LedgerError as error:
            await PlainTextResponse(f"{error}\n", 503)(scope, receive, send)
            return
        if account is None or token is None:
            await _login_first(request)(scope, receive, send)
        elif account.role != "admin" and _is_within(scope["path"], ADMINS):
            await PlainTextResponse(NOT_ADMIN, 403)(scope, receive, send)
        else:
            state = request.state
            state.person, state.role, state.token = account.name, account.role, form_token(token)
            await self.app(scope, receive, self._noting(request, account, send))

    def _noting(self, request: Request, account: Account, send: Send) -> Send:
        """Sends an answer on, once what it changed is taken down; no browser keeps it after the logout."""

        async def noting(message: Message) -> None:
            if message["type"] == "http.response.start":
                if request.method not in SAFE:
                    await run_in_threadpool(_take_down, request, account, message["status"], self.settings)
                MutableHeaders(scope=message)["Cache-Control"] = "no-store"
            await send(message)

        return noting


def _is_within(path: str, places: tuple[str, ...]) -> bool:
    return any(path == place.rstrip("/") or path.startswith(place.rstrip("/") + "/") for place in places)


def _login_first(request: Request) -> Response:
    if request.method in SAFE and not request.url.path.startswith("/api/"):
        return RedirectResponse("/login", 303)
    return JSONResponse({"detail": "nobody is logged in; open /login first"}, 401)


def _take_down(request: Request, account: Account, status: int, settings: Settings) -> None:
    what = f"{request.method} {request.url.path}" + (f", refused with {status}" if status >= 400 else "")
    people_of(request).note(account.name, what, address=address_of(request), now=settings.now())
