"""MUC-4, the Gun Violence Archive and official bulletins: who was killed, injured, abducted, and how many."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

from counterclaim.extraction import Extraction
from counterclaim.pipeline import extract_all
from counterclaim.reading import Given, Refusal, read_text
from counterclaim.records import Article, Claim
from scripts.benchmarks.readers import reader

EVENTS = frozenset({"killed", "injured", "abducted"})
DAY = re.compile(r"\d{4}-\d\d-\d\d")
SEVERAL = 2  # what their keys take "several" for; our convention says 3


def find(rows: Sequence[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """The claims of each text as event, low and high, in the order of the text."""
    for row, found in zip(rows, extract_all(map(_article, rows), reader()), strict=True):
        claims = [c for c in found.claims if _stated(c)] if isinstance(found, Extraction) else []
        mains = [_main(claims, event) for event in sorted(EVENTS)]
        yield {"doc_id": row["doc_id"], "claims": [_plain(claim) | {"main": claim in mains} for claim in claims]}


def _main(claims: Sequence[Claim], event: str) -> Claim | None:
    """The article's main figure for an event: the first that is a figure, no part of another and no bare bound."""
    told = [claim for claim in claims if claim.event == event]
    return next((claim for claim in told if _is_figure(claim) and claim.part_of is None), told[0] if told else None)


def _is_figure(claim: Claim) -> bool:
    return claim.quantity.low is not None and claim.quantity.high not in (None, 0)


def _article(row: dict[str, Any]) -> Article | Refusal:
    day = str(row.get("dct") or row.get("date") or "")
    published = day if DAY.fullmatch(day) else None
    return read_text(row["text"], given=Given(published=published, language="en"), name=row["doc_id"])


def _stated(claim: Claim) -> bool:
    """Whether the claim says that it happened, to people whom these benchmarks count."""
    return claim.event in EVENTS and claim.modality not in ("denied", "planned")


def _plain(claim: Claim) -> dict[str, Any]:
    low, high = claim.quantity.low, claim.quantity.high
    if claim.quantity.form == "vague" and low is not None and low < 10 and high is None:
        low = SEVERAL
    return {"event": claim.event, "low": low, "high": high}
