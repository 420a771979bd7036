"""A browser on this machine, and a ledger's pages for it: python -m scripts.browsers says whether there is one."""

from __future__ import annotations

import shutil
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import uvicorn
from playwright.sync_api import Browser, Playwright, sync_playwright

from counterclaim.web.app import create_app
from counterclaim.web.settings import Settings

NAMES = ("chromium", "chromium-browser", "google-chrome")
MISSING = "no browser found: the browser tests were left out; playwright install chromium brings one"
PATIENCE = 60.0  # seconds for a server to begin


def find_browser() -> str | None:
    """The path of a Chromium: Playwright's own, or one that is installed; None where there is none."""
    with sync_playwright() as playwright:
        own = playwright.chromium.executable_path
    return own if Path(own).exists() else next((path for name in NAMES if (path := shutil.which(name))), None)


def open_browser(playwright: Playwright, path: str) -> Browser:
    """A browser without a window, kept from everything but this machine."""
    arguments = ["--no-sandbox", "--no-proxy-server", "--disable-background-networking"]
    return playwright.chromium.launch(executable_path=path, args=arguments)


@contextmanager
def running(settings: Settings) -> Iterator[str]:
    """A server for a ledger in this process; its address."""
    server = uvicorn.Server(uvicorn.Config(create_app(settings), host="127.0.0.1", port=0, log_level="error"))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    deadline = time.monotonic() + PATIENCE
    while not server.started and thread.is_alive() and time.monotonic() < deadline:
        time.sleep(0.02)
    if not server.started:
        raise RuntimeError(f"{settings.ledger}: the server did not begin within {PATIENCE:.0f} s")
    try:
        yield f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"
    finally:
        server.should_exit = True
        thread.join(PATIENCE)


if __name__ == "__main__" and find_browser() is None:
    print(MISSING, file=sys.stderr)
