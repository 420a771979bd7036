"""Reporting verbs of a parsed sentence: who, by which verb, and what."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Token

from counterclaim.attributing.closing import find_closing, who_adds
from counterclaim.attributing.contents import find_content
from counterclaim.attributing.lexicon import Cue
from counterclaim.attributing.noun_phrases import Phrase, can_speak, phrase_of
from counterclaim.attributing.placed_before import is_last
from counterclaim.attributing.reporting_verbs import (
    OPENING,
    agent_of,
    has_particle,
    is_passive,
    is_turned,
    is_unreal,
    is_verb,
)
from counterclaim.attributing.sayings import Range, Saying
from counterclaim.attributing.sight import Sight, Tokens, has_tense
from counterclaim.attributing.speakers import find_speaker
from counterclaim.attributing.subjects import subject_of

GAP = 3  # characters between a quotation and the sentence after it: the mark and a space


def find_clauses(sight: Sight) -> Iterator[Saying]:
    """The reporting verbs of the sentence that report."""
    found = sight.found
    for i, word in enumerate(sight.words):
        if word not in found.verbs or word in found.phrases or (i and sight.is_word(sight.doc[i - 1], "united")):
            continue
        verb = sight.doc[i]
        cues = [cue for cue in found.verbs[word] if cue.particle is None or has_particle(verb, cue.particle)]
        if not is_verb(verb, sight) or is_unreal(verb, sight):
            continue
        saying = _closing(verb, cues, sight)
        if saying is None:
            saying = _passive(verb, cues, sight) if is_passive(verb, sight) else _active(verb, cues, sight)
        if saying is not None:
            yield saying


def _passive(verb: Token, cues: Sequence[Cue], sight: Sight) -> Saying | None:
    agent = agent_of(verb)
    if _is_about_this(verb, sight):
        return _looking_back(verb, cues, agent or _paper(verb, sight), sight)
    told = next((child.lower_ for child in verb.children if child.dep_ == "nsubjpass"), "")
    fitting = (cue for cue in cues if "object" in cue.frames and not cue.subjects)
    cue = next((cue for cue in fitting if not cue.objects or told in cue.objects), None)
    if agent is None or cue is None:
        return None
    low, high = sight.bounds(verb)
    if sight.is_word(sight.doc[low], "as") and verb.i <= low + 2:
        rest = sight.tidy(agent.right_edge.i + 1, high)
        return _saying(sight, verb, cue, phrase_of(agent, sight, verb), rest) if rest else None
    start = verb.head.left_edge.i if verb.dep_ == "acl" else verb.left_edge.i
    after = sight.tidy(agent.right_edge.i + 1, verb.right_edge.i + 1)
    content = after if after and after[1] - after[0] > 4 else sight.tidy(start, verb.i)
    return _saying(sight, verb, cue, phrase_of(agent, sight, verb), content) if content else None


def _is_about_this(verb: Token, sight: Sight) -> bool:
    """Whether what is told is "this": what stands before the sentence."""
    return any(child.dep_ == "nsubjpass" and sight.is_word(child, "this") for child in verb.children)


def _paper(verb: Token, sight: Sight) -> Token | None:
    """The paper in which something is told: "this is said in the ministry's letter"."""
    inside = (child for child in verb.children if child.dep_ == "prep" and sight.is_word(child, "stated_in"))
    papers = (part for child in inside for part in child.children if part.dep_ == "pobj")
    return next((paper for paper in papers if sight.found.kind(paper.lower_) == "document"), None)


def _looking_back(verb: Token, cues: Sequence[Cue], source: Token | None, sight: Sight) -> Saying | None:
    """ "This was said by the minister": the sentences before it are his."""
    cue = next((cue for cue in cues if {"clause", "object"} & cue.frames and not cue.subjects), None)
    if source is None or cue is None or not can_speak(source, sight):
        return None
    saying = _saying(sight, verb, cue, phrase_of(source, sight, verb), (verb.i, verb.i + 1))
    return replace(saying, looks_back=True, closes=False)


def _closing(verb: Token, cues: Sequence[Cue], sight: Sight) -> Saying | None:
    read = ((cue, find_closing(verb, cue, sight)) for cue in cues)
    return next((_saying(sight, verb, cue, *closing) for cue, closing in read if closing is not None), None)


def _active(verb: Token, cues: Sequence[Cue], sight: Sight) -> Saying | None:
    for cue in cues:
        speaker = _quoted(verb, sight) or issuer_of(verb, sight) or find_speaker(verb, cue, sight)
        speaker = speaker or who_adds(verb, sight)
        if speaker is not None and _is_ours(sight.doc[speaker.tokens[0]], sight):
            return None  # "our correspondent says": the outlet speaks itself
        if speaker is not None and "clause" in cue.frames and _announces(verb, sight):
            return replace(_saying(sight, verb, cue, speaker, (verb.i, verb.i + 1)), announces=True)
        content = find_content(verb, cue, speaker, sight) if speaker is not None else None
        if speaker is not None and content is not None and _can_say_so(speaker, verb, sight):
            return _saying(sight, verb, cue, speaker, content)
        if speaker is not None and "after" in cue.frames and speaker.tokens[1] <= verb.i <= OPENING:
            saying = _of_quotation(sight, verb, cue, speaker)
            if saying is not None:
                return saying
    return None


def _is_ours(first: Token, sight: Sight) -> bool:
    """Whether a phrase begins with "our" or is "we"; "these officials" does not stand for the outlet."""
    return sight.is_word(first, "nobody") and first.tag_ != "DT"


def _can_say_so(speaker: Phrase, verb: Token, sight: Sight) -> bool:
    """Whether the speaker is one that speaks; any noun may, with a clause: "the giant says it has won"."""
    if can_speak(speaker.head, sight) or speaker.tokens[0] > verb.i:
        return True
    clause = any(child.dep_ in ("ccomp", "parataxis") for child in verb.children)
    return clause or all(child.dep_ != "dobj" for child in verb.rights)


def _announces(verb: Token, sight: Sight) -> bool:
    """Whether the sentence ends with the verb and a colon."""
    if ":" not in sight.words[verb.i + 1 :]:
        return False
    rest = [token for token in sight.doc[verb.i + 1 :] if not token.is_quote]
    return bool(rest) and rest[-1].text == ":" and not any(has_tense(token) for token in rest) and len(rest) < OPENING


def _of_quotation(sight: Sight, verb: Token, cue: Cue, speaker: Phrase) -> Saying | None:
    """The report of the quotation that ends right before the sentence: '"Leave!" Smith said.'"""
    quote = next((quote for quote in sight.quotes if sight.base - GAP <= quote[1] < sight.base), None)
    closes = is_last(verb, speaker, len(sight.doc), sight) or _tells_when(verb)
    if quote is None or not closes:
        return None
    return Saying(
        start=quote[0], end=quote[1], sources=(sight.characters(speaker.tokens),),
        cue=sight.characters((verb.i, verb.i + 1)), act=cue.act, modality=cue.modality, rule=cue.rule,
    )  # fmt: skip


def _tells_when(verb: Token) -> bool:
    """Whether what follows the report only tells when or why it was made: '"Leave!" Smith said as he left'."""
    beside = next((child for child in verb.rights if child.dep_ == "advcl"), None)
    if beside is None or any(child.dep_ in ("dobj", "ccomp", "xcomp") for child in verb.rights):
        return False
    around = (*verb.doc[verb.i + 1 : beside.left_edge.i], *verb.doc[beside.right_edge.i + 1 :])
    return not any(token.is_quote or token.text == ":" or has_tense(token) for token in around)


def _relayed(verb: Token, sight: Sight) -> Token | None:
    """The verb that relays this one: "quoted" in "quoted the governor as saying"."""
    relaying = verb.head.head if verb.dep_ == "pcomp" and sight.is_word(verb.head, "as") else None
    return relaying if relaying is not None and sight.is_word(relaying, "quoting") else None


def _quoted(verb: Token, sight: Sight) -> Phrase | None:
    relaying = _relayed(verb, sight)
    if relaying is None:
        return None
    one = next((child for child in relaying.children if child.dep_ in ("dobj", "nsubjpass")), None)
    return phrase_of(one, sight) if one is not None else None


def issuer_of(verb: Token, sight: Sight) -> Phrase | None:
    """Who says what a paper says that they put out: "the ministry issued a statement saying that"."""
    paper = verb.head
    if verb.dep_ != "acl" or verb.tag_ != "VBG" or paper.dep_ != "dobj" or not sight.is_word(paper, "issued"):
        return None
    issuer = subject_of(paper.head, sight) if sight.is_word(paper.head, "light") else None
    return phrase_of(issuer, sight, paper.head) if issuer is not None and can_speak(issuer, sight) else None


def _relayer(verb: Token, relaying: Token, sight: Sight) -> Token | None:
    """Who quotes: the subject of "quoted" or, for "was quoted as saying by", the one behind "by"."""
    if not is_turned(relaying):
        return subject_of(relaying, sight)
    by = next(
        (child for child in verb.children if sight.is_word(child, "agent") and child.dep_ in ("prep", "agent")), None
    )
    behind = next((child for child in by.children if child.dep_ == "pobj"), None) if by is not None else None
    return agent_of(relaying) or behind


def _saying(sight: Sight, verb: Token, cue: Cue, speaker: Phrase, content: Tokens) -> Saying:
    start, end = sight.characters(content)
    sources: tuple[Range, ...] = (sight.characters(speaker.tokens),)
    relaying = _relayed(verb, sight)
    relayer = _relayer(verb, relaying, sight) if relaying is not None else None
    if relayer is not None:
        sources = (sight.characters(phrase_of(relayer, sight, relaying).tokens), *sources)
    low, high = sight.bounds(verb)
    closing = content[0] <= low + 1 and content[1] <= verb.i and is_last(verb, speaker, high, sight)
    return Saying(
        start=start, end=end, sources=sources, cue=sight.characters((verb.i, verb.i + 1)),
        act=cue.act, modality=cue.modality, rule=cue.rule, closes=closing,
    )  # fmt: skip
