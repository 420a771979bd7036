"""Which articles of a data set carry another's text; the hashes of their sketches are held a bucket at a time."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from counterclaim.scanning.sketches import Hashes, hashes_of

LIKE = 0.6  # share of the shorter text from which two texts are one
COMMON = 4  # hashes in common without which nothing is told
EARLIEST = 4  # articles of a hash, the first ones, that later ones are held against
BUCKET = 200_000  # articles whose hashes are held at a time, on average
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
    later, earlier, common = _pairs(sketches, ranks)
    shares = common / np.minimum(sizes[by_rank[later]], sizes[by_rank[earlier]])
    like = (common >= COMMON) & (shares >= LIKE)
    origins: dict[int, tuple[int, float]] = {}
    for one, other, share in zip(later[like].tolist(), earlier[like].tolist(), shares[like].tolist(), strict=True):
        first = origins[other][0] if other in origins else other
        if one not in origins or share > origins[one][1]:
            origins[one] = first, share
    found = (Copied(int(by_rank[one]), int(by_rank[first]), share) for one, (first, share) in origins.items())
    yield from sorted(found, key=lambda copied: copied.article)


def _sizes(sketches: Sketches, count: int) -> Numbers:
    return np.fromiter((len(hashes_of(one)) for one in sketches()), np.int64, count)


def _pairs(sketches: Sketches, ranks: Numbers) -> tuple[Numbers, Numbers, Numbers]:
    """Later and earlier article of each pair with a hash in common, by rank, ascending, and how many they have."""
    buckets = len(ranks) // BUCKET + 1
    found = [_pairs_of(*_bucket(sketches, ranks, number, buckets)) for number in range(buckets)]
    pairs, inverse = np.unique(np.concatenate([pairs for pairs, _ in found]), return_inverse=True)
    common = np.bincount(inverse, weights=np.concatenate([counts for _, counts in found])).astype(np.int64)
    return pairs >> 32, pairs & 0xFFFFFFFF, common


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
    new = np.ones(len(hashes), bool)
    new[1:] = hashes[1:] != hashes[:-1]
    starts = np.flatnonzero(new)
    first = np.repeat(starts, np.diff(starts, append=len(hashes)))
    places = np.arange(len(hashes))
    pairs = [_joined(owners, first + at, places) for at in range(EARLIEST)]
    joined, counts = np.unique(np.concatenate(pairs), return_counts=True)
    return joined, counts.astype(np.int64)


def _joined(owners: Numbers, earlier: Numbers, places: Numbers) -> Numbers:
    here = earlier < places
    return (owners[places[here]] << 32) | owners[earlier[here]]
