"""The one place that knows the order of the stages: from sources to extractions."""

from __future__ import annotations

import gc
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc

from counterclaim import __version__
from counterclaim.assembling import Findings, Told, assemble_claims, assemble_statements, tell
from counterclaim.attributing import find_attributions, reporting_cue_words, sources_of
from counterclaim.capitals import has_small_letters
from counterclaim.extraction import Extraction, MadeBy
from counterclaim.finding import (
    find_candidates,
    find_caveats,
    find_told,
    listed_sentences,
    may_be_about_violence,
    quantities_by_sentence,
    sentences_with,
    telling_sentences,
)
from counterclaim.gazetteer import Gazetteer, load_gazetteer
from counterclaim.names import Names, load_names
from counterclaim.parsed import Attribution, Document
from counterclaim.parsing import StandIns, load_parser, parse, stand_ins_of
from counterclaim.reading import Given, Refusal, read_sources, read_text
from counterclaim.records import Article, Mention, Quantity, Skipped
from counterclaim.resolving import resolve_parties, resolve_periods, resolve_places, resolve_sources
from counterclaim.rules import RuleSet, load_rules
from counterclaim.segmenting import find_quotations, split_sentences
from counterclaim.segments import Quotation, Sentence
from counterclaim.tree import Tree, tree_of

TOGETHER = 64  # articles parsed in one batch, at most
ENOUGH = 300  # sentences after which a batch takes no further article
NOTE = r"(?:\d{1,3}|[a-z]|note \d+|citation needed)"
NOTES = re.compile(rf"\[(?<=\S\[){NOTE}\](?:\[{NOTE}\])*")
NOTHING = Given()


@dataclass(frozen=True)
class Reader:
    """Rules, parser and gazetteer of one language, loaded once."""

    rules: RuleSet
    model: str | None = None

    @cached_property
    def parser(self) -> Language:
        """The language's parser."""
        return load_parser(self.rules.language, self.model)

    @cached_property
    def stand_ins(self) -> StandIns:
        """What the parser is shown in place of names, so that it reads all sides alike."""
        return stand_ins_of(self.rules, self.parser.vocab)

    @cached_property
    def names(self) -> Names:
        """The registry of sides, bodies and speakers."""
        return load_names(self.rules)

    @cached_property
    def gazetteer(self) -> Gazetteer:
        """The index of places."""
        return load_gazetteer()

    @cached_property
    def made_by(self) -> MadeBy:
        """What every extraction of this reader is signed with."""
        meta = self.parser.meta
        model = f"{meta['lang']}_{meta['name']} {meta['version']}"
        return MadeBy(version=__version__, rules=self.rules.digest, model=model)


@dataclass(frozen=True, slots=True)
class Segmented:
    """An article before the parse: its sentences, quotations and quantities, and what is worth parsing."""

    article: Article
    sentences: tuple[Sentence, ...]
    quotations: tuple[Quotation, ...]
    quantities: Mapping[int, tuple[Quantity, ...]]
    wanted: tuple[int, ...]


def read(
    sources: Sequence[str | Path],
    *,
    given: Given = NOTHING,
    rules_dirs: tuple[Path, ...] = (),
    model: str | None = None,
    retrieved: str | None = None,
) -> Iterator[Extraction | Refusal]:
    """One extraction or refusal for each article of the sources, in their order, lazily.

    Raises RuleError for wrong rules and ModelError where no parser is installed.
    """
    reader = Reader(load_rules("en", rules_dirs), model)
    yield from extract_all(read_sources(sources, given=given, retrieved=retrieved), reader)


def extract_all(articles: Iterable[Article | Refusal], reader: Reader) -> Iterator[Extraction | Refusal]:
    """The articles' extractions and the refusals in between, in order; sentences are parsed in batches."""
    incoming = (item if isinstance(item, Refusal) else segment(item, reader) for item in articles)
    for segmented in _batches(incoming):
        texts = [sentence_text(s.sentences[i]) for s in segmented if isinstance(s, Segmented) for i in s.wanted]
        docs = parse(texts, reader.parser, reader.stand_ins)
        for item in segmented:
            yield item if isinstance(item, Refusal) else extract(item, list(islice(docs, len(item.wanted))), reader)


def _batches(incoming: Iterator[Segmented | Refusal]) -> Iterator[list[Segmented | Refusal]]:
    """The articles whose sentences are parsed together.

    What is loaded by the first of them is spared from the search for garbage until the last: it is never garbage, and
    so much that a look through it takes as long as three articles.
    """
    try:
        yield list(_batch(incoming))
        gc.freeze()
        while segmented := list(_batch(incoming)):
            yield segmented
    finally:
        gc.unfreeze()


