"""Writes a news archive to measure on: each text of a corpus in a real page's shell, varied, with planted reprints.

    python -m scripts.archive CORPUS OUT [--records 100000] [--seed 7] [--per-file 5000] [--processes 2]

CORPUS holds records (.json with title and text), whole pages (.html) and INDEX.tsv with path, lang and on_topic.
OUT gets news-*.warc.gz, as Common Crawl News lays them out, planted.tsv (which record reprints which), and at last
archive.json. Files that are there are not made again.

One page in twenty carries a text on topic: one that the index marks so, or that stands in a collection of news on
war (one with texts so marked). The others carry ordinary news, with the crimes and accidents that are in them. A text
is left out if two variants of it share more than two fifths of their runs of five words: tables, lists of tags.
"""

from __future__ import annotations

import argparse
import csv
import io
import json
import random
import re
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import asdict, dataclass
from functools import lru_cache
from pathlib import Path

from fastwarc.stream_io import GzipWriter
from fastwarc.warc import WarcRecord, WarcRecordType

from scripts.shells import LEAST, Text, filled, shells_of

ON_TOPIC = 0.05
REPRINTS = 0.10
NUMBER = re.compile(r"(?<![\w.,:/-])\d{1,3}(?:,\d{3})*(?![\w.,:/-])")
NAME = re.compile(r"(?<=[a-z,] )[A-Z][a-z]{3,}(?= [a-z])")
SMALL = r"(?:(?:(?![A-Z])[^\W\d_]){2,}|[A-Z]{2,})"  # a word in small letters, or a whole text is in capitals
NEIGHBOURS = re.compile(rf"\b({SMALL}) ({SMALL})\b")
TURNED = 0.5  # of the pairs of words, which stand in the other order
STOP = re.compile(r"(?<=[.!?]) +(?=[A-Z])")
RUN = 5  # words
ALIKE = 0.4  # share of the runs of words that two variants of a text may have in common
WHOLE_PAGES = "html"  # collections of pages, on any topic, begin so


@dataclass(frozen=True, slots=True)
class Plan:
    """What an archive is made from; the same plan makes the same archive."""

    corpus: str
    records: int
    seed: int = 7
    per_file: int = 5_000


def main() -> None:
    """Write the archive that the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--records", type=int, default=100_000)
    parser.add_argument("--per-file", type=int, default=5_000)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--processes", type=int, default=2)
    options = parser.parse_args()
    plan = Plan(str(options.corpus), options.records, options.seed, options.per_file)
    write_archive(plan, options.out, processes=options.processes)


def write_archive(plan: Plan, out: Path, *, processes: int = 2) -> None:
    """Write the files of an archive that are not there yet."""
    out.mkdir(parents=True, exist_ok=True)
    numbers = range(0, plan.records, plan.per_file)
    with ProcessPoolExecutor(processes) as pool:
        list(pool.map(write_file, [plan] * len(numbers), [out] * len(numbers), numbers))
    planted = [(number, origin_of(number, plan.seed)) for number in range(plan.records)]
    lines = [f"{url_of(number)}\t{url_of(origin)}\n" for number, origin in planted if origin != number]
    (out / "planted.tsv").write_text("copy\torigin\n" + "".join(lines), "utf-8")
    (out / "archive.json").write_text(json.dumps({**asdict(plan), **pages_of(plan).made_from}), "utf-8")


def write_file(plan: Plan, out: Path, first: int) -> None:
    """One file of an archive, from a record on; it appears whole or not at all."""
    file = out / f"news-{first // plan.per_file:05d}.warc.gz"
    if file.is_file():
        return
    hidden = file.with_suffix(".part")
    with hidden.open("wb") as raw:
        for number in range(first, min(first + plan.per_file, plan.records)):
            write_record(raw, url_of(number), pages_of(plan).page(number))
    hidden.replace(file)


def url_of(number: int) -> str:
    """The address of a record."""
    return f"https://news{number % 97}.example/article/{number}"


def write_record(raw: io.BufferedIOBase | io.BufferedWriter, url: str, body: bytes) -> None:
    """One response record, packed for itself."""
    record = WarcRecord()
    payload = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + body
    record.init_headers(WarcRecordType.response, content_length=len(payload))
    record.headers["WARC-Target-URI"] = url
    record.headers["WARC-Date"] = "2022-03-02T16:45:00Z"
    record.headers["WARC-Record-ID"] = f"<urn:uuid:{url.rsplit('/', 1)[1]:0>32}>"
    record.headers["Content-Type"] = "application/http; msgtype=response"
    record.set_bytes_content(payload)
    record.is_http = True
    packed = io.BytesIO()
    stream = GzipWriter(packed, compression_level=1)
    record.write(stream)
    stream.close()
    raw.write(packed.getvalue())


@lru_cache(maxsize=1)
def pages_of(plan: Plan) -> Pages:
    """The pages of a plan, their corpus read once in a process."""
    return Pages(Path(plan.corpus), plan.seed)


def origin_of(number: int, seed: int) -> int:
    """The page whose text a page carries: itself, or the first of a chain of reprints."""
    chance = random.Random(f"{seed} {number}")
    while number > 0 and chance.random() < REPRINTS:
        number = chance.randrange(number)
        chance = random.Random(f"{seed} {number}")
    return number


class Pages:
    """Pages numbered from 0, each the same whenever it is asked for."""

    def __init__(self, corpus: Path, seed: int) -> None:
        self._seed = seed
        on, off = read_texts(corpus)
        self._names = sorted({name for text in off for part in text.paragraphs for name in NAME.findall(part)})
        self._on, self._off = self._variable(on), self._variable(off)
        self._shells = shells_of(corpus)

    @property
    def made_from(self) -> dict[str, int]:
        """How many texts and shells the pages are made from."""
        return {"texts_on_topic": len(self._on), "other_texts": len(self._off), "shells": len(self._shells)}

    def page(self, number: int) -> bytes:
        """The page of a number: a text of its own, or a reprint of an earlier page's."""
        origin = origin_of(number, self._seed)
        chance = random.Random(f"page {self._seed} {number}")
        text = self.text(origin)
        return filled(chance.choice(self._shells), text if origin == number else reprinted(text, chance))

    def text(self, number: int) -> Text:
        """The varied text of a page that is no reprint."""
        chance = random.Random(f"text {self._seed} {number}")
        pool = self._on if chance.random() < ON_TOPIC else self._off
        return varied(chance.choice(pool), chance, self._names)

    def _variable(self, texts: Sequence[Text]) -> list[Text]:
        """The texts that can be varied so that no two variants are near-copies."""
        pairs = ([runs_of(varied(text, random.Random(seed), self._names)) for seed in "ab"] for text in texts)
        return [
            text
            for text, (one, other) in zip(texts, pairs, strict=True)
            if len(one & other) <= ALIKE * min(len(one), len(other))
        ]


