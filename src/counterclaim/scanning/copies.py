"""Which articles of a data set carry another's text; the hashes of their sketches are held a bucket at a time."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from counterclaim.scanning.sketches import MULTIPLIER, Hashes, hashes_of

LIKE = 0.6  # share of the shorter text from which two texts are one
COMMON = 4  # hashes in common without which nothing is told
EARLIEST = 4  # articles of a hash, the first ones, that later ones may be copies of
TOGETHER = 4_000  # pairs whose hashes are compared at a time
BUCKET = 200_000  # articles whose hashes are held at a time, on average, at most ...
FEW = 4_000  # ... and these, where the sketches need not be read more often for it
READINGS = 50
Numbers = npt.NDArray[np.int64]
Sketches = Callable[[], Iterable[bytes]]


@dataclass(frozen=True, slots=True)
class Copied:
    """An article, by its number in the order of the articles; the earlier one that it carries; the share in common."""

    article: int
    origin: int
    similarity: float


def find_copied(sketches: Sketches, ranks: Numbers) -> Iterator[Copied]:
    """The articles that carry the text of an earlier one, in the order of the data set.

    `sketches` gives the sketch of every article, in the same order each time it is asked; `ranks[i]` says how early
    article i is. Of several earlier texts it is the one with most in common, and an origin is never a copy itself.
    """
    by_rank, sizes = np.argsort(ranks), _sizes(sketches, len(ranks))
    later, earlier = _pairs(sketches, ranks)
    common = _in_common(sketches, ranks, later, earlier)
    shares = common / np.minimum(sizes[by_rank[later]], sizes[by_rank[earlier]])
    like = shares >= LIKE
    origins: dict[int, tuple[int, float]] = {}
    for one, other, share in zip(later[like].tolist(), earlier[like].tolist(), shares[like].tolist(), strict=True):
        first = origins[other][0] if other in origins else other
        if one not in origins or share > origins[one][1]:
            origins[one] = first, share
    found = (Copied(int(by_rank[one]), int(by_rank[first]), share) for one, (first, share) in origins.items())
    yield from sorted(found, key=lambda copied: copied.article)


def _sizes(sketches: Sketches, count: int) -> Numbers:
    return np.fromiter((len(hashes_of(one)) for one in sketches()), np.int64, count)


def _pairs(sketches: Sketches, ranks: Numbers) -> tuple[Numbers, Numbers]:
    """Later and earlier article of each pair that may be one text, by rank, ascending.

    They have some hash in common that few articles before them have: what a thousand pages share is no text of theirs.
    """
    buckets = _buckets(len(ranks))
    found = [_pairs_of(*_bucket(sketches, ranks, number, buckets)) for number in range(buckets)]
    pairs, inverse = np.unique(np.concatenate([pairs for pairs, _ in found]), return_inverse=True)
    pairs = pairs[np.bincount(inverse, weights=np.concatenate([counts for _, counts in found])) >= COMMON]
    return pairs >> 32, pairs & 0xFFFFFFFF


def _buckets(articles: int) -> int:
    """How many parts the hashes are held in, one after the other; each reads all sketches once."""
    return max(articles // BUCKET + 1, min(articles // FEW + 1, READINGS))


def _in_common(sketches: Sketches, ranks: Numbers, later: Numbers, earlier: Numbers) -> Numbers:
    """How many hashes the two articles of each pair share."""
    common = np.zeros(len(later), np.int64)
    buckets = _buckets(len(ranks))
    for number in range(buckets if len(later) else 0):
        held = _Held.of(*_bucket(sketches, ranks, number, buckets), len(ranks))
        for first in range(0, len(later), TOGETHER):
            some = slice(first, first + TOGETHER)
            common[some] += held.shared(later[some], earlier[some])
    return common


@dataclass(frozen=True, slots=True)
class _Held:
    """The hashes of one bucket by the article that they are of: those of article i stand from starts[i] on."""

    hashes: Hashes
    starts: Numbers
    keys: Hashes

    @classmethod
    def of(cls, hashes: Hashes, owners: Numbers, articles: int) -> _Held:
        order = np.argsort(owners, kind="stable")
        starts = np.searchsorted(owners[order], np.arange(articles + 1))
        return cls(hashes[order], starts, np.sort(_key(hashes, owners)))

    def shared(self, later: Numbers, earlier: Numbers) -> Numbers:
        """For each pair the hashes of the later article that the earlier one has, too."""
        sizes = self.starts[later + 1] - self.starts[later]
        pair = np.repeat(np.arange(len(later)), sizes)
        inside = np.arange(len(pair)) - np.repeat(np.cumsum(sizes) - sizes, sizes)
        wanted = _key(self.hashes[self.starts[later][pair] + inside], earlier[pair])
        at = np.minimum(np.searchsorted(self.keys, wanted), max(len(self.keys) - 1, 0))
        return np.bincount(pair[self.keys[at] == wanted], minlength=len(later))


def _key(hashes: Hashes, owners: Numbers) -> Hashes:
    """One number for a hash and the article that it is of."""
    return hashes ^ (owners.astype(np.uint64) + np.uint64(1)) * MULTIPLIER


def _bucket(sketches: Sketches, ranks: Numbers, number: int, buckets: int) -> tuple[Hashes, Numbers]:
    """The hashes of one bucket, and the rank of the article that each is of."""
    hashes: list[Hashes] = [np.empty(0, np.uint64)]
    owners: list[Numbers] = [np.empty(0, np.int64)]
    for article, sketched in enumerate(sketches()):
        mine = hashes_of(sketched)
        mine = mine[(mine >> np.uint64(32)) % np.uint64(buckets) == number] if buckets > 1 else mine
        hashes.append(mine)
        owners.append(np.full(len(mine), ranks[article], np.int64))
    return np.concatenate(hashes), np.concatenate(owners)


def _pairs_of(hashes: Hashes, owners: Numbers) -> tuple[Numbers, Numbers]:
    """Each article beside the earliest that share a hash with it, as one number, and how many hashes they share."""
    order = np.lexsort((owners, hashes))
    hashes, owners = hashes[order], owners[order]
    starts = np.flatnonzero(np.concatenate((np.ones(min(len(hashes), 1), bool), hashes[1:] != hashes[:-1])))
    sizes = np.diff(starts, append=len(hashes))
    shared = np.repeat(sizes > 1, sizes)  # most stand in one article only
    first = np.repeat(starts, sizes)[shared]
    places = np.flatnonzero(shared)
    pairs = np.concatenate([_joined(owners, first + at, places) for at in range(EARLIEST)])
    joined, counts = np.unique(pairs, return_counts=True)
    return joined, counts.astype(np.int64)


def _joined(owners: Numbers, earlier: Numbers, places: Numbers) -> Numbers:
    here = earlier < places
    return (owners[places[here]] << 32) | owners[earlier[here]]
