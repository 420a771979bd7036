"""Phrases that name a source without a reporting verb: "according to X", "per X", and "citing X" in another report."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Token

from counterclaim.attributing.lexicon import Cue
from counterclaim.attributing.noun_phrases import can_speak, phrase_of
from counterclaim.attributing.sayings import Range, Saying
from counterclaim.attributing.sight import Sight, Tokens, has_tense
from counterclaim.attributing.subjects import fits, governing, subject_of

Found = tuple[Cue, Tokens]  # the cue's rule and its tokens
CLIMB = frozenset({"conj", "prep", "pcomp", "advmod", "npadvmod", "amod", "xcomp"})
NAMING = frozenset({"NNP", "NNPS"})


def find_phrases(sight: Sight) -> Iterator[Saying]:
    """The "according to" phrases of the sentence, each with the clause it speaks about."""
    for cue, place in _phrases(sight):
        speaker = _named(sight, place) if "source" in cue.frames else None
        swallowed = _swallowed(speaker, place, sight)
        speaker = sight.doc[swallowed[1] - 1] if swallowed is not None else speaker
        if speaker is None or not _is_source(speaker, cue, sight):
            continue
        named = swallowed or _without_subject(phrase_of(speaker, sight, sight.doc[place[1] - 1]).tokens, sight)
        if any(token.lower_ in cue.stops for token in sight.doc[named[0] : named[1]]):
            continue
        if "opening" in cue.frames and place[0] != sight.bounds(sight.doc[place[0]])[0]:
            continue
        if "shares" in cue.frames and not _tells_share(sight, place[0]):
            continue
        if "named" in cue.frames and sight.doc[named[0]].tag_ not in NAMING | {"DT", "PRP$"}:
            continue
        content = _about(sight, place, _behind(speaker, named[1], place))
        if content is None:
            continue
        start, end = sight.characters(content)
        yield Saying(
            start=start, end=end, sources=(sight.characters(named),), cue=sight.characters(place),
            act=cue.act, modality=cue.modality, rule=cue.rule,
        )  # fmt: skip


def _tells_share(sight: Sight, place: int) -> bool:
    """Whether a share is told before the phrase, and nobody takes part there: "led by 9 points in a poll"."""
    before = range(sight.bounds(sight.doc[place])[0], place)
    shares = any(sight.is_word(sight.doc[i], "share") for i in before)
    return shares and not any(sight.is_word(token, "polled") for token in (sight.doc[place].head, sight.doc[place - 1]))


def _is_source(speaker: Token, cue: Cue, sight: Sight) -> bool:
    """Whether the rule's phrase may name such a source."""
    if cue.objects:
        return speaker.lower_ in cue.objects
    return fits(speaker, cue, sight) or sight.is_name(speaker)


def _behind(speaker: Token, end: int, place: Tokens) -> int:
    """Where a source ends with what hangs on it, if a mark follows: "according to a list published on Monday, ..." """
    last = speaker.right_edge.i + 1
    marks = "," if speaker.doc[place[0]].text.istitle() else ",."
    return last if last < len(speaker.doc) and speaker.doc[last].text in marks else end


def _swallowed(speaker: Token | None, place: Tokens, sight: Sight) -> Tokens | None:
    """A source that the subject behind it took in for want of a comma: "according to the report | air raids hit"."""
    if speaker is None or can_speak(speaker, sight):
        return None
    inside = sight.doc[place[1] : speaker.i]
    if not inside or not all(token.tag_.startswith(("NN", "JJ", "DT")) for token in inside):
        return None
    last = next((token for token in reversed(inside) if sight.found.kind(token.lower_) is not None), None)
    return (place[1], last.i + 1) if last is not None else None


def _without_subject(named: Tokens, sight: Sight) -> Tokens:
    """A source without the subject that the parser joined to it: "per the ministry, | the strike killed ten"."""
    doc, (start, end) = sight.doc, named
    if end >= len(doc) or not has_tense(doc[end]):
        return named
    comma = next((i for i in range(end - 1, start, -1) if doc[i].text == ","), None)
    return named if comma is None else (start, comma)


def _has_name(speaker: Token) -> bool:
    return any(word.tag_ in NAMING for word in speaker.subtree)


def _phrases(sight: Sight) -> Iterator[Found]:
    words, phrases = sight.words, sight.found.phrases
    for i, word in enumerate(words):
        if word not in phrases:
            continue
        for phrase, cue in phrases[word]:
            if tuple(words[i : i + len(phrase)]) == phrase:
                yield cue, (i, i + len(phrase))
                if not cue.objects:
                    break


