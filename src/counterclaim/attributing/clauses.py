"""Reporting verbs of a parsed sentence: who, by which verb, and what."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from counterclaim.attributing import contents
from counterclaim.attributing.contents import Tokens
from counterclaim.attributing.lexicon import Cue, Lexicon
from counterclaim.attributing.sayings import Range, Saying
from counterclaim.attributing.speakers import beside, fits, phrase_of, subject_of

UNREAL = frozenset({"would", "could", "should", "might", "may", "wo", "ca", "shall", "will", "'ll", "'d"})
NOT_DONE = frozenset(
    "refused declined failed refuse decline refuses declines unable reluctant hesitated seemed appears appeared wanted want wants "
    "supposed expected asked".split()
)
GOES_ON = frozenset("went goes go continued proceeded rushed moved took hastened was is told quick used".split())
QUOTING = frozenset({"quoted", "quoting", "quotes", "quote", "cited", "citing", "cites", "cite"})


@dataclass(frozen=True, slots=True)
class Sight:
    """A parsed sentence, its place in the article, the lexicon, and the quotations in it (in characters of the article)."""

    doc: Doc
    base: int
    found: Lexicon
    quotes: Sequence[Range]

    def characters(self, tokens: Tokens) -> Range:
        """The characters of the article that a stretch of tokens covers."""
        first, last = self.doc[tokens[0]], self.doc[tokens[1] - 1]
        return self.base + first.idx, self.base + last.idx + len(last)

    def quotation(self, token: Token) -> Range | None:
        """The quotation that the token stands in."""
        at = self.base + token.idx
        return next((quote for quote in self.quotes if quote[0] <= at < quote[1]), None)

    def bounds(self, token: Token) -> Tokens:
        """The sentence's tokens or, for a word inside a quotation, those of the quotation."""
        quote = self.quotation(token)
        if quote is None:
            return 0, len(self.doc)
        inside = [word.i for word in self.doc if quote[0] <= self.base + word.idx < quote[1]]
        return inside[0], inside[-1] + 1


def find_clauses(sight: Sight) -> Iterator[Saying]:
    """The reporting verbs of the sentence that report."""
    for token in sight.doc:
        cues = sight.found.verbs.get(token.lower_)
        if cues is None or not token.tag_.startswith("VB") or is_unreal(token):
            continue
        saying = _passive(token, cues, sight) if is_passive(token) else _active(token, cues, sight)
        if saying is not None:
            yield saying


def is_unreal(verb: Token) -> bool:
    """Whether nothing is said: "did not say", "would say", "declined to say", "if he says"."""
    if verb.head.lower_ in NOT_DONE and verb.dep_ in ("xcomp", "ccomp"):
        return True
    for child in verb.children:
        if child.dep_ == "neg" or (child.dep_ == "aux" and child.lower_ in UNREAL):
            return True
        if child.dep_ == "mark" and child.lower_ in ("if", "unless", "whether"):
            return True
        if child.dep_ == "aux" and child.tag_ == "TO" and verb.head.lower_ not in GOES_ON:
            return True
    return False


def is_passive(verb: Token) -> bool:
    """Whether those who say it are not the subject ("was reported by", "reports confirmed by")."""
    if any(child.dep_ in ("auxpass", "nsubjpass") for child in verb.children):
        return not any(child.lower_ == "as" and child.dep_ == "prep" for child in verb.children)
    return verb.tag_ == "VBN" and verb.dep_ == "acl"


def _passive(verb: Token, cues: Sequence[Cue], sight: Sight) -> Saying | None:
    agent = next((child for child in verb.children if child.dep_ == "agent"), None)
    speaker = next((child for child in agent.children if child.dep_ == "pobj"), None) if agent else None
    cue = next((cue for cue in cues if "object" in cue.frames and not cue.objects and not cue.subjects), None)
    if agent is None or speaker is None or cue is None:
        return None
    start = verb.head.left_edge.i if verb.dep_ == "acl" else verb.left_edge.i
    after = contents.tidy(sight.doc, agent.right_edge.i + 1, verb.right_edge.i + 1)
    content = after if after and after[1] - after[0] > 4 else contents.tidy(sight.doc, start, verb.i)
    return _saying(sight, verb, cue, speaker, content) if content else None


def _active(verb: Token, cues: Sequence[Cue], sight: Sight) -> Saying | None:
    speaker = _speaker(verb, sight)
    if speaker is None:
        return None
    for cue in cues:
        if cue.particle and not any(right.lower_ == cue.particle for right in sight.doc[verb.i + 1 : verb.i + 3]):
            continue
        if not fits(speaker, cue, sight.found):
            continue
        content = _content(verb, cue, speaker, sight)
        if content is not None:
            return _saying(sight, verb, cue, speaker, content)
    return None


def _speaker(verb: Token, sight: Sight) -> Token | None:
    if verb.dep_ == "pcomp" and verb.head.lower_ == "as" and verb.head.head.lower_ in QUOTING:
        return _quoted(verb.head.head)
    return subject_of(verb) or beside(verb)


