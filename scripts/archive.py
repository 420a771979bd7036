"""Writes a news archive to measure on: each text of a corpus in a real page's shell, varied, with planted reprints.

    python -m scripts.archive CORPUS OUT [--records 100000] [--seed 7] [--per-file 5000]

CORPUS holds records (.json with title and text), whole pages (.html) and INDEX.tsv with path, lang and on_topic.
OUT gets news-*.warc.gz, as Common Crawl News lays them out, and planted.tsv: which record reprints which.
"""

from __future__ import annotations

import argparse
import csv
import html
import io
import json
import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from fastwarc.stream_io import GzipWriter
from fastwarc.warc import WarcRecord, WarcRecordType
from selectolax.lexbor import LexborHTMLParser, LexborNode

from counterclaim.reading.drafts import RefusedError
from counterclaim.reading.pages import read_page

ON_TOPIC = 0.05
REPRINTS = 0.10
SAID = (
    'script[type="application/ld+json"], link[rel="canonical"], meta[property^="og:"], meta[property^="article:"], '
    'meta[name^="twitter:"], meta[name="description"], meta[name="keywords"], meta[name="news_keywords"]'
)
MARK = "\u2603BODY\u2603"
TITLE = "\u2603TITLE\u2603"
LEAST = 400  # characters of a text
LEAVES = "p, li, blockquote, h2, h3, h4, h5, td, figcaption, div, span"  # elements that may hold a paragraph
NUMBER = re.compile(r"(?<![\w.,:/-])\d{1,3}(?:,\d{3})*(?![\w.,:/-])")
NAME = re.compile(r"(?<=[a-z,] )[A-Z][a-z]{3,}(?= [a-z])")
NEIGHBOURS = re.compile(r"\b([a-z]{2,}) ([a-z]{2,})\b")
TURNED = 0.3  # of the pairs of words, which stand in the other order
STOP = re.compile(r"(?<=[.!?]) +(?=[A-Z])")


@dataclass(frozen=True, slots=True)
class Text:
    """One article of the corpus."""

    title: str
    paragraphs: tuple[str, ...]


PROBE = Text(
    "A day at the lake",
    tuple(
        f"On the {at}th day the lake was calm and people walked along its shore." + " They fished." * 9
        for at in range(4, 12)
    ),
)


def main() -> None:
    """Write the archive that the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--records", type=int, default=100_000)
    parser.add_argument("--per-file", type=int, default=5_000)
    parser.add_argument("--seed", type=int, default=7)
    options = parser.parse_args()
    write_archive(options.corpus, options.out, options.records, per_file=options.per_file, seed=options.seed)


def write_archive(corpus: Path, out: Path, records: int, *, per_file: int = 5_000, seed: int = 7) -> list[Path]:
    """The files written; the same for the same corpus, number and seed."""
    out.mkdir(parents=True, exist_ok=True)
    pages, planted, files = Pages(corpus, seed), [], []
    for first in range(0, records, per_file):
        file = out / f"news-{first // per_file:05d}.warc.gz"
        with file.open("wb") as raw:
            for number in range(first, min(first + per_file, records)):
                body, origin = pages.page(number)
                write_record(raw, url_of(number), body)
                if origin is not None:
                    planted.append(f"{url_of(number)}\t{url_of(origin)}\n")
        files.append(file)
    (out / "planted.tsv").write_text("copy\torigin\n" + "".join(planted), "utf-8")
    return files


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


class Pages:
    """Pages numbered from 0, each the same whenever it is asked for."""

    def __init__(self, corpus: Path, seed: int) -> None:
        self._seed = seed
        on, off = read_texts(corpus)
        self._on, self._off = on, off
        self._shells = [shell for file in sorted(corpus.glob("html*/*.html")) if (shell := shell_of(file))]
        self._names = sorted({name for text in off for part in text.paragraphs for name in NAME.findall(part)})

    def page(self, number: int) -> tuple[bytes, int | None]:
        """The page of a number, and the number of the page that it reprints, if it does."""
        origin = self._first(number)
        chance = random.Random(f"page {self._seed} {number}")
        text = self._text(origin)
        if origin == number:
            return filled(chance.choice(self._shells), text), None
        return filled(chance.choice(self._shells), reprinted(text, chance)), origin

    def _first(self, number: int) -> int:
        """The page whose text a page carries: itself, or the first of a chain of reprints."""
        chance = random.Random(f"{self._seed} {number}")
        while number > 0 and chance.random() < REPRINTS:
            number = chance.randrange(number)
            chance = random.Random(f"{self._seed} {number}")
        return number

    def _text(self, number: int) -> Text:
        chance = random.Random(f"text {self._seed} {number}")
        pool = self._on if chance.random() < ON_TOPIC else self._off
        return varied(chance.choice(pool), chance, self._names)


def read_texts(corpus: Path) -> tuple[list[Text], list[Text]]:
    """The corpus's texts on topic and off topic, of every language."""
    on: list[Text] = []
    off: list[Text] = []
    with (corpus / "INDEX.tsv").open(encoding="utf-8") as lines:
        for row in csv.DictReader(lines, delimiter="\t"):
            file = (corpus / row["path"]).with_suffix(".json")
            if not file.is_file():
                continue
            record = json.loads(file.read_text("utf-8"))
            text = record.get("text") or ""
            if len(text) >= LEAST:
                paragraphs = tuple(part.strip() for part in re.split(r"\n+", text) if part.strip())
                (on if row["on_topic"] == "yes" else off).append(Text(record.get("title") or "", paragraphs))
    return on, off


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


