"""Claims as a table in wikitext: breakdown, figures, period, source, with the sentence in the reference."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from urllib.parse import quote

from counterclaim.exports.row import Row
from counterclaim.exports.sentences import days, number, who
from counterclaim.exports.web_annotations import address
from counterclaim.figures import Figure

CAPTION = "Claims as reported; each is what its source said, not what is established"
MARKUP = re.compile(r"[&<>\[\]{}|='_~\n]|:(?=//)|^[-+*#:;]")  # what a page would take for markup
UNSAFE = "%/:?&=+,;@#!$()*~.-_"


def render(rows: Iterable[Row]) -> Iterator[str]:
    """The table, row by row; statements without a figure are not in it."""
    yield f'{{| class="wikitable sortable"\n|+ {CAPTION}\n! Breakdown !! Figures !! Period !! Source\n'
    for row in rows:
        if row.figure.quantity is not None:
            yield _line(row)
    yield "|}\n"


def _line(row: Row) -> str:
    figure = row.figure
    cells = (breakdown(figure), number(figure), days(figure) or "not stated")
    return "|-\n" + "".join(f"| {escaped(cell)}\n" for cell in cells) + f"| {source(row)}\n"


def breakdown(figure: Figure) -> str:
    """What was counted, whose, how firmly: "killed: combatant, Southland (denied)"."""
    about = ", ".join(part.replace("_", " ") for part in (figure.category, figure.side, figure.place) if part)
    firm = "" if figure.modality == "asserted" else f" ({figure.modality})"
    words = (figure.event or "not stated").replace("_", " ")
    return (f"{words}: {about}" if about else words) + firm


def source(row: Row) -> str:
    """Claimant and act, with a reference that gives link, outlet, day and the sentence."""
    figure = row.figure
    title, url = escaped(figure.title or figure.link), address(row)
    # What has no address on the web is named: a wiki links to nothing else.
    named = ", ".join(dict.fromkeys((title, escaped(figure.link))))
    link = f"[{quote(url, safe=UNSAFE)} {title}]" if url.startswith("http") else named
    where = ", ".join(escaped(part) for part in (figure.outlet, figure.published) if part)
    words = f"{link}{f', {where}' if where else ''}: &quot;{escaped(figure.evidence)}&quot;"
    return f"{escaped(who(row))}<ref>{words}</ref>"


def escaped(text: str) -> str:
    """The text with every character that a wiki would read as markup written as an entity."""
    return MARKUP.sub(lambda found: " " if found[0] == "\n" else f"&#{ord(found[0])};", text)
