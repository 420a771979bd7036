"""Why articles were read as they were: the parse and the rules of each sentence, and every rule that fired."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path

from spacy.tokens import Doc

from counterclaim.extraction import ExplainedSentence, Explanation, Extraction, Token
from counterclaim.finding import find_non_counts, quantities_by_sentence
from counterclaim.parsing import parse
from counterclaim.pipeline import TOGETHER, Found, Reader, Segmented, extract, find, segment, sentence_text
from counterclaim.records import Article
from counterclaim.resolving import silent_rules
from counterclaim.rules import RuleSet, load_rules
from counterclaim.segments import Sentence


def fired(articles: Iterable[Article], reader: Reader) -> Iterator[frozenset[str]]:
    """For each article the ids of all rules that fired in any stage, whether a claim came of it or not."""
    incoming = iter(articles)
    while batch := [segment(article, reader, on_topic=True) for article in islice(incoming, TOGETHER)]:
        docs = parse([sentence_text(s.sentences[i]) for s in batch for i in s.wanted], reader.parser, reader.stand_ins)
        for segmented in batch:
            yield _fired(segmented, find(segmented, list(islice(docs, len(segmented.wanted))), reader), reader.rules)


def _fired(segmented: Segmented, found: Found, rules: RuleSet) -> frozenset[str]:
    quantities = quantities_by_sentence(segmented.article.text, segmented.sentences, rules)
    counted = (quantity.rule for found_here in quantities.values() for quantity in found_here)
    uncounted = (number.rule for number in find_non_counts(segmented.article.text, rules))
    said = (rule for attribution in found.attributions for rule in attribution.rules)
    claimed = (rule for finding in found.findings for rule in finding.rules)
    silent = silent_rules(segmented.sentences, rules)
    return frozenset((*counted, *uncounted, *said, *claimed, *silent))


def explain(article: Article, *, rules_dirs: tuple[Path, ...] = (), model: str | None = None) -> Explanation:
    """Why the article was read as it was: for each sentence the parse, the rules that fired, what was passed over."""
    reader = Reader(load_rules("en", rules_dirs), model)
    segmented = segment(article, reader)
    docs = list(
        parse([sentence_text(segmented.sentences[i]) for i in segmented.wanted], reader.parser, reader.stand_ins)
    )
    found = extract(segmented, docs, reader)
    parsed = dict(zip(segmented.wanted, docs, strict=True))
    return Explanation(
        article=article,
        sentences=tuple(_explained(sentence, parsed.get(sentence.index), found) for sentence in segmented.sentences),
    )


def _explained(sentence: Sentence, doc: Doc | None, found: Extraction) -> ExplainedSentence:
    def here(start: int) -> bool:
        return sentence.start <= start < sentence.end

    claims = tuple(c for c in found.claims if here(c.quantity.start))
    return ExplainedSentence(
        text=sentence.text,
        start=sentence.start,
        end=sentence.end,
        parsed=doc is not None,
        why_not_parsed=None if doc is not None else "no word for an event with a quantity beside it, nobody's words",
        tokens=tuple(Token(text=t.text, tag=t.tag_, dep=t.dep_, head=t.head.text) for t in doc or ()),
        rules=tuple(dict.fromkeys(rule for c in claims for rule in c.rules)),
        claims=claims,
        statements=tuple(s for s in found.statements if here(s.content.start)),
        skipped=tuple(s for s in found.skipped if here(s.start)),
    )
