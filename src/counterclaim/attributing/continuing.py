"""Reported speech that goes on without a verb of its own: between two reports of one speaker, or in a list."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from spacy.tokens import Doc

from counterclaim.attributing.lexicon import Cue, Lexicon
from counterclaim.attributing.sayings import Saying
from counterclaim.parsed import Document
from counterclaim.records import Article
from counterclaim.segments import Sentence

BETWEEN = 2  # sentences: longer stretches between two reports are the outlet's own
DIRECT = frozenset({"clause", "quote", "after"})  # frames of verbs that report by themselves
QUOTES = frozenset("\"“‘'«")
BULLETS = ("-", "–", "—", "*", "•", "·", "▪", "●", "■", "1", "2", "3", "4", "5", "6", "7", "8", "9")


def find_continued(sayings: Sequence[Saying], document: Document, found: Lexicon) -> list[Saying]:
    """A report for each stretch of sentences that goes on with what a speaker said before."""
    cue = next(cue for cue in found.cues.values() if "continuing" in cue.frames)
    spoken = _by_sentence(sayings, document.sentences)
    stretches = [
        *_sandwiched(spoken, document, found),
        *_shifted(spoken, document, found),
        *_announced(sayings, document.sentences, found),
        *_looking_back(sayings, document.sentences),
    ]
    return [_goes_on(saying, start, end, cue) for saying, start, end in stretches]


def _goes_on(saying: Saying, start: int, end: int, cue: Cue) -> Saying:
    if saying.looks_back:  # "this was confirmed by": the verb is said of the words themselves
        plain = replace(saying, extra=(*saying.extra, cue.rule))
    else:
        plain = replace(saying, rule=cue.rule, act=cue.act, modality=cue.modality, whose=None)
    return replace(plain, start=start, end=end, widens=False, closes=False, announces=False, looks_back=False)


def _by_sentence(sayings: Sequence[Saying], sentences: Sequence[Sentence]) -> dict[int, Saying]:
    """The first report of each sentence that has one."""
    spoken: dict[int, Saying] = {}
    ordered = sorted(sayings, key=lambda saying: saying.cue)
    at = 0
    for saying in ordered:
        while at + 1 < len(sentences) and sentences[at].end <= saying.cue[0]:
            at += 1
        spoken.setdefault(sentences[at].index, saying)
    return spoken


def _sandwiched(spoken: Mapping[int, Saying], document: Document, found: Lexicon) -> list[tuple[Saying, int, int]]:
    """Sentences of one paragraph between two reports of one speaker."""
    stretches = []
    sentences, article = document.sentences, document.article
    indexes = sorted(spoken)
    for first, second in pairwise(indexes):
        between = sentences[first + 1 : second]
        one_paragraph = sentences[first].paragraph == sentences[second].paragraph
        direct = _is_direct(spoken[first], found) and _is_direct(spoken[second], found)
        if not 0 < len(between) <= BETWEEN or not one_paragraph or not direct:
            continue
        if all(_is_quoted(spoken[index], article) for index in (first, second)):
            continue  # between the quotations of an interview the outlet tells the story
        if any(_speaks_of_another(document.docs.get(one.index), spoken[first], article) for one in between):
            continue
        if _is_same(spoken[first], spoken[second], article, found):
            stretches.append((spoken[first], between[0].start, between[-1].end))
    return stretches


def _is_quoted(saying: Saying, article: Article) -> bool:
    """Whether what is said stands in quotation marks."""
    return not QUOTES.isdisjoint(article.text[max(0, saying.start - 1) : saying.start + 1])


def _speaks_of_another(doc: Doc | None, saying: Saying, article: Article) -> bool:
    """Whether a sentence has a titled person for its subject who is not the speaker: a later "he" may be that one."""
    speaker = article.text[slice(*saying.sources[-1])]
    subject = next((token for token in doc or () if token.dep_ == "nsubj" and token.head.dep_ == "ROOT"), None)
    if subject is None or not subject.tag_.startswith("NNP") or subject.text in speaker:
        return False
    return sum(child.dep_ == "compound" for child in subject.children) > 1  # "US President Ann Bell"


def _is_direct(saying: Saying, found: Lexicon) -> bool:
    """Whether somebody says something by a verb that reports, and doubts or foresees nothing."""
    cue = found.cues.get(saying.rule)
    return cue is not None and cue.frames >= DIRECT and not cue.subjects and saying.modality == "asserted"


def _is_same(first: Saying, second: Saying, article: Article, found: Lexicon) -> bool:
    """Whether the second report names the speaker of the first again, or says "he" or "it"."""
    one, other = (article.text[slice(*saying.sources[-1])].lower() for saying in (first, second))
    pronouns = found.words["he"] | found.words["it"] | found.words["they"]
    return other in pronouns or one == other or one.endswith(" " + other)


def _shifted(spoken: Mapping[int, Saying], document: Document, found: Lexicon) -> list[tuple[Saying, int, int]]:
    """A sentence in the past perfect right after a report in the past: "..., he said. Dozens had been captured." """
    stretches = []
    for index, saying in spoken.items():
        after = document.sentences[index + 1 : index + 2]
        doc = document.docs.get(index + 1)
        if not after or doc is None or index + 1 in spoken or after[0].paragraph != document.sentences[index].paragraph:
            continue
        root = next((token for token in doc if token.dep_ == "ROOT"), None)
        if (
            root is not None
            and root.tag_ == "VBN"
            and any(c.dep_ == "aux" and c.lower_ in found.words["past_aux"] for c in root.children)
        ):
            stretches.append((saying, after[0].start, after[0].end))
    return stretches


def _announced(
    sayings: Sequence[Saying], sentences: Sequence[Sentence], found: Lexicon
) -> list[tuple[Saying, int, int]]:
    """What a report announces with a colon at its end: a list, or a statement up to the next direct report."""
    stretches = []
    direct = _by_sentence([saying for saying in sayings if _is_direct(saying, found)], sentences)
    for index, saying in _by_sentence([one for one in sayings if one.announces], sentences).items():
        after = index + 1
        listed = after < len(sentences) and _is_item(sentences[after])
        if after < len(sentences) and sentences[after].text[0] in QUOTES:
            continue
        while after < len(sentences) and (_is_item(sentences[after]) if listed else after not in direct):
            after += 1
        if after > index + 1:
            stretches.append((saying, sentences[index + 1].start, sentences[after - 1].end))
    return stretches


def _looking_back(sayings: Sequence[Saying], sentences: Sequence[Sentence]) -> list[tuple[Saying, int, int]]:
    """The sentences before "This was said by the minister" that nobody else says: of its paragraph, or of the last."""
    spoken = set(_by_sentence(sayings, sentences))
    stretches = []
    for index, saying in _by_sentence([one for one in sayings if one.looks_back], sentences).items():
        first = index
        while first > 0 and first - 1 not in spoken and _is_before(sentences[first - 1], sentences[index - 1]):
            first -= 1
        if first < index and sentences[index].paragraph - sentences[index - 1].paragraph < BETWEEN:
            stretches.append((saying, sentences[first].start, sentences[index - 1].end))
    return stretches


def _is_before(sentence: Sentence, last: Sentence) -> bool:
    return sentence.paragraph == last.paragraph and sentence.part != "title"


def _is_item(sentence: Sentence) -> bool:
    return sentence.part == "list" or sentence.text.startswith(BULLETS)
