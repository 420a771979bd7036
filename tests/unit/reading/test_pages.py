"""HTML pages: their text and what they say about themselves."""

import pytest

from counterclaim.reading.choosing import read_document
from counterclaim.reading.drafts import Draft, RefusedError
from counterclaim.reading.pages import is_page, read_page

SENTENCES = "Ten soldiers were killed in the town on Monday, the ministry said in a statement to the press. " * 3
PAGE = f"""<!DOCTYPE html><html lang="en-GB"><head>
<title>Town falls - Example News</title>
<link rel="canonical" href="https://www.examplenews.org/2022/03/02/town">
<meta property="og:title" content="Town falls to army">
<meta property="og:site_name" content="Example News">
<meta property="og:image" content="/pictures/town.jpg">
<meta property="article:published_time" content="2022-03-02">
<meta name="news_keywords" content="war, town, war">
<script type="application/ld+json">{{"@graph": [{{"@type": "WebPage", "name": "x"}}, {{"@type": "NewsArticle",
"headline": "Town falls to the army", "datePublished": "2022-03-02T16:45:00+03:00",
"dateModified": "2022-03-02T18:00:00Z", "author": [{{"@type": "Person", "name": "A. Doe"}}, {{"name": "B. Roe"}}],
"publisher": {{"name": "Example Media"}}}}]}}</script>
</head><body><nav><ul><li><a href="/">Home</a></li><li><a href="/s">Sport</a></li></ul></nav>
<article><h1>Town falls to the army</h1><p>{SENTENCES}</p><h2>Help comes</h2><p>{SENTENCES}</p>
<blockquote>We were shelled for {SENTENCES}</blockquote></article>
<footer><p>All rights reserved</p></footer></body></html>"""


@pytest.fixture(scope="module")
def draft() -> Draft:
    return read_page(PAGE)


def test_page_is_known_by_its_tags() -> None:
    """Tags at the head, not a name; a sentence with a bracket is no page."""
    assert is_page(PAGE)
    assert not is_page("Ten died <html>.")
    assert read_document(PAGE)[0] == "html"


def test_text_is_the_article_without_navigation(draft: Draft) -> None:
    """Paragraphs, subheadings and quotations of the article, each with its kind."""
    kinds = [block.kind for block in draft.blocks if block.text != draft.title]
    text = " ".join(block.text for block in draft.blocks)

    assert kinds == ["body", "subheading", "body", "quote"]
    assert ("Sport" in text, "All rights" in text) == (False, False)


def test_json_ld_outranks_meta_tags(draft: Draft) -> None:
    """Headline, times with their offsets, and authors come from the article's own record."""
    assert draft.title == "Town falls to the army"
    assert (draft.published, draft.modified) == ("2022-03-02T16:45:00+03:00", "2022-03-02T18:00:00+00:00")
    assert draft.authors == ("A. Doe", "B. Roe")


def test_meta_tags_fill_the_rest(draft: Draft) -> None:
    """Address, outlet, tags, picture and language."""
    assert (draft.url, draft.outlet) == ("https://www.examplenews.org/2022/03/02/town", "Example News")
    assert draft.tags == ("war", "town")
    assert (draft.image, draft.language) == ("https://www.examplenews.org/pictures/town.jpg", "en-GB")


def test_page_without_metadata_says_nothing() -> None:
    """No date is invented; the title is the heading."""
    found = read_page(f"<html><body><h1>Town falls</h1><article><p>{SENTENCES}</p></article></body></html>")

    assert (found.title, found.published, found.url, found.outlet) == ("Town falls", None, None, None)


def test_address_dates_a_page_without_a_time() -> None:
    """The day in the canonical address is the publisher's own."""
    head = '<head><link rel="canonical" href="https://example.org/2022/03/02/town"></head>'
    found = read_page(f"<html>{head}<body><article><p>{SENTENCES}</p></article></body></html>")

    assert found.published == "2022-03-02"


def test_broken_json_ld_is_passed_over() -> None:
    """A page with broken metadata still has its text."""
    script = '<script type="application/ld+json">{"@type": "NewsArticle", </script>'
    found = read_page(f"<html><head>{script}</head><body><article><p>{SENTENCES}</p></article></body></html>")

    assert len(found.blocks) == 1


def test_page_without_an_article_is_refused() -> None:
    """Navigation alone is no article."""
    with pytest.raises(RefusedError, match="HTML page without article text"):
        read_page("<html><body><nav><a href='/'>Home</a></nav></body></html>")
