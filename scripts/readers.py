"""What people who read a ledger's pages do: each goes through all kinds of pages, to claims and places of their own."""

from __future__ import annotations

import random
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection
from urllib.parse import quote, urlencode, urlsplit

from counterclaim.figures import Figure
from counterclaim.ledger.book import Filter, Ledger
from counterclaim.ledger.measuring import Measured

SAMPLE = 400  # claims that readers come to
WHILE = 120.0  # seconds that a reader waits for a page before giving up
ORDERS = ("doubt", "importance", "arrival")


@dataclass(frozen=True, slots=True)
class Sample:
    """What there is to be read: claims from all over the ledger, and measures to compare."""

    figures: tuple[Figure, ...]
    measures: tuple[Measured, ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """One page as a reader got it: which kind, how long it took, and how many bytes it had."""

    kind: str
    seconds: float
    size: int


def sample(ledger: Ledger) -> Sample:
    """Claims of days spread over the whole ledger, and its measures."""
    chance = random.Random(1)
    newest = ledger.claims(Filter(kind=["claim"]), limit=SAMPLE // 2).figures
    days = sorted({figure.published[:10] for figure in newest if figure.published})
    found = list(newest)
    for day in chance.sample(days, min(len(days), SAMPLE // 20)):
        found += ledger.claims(Filter(kind=["claim"], published_since=day), sort="published", descending=False,
                               limit=10).figures  # fmt: skip
    return Sample(tuple(found), ledger.measures()[:20])


def visits(found: Sample, reader: int) -> Iterator[tuple[str, str]]:
    """The pages that one reader asks for, without end: their kind and their address."""
    chance = random.Random(reader)
    while True:
        kinds = list(_round(chance, chance.choice(found.figures), chance.choice(found.measures)))
        chance.shuffle(kinds)
        yield from kinds


def _round(chance: random.Random, figure: Figure, measure: Measured) -> Iterator[tuple[str, str]]:
    """One page of each kind, with what this figure has for filters."""
    claim, article = quote(figure.claim, safe=""), quote(figure.article, safe="")
    chosen = [(name, value) for name in ("event", "country", "claimant", "outlet", "category")
              if (value := getattr(figure, name))]  # fmt: skip
    words = chance.choice(figure.evidence.split())
    parts = [(name, value) for name in ("event", "category", "side", "unit") if (value := getattr(measure, name))]
    yield "overview", "/"
    yield "claims", "/claims"
    yield "filtered", "/claims?" + urlencode(chance.sample(chosen, chance.choice((1, 2))))
    yield (
        "sorted",
        "/claims?" + urlencode([chance.choice(chosen), ("sort", chance.choice(("low", "end", "published")))]),
    )
    yield "search", "/claims?" + urlencode({"q": words})
    yield "claim", f"/claims/{claim}"
    yield "article", f"/articles/{article}"
    yield "versions", f"/articles/{article}/versions"
    yield "compare", "/compare?" + urlencode(parts)
    yield "review", "/review?" + urlencode({"order": chance.choice(ORDERS)})
    yield "claimants", "/claimants"
    yield "map", "/map?" + urlencode([chance.choice(chosen)])
    yield "add", "/add"


def fetch(connection: HTTPConnection, address: str) -> bytes:
    """The bytes of a page or file."""
    connection.request("GET", address)
    answer = connection.getresponse()
    content = answer.read()
    if answer.status != 200:
        raise RuntimeError(f"{address}: {answer.status}; expected 200")
    return content


@contextmanager
def connected(base: str) -> Iterator[HTTPConnection]:
    """A connection to a server on this machine, whatever proxy the environment names."""
    connection = HTTPConnection(urlsplit(base).netloc, timeout=WHILE)
    yield connection
    connection.close()


def read(base: str, pages: Sequence[tuple[str, str]], *, pause: float) -> list[Answer]:
    """Ask for pages one after the other, looking at each for a while before the next."""
    found = []
    with connected(base) as connection:
        for kind, address in pages:
            began = time.perf_counter()
            size = len(fetch(connection, address))
            found.append(Answer(kind, time.perf_counter() - began, size))
            time.sleep(pause)
    return found
