"""The gazetteer: places of the world by name, read from one packed file inside the package.

The file (`places.index`, built by `scripts/build_gazetteer.py`) holds three tables in compressed blocks: normalised
names and their sounds, each with the numbers of the places so called, and the places themselves. Only the blocks
that are asked for are unpacked.
"""

from __future__ import annotations

import json
import mmap
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from zlib import decompress

from counterclaim.gazetteer.spelling import normalise, sound

OURS = Path(__file__).with_name("places.index")
MAGIC = b"counterclaim places 1\n"


class GazetteerError(ValueError):
    """The packed file is missing or is not one of ours."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A place of the gazetteer. `country` is the gazetteer's code, data and never a side.

    `kind` is country, continent, region, sea, district, settlement or point; `region` the code of the first-order
    division.
    """

    number: int
    name: str
    kind: str
    latitude: float
    longitude: float
    country: str | None
    region: str | None
    population: int
    geonames: int | None

    def __hash__(self) -> int:
        return self.number

    def __eq__(self, other: object) -> bool:
        return self is other or (isinstance(other, Entry) and other.number == self.number)


@dataclass(frozen=True, slots=True)
class Table:
    """Sorted lines in compressed blocks: `firsts[i]` is the key of block i's first line."""

    packed: mmap.mmap
    firsts: Sequence[str]
    offsets: Sequence[int]

    def block(self, number: int) -> bytes:
        """The lines of one block, each between line feeds."""
        return _unpack(self.packed, self.offsets[number], self.offsets[number + 1])

    def numbers(self, key: str) -> tuple[int, ...]:
        """The numbers that stand under a key; empty where it is unknown."""
        at = bisect_right(self.firsts, key) - 1
        if at < 0:
            return ()
        lines = self.block(at)
        start = lines.find(b"\n" + key.encode() + b"\t")
        if start < 0:
            return ()
        line = lines[start + 1 : lines.index(b"\n", start + 1)]
        return tuple(int(number, 36) for number in line.split(b"\t")[1].split())

    def keys(self, prefix: str) -> tuple[str, ...]:
        """Every key that begins with `prefix`, in order."""
        found: list[str] = []
        at, begin = max(0, bisect_right(self.firsts, prefix) - 1), b"\n" + prefix.encode()
        while at < len(self.firsts) and (self.firsts[at] <= prefix or self.firsts[at].startswith(prefix)):
            lines = self.block(at)
            if (start := lines.find(begin)) >= 0:
                end = lines.find(b"\n", lines.rfind(begin) + 1)
                found += [line.partition("\t")[0] for line in lines[start + 1 : end].decode().split("\n")]
            at += 1
        return tuple(found)


@lru_cache(maxsize=4096)
def _unpack(packed: mmap.mmap, start: int, end: int) -> bytes:
    return decompress(packed[start:end])


@lru_cache(maxsize=4096)  # the blocks of all places: 20 MB, if an archive names places in every part of the world
def _lines(packed: mmap.mmap, start: int, end: int) -> tuple[bytes, ...]:
    return tuple(decompress(packed[start:end]).split(b"\n"))


class Gazetteer:
    """Places by name. Opened once, read only; `load_gazetteer()` gives ours."""

    def __init__(self, file: Path = OURS) -> None:
        self._packed = _open(file)
        size = int.from_bytes(self._packed[len(MAGIC) : len(MAGIC) + 4], "big")
        begin = len(MAGIC) + 4
        header = json.loads(self._packed[begin : begin + size])
        self._names, self._sounds = (self._table(header[name], begin + size) for name in ("names", "sounds"))
        self._offsets = [begin + size + offset for offset in header["places"]]
        self._each: int = header["each"]
        self.countries: Mapping[str, int] = header["countries"]

    def _table(self, header: Mapping[str, str | list[int]], base: int) -> Table:
        firsts, offsets = header["firsts"], header["offsets"]
        assert isinstance(firsts, str)
        return Table(self._packed, firsts.split("\n"), [base + int(offset) for offset in offsets])

    def named(self, name: str) -> tuple[Entry, ...]:
        """The places so called in these very letters (accents aside), most populous first."""
        return _named(self, name)

    def knows(self, name: str) -> bool:
        """Whether any place is so called."""
        return bool(_named(self, name))

    def sounding(self, name: str) -> tuple[Entry, ...]:
        """The places so called in some transliteration, most populous first."""
        return _sounding(self, name)

    def sounds(self, prefix: str) -> tuple[str, ...]:
        """The sounds that begin so: the pool for a comparison of spellings."""
        return _sounds(self, prefix)

    def at_sound(self, key: str) -> tuple[Entry, ...]:
        """The places under a sound as `sounds` gives it."""
        return self._entries(self._sounds.numbers(key))

    def country(self, code: str) -> Entry | None:
        """The entry of a country by its code."""
        number = self.countries.get(code)
        return None if number is None else self.entry(number)

    def entry(self, number: int) -> Entry:
        """The place of a number."""
        return _entry(self, number)

    def _entries(self, numbers: tuple[int, ...]) -> tuple[Entry, ...]:
        return tuple(self.entry(number) for number in numbers)

    def _read(self, number: int) -> Entry:
        block, at = divmod(number, self._each)
        line = _lines(self._packed, self._offsets[block], self._offsets[block + 1])[at].decode()
        name, kind, latitude, longitude, country, region, population, geonames = line.split("\t")
        return Entry(
            number=number,
            name=name,
            kind=KINDS[kind],
            latitude=float(latitude),
            longitude=float(longitude),
            country=country or None,
            region=region or None,
            population=int(population or 0),
            geonames=int(geonames) if geonames else None,
        )


KINDS = {"c": "country", "o": "continent", "r": "region", "w": "sea", "d": "district", "s": "settlement", "p": "point"}


@lru_cache(maxsize=1 << 14)
def _entry(gazetteer: Gazetteer, number: int) -> Entry:
    return gazetteer._read(number)


@lru_cache(maxsize=1 << 14)
def _named(gazetteer: Gazetteer, name: str) -> tuple[Entry, ...]:
    return gazetteer._entries(gazetteer._names.numbers(normalise(name)))


@lru_cache(maxsize=1 << 12)
def _sounding(gazetteer: Gazetteer, name: str) -> tuple[Entry, ...]:
    return gazetteer._entries(gazetteer._sounds.numbers(sound(name)))


@lru_cache(maxsize=256)
def _sounds(gazetteer: Gazetteer, prefix: str) -> tuple[str, ...]:
    return gazetteer._sounds.keys(prefix)


def _open(file: Path) -> mmap.mmap:
    try:
        with file.open("rb") as stream:
            packed = mmap.mmap(stream.fileno(), 0, access=mmap.ACCESS_READ)
    except (OSError, ValueError) as error:
        raise GazetteerError(f"{file}: no index of places ({error}); run scripts/build_gazetteer.py") from error
    if packed[: len(MAGIC)] != MAGIC:
        raise GazetteerError(f"{file}: {MAGIC.decode().strip()!r} expected; build it with scripts/build_gazetteer.py")
    return packed


@lru_cache(maxsize=1)
def load_gazetteer() -> Gazetteer:
    """The gazetteer inside the package."""
    return Gazetteer()
