"""Tables in wikitext."""

from __future__ import annotations

from collections import Counter
from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.exports import wikitext
from tests.fixtures.rows import row, rows_of

TEXT = "".join(wikitext.render(rows_of()))


def test_table_is_closed() -> None:
    """One table is opened and closed, and every reference too."""
    found = Counter({part: TEXT.count(part) for part in ("{|", "|}", "<ref>", "</ref>")})

    assert Counter({"{|": 1, "|}": 1, "<ref>": 3, "</ref>": 3}) == found


def test_every_line_has_four_cells() -> None:
    """Breakdown, figures, period and source stand in each row."""
    rows = TEXT.removesuffix("|}\n").split("|-\n")[1:]

    assert [4, 4, 4] == [len(part.splitlines()) for part in rows]


def test_statements_without_a_figure_stay_out() -> None:
    """What has no figure has no place in a table of figures."""
    assert "|-" not in "".join(wikitext.render(rows_of()[3:]))


@pytest.mark.parametrize("title", ["a|b", "]] [[x", "{{delete}}", "<script>", "'''bold'''", "~~~~", "|-", "-1"])
def test_markup_in_a_title_is_shown(title: str) -> None:
    """What a wiki would read as markup is written as entities."""
    text = "".join(wikitext.render([row(0, title=title)]))

    assert (True, 1, 1) == (title in unescape(text), text.count("|}"), text.count("|-\n"))


def test_article_that_is_not_on_the_web_is_named() -> None:
    """By its title and by the name it has in the ledger."""
    text = "".join(wikitext.render([row(0, title="Report", link="folder/alpha.txt", key="folder/alpha.txt")]))

    assert "<ref>Report, folder/alpha.txt, " in unescape(text)


@given(st.text(alphabet="ab|{}[]<>&='~-+*#:;/_ \n"))
def test_escaped_reads_back(text: str) -> None:
    """An escaped text has no markup and reads back as it was, line breaks as blanks."""
    plain = wikitext.escaped(text)

    assert text.replace("\n", " ") == unescape(plain)
    assert not set(plain) & set("|{}[]<>='~\n")