def read_texts(corpus: Path) -> tuple[list[Text], list[Text]]:
    """The corpus's texts on topic and off topic, of every language."""
    with (corpus / "INDEX.tsv").open(encoding="utf-8") as lines:
        rows = list(csv.DictReader(lines, delimiter="\t"))
    war = {collection for row in rows if row["on_topic"] == "yes" and (collection := _collection(row))}
    on: list[Text] = []
    off: list[Text] = []
    for row in rows:
        if text := read_text((corpus / row["path"]).with_suffix(".json")):
            (on if row["on_topic"] == "yes" or _collection(row) in war else off).append(text)
    return on, off


def _collection(row: dict[str, str]) -> str:
    """The collection that a text is of; none for whole pages."""
    folder = row["path"].split("/")[0]
    return "" if folder.startswith(WHOLE_PAGES) else folder


def read_text(file: Path) -> Text | None:
    """The text of a record, if it is there and no scrap."""
    record = json.loads(file.read_text("utf-8")) if file.is_file() else {}
    text = record.get("text") or ""
    paragraphs = tuple(part.strip() for part in re.split(r"\n+", text) if part.strip())
    return Text(record.get("title") or "", paragraphs) if len(text) >= LEAST else None


def runs_of(text: Text) -> set[tuple[str, ...]]:
    """The runs of five words in a text."""
    words = re.findall(r"\w+", " ".join(text.paragraphs).lower())
    return {tuple(words[at : at + RUN]) for at in range(len(words) - RUN + 1)}


def varied(text: Text, chance: random.Random, names: Sequence[str]) -> Text:
    """The text with other figures, other names, and sentences and words in another order, so that no two are alike."""

    def figure(_: re.Match[str]) -> str:
        return f"{chance.choice((chance.randint(2, 99), chance.randint(100, 9999))):,}"

    def turned(found: re.Match[str]) -> str:
        return f"{found[2]} {found[1]}" if chance.random() < TURNED else found[0]

    renamed: dict[str, str] = {}

    def name(found: re.Match[str]) -> str:
        return renamed.setdefault(found[0], chance.choice(names))

    paragraphs = []
    for part in text.paragraphs:
        sentences = STOP.split(NEIGHBOURS.sub(turned, NAME.sub(name, NUMBER.sub(figure, part))))
        chance.shuffle(sentences)
        paragraphs.append(" ".join(sentences))
    chance.shuffle(paragraphs)
    return Text(NUMBER.sub(figure, text.title), tuple(paragraphs))


def reprinted(text: Text, chance: random.Random) -> Text:
    """A reprint: another headline, now and then the end cut off or a line added."""
    paragraphs = text.paragraphs
    if len(paragraphs) > 6 and chance.random() < 0.3:
        paragraphs = paragraphs[: -max(1, len(paragraphs) // 8)]
    if chance.random() < 0.3:
        paragraphs = (*paragraphs, "Additional reporting by our own staff.")
    return Text(f"{text.title} - reprint" if chance.random() < 0.5 else text.title, paragraphs)


if __name__ == "__main__":
    main()
