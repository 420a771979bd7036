"""The paragraphs in the article's element of a page."""

from selectolax.lexbor import LexborHTMLParser

from counterclaim.reading.leaves import leaves
from counterclaim.reading.prose import find_prose

SENTENCE = "The ministry said that ten soldiers were killed near the town on Monday, and others were hurt."
ARTICLE = f"<p>{SENTENCE} {SENTENCE}</p>" * 4


def added(html: str) -> list[tuple[str, str]]:
    """What is read in an article besides its own four paragraphs."""
    prose = find_prose(LexborHTMLParser(f"<html><body><article>{ARTICLE}{html}</article></body></html>"))
    assert prose is not None
    return list(leaves(prose))[4:]


def test_each_leaf_has_its_kind() -> None:
    """Subheadings, items and quotations stay what they were."""
    found = added("<h2>Help comes</h2><ul><li>Bread</li><li>Water</li></ul><blockquote>We were shelled.</blockquote>")

    assert found == [("subheading", "Help comes"), ("list", "Bread"), ("list", "Water"), ("quote", "We were shelled.")]


def test_links_and_marks_inside_a_paragraph_are_its_words() -> None:
    """A paragraph is not cut at its links."""
    assert added("<p>Ten were <b>killed</b> in <a href=x>the town</a>.</p>") == [
        ("body", "Ten were killed in the town.")
    ]


def test_line_breaks_stay() -> None:
    """Lines parted by a break do not run together."""
    assert added("<p>Ten were killed.<br>Two were hurt.</p>") == [("body", "Ten were killed.\nTwo were hurt.")]


def test_what_the_page_put_in_between_is_left_out() -> None:
    """By its tag, by its name, or because it is all links."""
    beside = [
        f"<aside><p>{SENTENCE}</p></aside>",
        f"<div class='c-related-stories related'><p>{SENTENCE}</p></div>",
        f"<div aria-hidden=true><p>{SENTENCE}</p></div>",
        f"<p style='display: none'>{SENTENCE}</p>",
        f"<ul><li><a href=x>{SENTENCE}</a></li></ul>",
        "<div>Share</div>",
    ]

    assert [added(html) for html in beside] == [[]] * len(beside)


def test_names_inside_words_do_not_count() -> None:
    """ "Metadata" is no "meta", "shared-prose" no "share"."""
    assert added(f"<div class='metadata shared-prose loads'><p>{SENTENCE}</p></div>") == [("body", SENTENCE)]


def test_article_is_kept_whatever_its_element_is_called() -> None:
    """What holds most of the prose is the article, even in a "widget"."""
    page = LexborHTMLParser(f"<html><body><div><div class=widget>{ARTICLE}</div><h2>End</h2></div></body></html>")
    prose = find_prose(page)

    assert prose is not None
    assert len(list(leaves(prose))) == 4


def test_long_text_outside_paragraphs_is_read() -> None:
    """Text straight in the article's element is read where it is more than a label."""
    assert added(f"{SENTENCE} {SENTENCE}<div>Photo</div>") == [("body", f"{SENTENCE} {SENTENCE}")]
