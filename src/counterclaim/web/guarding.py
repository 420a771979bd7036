"""What every answer carries and every request must have, whoever asks."""

from __future__ import annotations

from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from counterclaim.web.rendering import render
from counterclaim.web.settings import Settings

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; connect-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'; font-src 'self'"
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "X-Frame-Options": "DENY",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
}
SAFE = frozenset({"GET", "HEAD", "OPTIONS"})


def refusal(request: Request, settings: Settings) -> Response | None:
    """Why a request is not answered: another host's name, another page's form, or too much of it."""
    host = request.headers.get("host", "")
    if _name(host).lower() not in settings.hosts:
        return PlainTextResponse(f"{host or 'no host'}: this server does not answer to that name\n", 421)
    if request.method in SAFE:
        return None
    if not _is_own(request.headers, host):
        return _refused(request, 403, "this form comes from another page; open it here and send it again")
    if "transfer-encoding" in request.headers:  # nobody knows yet how much it will be
        return PlainTextResponse("how much is sent must be said before; send it with its length\n", 411)
    length = request.headers.get("content-length", "0")
    if not (length.isascii() and length.isdecimal()) or int(length[:20]) > settings.largest_upload:
        limit = settings.largest_upload // 1024 // 1024
        return _refused(request, 413, f"more than {limit} MB at once; send less")
    return None


def _refused(request: Request, status: int, message: str) -> Response:
    """A page with a way back for who looks at pages, else the words alone."""
    if "text/html" in request.headers.get("accept", ""):
        return render(request, "trouble.html", {"status": status, "message": message}, status=status)
    return PlainTextResponse(f"{message}\n", status)


def _name(host: str) -> str:
    """The host without its port: "[::1]:8000" -> "[::1]"."""
    return host.rsplit(":", 1)[0] if host.rsplit(":", 1)[-1].isdigit() else host


def _is_own(headers: Headers, host: str) -> bool:
    """Whether a form was sent from a page of this very server."""
    if site := headers.get("sec-fetch-site"):
        return site == "same-origin"
    source = headers.get("origin") or headers.get("referer")
    return source is not None and urlsplit(source).netloc == host


class Guard:
    """Refuses what must be refused and marks every answer."""

    def __init__(self, app: ASGIApp, settings: Settings) -> None:
        self.app, self.settings = app, settings

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer, or let be answered, with the headers that every answer has."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return

        async def marked(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers.setdefault(name, value)
            await send(message)

        await (refusal(Request(scope), self.settings) or self.app)(scope, receive, marked)