def shell_of(file: Path) -> str | None:
    """A page with marks where its headline and its article stood.

    Null where its own article cannot be taken out whole, or another in its place is not read as one.
    """
    text = file.read_text("utf-8", "replace")
    tree = LexborHTMLParser(text)
    body = _most_prose(tree)
    if body is None:
        return None
    _forget(tree)
    first = next(child for child in _children(body) if child.tag == "p")
    first.insert_before(MARK)
    own = _article_of(text)
    for node in tree.css(LEAVES):
        if _words(node) in own or (node.tag == "p" and node.parent == body):
            node.decompose()
    shell = tree.html or ""
    left = sum(map(len, _article_of(shell) & own))
    return shell if left < LEAST and _article_of(filled(shell, PROBE).decode()) >= {*PROBE.paragraphs} else None


def _forget(tree: LexborHTMLParser) -> None:
    """Take out of a page what it says of its own article: headline, summary, address, day."""
    for node in tree.css("title, h1"):
        node.inner_html = TITLE
    for node in tree.css(SAID):
        node.decompose()


def _article_of(page: str) -> set[str]:
    """The paragraphs of a page's own article."""
    try:
        return {block.text for block in read_page(page).blocks}
    except RefusedError:
        return set()


def _words(node: LexborNode) -> str:
    return " ".join(node.text().split())


def _most_prose(tree: LexborHTMLParser) -> LexborNode | None:
    lengths: dict[int, tuple[int, LexborNode]] = {}
    for paragraph in tree.css("p"):
        parent = paragraph.parent
        if parent is not None:
            length, _ = lengths.get(parent.mem_id, (0, parent))
            lengths[parent.mem_id] = (length + len(paragraph.text()), parent)
    best = max(lengths.values(), key=lambda found: found[0], default=None)
    return best[1] if best and best[0] > LEAST else None


def _children(node: LexborNode) -> Iterator[LexborNode]:
    child = node.child
    while child is not None:
        following = child.next
        yield child
        child = following


def filled(shell: str, text: Text) -> bytes:
    """A shell with a text in it."""
    body = "\n".join(f"<p>{html.escape(part)}</p>" for part in text.paragraphs)
    return shell.replace(TITLE, html.escape(text.title)).replace(MARK, body).encode("utf-8", "replace")


if __name__ == "__main__":
    main()
