"""Scrape dumps: the fields of a page one after another, its paragraphs glued together."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import pairwise

from counterclaim.glue import glued_sentences, run_in_heading
from counterclaim.reading.canonical import words
from counterclaim.reading.dates import date_in_address, read_date
from counterclaim.reading.drafts import Block, Draft
from counterclaim.reading.paragraphs import one_line, split_lines

HEADER = re.compile(r"\s*(?:date\s+)?(\d{4}-\d\d-\d\d)\s+(https?://\S+)\s*$", re.M)
XPATH = re.compile(r"/html/|\[@\w+=|/@content\b")
STAMP = re.compile(r"\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d\S*)?$")
SIZE = re.compile(r"\d{2,5}\s+\d{2,5}(?:\s+(?:true|false))?$")
LOCALE = re.compile(r"[a-z]{2}[_-][A-Z]{2}$")
IMAGE = re.compile(r"https?://\S+\.(?:jpe?g|png|webp|gif)(?:\?\S*)?$", re.I)
AUTHOR = re.compile(r"(.{2,60}?)\s+https?://\S+$")
FOOTER = re.compile(r"(.{2,60}?)\s+\S+@\S+\.\w+")
# The end of a lead in these dumps: "... 02.03.2022, Outlet".
SIGNED = re.compile(r"\s*(\d{1,2}\.\d{1,2}\.\d{4}),\s+([^.!?]{2,60})$")
SENTENCE = re.compile(r"[.!?]['\"”’)]?(?:\s|$)")
LONG = 160


@dataclass(slots=True)
class Fields:
    """What has been told apart so far; filled line by line, read once."""

    title: str | None = None
    lead: str | None = None
    url: str | None = None
    outlet: str | None = None
    image: str | None = None
    language: str | None = None
    day: str | None = None
    times: list[str] = field(default_factory=list)
    authors: list[str] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)
    body: list[str] = field(default_factory=list)


def is_scrape(text: str) -> bool:
    """Whether a text is such a dump: a first line with date and address, or leftovers of XPath."""
    head = text.lstrip()[:400].split("\n", 1)[0]
    return bool(HEADER.match(head)) or "/html/head/meta[@" in text[:4000]


def read_scrape(text: str) -> Draft:
    """The draft of a scrape dump: its fields in their places, its glued paragraphs apart."""
    fields = Fields()
    for line in filter(None, map(one_line, split_lines(text))):
        _place(line, fields)
    times = sorted(set(fields.times), key=fields.times.index)
    body = "\n".join(fields.body)
    return Draft(
        blocks=tuple(block for paragraph in fields.body for block in unglue(paragraph, body)),
        title=fields.title,
        lead=fields.lead,
        url=fields.url,
        outlet=fields.outlet,
        image=fields.image,
        language=fields.language,
        published=times[0] if times else fields.day or date_in_address(fields.url),
        modified=times[-1] if len(times) > 1 else None,
        authors=tuple(fields.authors),
        tags=tuple(fields.tags),
    )


def unglue(paragraph: str, body: str) -> list[Block]:
    """A glued paragraph in pieces, run-in subheadings by themselves: only white space is added."""
    blocks: list[Block] = []
    cuts = [0, *glued_sentences(paragraph), len(paragraph)]
    for start, end in pairwise(cuts):
        piece = paragraph[start:end].strip()
        cut = run_in_heading(piece, body)
        if cut:
            blocks.append(Block(text=piece[:cut].strip(), kind="subheading"))
        blocks.append(Block(text=piece[cut or 0 :].strip()))
    return [block for block in blocks if block.text]


def _place(line: str, fields: Fields) -> None:
    """Put one line where it belongs; the order of the tests matters."""
    if found := HEADER.match(line):
        fields.day, fields.url = fields.day or read_date(found[1]), fields.url or found[2]
    elif STAMP.match(line):
        fields.times.extend(filter(None, [read_date(line)]))
    elif IMAGE.match(line):
        fields.image = fields.image or line
    elif LOCALE.match(line):
        fields.language = line
    elif XPATH.search(line) or SIZE.match(line) or line.isdigit():
        return
    elif len(line) < LONG and (found := AUTHOR.match(line)):
        fields.authors.append(found[1])
    elif len(line) < LONG and (found := FOOTER.match(line)):
        fields.outlet = fields.outlet or found[1]
    else:
        _place_words(line, fields)


def _place_words(line: str, fields: Fields) -> None:
    if fields.title is None:
        fields.title = line
    elif words(line) == words(fields.title):
        return
    elif fields.lead is None and not fields.body and (found := SIGNED.search(line)):
        fields.lead, fields.outlet = line[: found.start()], fields.outlet or found[2].strip()
        fields.day = fields.day or read_date(found[1])
    elif len(line) >= LONG or SENTENCE.search(line):
        fields.body.append(line)
    elif line[:1].islower():
        fields.tags.extend(tag.strip() for tag in line.split(","))
