"""One page from the network, when the user asks for it: with a time limit, a size limit and public addresses only."""

from __future__ import annotations

import ipaddress
import socket
from dataclasses import dataclass
from urllib.parse import urljoin, urlsplit

import urllib3
from urllib3.exceptions import HTTPError

from counterclaim.reading.drafts import RefusedError

AGENT = "counterclaim (reads one page at its user's request)"
REDIRECTS = 5
LARGEST = 10 * 1024 * 1024
SECONDS = 20.0
MOVED = (301, 302, 303, 307, 308)


@dataclass(frozen=True, slots=True)
class Fetched:
    """A page's bytes, the address they came from in the end, and the encoding that its server named."""

    content: bytes
    url: str
    charset: str | None


def is_address(source: str) -> bool:
    """Whether a source is a web address and not a path."""
    return source.lower().startswith(("https://", "http://"))


def fetch_page(url: str, *, allow_private: bool = False, seconds: float = SECONDS, largest: int = LARGEST) -> Fetched:
    """The page at an address, redirects followed and checked one by one.

    Raises RefusedError for addresses that are not https, not public or not reachable, and for answers that are too
    large or no page. `allow_private` admits http and private addresses, for tests and for one's own servers.
    """
    for _ in range(REDIRECTS + 1):
        answer = _ask(url, allow_private=allow_private, seconds=seconds)
        try:
            if answer.status not in MOVED:
                return _page(answer, url, largest)
            url = urljoin(url, answer.headers.get("location") or "")
        finally:
            answer.close()
    raise RefusedError(f"more than {REDIRECTS} redirects", "a page", "give the page's own address")


def _ask(url: str, *, allow_private: bool, seconds: float) -> urllib3.BaseHTTPResponse:
    parts = urlsplit(url)
    if not parts.hostname or parts.scheme not in (("https", "http") if allow_private else ("https",)):
        raise RefusedError(f"the address {url!r}", "https://...", "save the page and read the file")
    try:
        port = parts.port or (443 if parts.scheme == "https" else 80)
        address = _resolve(parts.hostname, port, allow_private=allow_private)
        return _pool(parts.scheme, parts.hostname, address, port, seconds).urlopen(
            "GET",
            (parts.path or "/") + (f"?{parts.query}" if parts.query else ""),
            headers={"Host": parts.netloc.rpartition("@")[2], "User-Agent": AGENT, "Accept": "text/html,*/*;q=0.5"},
            redirect=False,
            retries=False,
            preload_content=False,
            decode_content=True,
        )
    except (HTTPError, OSError, ValueError) as error:
        reason = " ".join(str(error).split())[:160]
        raise RefusedError(
            f"no answer ({reason})", "a page", "try later, or save the page and read the file"
        ) from error


def _resolve(host: str, port: int, *, allow_private: bool) -> str:
    """The address to connect to: looked up once, so that what was checked is what is used."""
    found = [str(entry[4][0]) for entry in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)]
    private = next((a for a in found if not _is_public(a)), None)
    if private and not allow_private:
        raise RefusedError(f"the private address {private}", "a public address", "save the page and read the file")
    return found[0]


def _is_public(address: str) -> bool:
    ip = ipaddress.ip_address(address.split("%")[0])
    mapped = getattr(ip, "ipv4_mapped", None) or ip
    return bool(mapped.is_global) and not mapped.is_multicast


def _pool(scheme: str, host: str, address: str, port: int, seconds: float) -> urllib3.HTTPConnectionPool:
    timeout = urllib3.Timeout(total=seconds)
    if scheme == "http":
        return urllib3.HTTPConnectionPool(address, port, timeout=timeout)
    return urllib3.HTTPSConnectionPool(address, port, timeout=timeout, server_hostname=host, assert_hostname=host)


def _page(answer: urllib3.BaseHTTPResponse, url: str, largest: int) -> Fetched:
    if answer.status != 200:
        raise RefusedError(f"the answer {answer.status}", "a page (200)", "check the address")
    kind = answer.headers.get("content-type", "")
    if not any(word in kind for word in ("html", "text", "json", "xml")) and kind:
        raise RefusedError(f"content of the kind {kind.split(';')[0]!r}", "a page of text", "leave it out")
    content = bytearray()
    for chunk in answer.stream(65536):
        content += chunk
        if len(content) > largest:
            raise RefusedError(
                f"more than {largest // 1024 // 1024} MB", "a page", "save the article and read the file"
            )
    _, _, charset = kind.partition("charset=")
    return Fetched(bytes(content), url, charset.strip("\"' ;") or None)
