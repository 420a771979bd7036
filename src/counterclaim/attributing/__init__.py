"""Who says it: every attributed statement of an article, and the chain of sources of any stretch of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from counterclaim.attributing.bylines import is_byline
from counterclaim.attributing.chains import chain, clip, sources_of
from counterclaim.attributing.clauses import find_clauses
from counterclaim.attributing.continuing import find_continued
from counterclaim.attributing.headlines import find_headline
from counterclaim.attributing.labels import find_labels
from counterclaim.attributing.lexicon import lexicon, reporting_cue_words
from counterclaim.attributing.nominals import find_nominals, judge_all
from counterclaim.attributing.noun_stances import find_noun_stances
from counterclaim.attributing.phrases import cite, find_phrases
from counterclaim.attributing.quoted import find_quoted, widen
from counterclaim.attributing.relays import relay
from counterclaim.attributing.sayings import Saying
from counterclaim.attributing.sight import Sight, names_of
from counterclaim.attributing.signatures import find_signed
from counterclaim.attributing.stances import find_stances
from counterclaim.attributing.statement_events import with_event
from counterclaim.attributing.turns import find_turns
from counterclaim.parsed import Attribution, Document
from counterclaim.rules import RuleSet
from counterclaim.segments import Quotation, Sentence

HEADINGS = 2  # paragraphs: headlines that a page repeats above its body
__all__ = ["find_attributions", "reporting_cue_words", "sources_of"]


def find_attributions(document: Document, quotations: tuple[Quotation, ...], rules: RuleSet) -> tuple[Attribution, ...]:
    """Every attributed statement in the order of the text, each with its chain of sources, outermost first."""
    found = lexicon(rules)
    read = list(_in_sentences(document, quotations, rules))
    stances = [saying for saying in read if saying.given]
    sayings = [saying for saying in read if not saying.given and not is_byline(saying, document.article, found)]
    sayings = [*widen(sayings, quotations), *find_signed(document.article, found), *find_turns(document.article, found)]
    sayings += find_quoted(sayings, quotations, document.sentences, found)
    sayings += find_continued(sayings, document, found)
    sayings = [saying for saying in sayings if not saying.announces and not saying.looks_back]
    text = document.article.text
    judged = tuple(judge_all(sayings, text, found))
    chained = chain(judged, document.article)
    every = sorted((*chained, *chain(stances, document.article, judged)), key=lambda said: said.content.start)
    return tuple(with_event(said, rules) for said in every)


def _in_sentences(document: Document, quotations: Sequence[Quotation], rules: RuleSet) -> Iterator[Saying]:
    found = lexicon(rules)
    places = [(quote.start, quote.end) for quote in quotations]
    names = names_of(document.article.text)
    titles: list[int] = []
    spoken: list[str] = []
    for sentence in document.sentences:
        doc = document.docs.get(sentence.index)
        sayings: list[Saying] = []
        stances: list[Saying] = []
        if doc is not None:
            inside = [place for place in places if place[0] < sentence.end and sentence.start <= place[1] + 3]
            tree = document.trees.get(sentence.index)
            words = tree.words if tree is not None else [token.lower_ for token in doc]
            sight = Sight(doc, sentence.start, found, inside, words, names)
            sayings = [*find_clauses(sight), *find_phrases(sight)]
            sayings += find_labels(sight, sayings)
            sayings = relay(cite([*sayings, *find_nominals(sight, sayings)], sight), sight)
            sayings = clip(sayings, document.article, found)
            stances = [*find_stances(sight, sayings, rules), *find_noun_stances(sight, sayings, rules)]
        if not sayings and (sentence.part == "title" or _is_heading(sentence)):
            titles.append(sentence.index)
        spoken += [document.article.text[slice(*saying.sources[-1])] for saying in sayings]
        yield from (*sayings, *stances)
    for index in titles:
        yield from find_headline(document.sentences[index], spoken, document.article, found)


def _is_heading(sentence: Sentence) -> bool:
    """Whether a sentence near the top of an article has no stop, as headlines have none."""
    return sentence.paragraph <= HEADINGS and sentence.text[-1:].isalnum()