def _batch(incoming: Iterator[Segmented | Refusal]) -> Iterator[Segmented | Refusal]:
    """The next articles whose sentences are parsed together."""
    sentences = 0
    for item in islice(incoming, TOGETHER):
        yield item
        sentences += len(item.wanted) if isinstance(item, Segmented) else 0
        if sentences >= ENOUGH:
            return


def extract_text(text: str, *, given: Given = NOTHING, rules_dirs: tuple[Path, ...] = ()) -> Extraction:
    """The extraction of one article given as text."""
    [found] = extract_all([read_text(text, given=given)], Reader(load_rules("en", rules_dirs)))
    assert isinstance(found, Extraction)
    return found


def segment(article: Article, reader: Reader, *, on_topic: bool = False) -> Segmented:
    """The article's sentences, and those of them that the first pass wants parsed.

    What is said in it is wanted only where the article is about violence, or known to be `on_topic`.
    """
    rules = reader.rules
    sentences = split_sentences(article)
    about = on_topic or may_be_about_violence(article.text, rules)
    telling = telling_sentences(article.text, sentences, rules, about_violence=about)
    spoken = sentences_with(reporting_cue_words(rules), article.text, sentences) if about else frozenset[int]()
    listed = listed_sentences(sentences) if about else frozenset[int]()
    wanted = tuple(sorted(telling | spoken | listed))
    quantities = quantities_by_sentence(article.text, [sentences[index] for index in wanted], rules)
    quotations = find_quotations(article) if wanted else ()
    return Segmented(article, sentences, quotations, quantities, wanted)


def sentence_text(sentence: Sentence) -> str:
    """What the parser is given: the sentence without the marks of notes ("died.[3]"), which become blanks.

    In lower case where it is all capitals; every offset stays.
    """
    text = NOTES.sub(lambda mark: " " * len(mark.group()), sentence.text)
    if has_small_letters(text, 0.2) or len(text.lower()) != len(text):
        return text
    letters = [c for c in text if c.isalpha()]
    if len(letters) < 20 or sum(c.isupper() for c in letters) < 0.8 * len(letters):
        return text
    return text[0] + text[1:].lower()


@dataclass(frozen=True, slots=True)
class Found:
    """What the stages found in one article, before it is put together."""

    attributions: tuple[Attribution, ...]
    findings: tuple[Findings, ...]
    skipped: tuple[Skipped, ...]
    told: Mapping[Mention, Told]


def extract(segmented: Segmented, docs: Sequence[Doc], reader: Reader) -> Extraction:
    """Everything that is claimed and said in one article."""
    article, found = segmented.article, find(segmented, docs, reader)
    claims = assemble_claims(article, segmented.sentences, found.findings, reader.rules)
    statements = assemble_statements(article, found.attributions, claims, found.told)
    return Extraction(
        article=article, statements=statements, claims=claims, skipped=found.skipped, made_by=reader.made_by
    )


def find(segmented: Segmented, docs: Sequence[Doc], reader: Reader) -> Found:
    """What each stage finds in one article."""
    article, rules = segmented.article, reader.rules
    by_sentence = dict(zip(segmented.wanted, docs, strict=True))
    trees = _trees(segmented, by_sentence)
    document = Document(article=article, sentences=segmented.sentences, docs=by_sentence, trees=trees)
    candidates, skipped = find_candidates(document, trees, segmented.quantities, rules, reader.gazetteer)
    attributions = find_attributions(document, segmented.quotations, rules)
    attributions = resolve_sources(document, attributions, reader.names, rules)
    whens = resolve_periods(document, candidates, rules)
    told = tuple(filter(None, find_told(document, attributions, candidates, rules)))
    periods = [when.period for when in whens]
    wheres = resolve_places(document, candidates, rules, reader.gazetteer, periods=periods, beside=told)
    parties = resolve_parties(document, (*candidates, *told), attributions, reader.names, rules, trees=trees)
    caveats = find_caveats(document, candidates, rules)
    findings = tuple(
        Findings(
            candidate=candidate,
            attribution=sources_of(candidate.quantity.start, candidate.quantity.end, attributions),
            when=when,
            where=where,
            parties=party,
            caveats=reserved,
        )
        for candidate, when, where, party, reserved in zip(candidates, whens, wheres, parties, caveats, strict=False)
    )
    after = zip(told, parties[len(candidates) :], wheres[len(candidates) :], strict=True)
    return Found(attributions, findings, skipped, {one.trigger: tell(one, party, where) for one, party, where in after})


def _trees(segmented: Segmented, docs: Mapping[int, Doc]) -> dict[int, Tree]:
    sentences = segmented.sentences
    return {i: tree_of(docs[i], sentences[i].start, sentences[i].text) for i in segmented.wanted}
