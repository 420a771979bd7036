"""Saved pages with front matter or a sheet of metadata, and marks in running text."""

from counterclaim.reading.frontmatter import has_front, has_marks, read_front, split_title, without_marks

FRONT = """---
title: "Talks went on - Example News"
source: https://www.examplenews.org/2026/01/26/talks
date: unknown
description: "Talks went on in the city"
---

**Talks** went on, [the ministry](https://example.org/m) said.[[1]](https://example.org/<#_edn1>)

![](a.jpg)
## What next
* one
[](https://example.org/<x>)
"""

SHEET = """# www.example.org

## Metadata

- **URL**: https://www.example.org/news/1
- **HTTP Status**: 200

## Page Structure

- # Talks went on in the city
  - ## Partners

## Content

Talks went on in the city - Example
Home
News
Sport
Food
Games
Travel
Talks went on in the city
Ten people died on Monday, the ministry said in a statement.

## Links

- [Home](https://example.org)
"""


def test_front_matter_gives_the_metadata() -> None:
    """Title without the outlet, the outlet, address, lead; an unknown date falls back on the address."""
    draft = read_front(FRONT)

    assert has_front(FRONT)
    assert (draft.title, draft.outlet, draft.lead) == ("Talks went on", "Example News", "Talks went on in the city")
    assert draft.published == "2026-01-26"


def test_marks_go_and_words_stay() -> None:
    """Links lose their addresses, headings and bold type their marks, pictures go."""
    assert [b.text for b in read_front(FRONT).blocks] == ["Talks went on, the ministry said.[1]", "What next", "* one"]


def test_sheet_of_metadata_begins_a_whole_page() -> None:
    """The text begins at the heading of the page; menus and lists of links are left out."""
    draft = read_front(SHEET)

    assert (draft.title, draft.url) == ("Talks went on in the city", "https://www.example.org/news/1")
    assert [block.text for block in draft.blocks] == [
        "Talks went on in the city",
        "Ten people died on Monday, the ministry said in a statement.",
    ]


def test_title_loses_the_outlet_and_its_section() -> None:
    """What stands behind the title is cut off where the address bears out that it is the outlet's name."""
    assert split_title("Aleppo - a town", "https://example.org/") == ("Aleppo - a town", None)
    assert split_title("Aleppo falls | War - BBC News", "https://www.bbc.com/1") == ("Aleppo falls", "BBC News")
    assert split_title("Aleppo falls", None) == ("Aleppo falls", None)


def test_inline_tags_go_and_entities_are_read() -> None:
    """Spans vanish, paragraphs of HTML stay paragraphs."""
    text = '<span style="x">One &amp; two</span><p>Three.</p><p>Four.</p>'

    assert has_marks(text + "</span>")
    assert without_marks(text).split("\n\n") == ["One & twoThree.", "Four.", ""]


def test_headlines_of_other_stories_go_with_their_links() -> None:
    """A link without words and the headline that its address spells belong to the page."""
    link = "[](https://example.org/world/rebels-take-northern-town-after-siege-2026-02-07/)"
    text = f"The army left.\nRebels take northern town after long siege\n{link}\nIt was cold."

    assert without_marks(text) == "The army left.\nIt was cold."
