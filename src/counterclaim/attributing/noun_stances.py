"""What somebody's call, refusal or criticism is about: "the union's call for the release of 12" tells of no release."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from spacy.tokens import Token

from counterclaim.attributing.contents import PREPOSITIONS
from counterclaim.attributing.lexicon import Cue, cue_of
from counterclaim.attributing.nominals import owner_of
from counterclaim.attributing.noun_phrases import can_speak, phrase_of
from counterclaim.attributing.sayings import Range, Saying
from counterclaim.attributing.sight import Sight, Tokens
from counterclaim.morphology import plural
from counterclaim.rules import RuleSet


@lru_cache(maxsize=8)
def stance_nouns(rules: RuleSet) -> Mapping[str, Cue]:
    """The cues of the rules of kind `stances` by their nouns, singular and plural."""
    found = [(noun, cue_of(rule)) for rule in rules.rules("stances") for noun in rule.all("nouns")]
    return {form: cue for noun, cue in found for form in (noun, plural(noun))}


def find_noun_stances(sight: Sight, told: Sequence[Saying], rules: RuleSet) -> Iterator[Saying]:
    """The stances that a noun names, each with whose it is; `told` are the reports that stand already."""
    nouns = stance_nouns(rules)
    known = {saying.cue for saying in told}
    for i, word in enumerate(sight.words):
        if word not in nouns or not sight.doc[i].tag_.startswith("NN"):
            continue
        cue, noun, place = nouns[word], sight.doc[i], sight.characters((i, i + 1))
        owner, content = owner_of(noun, sight), _content(noun, cue, sight)
        if place in known or owner is None or content is None or not _can_own(owner, sight):
            continue
        sources: tuple[Range, ...] = (sight.characters(phrase_of(owner, sight, noun).tokens),)
        start, end = sight.characters(content)
        yield Saying(
            start=start, end=end, sources=sources, cue=place, act=cue.act, modality=cue.modality, rule=cue.rule,
            widens=False, given=True,
        )  # fmt: skip


def _can_own(owner: Token, sight: Sight) -> bool:
    """Whether a call can be theirs: "the union's", "her", and not "our"."""
    return can_speak(owner, sight) or (owner.tag_ == "PRP$" and not sight.is_word(owner, "nobody"))


def _content(noun: Token, cue: Cue, sight: Sight) -> Tokens | None:
    """What is called for, refused or praised: the infinitive or the words behind the preposition of the rule."""
    kinds = [kind for frame, kind in PREPOSITIONS.items() if frame in cue.frames]
    prepositions = frozenset().union(*(sight.found.words[kind] for kind in kinds))
    for child in noun.children:
        if child.i < noun.i:
            continue
        if child.dep_ == "prep" and child.lower_ in prepositions:
            if any(grand.dep_ == "pobj" and grand.lower_ in cue.stops for grand in child.children):
                return None
            return sight.tidy(child.i + 1, child.right_edge.i + 1)
        if "infinitive" in cue.frames and child.dep_ in ("acl", "relcl") and sight.doc[child.left_edge.i].tag_ == "TO":
            return sight.tidy(child.left_edge.i, child.right_edge.i + 1)
    return None