def _quoted(verb: Token) -> Token | None:
    return next((child for child in verb.children if child.dep_ in ("dobj", "nsubjpass")), None)


def _content(verb: Token, cue: Cue, speaker: Token, sight: Sight) -> Tokens | None:
    low, high = sight.bounds(verb)
    after = _after(verb, cue, sight)
    if after is not None:
        return contents.tidy(sight.doc, max(low, after[0]), min(high, after[1]))
    if not cue.frames & {"clause", "quote"}:
        return None
    subject = phrase_of(speaker, limit=verb)
    if verb.i > speaker.i or speaker.i - verb.i < 8:
        return _unlinked(verb, (subject[0], subject[1] + 1), low, high, sight)
    return None


def _after(verb: Token, cue: Cue, sight: Sight) -> Tokens | None:
    """The content that the grammar ties to the verb, in the frames of its rule."""
    frames = cue.frames
    if "clause" in frames or "quote" in frames or "how" in frames:
        clause = contents.clause_after(verb, sight.found)
        if clause is not None and ("clause" in frames or sight.doc[clause[0]].is_quote or sight.doc[clause[0] - 1].is_quote):
            return clause
    if frames & {"infinitive", "gerund"}:
        other = next((child for child in verb.children if child.dep_ in ("xcomp", "ccomp") and child.i > verb.i), None)
        if other is not None:
            return contents.tidy(sight.doc, verb.i + 1, contents.end_of(verb, other.right_edge.i + 1, sight.found))
    if frames & {"of", "about"}:
        return contents.phrase_after(verb, ("of", "about", "for", "over"))
    return _object(verb, cue, sight) if "object" in frames else None


def _object(verb: Token, cue: Cue, sight: Sight) -> Tokens | None:
    """The noun phrase that is reported: "the loss of five tanks", "reports that five were killed"."""
    thing = next((child for child in verb.children if child.dep_ == "dobj" and child.i > verb.i), None)
    if thing is None or thing.lower_ in cue.stops or (cue.objects and thing.lower_ not in cue.objects):
        return None
    if thing.tag_ in ("PRP", "WP", "WDT"):
        return None
    ends = [child.right_edge.i + 1 for child in verb.rights if child.dep_ in ("dobj", "prep", "oprd", "advcl", "npadvmod")
            and not (child.lower_ in sight.found.verbs and child.dep_ == "advcl")]  # fmt: skip
    return contents.tidy(sight.doc, thing.left_edge.i, max(thing.right_edge.i + 1, *ends))


def _unlinked(verb: Token, subject: Tokens, low: int, high: int, sight: Sight) -> Tokens | None:
    """The content that stands before the verb or after a colon, quote or "as they say": by place, not by grammar."""
    doc = sight.doc
    after = max(verb.i, subject[1] - 1) + 1
    introduced = next((i for i in range(after, min(high, after + 12)) if doc[i].text in (":", '"', "“")), None)
    if introduced is not None and introduced + 1 < high:
        return contents.tidy(doc, introduced if doc[introduced].text != ":" else introduced + 1, high)
    if any(child.dep_ == "mark" and child.lower_ == "as" or child.lower_ == "as" and child.i < verb.i for child in verb.children):
        if verb.left_edge.i <= low + 1:
            return contents.tidy(doc, verb.right_edge.i + 1, high)
    elif verb.dep_ not in contents.MAIN or any(child.dep_ == "mark" for child in verb.children):
        return None
    before = contents.words_before(verb, subject, low)
    return contents.words_around(verb, subject, before, high) if before else None


def _saying(sight: Sight, verb: Token, cue: Cue, speaker: Token, content: Tokens) -> Saying:
    first, last = phrase_of(speaker, limit=verb)
    start, end = sight.characters(content)
    sources = (sight.characters((first, last + 1)),)
    outer = _relay(verb)
    if outer is not None:
        first, last = phrase_of(outer, limit=verb)
        sources = (sight.characters((first, last + 1)), *sources)
    return Saying(
        start=start, end=end, sources=sources, cue=sight.characters((verb.i, verb.i + 1)), act=cue.act,
        modality=cue.modality, rule=cue.rule, outer=content[1] <= verb.i and verb.dep_ in ("ROOT", "parataxis", "ccomp"),
    )  # fmt: skip


def _relay(verb: Token) -> Token | None:
    """Who relays the words of another: "the agency quoted the governor as saying"."""
    if verb.dep_ != "pcomp" or verb.head.lower_ != "as" or verb.head.head.lower_ not in QUOTING:
        return None
    relayer = verb.head.head
    if is_passive_of(relayer):
        agent = next((child for child in relayer.children if child.dep_ == "agent"), None)
        return next((child for child in agent.children if child.dep_ == "pobj"), None) if agent else None
    return subject_of(relayer)


def is_passive_of(verb: Token) -> bool:
    """Whether the verb's subject is the one quoted: "was quoted by the agency"."""
    return any(child.dep_ in ("auxpass", "nsubjpass") for child in verb.children)
