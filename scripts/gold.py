"""Articles annotated by hand: loading them, finding their figures in the text as read, and scoring claims."""

from __future__ import annotations

import hashlib
import json
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

CONTEXT = ((40, 40), (25, 25), (15, 15), (8, 8), (0, 40), (40, 0), (0, 20))
FULL = ("target", "side", "source", "modality")
SMALL = frozenset({"of", "the", "and", "for", "in", "a", "at", "s", "mr"})
ROLES = frozenset(
    {
        "ministry", "minister", "defence", "defense", "health", "foreign", "military", "armed", "forces", "force",
        "army", "general", "staff", "government", "spokesman", "spokeswoman", "spokesperson", "source", "sources",
        "authorities", "officials", "official", "police", "statement", "said",
    }
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class GoldArticle:
    """One annotated article: where its record stands, its text, and its claims."""

    name: str
    record: Path
    text: str
    claims: tuple[dict[str, Any], ...]


@dataclass(frozen=True, slots=True)
class Figures:
    """How many gold claims, how many predicted, how many with event and value right, how many right in full."""

    gold: int
    predicted: int
    claim: int
    full: int

    def f1(self, right: int) -> float:
        """The harmonic mean of precision and recall, to three digits."""
        total = self.gold + self.predicted
        return round(2 * right / total, 3) if total else 0.0

    def as_f1(self) -> dict[str, float]:
        """Claim F1 and full F1."""
        return {"claim": self.f1(self.claim), "full": self.f1(self.full)}


def load(folder: Path) -> list[GoldArticle]:
    """The annotated articles of a folder, in order of their names."""
    return [_article(file) for file in sorted(folder.glob("*.gold.json"))]


def _article(file: Path) -> GoldArticle:
    gold = json.loads(file.read_text("utf-8"))
    record = (file.parent / gold["doc"]).resolve()
    content = record.read_text("utf-8")
    text = json.loads(content)["text"] if record.suffix == ".json" else content
    return GoldArticle(file.name.removesuffix(".gold.json"), record, text, tuple(gold["claims"]))


def digest_of(folder: Path) -> str:
    """The first 16 hex digits of a SHA-256 over all annotations, in order of their names."""
    digest = hashlib.sha256()
    for file in sorted(folder.glob("*.gold.json")):
        digest.update(file.name.encode() + b"\0" + file.read_bytes() + b"\0")
    return digest.hexdigest()[:16]


def squash(text: str) -> tuple[str, list[int]]:
    """The text without white space, and the place of each character that is left."""
    kept = [index for index, character in enumerate(text) if not character.isspace()]
    return "".join(text[index] for index in kept), kept


def locate(claims: Sequence[Mapping[str, Any]], gold_text: str, text: str) -> list[tuple[int, int] | None]:
    """Where each claim's figure stands in the text as read, found by the characters around it."""
    gold, places = squash(gold_text)
    squashed, kept = squash(text)
    back = {place: index for index, place in enumerate(places)}
    found: list[tuple[int, int] | None] = []
    for claim in claims:
        first = back[next(place for place in range(claim["start"], claim["end"]) if place in back)]
        size = len(squash(gold_text[claim["start"] : claim["end"]])[0])
        at = _around(gold, squashed, first, size)
        found.append(None if at is None else (kept[at], kept[at + size - 1] + 1))
    return found


def _around(gold: str, squashed: str, first: int, size: int) -> int | None:
    for before, after in CONTEXT:
        left = max(0, first - before)
        hits = [m.start() for m in re.finditer(re.escape(gold[left : first + size + after]), squashed)]
        if hits:
            share = first / max(1, len(gold))
            return min(hits, key=lambda hit: abs(hit / max(1, len(squashed)) - share)) + first - left
    return None


def score(pairs: Iterable[tuple[GoldArticle, Mapping[str, Any]]]) -> Figures:
    """Claims of the format beside the gold: doubtful gold claims count neither way."""
    total: Counter[str] = Counter()
    for article, extraction in pairs:
        total.update(_score(article, extraction))
    return Figures(total["gold"], total["predicted"], total["claim"], total["full"])


def _score(article: GoldArticle, extraction: Mapping[str, Any]) -> Counter[str]:
    claims = list(extraction["claims"])
    places = locate(article.claims, article.text, extraction["article"]["text"])
    matched = _match(article.claims, places, claims)
    count: Counter[str] = Counter(predicted=sum(_stands_in(claim, article, extraction) for claim in claims))
    for number, gold in enumerate(article.claims):
        claim = matched.get(number)
        if gold.get("unsure"):
            count["predicted"] -= claim is not None
            continue
        count["gold"] += 1
        if claim is None or not _same_figure(claim, gold):
            continue
        count["claim"] += 1
        count["full"] += _same_rest(claim, gold)
    return count


def _match(
    golds: Sequence[Mapping[str, Any]], places: Sequence[tuple[int, int] | None], claims: Sequence[dict[str, Any]]
) -> dict[int, dict[str, Any]]:
    """Gold claims beside claims whose figures overlap, those of the same event first."""
    matched: dict[int, dict[str, Any]] = {}
    free = list(claims)
    for same_event in (True, False):
        for number, (gold, place) in enumerate(zip(golds, places, strict=True)):
            if number in matched or place is None:
                continue
            near = [c for c in free if _overlaps(c, place) and (not same_event or c["event"] == gold["event"])]
            if near:
                matched[number] = max(near, key=lambda c: c["target"]["category"] == gold["target"])
                free.remove(matched[number])
    return matched


def _overlaps(claim: Mapping[str, Any], place: tuple[int, int]) -> bool:
    return bool(claim["quantity"]["start"] < place[1] and place[0] < claim["quantity"]["end"])


def _stands_in(claim: Mapping[str, Any], article: GoldArticle, extraction: Mapping[str, Any]) -> bool:
    """Whether the claim stands in the annotated text, and not in a title that only the reader has."""
    text, quantity = extraction["article"]["text"], claim["quantity"]
    gold = squash(article.text)[0]
    before = squash(text[max(0, quantity["start"] - 30) : quantity["end"]])[0]
    after = squash(text[quantity["start"] : quantity["end"] + 30])[0]
    return before in gold or after in gold


def _same_figure(claim: Mapping[str, Any], gold: Mapping[str, Any]) -> bool:
    quantity = claim["quantity"]
    return bool(claim["event"] == gold["event"] and (quantity["low"], quantity["high"]) == (gold["low"], gold["high"]))


def _same_rest(claim: Mapping[str, Any], gold: Mapping[str, Any]) -> bool:
    return bool(
        claim["target"]["category"] == gold["target"]
        and _words(claim["target"]["side"]) == _words(gold["side"])
        and claim["modality"] == gold["modality"]
        and _same_source(claim["sources"], gold)
    )


def _same_source(sources: Sequence[Mapping[str, Any]], gold: Mapping[str, Any]) -> bool:
    """Whether the last source is the gold's: a word in common that is no mere role."""
    if not gold["sources"] or not sources:
        return not gold["sources"] and not sources
    last = sources[-1]
    stands_for = (last["stands_for"] or {}).get("text")
    ours = _words(" ".join(filter(None, (last["text"], last["name"], last["org"], last["side"], stands_for))))
    wanted = _words(gold["sources"][-1]) | _words(gold.get("source_org"))
    return _words(last["text"]) == _words(gold["sources"][-1]) or bool((ours & wanted) - ROLES) or not wanted - ROLES


def _words(text: str | None) -> frozenset[str]:
    return frozenset(re.findall(r"\w+", (text or "").lower())) - SMALL
