"""Who is quoted by whom: "an official quoted by the agency", "the ministry said in a statement cited by the radio"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Token

from counterclaim.attributing.noun_phrases import can_speak, phrase_of
from counterclaim.attributing.sayings import Range, Saying
from counterclaim.attributing.sight import Sight


def relay(sayings: Sequence[Saying], sight: Sight) -> list[Saying]:
    """The same reports, with those that quote their source before it."""
    found = list(sayings)
    for i, word in enumerate(sight.words):
        if word not in sight.found.words["quoting"] or not found:
            continue
        verb = sight.doc[i]
        relayer = _relayer(verb, sight) if verb.tag_ in ("VBN", "VBD") else None
        if relayer is not None:
            others = [saying for saying in found if saying.cue[0] != sight.base + verb.idx]
            relayed = [_relayed(saying, verb, relayer, sight) for saying in others]
            found = relayed if relayed != others else found
    return found


def _relayer(verb: Token, sight: Sight) -> Token | None:
    """Who quotes: the one behind "by", where the verb has no subject of its own."""
    if any(child.dep_ in ("auxpass", "nsubjpass", "nsubj", "dobj") for child in verb.children):
        return None
    by = next(
        (child for child in verb.children if sight.is_word(child, "agent") and child.dep_ in ("agent", "prep")), None
    )
    behind = next((child for child in by.children if child.dep_ == "pobj"), None) if by is not None else None
    return behind if behind is not None and can_speak(behind, sight) else None


def _relayed(saying: Saying, verb: Token, relayer: Token, sight: Sight) -> Saying:
    """The report with the one who quotes it in front, if it is this report that is quoted."""
    outer, inner = sight.characters(phrase_of(relayer, sight, verb).tokens), saying.sources[-1]
    at = sight.base + verb.idx
    if inner[0] < at < inner[1]:
        last = sight.doc[verb.i - 1] if not verb.nbor(-1).is_punct else sight.doc[verb.i - 2]
        cut: Range = (inner[0], sight.base + last.idx + len(last))
        return replace(saying, sources=(*saying.sources[:-1], outer, cut)) if cut[0] < cut[1] else saying
    heads = {sight.base + head.idx for head in (verb.head, verb.head.head.head) if head != verb}
    if saying.cue[0] in heads and outer not in saying.sources:
        return replace(saying, sources=(outer, *saying.sources))
    return saying
