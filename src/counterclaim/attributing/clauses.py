"""Reporting verbs of a parsed sentence: who, by which verb, and what."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Token

from counterclaim.attributing.closing import find_closing, who_adds
from counterclaim.attributing.contents import find_content, is_misread
from counterclaim.attributing.lexicon import Cue
from counterclaim.attributing.noun_phrases import SUBJECTS, Phrase, can_speak, chunk_before, phrase_of
from counterclaim.attributing.placed_before import is_last
from counterclaim.attributing.sayings import Range, Saying
from counterclaim.attributing.sight import Sight, Tokens, has_tense
from counterclaim.attributing.speakers import find_speaker, has_subject, subject_of

OPENING = 6  # tokens: a sentence that opens with "Smith said" has nothing before it to be said
GAP = 3  # characters between a quotation and the sentence after it: the mark and a space


def find_clauses(sight: Sight) -> Iterator[Saying]:
    """The reporting verbs of the sentence that report."""
    found = sight.found
    for i, word in enumerate(sight.words):
        if word not in found.verbs or word in found.phrases or (i and sight.is_word(sight.doc[i - 1], "united")):
            continue
        verb = sight.doc[i]
        cues = [cue for cue in found.verbs[word] if cue.particle is None or _has_particle(verb, cue.particle)]
        if not _is_verb(verb, sight) or is_unreal(verb, sight):
            continue
        saying = _closing(verb, cues, sight)
        if saying is None:
            saying = _passive(verb, cues, sight) if is_passive(verb, sight) else _active(verb, cues, sight)
        if saying is not None:
            yield saying


def _has_particle(verb: Token, particle: str) -> bool:
    """Whether the particle of "point out" or "own up" stands behind the verb."""
    return any(right.lower_ == particle for right in verb.doc[verb.i + 1 : verb.i + 3])


def _is_verb(word: Token, sight: Sight) -> bool:
    """Whether the word is a verb, or a noun only for the tagger: "the report states that", "..., Crux reports." """
    if word.tag_.startswith("VB"):
        return True
    if not word.tag_.startswith("NN") or word.i + 1 >= len(word.doc):
        return False
    told = sight.is_word(word.nbor(), "that") and word.nbor().dep_ == "mark" and word.lower_ not in sight.found.nouns
    shown = word.nbor(-1).tag_ == "NNS" and word.nbor().text in (",", ".") if word.i > 0 else False
    if shown and sight.found.kind(word.nbor(-1).lower_) == "document" and word.lower_ not in sight.found.nouns:
        return True  # "..., records show."
    ends = word.i + 2 >= len(word.doc) and word.i > OPENING and word.tag_ == "NNS"
    return told or (ends and _is_named(word.i - 1, sight) and _is_set_off(word, sight))


def _is_set_off(word: Token, sight: Sight) -> bool:
    """Whether a mark parts the noun phrase before a word from the rest: "..., Crux reports", no "12 Crux figures"."""
    phrase = chunk_before(word, sight)
    return phrase is not None and phrase.tokens[0] > 0 and not sight.doc[phrase.tokens[0] - 1].is_alpha


def _is_named(i: int, sight: Sight) -> bool:
    """Whether a token is a name, or a person's noun with nothing but its article after a quotation: '" the general'."""
    token = sight.doc[i]
    quoted = i > 1 and token.nbor(-1).tag_ == "DT" and token.nbor(-2).is_quote
    if sight.found.kind(token.lower_) in ("media", "body"):
        return True  # "..., the news agency reports"
    return token.tag_.startswith("NNP") or (quoted and sight.found.kind(token.lower_) == "person")


def is_unreal(verb: Token, sight: Sight) -> bool:
    """Whether nothing is said: "did not say", "would say", "declined to say", "if he says"."""
    if sight.is_word(verb.head, "undone") and verb.dep_ in ("xcomp", "ccomp"):
        return True
    if verb.dep_ == "pcomp" and sight.is_word(verb.head, "lacking"):
        return True
    if verb.tag_ in ("VBN", "VBD") and any(
        child.i == verb.i + 1 and sight.is_word(child, "state") and not has_subject(child) for child in verb.rights
    ):
        return True  # "40 confirmed dead": they confirm nothing
    if verb.tag_ in ("VBN", "VBG") and verb.dep_ in ("amod", "compound", "nmod", "acomp", "oprd"):
        return True
    for child in verb.children:
        if child.dep_ == "neg" or (child.dep_ == "aux" and sight.is_word(child, "unreal")):
            return True
        if child.dep_ == "mark" and sight.is_word(child, "condition"):
            return True
        if child.dep_ == "aux" and child.tag_ == "TO" and not sight.is_word(verb.head, "goes_on"):
            return True
        if child.dep_ == "aux" and child.tag_ == "TO" and any(other.dep_ == "neg" for other in verb.head.children):
            return True  # "it was not possible to verify"
    return False


def is_passive(verb: Token, sight: Sight) -> bool:
    """Whether those who say it are not the subject: "was reported by", "reports confirmed by"."""
    if _is_turned(verb):
        return not any(sight.is_word(child, "as") and child.dep_ == "prep" for child in verb.children)
    if is_misread(verb):
        return False
    bare = verb.dep_ == "acl" and not _has_that(verb, sight) and all(child.dep_ != "dobj" for child in verb.children)
    return verb.tag_ == "VBN" and (_agent(verb) is not None or bare or _is_asked(verb))


def _is_asked(verb: Token) -> bool:
    """Whether a participle without a subject tells what was done to the one who speaks: "when pressed on it, ..."."""
    alone = all(child.dep_ not in SUBJECTS and child.dep_ != "aux" for child in verb.children)
    return alone and verb.dep_ == "advcl" and any(child.dep_ in ("advmod", "mark") for child in verb.lefts)


def _has_that(verb: Token, sight: Sight) -> bool:
    """Whether "that" follows soon: "an officer ... reported on Monday that" is no passive, however it was tagged."""
    following = verb.doc[verb.i + 1 : verb.i + OPENING]
    return any(sight.is_word(token, "that") and token.dep_ == "mark" for token in following)


def _is_turned(verb: Token) -> bool:
    return any(child.dep_ in ("auxpass", "nsubjpass") for child in verb.children)


def _agent(verb: Token) -> Token | None:
    by = next((child for child in verb.children if child.dep_ == "agent"), None)
    return next((child for child in by.children if child.dep_ == "pobj"), None) if by is not None else None


def _passive(verb: Token, cues: Sequence[Cue], sight: Sight) -> Saying | None:
    agent = _agent(verb)
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
    if not _is_turned(relaying):
        return subject_of(relaying, sight)
    by = next(
        (child for child in verb.children if sight.is_word(child, "agent") and child.dep_ in ("prep", "agent")), None
    )
    behind = next((child for child in by.children if child.dep_ == "pobj"), None) if by is not None else None
    return _agent(relaying) or behind


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
