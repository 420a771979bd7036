"""Plain text: a title line, a caption, a body with or without a dateline."""

from __future__ import annotations

from dataclasses import replace

from counterclaim.reading.datelines import dateline_end
from counterclaim.reading.drafts import Block, Draft
from counterclaim.reading.paragraphs import to_blocks

LONGEST_TITLE = 200
STOPS = (".", ":", ";", ",", "…")


def read_plain(text: str, *, seek_title: bool = True) -> Draft:
    """The draft of a plain text; its first line is the title if it looks like one and more follows."""
    blocks = to_blocks(text)
    title = title_of(blocks) if seek_title else None
    return Draft(blocks=blocks[1:] if title else blocks, title=title)


def title_of(blocks: tuple[Block, ...]) -> str | None:
    """The first paragraph, if it is short, does not end like a sentence and is no dateline or caption."""
    if len(blocks) < 2 or blocks[0].kind == "caption":
        return None
    first = blocks[0].text
    ends = first.endswith(STOPS) and not first.endswith(("...", "U.S.", "U.K.", "U.N."))
    if len(first) > LONGEST_TITLE or ends or dateline_end(first):
        return None
    return first


def with_title(draft: Draft) -> Draft:
    """The draft, with its first line as the title where it has none."""
    title = None if draft.title else title_of(draft.blocks)
    return replace(draft, title=title, blocks=draft.blocks[1:]) if title else draft