def _named(sight: Sight, place: Tokens) -> Token | None:
    """The head of the noun phrase after the cue's last word."""
    last = sight.doc[place[1] - 1]
    by_grammar = next((child for child in last.children if child.dep_ in ("pobj", "dobj") and child.i > last.i), None)
    if by_grammar is not None:
        return by_grammar
    i = place[1]
    while (
        i + 1 < len(sight.doc)
        and sight.doc[i + 1].tag_[:2] in ("NN", "JJ")
        and sight.doc[i].tag_[:2] in ("NN", "DT", "JJ", "PR")
    ):
        i += 1
    return sight.doc[i] if i < len(sight.doc) and sight.doc[i].tag_[:2] in ("NN", "PR") else None


def _about(sight: Sight, place: Tokens, after: int) -> Tokens | None:
    """The clause that the phrase speaks about: what follows it at the beginning, else its clause up to it."""
    doc = sight.doc
    low, high = _in_brackets(doc[place[0]], sight.bounds(doc[place[0]]))
    head = doc[place[0]].head
    while head.dep_ in CLIMB and head.head != head:
        head = head.head
    start = max(low, head.left_edge.i) if head.dep_ in ("relcl", "ccomp", "advcl", "acl") else low
    end = min(high, head.right_edge.i + 1) if start > low else high
    if doc[place[0]].text.istitle() or all(_is_small(token) for token in doc[start : place[0]]):
        return sight.tidy(after, high if end <= after else end)
    if after >= high - 1 and doc[place[0]].dep_ != "conj" and (doc[place[0] - 1].text != "," or start == low):
        start = low
    follows = after < end and (doc[after].text == "," or has_tense(doc[after])) and end - after > 4
    return sight.tidy(start, end if follows else place[0])


def _in_brackets(cue: Token, bounds: Tokens) -> Tokens:
    """The bounds, narrowed to the brackets that the cue stands in."""
    opening = [token.i for token in cue.doc[bounds[0] : cue.i] if token.text == "("]
    closing = [token.i for token in cue.doc[bounds[0] : cue.i] if token.text == ")"]
    if len(opening) <= len(closing):
        return bounds
    end = next((token.i for token in cue.doc[cue.i : bounds[1]] if token.text == ")"), bounds[1])
    return opening[-1] + 1, end


def _is_small(token: Token) -> bool:
    """Whether a word before the phrase leaves it at the beginning: "but according to", "that, according to"."""
    return token.is_punct or token.tag_ in ("CC", "RB") or token.dep_ == "mark"


def cite(sayings: Sequence[Saying], sight: Sight) -> list[Saying]:
    """The same reports, with the one that each "citing X" belongs to naming X as well."""
    cited = list(sayings)
    for cue, place in _phrases(sight):
        speaker = _named(sight, place) if "inner" in cue.frames else None
        if speaker is None or any(saying.cue == sight.characters(place) for saying in cited):
            continue
        if not can_speak(speaker, sight) and not _has_name(speaker):
            continue  # "citing fatigue": a reason, no source
        named = phrase_of(speaker, sight).tokens
        source = sight.characters(named)
        content = _as_saying(named[1], sight)
        if content is not None:
            start, end = sight.characters(content)
            outer = _outer(sight.doc[place[0]], sight)
            cited.append(Saying(
                start=start, end=end, sources=(*outer, source), cue=sight.characters(place), act=cue.act,
                modality=cue.modality, rule=cue.rule,
            ))  # fmt: skip
        elif cited:
            which = min(range(len(cited)), key=lambda i: _distance(cited[i], source[0]))
            if source not in cited[which].sources:
                cited[which] = replace(
                    cited[which], sources=(*cited[which].sources, source), extra=(*cited[which].extra, cue.rule)
                )
    return cited


def _distance(saying: Saying, place: int) -> tuple[int, int]:
    near = min(abs(place - saying.sources[-1][1]), abs(place - saying.cue[1]))
    return near, saying.start


def _as_saying(after: int, sight: Sight) -> Tokens | None:
    """What follows "quoting the governor as putting ..."."""
    doc = sight.doc
    if after + 1 < len(doc) and sight.is_word(doc[after], "as") and doc[after + 1].tag_ == "VBG":
        return sight.tidy(after + 2, sight.bounds(doc[after])[1])
    return None


def _outer(cue: Token, sight: Sight) -> tuple[Range, ...]:
    subject = subject_of(cue, sight)
    if subject is None or not can_speak(subject, sight):
        around = governing(cue, sight)
        return (sight.characters(around.tokens),) if around is not None else ()
    return (sight.characters(phrase_of(subject, sight, cue).tokens),)
