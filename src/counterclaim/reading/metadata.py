"""What an HTML page says about itself: JSON-LD, OpenGraph and meta tags, with full times."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from urllib.parse import urljoin

from selectolax.lexbor import LexborHTMLParser, LexborNode

from counterclaim.reading.dates import date_in_address, read_date
from counterclaim.reading.drafts import Draft
from counterclaim.reading.frontmatter import split_title

ARTICLE = ("Article", "BlogPosting", "LiveBlogPosting", "Report", "WebPage")
TITLES = ("og:title", "twitter:title", "dc.title", "title", "parsely-title", "sailthru.title")
LEADS = ("og:description", "description", "twitter:description", "dc.description")
PUBLISHED = (
    "article:published_time", "og:article:published_time", "article:published", "datepublished", "date", "pubdate",
    "publishdate", "publish-date", "dc.date", "dc.date.issued", "dcterms.created", "parsely-pub-date", "sailthru.date",
    "og:pubdate", "publication_date", "originalpublicationdate", "displaydate", "dcsext.articlefirstpublished",
)  # fmt: skip
MODIFIED = ("article:modified_time", "og:updated_time", "datemodified", "lastmod", "last-modified", "dcterms.modified")
AUTHORS = ("author", "article:author", "dc.creator", "parsely-author", "sailthru.author", "byl", "authors")
TAGS = ("article:tag", "news_keywords", "keywords", "parsely-tags", "sailthru.tags")
IMAGES = ("og:image", "og:image:url", "twitter:image")
NO_NAME = re.compile(r"^[/@]|://")
MARKED_TIMES = (
    '[itemprop="datePublished"], time[pubdate], article time[datetime], main time[datetime], header time[datetime]'
)
WRITTEN_TIMES = (
    '[class*="publish"], [class*="pubdate"], [class*="pub-date"], [class*="dateline"], [class*="timestamp"], '
    '[class*="article-date"], [class*="entry-date"], [class*="post-date"], [class*="posted"], article time'
)
OUTLETS = ("og:site_name", "application-name", "dc.publisher", "publisher")


def read_metadata(page: LexborHTMLParser) -> Draft:
    """Everything the page says about itself, as a draft without blocks; JSON-LD outranks meta tags."""
    linked, meta = _linked(page), _meta(page)
    url = _link(page, "canonical") or _one(meta, ("og:url", "twitter:url")) or _string(linked.get("url"))
    published, modified = linked.get("datePublished"), linked.get("dateModified")
    title, outlet = _title(page, linked, meta, url)
    return Draft(
        blocks=(),
        title=title,
        lead=_one(meta, LEADS) or _string(linked.get("description")),
        url=_absolute(url),
        published=_published([published, *meta_values(meta, PUBLISHED)], page) or date_in_address(url),
        modified=_date([modified, *meta_values(meta, MODIFIED)]),
        authors=_authors(linked, meta),
        tags=_tags(linked, meta),
        image=_absolute(_one(meta, IMAGES) or _image(linked.get("image")), url),
        outlet=_one(meta, ("og:site_name",)) or _name(linked.get("publisher")) or _one(meta, OUTLETS) or outlet,
        language=_language(page, linked, meta),
    )


def meta_values(meta: Mapping[str, list[str]], names: tuple[str, ...]) -> list[str]:
    """The contents of the meta tags of these names, in the order of the names."""
    return [value for name in names for value in meta.get(name, [])]


def _meta(page: LexborHTMLParser) -> dict[str, list[str]]:
    meta: dict[str, list[str]] = {}
    for node in page.css("meta[content]"):
        name = node.attributes.get("property") or node.attributes.get("name") or node.attributes.get("itemprop")
        content = " ".join((node.attributes.get("content") or "").split())
        if name and content:
            meta.setdefault(name.strip().lower(), []).append(content)
    return meta


def _linked(page: LexborHTMLParser) -> Mapping[str, object]:
    """The JSON-LD object of the article: the first of the most telling type."""
    found = [item for node in page.css('script[type="application/ld+json"]') for item in _items(node.text())]
    articles = [item for item in found if any(_is_type(item, kind) for kind in ARTICLE)]
    return min(articles, key=_rank, default={})


def _rank(item: Mapping[str, object]) -> int:
    return next(rank for rank, kind in enumerate(ARTICLE) if _is_type(item, kind))


def _is_type(item: Mapping[str, object], kind: str) -> bool:
    types = item.get("@type")
    return any(isinstance(t, str) and t.endswith(kind) for t in (types if isinstance(types, list) else [types]))


def _items(script: str) -> Iterator[Mapping[str, object]]:
    try:
        stack = [json.loads(script.strip().removeprefix("<!--").removesuffix("-->"), strict=False)]
    except (json.JSONDecodeError, RecursionError):
        return  # broken metadata is no reason to refuse the text
    while stack:
        item = stack.pop(0)
        if isinstance(item, list):
            stack = item + stack
        elif isinstance(item, dict):
            yield item
            graph = item.get("@graph") or item.get("mainEntity")
            stack += graph if isinstance(graph, list) else [graph] if isinstance(graph, dict) else []


def _title(
    page: LexborHTMLParser, linked: Mapping[str, object], meta: Mapping[str, list[str]], url: str | None
) -> tuple[str | None, str | None]:
    node = page.css_first("title")
    page_title = " ".join(node.text().split()) if node else None
    _, outlet = split_title(page_title, url)
    heading = page.css("h1")
    candidates = [_string(linked.get("headline")), _one(meta, TITLES), _heading(heading), page_title]
    title = next((c for c in candidates if c), None)
    return split_title(title, url)[0], outlet


def _heading(nodes: Sequence[LexborNode]) -> str | None:
    texts = [" ".join(node.text().split()) for node in nodes]
    return texts[0] if len(texts) == 1 and texts[0] else None


def _published(said: list[object], page: LexborHTMLParser) -> str | None:
    """The day of publication with its time; the page itself is searched only where its metadata leaves the time out."""
    found = _date(said)
    return found if found and len(found) > 10 else _date([*said, *_times(page)])


def _date(values: list[object]) -> str | None:
    dates = [d for d in map(read_date, values) if d]
    # The same day is often given twice, with its time and without.
    return next((d for d in dates if d[:10] == dates[0][:10] and len(d) > 10), dates[0]) if dates else None


def _times(page: LexborHTMLParser) -> list[object]:
    """Times marked in the page itself: as data first, then as the words of elements for the date of publication."""
    marked = page.css(MARKED_TIMES)[:3]
    values: list[object] = [n.attributes.get("content") or n.attributes.get("datetime") for n in marked]
    return values + [n.text() for n in page.css(WRITTEN_TIMES)[:5]]


def _authors(linked: Mapping[str, object], meta: Mapping[str, list[str]]) -> tuple[str, ...]:
    value = linked.get("author")
    names = [n for n in map(_name, value if isinstance(value, list) else [value]) if n]
    names = names or meta_values(meta, AUTHORS)
    return tuple(n.removeprefix("By ").removeprefix("by ") for n in names if not NO_NAME.search(n) and len(n) < 100)


def _tags(linked: Mapping[str, object], meta: Mapping[str, list[str]]) -> tuple[str, ...]:
    value = linked.get("keywords")
    texts = [v for v in value if isinstance(v, str)] if isinstance(value, list) else [value or ""]
    own = [t.strip() for text in texts if isinstance(text, str) for t in text.split(",")]
    tagged = own if any(own) else next((meta[n] for n in TAGS if n in meta), [])
    return tuple(dict.fromkeys(t.strip() for text in tagged for t in text.split(",") if t.strip()))


def _language(page: LexborHTMLParser, linked: Mapping[str, object], meta: Mapping[str, list[str]]) -> str | None:
    root = page.css_first("html")
    return (
        (root.attributes.get("lang") if root else None)
        or _string(linked.get("inLanguage"))
        or _one(meta, ("og:locale", "content-language", "language", "dc.language"))
    )


def _one(meta: Mapping[str, list[str]], names: tuple[str, ...]) -> str | None:
    return next(iter(meta_values(meta, names)), None)


def _string(value: object) -> str | None:
    if isinstance(value, list) and value:
        value = value[0]
    return " ".join(value.split()) or None if isinstance(value, str) else None


def _name(value: object) -> str | None:
    return _string(value.get("name")) if isinstance(value, dict) else _string(value)


def _image(value: object) -> str | None:
    if isinstance(value, list) and value:
        value = value[0]
    return _string(value.get("url")) if isinstance(value, dict) else _string(value)


def _link(page: LexborHTMLParser, rel: str) -> str | None:
    node = page.css_first(f'link[rel="{rel}"]')
    return node.attributes.get("href") if node else None


def _absolute(url: str | None, base: str | None = None) -> str | None:
    joined = urljoin(base or "", url.strip()) if url else None
    return joined if joined and joined.startswith(("http://", "https://")) else None
