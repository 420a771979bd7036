"""What somebody condemns, calls for or urges: words about something that is not told by them but taken as given.

"The mayor condemned the attack that killed 12": a statement of the mayor's, who is no source of the 12.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from spacy.tokens import Token

from counterclaim.attributing.clauses import issuer_of
from counterclaim.attributing.contents import after_verb
from counterclaim.attributing.lexicon import Cue, cue_of
from counterclaim.attributing.noun_phrases import can_speak
from counterclaim.attributing.reporting_verbs import is_passive, is_unreal
from counterclaim.attributing.sayings import Range, Saying
from counterclaim.attributing.sight import Sight, Tokens
from counterclaim.attributing.speakers import find_speaker
from counterclaim.morphology import verb_forms
from counterclaim.rules import RuleSet


@lru_cache(maxsize=8)
def stance_verbs(rules: RuleSet) -> Mapping[str, tuple[Cue, ...]]:
    """The cues of the rules of kind `stances` by the forms of their verbs."""
    found: dict[str, tuple[Cue, ...]] = {}
    for rule in rules.rules("stances"):
        for base in rule.all("verbs"):
            for form in verb_forms(base):
                found[form] = (*found.get(form, ()), cue_of(rule))
    return found


def find_stances(sight: Sight, sayings: Sequence[Saying], rules: RuleSet) -> Iterator[Saying]:
    """The stances of a sentence, where a verb does not report already."""
    verbs = stance_verbs(rules)
    reporting = {saying.cue for saying in sayings}
    for i, word in enumerate(sight.words):
        if word in verbs and sight.characters((i, i + 1)) not in reporting:
            verb = sight.doc[i]
            if (
                verb.tag_.startswith("VB")
                and not _of_oneself(verb, sight)
                and not is_unreal(verb, sight)
                and not is_passive(verb, sight)
            ):
                yield from _stance(verb, verbs[word], sight)


def _of_oneself(verb: Token, sight: Sight) -> bool:
    """Whether the words are a name: "a man calling himself Ali"."""
    return verb.dep_ == "acl" and any(sight.is_word(child, "oneself") for child in verb.rights)


def _stance(verb: Token, cues: Sequence[Cue], sight: Sight) -> Iterator[Saying]:
    for cue in cues:
        speaker = issuer_of(verb, sight) or find_speaker(verb, cue, sight)
        content = _content(verb, cue, sight)
        if speaker is not None and content is not None and can_speak(speaker.head, sight):
            sources: tuple[Range, ...] = (sight.characters(speaker.tokens),)
            start, end = sight.characters(content)
            yield Saying(
                start=start, end=end, sources=sources, cue=sight.characters((verb.i, verb.i + 1)),
                act=cue.act, modality=cue.modality, rule=cue.rule, widens=False, given=True,
            )  # fmt: skip
            return


def _content(verb: Token, cue: Cue, sight: Sight) -> Tokens | None:
    low, high = sight.bounds(verb)
    if "infinitive" in cue.frames and _is_silent(verb, sight):
        return None
    found = _named_so(verb, sight) or after_verb(verb, cue, sight)
    return sight.tidy(max(low, found[0]), min(high, found[1])) if found is not None else None


def _is_silent(verb: Token, sight: Sight) -> bool:
    """Whether what is wanted or refused is to speak: "declined to say how many died" says nothing."""
    return any(child.dep_ == "xcomp" and child.lower_ in sight.found.verbs for child in verb.rights)


def _named_so(verb: Token, sight: Sight) -> Tokens | None:
    """What is called something, and what it is called: "called him a crook"."""
    thing = next((child for child in verb.children if child.dep_ == "dobj" and child.i > verb.i), None)
    name = next((child for child in verb.children if child.dep_ == "oprd" and child.i > verb.i), None)
    if name is not None and any(child.dep_ == "dobj" and sight.is_word(child, "what") for child in verb.lefts):
        return verb.i + 1, name.right_edge.i + 1  # "what they call a special operation"
    return (thing.left_edge.i, name.right_edge.i + 1) if thing is not None and name is not None else None
