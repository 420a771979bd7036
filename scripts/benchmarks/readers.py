"""What every adapter reads with: rules, parser and gazetteer, loaded once in each process."""

from __future__ import annotations

from functools import lru_cache

from counterclaim.parsed import Document
from counterclaim.parsing import parse
from counterclaim.pipeline import Reader, sentence_text
from counterclaim.records import Article
from counterclaim.rules import load_rules
from counterclaim.segmenting import split_sentences


@lru_cache(maxsize=1)
def reader() -> Reader:
    """The reader of English."""
    return Reader(load_rules("en"))


def article_of(name: str, text: str) -> Article:
    """A text as an article, every character where it was, so that offsets are those of the benchmark."""
    return Article(key=name, id=name, text=text, parts=())


def parsed(article: Article) -> Document:
    """The article with every sentence parsed, whatever it is about."""
    sentences = split_sentences(article)
    docs = parse([sentence_text(sentence) for sentence in sentences], reader().parser)
    return Document(article=article, sentences=sentences, docs=dict(enumerate(docs)))
