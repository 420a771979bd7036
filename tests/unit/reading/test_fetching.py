"""One page from an address, against a local server."""

import threading
from collections.abc import Iterator
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from counterclaim.reading import Refusal, read_sources
from counterclaim.reading.drafts import RefusedError
from counterclaim.reading.fetching import fetch_page

BODY = ("Ten soldiers were killed in the town on Monday, the ministry said to the press. " * 4).encode()
PAGE = b"<html><head><title>Town falls</title></head><body><article><p>" + BODY + b"</p></article></body></html>"


class Handler(BaseHTTPRequestHandler):
    """A page, a redirect to it, one to itself, a large one, a picture and nothing."""

    def do_GET(self) -> None:
        answers = {
            "/page": (200, "text/html; charset=utf-8", PAGE),
            "/moved": (302, "/page", b""),
            "/round": (302, "/round", b""),
            "/large": (200, "text/html", b"a" * 300_000),
            "/picture": (200, "image/png", b"\x89PNG"),
        }
        status, kind, content = answers.get(self.path, (404, "text/plain", b"none"))
        self.send_response(status)
        self.send_header("Location" if status == 302 else "Content-Type", kind)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, format: str, *args: object) -> None:
        """Silence."""


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as running:
        threading.Thread(target=running.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{running.server_port}"
        running.shutdown()


def test_page_is_fetched_and_its_bytes_are_known(server: str) -> None:
    """Content, address and encoding; a redirect ends at the page's own address."""
    fetched = fetch_page(f"{server}/moved", allow_private=True)

    assert (PAGE, f"{server}/page", "utf-8") == (fetched.content, fetched.url, fetched.charset)


@pytest.mark.parametrize(
    ("path", "found"),
    [
        ("/round", "more than 5 redirects"),
        ("/large", "more than 0 MB"),
        ("/picture", "image/png"),
        ("/nothing", "the answer 404"),
    ],
)
def test_what_is_no_page_is_refused(server: str, path: str, found: str) -> None:
    """Loops, large answers, pictures and missing pages, each with what was found."""
    with pytest.raises(RefusedError, match=found):
        fetch_page(server + path, allow_private=True, largest=200_000)


@pytest.mark.parametrize(
    ("url", "found"),
    [
        ("https://127.0.0.1/page", "private address 127.0.0.1"),
        ("https://[::1]/page", "private address ::1"),
        ("https://169.254.169.254/latest", "private address"),
        ("https://10.0.0.1/", "private address"),
        ("http://example.org/", "expected https"),
        ("https://", "expected https"),
    ],
)
def test_private_and_open_addresses_are_refused(url: str, found: str) -> None:
    """Nothing inside the user's own network, nothing without encryption."""
    with pytest.raises(RefusedError, match=found):
        fetch_page(url)


def test_server_that_does_not_answer_is_refused() -> None:
    """One line, not a traceback."""
    with pytest.raises(RefusedError, match="no answer"):
        fetch_page("http://127.0.0.1:9/", allow_private=True, seconds=2)


def test_source_that_is_an_address_becomes_an_article(server: str) -> None:
    """The page's address is its key; its bytes are handed on with their digest."""
    fetch, kept = partial(fetch_page, allow_private=True), dict[str, bytes]()
    [article] = read_sources([f"{server}/page"], fetch=fetch, keep=kept.__setitem__)

    assert not isinstance(article, Refusal)
    assert article.origin is not None
    assert (f"{server}/page", "html", 64) == (article.key, article.origin.reader, len(article.origin.sha256))
    assert {article.origin.sha256: PAGE} == kept
