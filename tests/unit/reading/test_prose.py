"""Where the prose of a page stands."""

from selectolax.lexbor import LexborHTMLParser

from counterclaim.reading.prose import Prose, cut_out, find_prose

SENTENCE = "The ministry said that ten soldiers were killed near the town on Monday, and others were hurt. "
ARTICLE = "".join(f"<p>{SENTENCE * 2}</p>" for _ in range(4))


def prose_of(body: str) -> tuple[LexborHTMLParser, Prose]:
    page = LexborHTMLParser(f"<html><body>{body}</body></html>")
    found = find_prose(page)
    assert found is not None
    return page, found


def test_article_is_the_smallest_element_with_most_of_the_prose() -> None:
    """Teasers beside it have some prose, too, but less."""
    _, found = prose_of(f"<div><div id=teaser><p>{SENTENCE}</p></div><div id=story>{ARTICLE}</div></div>")

    assert found.main.id == "story"
    assert (found.in_main, found.whole) == (8 * len(SENTENCE), 9 * len(SENTENCE))


def test_links_are_no_prose() -> None:
    """A long list of linked headlines does not outweigh a short article."""
    links = f"<p><a href=x>{SENTENCE}</a></p>" * 40
    _, found = prose_of(f"<div id=links>{links}</div><div id=story>{ARTICLE}</div>")

    assert found.main.id == "story"


def test_menus_and_feet_hold_no_prose() -> None:
    """Legal notes at the foot are longer than many an article."""
    _, found = prose_of(f"<div id=story>{ARTICLE}</div><footer>{ARTICLE * 3}</footer>")

    assert found.main.id == "story"


def test_page_with_hardly_any_paragraphs_does_not_tell() -> None:
    """Where the text stands in no paragraphs, nothing is said about its place."""
    assert find_prose(LexborHTMLParser(f"<html><body><div>{SENTENCE * 9}</div><p>{SENTENCE}</p></body></html>")) is None


def test_page_is_cut_down_to_what_holds_prose() -> None:
    """Menus go; other prose stays, for whoever looks closer."""
    page, found = prose_of(f"<ul><li>Sport</li></ul><div>{ARTICLE}</div><div><p>Elsewhere: {SENTENCE}</p></div>")
    cut = cut_out(page, found)

    assert ("Sport" in cut, "Elsewhere" in cut, SENTENCE in cut) == (False, True, True)
