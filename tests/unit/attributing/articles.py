"""A text read by the attributing and resolving stages alone."""

from __future__ import annotations

from functools import lru_cache

from counterclaim.attributing import find_attributions
from counterclaim.names import load_names
from counterclaim.parsed import Attribution, Document
from counterclaim.parsing import load_parser, parse
from counterclaim.records import Article, Part
from counterclaim.resolving.references import resolve_sources
from counterclaim.rules import load_rules
from counterclaim.segmenting import find_quotations, split_sentences

RULES = load_rules("en")


@lru_cache(maxsize=512)
def read(text: str, outlet: str | None = None, title: bool = False) -> tuple[Attribution, ...]:
    """The attributions of a text, with their sources resolved; `title` makes its first paragraph a title."""
    parts = (Part(kind="title", start=0, end=len(text.split("\n\n")[0])),) if title else ()
    article = Article(key="a", id="sha256:0", text=text, parts=parts, title=None, outlet=outlet)
    sentences = split_sentences(article)
    docs = dict(enumerate(parse([sentence.text for sentence in sentences], load_parser())))
    document = Document(article=article, sentences=sentences, docs=docs)
    found = find_attributions(document, find_quotations(article), RULES)
    return resolve_sources(document, found, load_names(RULES), RULES)


def said(text: str, *, outlet: str | None = None, title: bool = False) -> list[tuple[list[str], str]]:
    """For each attribution the words of its sources, outermost first, and its content."""
    return [([s.text for s in one.sources], one.content.text) for one in read(text, outlet, title)]
