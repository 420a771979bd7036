"""Reprints and wire copies: which text is the origin, which carry it, and why that is thought."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from counterclaim.compare.signatures import bands, shingles, signature

SHARED = 0.5  # of the shingles of the shorter text
FEWEST = 25  # shingles that must be shared: shorter texts are alike too easily
NUMBERS, NAMES = 0.6, 0.6  # share of the shorter text's numbers and names: a template keeps neither
ENOUGH = 4  # numbers or names: a share of fewer tells nothing
NUMBER = re.compile(r"\d[\d.,]*")
NAME = re.compile(r"\b[^\W\d_a-z]\w{2,}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """One version of an article, as far as copying goes. `origin` is what it is known to be a copy of, if anything."""

    version: str
    key: str
    text: str
    published: str | None = None
    outlet: str | None = None
    origin: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Copy:
    """That one version carries the text of another: how much of it (0 to 1), and the reason in words."""

    carrier: str
    origin: str
    score: float
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Likeness:
    """How much two texts share: shingles, numbers and names of the shorter one, 0 to 1."""

    shingles: float
    shared: int
    numbers: float
    names: float

    @property
    def is_copy(self) -> bool:
        """Whether one is a copy of the other, and not just another report in the same form."""
        enough = self.shingles >= SHARED and self.shared >= FEWEST
        return enough and self.numbers >= NUMBERS and self.names >= NAMES

    @property
    def reason(self) -> str:
        """The likeness in words."""
        return (
            f"shares {self.shingles:.0%} of the shorter text's five-word runs, {self.numbers:.0%} of its numbers, "
            f"{self.names:.0%} of its names"
        )


def compare_texts(one: str, other: str) -> Likeness:
    """How much two texts share, measured on the shorter one."""
    first, second = shingles(one), shingles(other)
    shorter, longer = (one, other) if len(first) <= len(second) else (other, one)
    shared = len(first & second)
    return Likeness(
        shingles=shared / (min(len(first), len(second)) or 1),
        shared=shared,
        numbers=_share(_found(NUMBER, shorter), _found(NUMBER, longer)),
        names=_share(min(_found(NAME, one), _found(NAME, other), key=len), _found(NAME, one) & _found(NAME, other)),
    )


def bands_of(text: str) -> tuple[str, ...]:
    """The keys under which a text is filed and looked up: texts that share much have one in common."""
    return bands(signature(text))


def find_copies(new: Edition, candidates: Iterable[Edition]) -> tuple[Copy, ...]:
    """What the new edition makes known: what it is a copy of, or which known editions are copies of it.

    `candidates` are editions that share a band. Versions of one article are no copies of each other. The earliest
    published is the origin; where that is not known of both, the one that was there first.
    """
    found = [(compare_texts(new.text, old.text), old) for old in candidates if old.key != new.key]
    alike = sorted(((like, old) for like, old in found if like.is_copy), key=lambda pair: _order(*pair))
    if not alike:
        return ()
    earlier = [(like, old) for like, old in alike if not _is_before(new, old)]
    if earlier:
        like, old = earlier[0]
        origin = old.origin or old.version
        return (Copy(carrier=new.version, origin=origin, score=like.shingles, reason=like.reason),)
    return tuple(
        Copy(carrier=old.version, origin=new.version, score=like.shingles, reason=like.reason) for like, old in alike
    )


def group_copies(editions: Sequence[Edition]) -> tuple[Copy, ...]:
    """All copies among some editions, taken one after another in order of publication: time grows with their number."""
    filed: dict[str, list[str]] = {}
    known: dict[str, Edition] = {}
    copies: list[Copy] = []
    for edition in sorted(editions, key=_age):
        keys = bands_of(edition.text)
        near = dict.fromkeys(version for key in keys for version in filed.get(key, ()))
        found = find_copies(edition, [known[version] for version in near])
        copies += found
        origin = found[0].origin if found else None
        known[edition.version] = Edition(
            version=edition.version, key=edition.key, text=edition.text, published=edition.published, origin=origin
        )
        for key in keys:
            filed.setdefault(key, []).append(edition.version)
    return tuple(copies)


def _share(mine: frozenset[str], others: frozenset[str]) -> float:
    """The share of one text's numbers or names that stand in the other; 1 where there are too few to tell."""
    return len(mine & others) / len(mine) if len(mine) >= ENOUGH else 1.0


def _found(pattern: re.Pattern[str], text: str) -> frozenset[str]:
    return frozenset(found.rstrip(".,").lower() for found in pattern.findall(text))


def _is_before(new: Edition, old: Edition) -> bool:
    return bool(new.published and old.published and new.published < old.published)


def _order(like: Likeness, old: Edition) -> tuple[float, str, str]:
    return -like.shingles, old.published or "9999", old.version


def _age(edition: Edition) -> tuple[str, str]:
    return edition.published or "9999", edition.version
