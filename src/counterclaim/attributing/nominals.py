"""Nouns that report: "the ministry's claim that ...", "reports of ...", and reports that are called false."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from spacy.tokens import Token

from counterclaim.attributing.lexicon import Cue, Lexicon
from counterclaim.attributing.noun_phrases import can_speak, phrase_of
from counterclaim.attributing.sayings import Range, Saying
from counterclaim.attributing.sight import NAMING, Sight, Tokens
from counterclaim.attributing.subjects import subject_of
from counterclaim.caseless import Caseless, caseless

AWAY = 8  # tokens: "the ministry's claim, a day earlier, that ..."
NEAR = 6  # tokens of a that-clause before which no comma ends it
ASKING = 12  # characters before the content in which "whether" stands
STOP = re.compile(r"(?<=[a-z0-9][a-z0-9])[.!?][\"”’']?\s+(?=[\"“‘]?[A-Z])")


def find_nominals(sight: Sight, told: Sequence[Saying]) -> Iterator[Saying]:
    """The reporting nouns of the sentence that have a content: a that-clause, or "of" after a plural.

    `told` are the reports by verbs: "confirmed reports that ..." is the verb's.
    """
    verbs = {saying.cue for saying in told}
    for i, word in enumerate(sight.words):
        cue = sight.found.nouns.get(word)
        if cue is None:
            continue
        token = sight.doc[i]
        if not token.tag_.startswith("NN") or _is_in_a_name(token) or _belongs_to_a_verb(token, verbs, sight):
            continue
        content = _content(token, cue, sight)
        source = owner_of(token, sight) or (token if "alone" in cue.frames else None)
        if content is None or source is None or any(sight.is_word(child, "not_any") for child in token.children):
            continue
        if source == token and _moves(token, sight):
            continue
        named = phrase_of(source, sight).tokens if source != token else (token.i, token.i + 1)
        start, end = sight.characters(content)
        yield Saying(
            start=start, end=end, sources=(sight.characters(named),), cue=sight.characters((token.i, token.i + 1)),
            act=cue.act, modality=cue.modality, rule=cue.rule, widens=False,
        )  # fmt: skip


def _moves(noun: Token, sight: Sight) -> bool:
    """Whether somebody only feels something about the report: "saddened by the news that", "welcomed the news that"."""
    above = noun.head.head if noun.dep_ == "pobj" else noun.head
    return sight.is_word(above, "feeling")


def _is_in_a_name(noun: Token) -> bool:
    """Whether the noun is part of a name: "Coast News"."""
    named = any(child.dep_ == "compound" and child.tag_ in NAMING for child in noun.children)
    return noun.tag_ in NAMING and (named or noun.dep_ == "compound")


def _belongs_to_a_verb(noun: Token, verbs: set[Range], sight: Sight) -> bool:
    """ "confirmed reports that ...": the verb's subject says so, the reports are its object."""
    return noun.dep_ in ("dobj", "nsubj") and sight.characters((noun.head.i, noun.head.i + 1)) in verbs


def _content(noun: Token, cue: Cue, sight: Sight) -> Tokens | None:
    for child in noun.children:
        if child.dep_ in ("acl", "ccomp", "relcl") and child.i > noun.i and _is_that_clause(child, sight):
            return sight.tidy(child.left_edge.i, child.right_edge.i + 1)
        of = child.dep_ == "prep" and sight.is_word(child, "of") and "of" in cue.frames
        if of and (noun.tag_ in ("NNS", "NNPS") or _is_owned(noun)):
            return sight.tidy(child.i + 1, child.right_edge.i + 1)
    for i in range(noun.i + 1, min(noun.i + AWAY, len(noun.doc))):
        token = noun.doc[i]
        if sight.is_word(token, "that") and token.tag_ == "IN" and i > noun.i + 1:
            return sight.tidy(i + 1, _clause_end(token, sight))
        if token.tag_.startswith(("VB", "MD", "W")) or token.text in ";:":
            break
    return None


def _is_owned(noun: Token) -> bool:
    """Whether the noun says whose it is: "the army's claim"."""
    return any(child.dep_ == "poss" for child in noun.children)


def _clause_end(mark: Token, sight: Sight) -> int:
    """The end of a that-clause that the grammar ties to something else: its comma, or the end of the sentence."""
    end = sight.bounds(mark)[1]
    for token in mark.doc[mark.i + NEAR : end - 1]:
        if token.text == "," and token.nbor().tag_ not in ("CC", "VBG", "IN"):
            return token.i
    return end


def _is_that_clause(clause: Token, sight: Sight) -> bool:
    return any(child.dep_ == "mark" and sight.is_word(child, "that") for child in clause.children)


