"""Saved pages as marked-down text: front matter or a block of metadata, then text with marks."""

from __future__ import annotations

import html
import re
from itertools import groupby

from counterclaim.reading.dates import date_in_address, read_date
from counterclaim.reading.drafts import Draft
from counterclaim.reading.paragraphs import to_blocks

FRONT = re.compile(r"\s*---[ \t]*\r?\n(.*?\r?\n)---[ \t]*\r?\n", re.S)
SHEET = re.compile(r"\s*# (\S+)[ \t]*\r?\n\s*## Metadata\s*\n(.*?)(?=^## )", re.S | re.M)
CONTENT = re.compile(r"^## Content[ \t]*\r?\n", re.M)
AFTER = re.compile(r"^## (?:Links|Images|Media|Tables|Page Structure|Raw)\b.*", re.M | re.S)
FIELD = re.compile(r"^[ \t]*(?:- \*\*)?([A-Za-z][\w: -]{0,40}?)(?:\*\*)?:[ \t]+(.*?)[ \t]*$", re.M)
IMAGE = re.compile(r"!\[[^\]\n]*\]\([^()\s]*(?:\([^()\s]*\)[^()\s]*)*\)")
EMPTY_LINK = re.compile(r"^[ \t]*(?:[*-][ \t]*)?\[\]\(.*$", re.M)
LINK = re.compile(r"\[(\[[^\[\]\n]+\]|[^\[\]\n]+)\]\((?:[^()\s]|\([^()\s]*\))*(?:\s+\"[^\"\n]*\")?\)")
ANGLE = re.compile(r"<(https?://[^<>\s]+)>")
TAG = re.compile(r"</?(?:span|p|div|br|b|i|em|strong|a|u|font|sup|sub|h[1-6]|ul|ol|li|blockquote)\b[^<>]*>", re.I)
BREAK = re.compile(r"<br\s*/?>|</(?:p|div|li|h[1-6]|blockquote)>", re.I)
HASHES = re.compile(r"^([ \t]*(?:[*-][ \t]+)?)#{1,6}[ \t]+", re.M)
BOLD = re.compile(r"(\*\*|__)(?=\S)([^\n]+?)(?<=\S)\1")
MARKS = re.compile(r"\]\(|</span>|^#{1,6} |\*\*\S", re.M)

HEADING = re.compile(r"^\s*- # (.+?)\s*$", re.M)
DIGITS = re.compile(r"\d")
MENU = 6  # short lines in a row that are a menu
URLS = ("source", "url", "link", "canonical", "canonical_url")
DATES = ("date", "published", "date_published", "publish_date", "published_time", "pubdate")


def has_front(text: str) -> bool:
    """Whether a text opens with front matter or with a sheet of metadata."""
    return bool(FRONT.match(text[:6000]) or SHEET.match(text[:12000]))


def has_marks(text: str) -> bool:
    """Whether a text has the marks of markdown or of inline HTML."""
    return len(MARKS.findall(text[:8000])) > 1


def read_front(text: str) -> Draft:
    """The draft of a saved page: metadata from its head, text without marks."""
    found = FRONT.match(text) or SHEET.match(text)
    if found is None:
        return Draft(blocks=to_blocks(without_marks(text)))
    fields = {k.strip().lower().replace(" ", "_"): _bare(v) for k, v in FIELD.findall(found[found.re.groups])}
    rest = text[found.end() :]
    heading = HEADING.search(rest) if found.re is SHEET else None
    title, outlet = split_title(fields.get("title") or (heading and heading[1]), _first(fields, URLS))
    if content := CONTENT.search(rest):
        rest = without_menus(AFTER.sub("", rest[content.end() :]), title)
    return Draft(
        blocks=to_blocks(without_marks(rest)),
        title=title,
        lead=fields.get("description") or None,
        url=_first(fields, URLS),
        outlet=fields.get("sitename") or outlet,
        published=read_date(_first(fields, DATES)) or date_in_address(_first(fields, URLS)),
        language=fields.get("language") or None,
        authors=tuple(filter(None, [fields.get("author")])),
    )


def without_menus(text: str, title: str | None) -> str:
    """The text of a whole page from its title on, without runs of short lines, which are menus."""
    lines = text.split("\n")
    if title and title in (stripped := [line.strip(" #") for line in lines]):
        lines = lines[stripped.index(title) :]
    kept: list[str] = []
    for short, run in groupby(lines, key=_is_menu_line):
        block = list(run)
        kept.extend(block if not short or sum(bool(line.strip()) for line in block) < MENU else [])
    return "\n".join(kept)


def _is_menu_line(line: str) -> bool:
    return len(line) < 45 and not line.rstrip().endswith((".", "!", "?", ":", '"', "”")) and not DIGITS.search(line)


def split_title(title: str | None, url: str | None, outlet: str | None = None) -> tuple[str | None, str | None]:
    """A page's title without the outlet's name behind it, and that name, where address or outlet bear it out.

    ("Talks go on - ABC News", "https://abcnews.go.com/...") -> ("Talks go on", "ABC News")
    """
    host = re.match(r"https?://([^/?#]+)", url or "")
    labels = [_letters(label) for label in host[1].lower().split(".")[:-1]] if host else []
    labels.append(_letters(outlet or ""))
    head, name = title, None
    while head and (parts := re.match(r"(.+\S)\s+[|–—-]\s+([^|]{2,40})$", head)):
        if _is_name_of(parts[2], labels):
            head, name = parts[1], parts[2]
        elif name and "|" in head[len(parts[1]) :]:
            head = parts[1]  # the section, between title and outlet
        else:
            break
    return head, name


def _is_name_of(name: str, labels: list[str]) -> bool:
    """Whether one label is the name's letters or their beginning ("BBC News", www.bbc.com)."""
    return any(len(label) > 2 and label != "www" and _letters(name).startswith(label) for label in labels)


def without_marks(text: str) -> str:
    """The text without links' addresses, pictures, tags and heading marks; its words stay as they are."""
    text = IMAGE.sub("", text)
    text = _without_teasers(text) if "[](" in text else text
    text = HASHES.sub(r"\1", LINK.sub(r"\1", ANGLE.sub(r"\1", text)))
    text = BOLD.sub(r"\2", text)
    return html.unescape(TAG.sub("", BREAK.sub("\n\n", text))) if TAG.search(text) else text


def _without_teasers(text: str) -> str:
    """The text without links that have no words, and without the headlines beside them that their addresses spell."""
    lines = text.split("\n")
    kept = [True] * len(lines)
    for number, line in enumerate(lines):
        if EMPTY_LINK.match(line):
            kept[number] = False
            for beside in (number - 1, number + 1):
                if 0 <= beside < len(lines) and _spelt_by(line, lines[beside]):
                    kept[beside] = False
    return "\n".join(line for line, keep in zip(lines, kept, strict=True) if keep)


def _spelt_by(link: str, line: str) -> bool:
    """Whether most words of a headline stand in an address: ".../town-falls-after-siege-2026-02-07/"."""
    words = [word for word in map(_letters, line.split()) if len(word) > 3]
    return len(words) > 2 and 2 * sum(word in link.lower() for word in words) > len(words)


def _first(fields: dict[str, str], names: tuple[str, ...]) -> str | None:
    return next((fields[name] for name in names if fields.get(name)), None)


def _bare(value: str) -> str:
    value = value.strip()
    if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'":
        value = value[1:-1].replace('\\"', '"')
    return "" if value.lower() in ("unknown", "null", "none", "n/a") else value


def _letters(text: str) -> str:
    return "".join(c for c in text.lower() if c.isalnum())
