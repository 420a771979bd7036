"""The canonical text of an article, with its parts and its identity."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from counterclaim.reading.datelines import dateline_end, is_stamp, reference_date
from counterclaim.reading.dates import date_in_address, read_date
from counterclaim.reading.drafts import Block, Draft, Given, RefusedError
from counterclaim.reading.furniture import without_feet
from counterclaim.reading.headers import split_header
from counterclaim.reading.languages import SUPPORTED, detect, primary
from counterclaim.reading.paragraphs import one_line
from counterclaim.records import Article, Origin, Part

GAP = "\n\n"
SPEAKING = ("body", "subheading", "dateline")
WORD = re.compile(r"[^\W\d_]{2}")
NOT_WORDS = re.compile(r"[\W_]+")
HEAD = 6  # blocks at the head of an article, where dates and datelines stand
OPENING = 3000  # characters of the body among which a lead is sought


def to_article(
    draft: Draft, *, name: str, given: Given, origin: Origin | None, languages: Sequence[str] = SUPPORTED
) -> Article:
    """The article: title, lead unless the body opens with the same words, and body, each once.

    `name` is the key where the page has no address. Raises RefusedError where there is no text or the language is
    none of `languages`.
    """
    blocks = _ordered(draft, given)
    if not any(WORD.search(b.text) for b in blocks):
        raise RefusedError("no article text", "at least one paragraph of text", "check what the file holds")
    text, parts = _join(blocks)
    url = given.url or draft.url
    key = url or name
    return Article(
        key=key,
        id="sha256:" + hashlib.sha256(f"{key}\n{text}".encode("utf-8", "surrogatepass")).hexdigest(),
        text=text,
        parts=parts,
        title=one_line(given.title or draft.title or "") or None,
        lead=one_line(draft.lead or "") or None,
        authors=_unique(draft.authors),
        tags=_unique(draft.tags),
        image=draft.image,
        url=url,
        outlet=given.outlet or draft.outlet,
        language=_language(text, draft, given, languages),
        published=given.published or draft.published or _stamped(blocks),
        modified=draft.modified,
        reference_date=reference_date(
            text, parts, given=given.published, published=draft.published, addressed=date_in_address(url)
        ),
        origin=origin,
    )


def _language(text: str, draft: Draft, given: Given, languages: Sequence[str]) -> str:
    language = primary(given.language) or detect(text, draft.language)
    if language and language in languages:
        return language
    found = f"text in the language {language!r}" if language else "text in an unknown language"
    raise RefusedError(found, f"one of: {', '.join(languages)}", "leave it out, or say --language if that is wrong")


def _stamped(blocks: Sequence[Block]) -> str | None:
    """The date in a line of its own at the head of a page that says nothing else about its publication."""
    head = (b.text for b in blocks[:HEAD] if b.kind != "caption")
    return next((read_date(text) for text in head if is_stamp(text)), None)


def _unique(values: Sequence[str]) -> tuple[str, ...]:
    kept = {" ".join(v.split()).casefold(): " ".join(v.split()) for v in reversed(values) if v.strip()}
    return tuple(reversed(kept.values()))


def _ordered(draft: Draft, given: Given) -> list[Block]:
    """Title, lead and body; what is said twice in a row is kept once, and nothing of the body is lost."""
    title = one_line(given.title or draft.title or "")
    body = [b for b in without_feet(draft.blocks) if b.text]
    if given.title and draft.title and words(given.title) != words(draft.title):
        body.insert(0, Block(text=one_line(draft.title)))
    blocks, body = _with_title(title, body)
    lead = one_line(draft.lead or "")
    if lead and not _repeats(lead, title, body):
        blocks.append(Block(text=lead, kind="lead"))
    elif lead and body and body[0].kind == "body" and words(body[0].text) == words(lead):
        body[0] = replace(body[0], kind="lead")
    return blocks + body


def _with_title(title: str, body: list[Block]) -> tuple[list[Block], list[Block]]:
    """The title's block, and the body without its own copy of the title."""
    while title and body and len(body[0].text) < 2 * len(title) + 9 and words(body[0].text) == words(title):
        body = body[1:]
    run_in, body = split_header(title, body)
    text = run_in or title
    return ([Block(text=text, kind="title")] if text else []), body


def words(text: str) -> str:
    """A text's letters and digits, for comparing what differs in spaces, marks and capitals only."""
    return NOT_WORDS.sub("", text.casefold())


def _repeats(lead: str, title: str, body: Sequence[Block]) -> bool:
    said = words(lead.removesuffix("...").removesuffix("…"))
    opening = words(" ".join(b.text for b in body[:8])[: OPENING + len(lead)])
    return not said or said == words(title) or said in opening or (len(said) > 120 and said[:100] in opening)


def _join(blocks: Sequence[Block]) -> tuple[str, tuple[Part, ...]]:
    parts: list[Part] = []
    start = 0
    for number, block in enumerate(blocks):
        for part in _parts(block, start, seek=number < HEAD):
            if parts and parts[-1].kind == part.kind == "body":
                part = Part(kind="body", start=parts.pop().start, end=part.end)
            parts.append(part)
        start += len(block.text) + len(GAP)
    return GAP.join(block.text for block in blocks), tuple(parts)


def _parts(block: Block, start: int, *, seek: bool) -> Iterator[Part]:
    end = start + len(block.text)
    cut = dateline_end(block.text) if seek and block.kind in SPEAKING else 0
    if cut:
        yield Part(kind="dateline", start=start, end=start + len(block.text[:cut].rstrip()))
    if start + cut < end:
        yield Part(kind=block.kind, start=start + cut, end=end)