def owner_of(noun: Token, sight: Sight) -> Token | None:
    """Whose a report is: "the army's claim", "a claim by the army", "the army made the claim".

    In "calls to end the strikes by the army" the army strikes, whatever the parse says.
    """
    if noun.dep_ == "dobj" and sight.is_word(noun.head, "light"):
        giver = subject_of(noun.head, sight)
        return giver if giver is not None and can_speak(giver, sight) else None
    for child in noun.children:
        if child.dep_ == "poss":
            return child
        giving = child.dep_ in ("prep", "agent") and sight.is_word(child, "given_by")
        if giving and not any(sight.is_word(between, "deed") for between in noun.doc[noun.i + 1 : child.i]):
            return next((grand for grand in child.children if grand.dep_ == "pobj"), None)
    named = [child for child in noun.children if child.dep_ in ("compound", "nmod") and child.tag_ in NAMING]
    return named[-1] if named else None  # "a Reuters report"


@lru_cache(maxsize=8)
def _patterns(found: Lexicon) -> tuple[Caseless, re.Pattern[str], re.Pattern[str]]:
    """A report that is called false, one that is denied, and "in which": what it is known by is not denied."""
    nouns, words = _either(found.judged | set(found.nouns)), _either(found.judgements)
    be, article = _either(found.words["be"]), _either(found.words["one_article"])
    judged = rf"\b({nouns})\b(?=[^.!?]*?\b(?:{be})\s+(?:\w+\s+){{0,2}}?(?:(?:{article})\s+)?(?:{words})\b)"
    owned = re.compile(rf"^(?:[\w'’-]+\s+){{0,4}}?({nouns})\b", re.I)
    aside = rf"\s(?:{_either(found.words['aside'])}) (?:{_either(found.words['which'])})\b"
    return caseless(judged), owned, re.compile(aside)


def _either(words: Iterable[str]) -> str:
    return "|".join(sorted(words, key=lambda word: (-len(word), word)))


def judge_all(sayings: Sequence[Saying], text: str, found: Lexicon) -> Iterator[Saying]:
    """The reports as they are meant; of a speech the sentence that calls other reports false is a denial by itself."""
    judged, _, _ = _patterns(found)
    for saying in sayings:
        match = judged.search(text[saying.start : saying.end]) if saying.modality == "asserted" else None
        part = _sentence_around(saying, text, match.start()) if match is not None else None
        if part is not None and part != (saying.start, saying.end):
            yield _estimated(saying, text, found)
            yield judge(replace(saying, start=part[0], end=part[1], widens=False), text, found)
        else:
            yield judge(saying, text, found)


def _sentence_around(saying: Saying, text: str, at: int) -> Range:
    """The characters of the sentence of a speech in which something stands."""
    content = text[saying.start : saying.end]
    before = [stop.end() for stop in STOP.finditer(content, 0, at)]
    behind = STOP.search(content, at)
    end = behind.start() + 1 if behind is not None else len(content)
    return saying.start + max(before, default=0), saying.start + end


def judge(saying: Saying, text: str, found: Lexicon) -> Saying:
    """The report as a denial where it calls other reports false, and a denial with those whose claim is denied.

    What estimates and assessments say is estimated.
    """
    judged, owned, which = _patterns(found)
    content = text[saying.start : saying.end]
    saying = _estimated(saying, text, found)
    match = judged.search(content) if saying.modality == "asserted" else None
    if match is not None:
        rule = next(cue for cue in found.cues.values() if "judged" in cue.frames)
        return replace(saying, act=rule.act, modality=rule.modality, rule=rule.rule, whose=_at(saying, match))
    if saying.modality != "denied":
        return saying
    match, aside = owned.match(content), which.search(content)
    end = saying.start + aside.start() if aside is not None else saying.end
    return replace(saying, end=end, whose=_at(saying, match) if match is not None else None)


def _estimated(saying: Saying, text: str, found: Lexicon) -> Saying:
    """The report as an estimate where an estimate speaks, as a possibility where the question is whether it is so."""
    if saying.modality == "asserted" and _asks(text, saying.start, found):
        return replace(saying, modality="possible")
    words = text[slice(*saying.sources[-1])].lower().split() if saying.modality == "asserted" else []
    cue = next((cue for word in words if (cue := found.nouns.get(word)) and cue.modality == "estimated"), None)
    if cue is None:
        return saying
    return replace(saying, act=cue.act, modality=cue.modality, extra=(*saying.extra, cue.rule))


def _asks(text: str, start: int, found: Lexicon) -> bool:
    before = text[max(0, start - ASKING) : start].split()
    return bool(before) and before[-1].lower() in found.words["asking"]


def _at(saying: Saying, match: re.Match[str]) -> Range:
    return saying.start + match.start(1), saying.start + match.end(1)
