"""Pages that were made before, given again as they are until something is added or judged that bears on them."""

from __future__ import annotations

import asyncio
import hashlib
import re
from collections import OrderedDict
from dataclasses import dataclass, field
from threading import Lock

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from counterclaim.ledger.book import Ledger
from counterclaim.web.resting import Changes, Rests

# What these pages show follows from the ledger, the address and who asks; all others are made anew each time.
KEPT = re.compile(
    r"/(?:api/overview|(?:api/)?(?:claims|compare|claimants|map|review|(?:claims|review|articles)/[^/]+"
    r"|articles/[^/]+/versions))?"
)
MOST = 64 * 1024 * 1024  # bytes of pages that are kept
LARGEST = 2 * 1024 * 1024  # bytes of one of them
EACH = 2  # pages of one kind that are made at a time
Key = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Page:
    """An answer as it was given: its headers, its bytes, the mark that changes with them, and what it rests on."""

    headers: tuple[tuple[bytes, bytes], ...]
    body: bytes
    mark: str
    rests: Rests | None = None


@dataclass(slots=True)
class Pages:
    """Pages by who asked for what, each with the state of the ledger for which it is known to hold.

    Those not asked for longest are dropped first.
    """

    changes: Changes = field(default_factory=Changes)
    bytes: int = 0
    found: OrderedDict[Key, tuple[int, Page]] = field(default_factory=OrderedDict)
    lock: Lock = field(default_factory=Lock)

    def get(self, head: int, key: Key) -> Page | None:
        """The page that holds for this state of the ledger: nothing that it rests on has changed since it was made."""
        with self.lock:
            state, page = self.found.get(key, (0, None))
            if page is None or state > head:
                return None
            if self.changes.bear_on(page.rests, state, head):
                self._drop(key)
                return None
            self.found[key] = head, page
            self.found.move_to_end(key)
            return page

    def keep(self, head: int, key: Key, page: Page) -> None:
        """Keep a page for the state of the ledger at which it was asked for.

        What has changed while it was made may stand in it or not; who asks next is told by what it rests on.
        """
        with self.lock:
            if key in self.found or len(page.body) > LARGEST:
                return
            self.found[key] = head, page
            self.bytes += len(page.body)
            while self.bytes > MOST:
                self._drop(next(iter(self.found)))

    def _drop(self, key: Key) -> None:
        self.bytes -= len(self.found.pop(key)[1].body)


class KeptPages:
    """Gives a page that was made before, to whom it was made for; who asks for one that is being made waits for it."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app
        self.pages = Pages()
        self.making: dict[tuple[int, Key], tuple[int, asyncio.Future[Page | None]]] = {}
        self.turns: dict[tuple[int, str], asyncio.Semaphore] = {}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer from what is kept, else let the page be made and keep it."""
        if scope["type"] != "http" or scope["method"] != "GET" or not KEPT.fullmatch(scope["path"]):
            await self.app(scope, receive, send)
            return
        request = Request(scope)
        head, key = await self._head(request), _key(request)
        page = self.pages.get(head, key) or await self._when_made(head, key)
        if page is None:
            await self._make(scope, receive, send, head, key)
        else:
            await _give(page, request.headers, send)

    async def _head(self, request: Request) -> int:
        """The newest entry of the ledger, what it changed noted; a file is asked at once, a server without waiting."""
        ledger: Ledger = request.app.state.ledger
        changes = self.pages.changes = request.app.state.changes
        return changes.now(ledger) if ledger.is_file else await run_in_threadpool(changes.now, ledger)

    async def _when_made(self, head: int, key: Key) -> Page | None:
        """The page that somebody else is just waiting for, if anybody is.

        Made for the same state of the ledger it is theirs as well, whatever has changed meanwhile: else all who wait
        would make it at once.
        """
        while making := self.making.get(_here(key)):
            state, made = making
            page = await asyncio.shield(made)
            if state >= head:
                return page
            if kept := self.pages.get(head, key):
                return kept
        return None

    async def _make(self, scope: Scope, receive: Receive, send: Send, head: int, key: Key) -> None:
        made: asyncio.Future[Page | None] = asyncio.get_running_loop().create_future()
        self.making[_here(key)] = head, made
        copying = _Copying(send, scope)
        try:
            async with self._turn(scope["path"]):
                await self.app(scope, receive, copying)
            if copying.page:
                self.pages.keep(head, key, copying.page)
        finally:
            self.making.pop(_here(key), None)
            made.set_result(copying.page)

    def _turn(self, path: str) -> asyncio.Semaphore:
        """The turn of a page among those of its kind: slow ones leave room for the others, which are many more."""
        here = id(asyncio.get_running_loop()), _kind(path)
        return self.turns.setdefault(here, asyncio.Semaphore(EACH))


class _Copying:
    """Sends an answer on with its mark, and has a copy of it in the end."""

    def __init__(self, send: Send, scope: Scope) -> None:
        self._send, self._scope = send, scope
        self._start: Message = {}
        self._body = b""
        self.page: Page | None = None

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            self._start = message
            return
        self._body += message.get("body", b"")
        if message.get("more_body"):
            return
        if self._start["status"] == 200:
            rests = self._scope.get("state", {}).get("rests")
            self.page = Page(tuple(self._start["headers"]), self._body, _mark(self._body), rests)
            _mark_headers(self._start, self.page.mark)
        await self._send(self._start)
        await self._send({"type": "http.response.body", "body": self._body})


def _key(request: Request) -> Key:
    """Who asks for what: a page holds the name of who is logged in, and the token of their forms."""
    who = (getattr(request.state, name, "") for name in ("person", "role", "token"))
    return (request.scope["path"], request.scope["query_string"].decode("latin-1"), *who)


def _kind(path: str) -> str:
    """What kind of page an address is of: its first part, and whether it is of one claim, article or round.

    >>> _kind("/api/compare"), _kind("/claims/1f2e")
    ('compare', 'claims/')
    """
    first, one, _ = path.removeprefix("/api").removeprefix("/").partition("/")
    return first + one


def _here(key: Key) -> tuple[int, Key]:
    """A key for those who can wait for one another: tasks of one loop."""
    return id(asyncio.get_running_loop()), key


async def _give(page: Page, asked: Headers, send: Send) -> None:
    known = page.mark in asked.get("if-none-match", "")
    headers = [header for header in page.headers if not (known and header[0] == b"content-length")]
    start: Message = {"type": "http.response.start", "status": 304 if known else 200, "headers": headers}
    _mark_headers(start, page.mark)
    await send(start)
    await send({"type": "http.response.body", "body": b"" if known else page.body})


def _mark(body: bytes) -> str:
    return f'"{hashlib.blake2b(body, digest_size=12).hexdigest()}"'


def _mark_headers(start: Message, mark: str) -> None:
    """What lets a browser ask whether its page is still the one, and nobody between keep it."""
    headers = MutableHeaders(scope=start)
    headers["etag"] = mark
    headers.setdefault("cache-control", "private, no-cache")
