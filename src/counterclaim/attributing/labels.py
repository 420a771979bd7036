"""Denials by a label: "called reports of 25 dead baseless", "dismissed as propaganda claims that 30 were killed"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from counterclaim.attributing.lexicon import Cue
from counterclaim.attributing.noun_phrases import phrase_of
from counterclaim.attributing.reporting_verbs import is_unreal
from counterclaim.attributing.sayings import Saying
from counterclaim.attributing.sight import Sight, Tokens
from counterclaim.attributing.subjects import subject_of

NEAR = 7  # tokens between the verb and the report that it labels


def find_labels(sight: Sight, told: Sequence[Saying]) -> Iterator[Saying]:
    """The verbs of the sentence that label a report as false; `told` are the reports that are known already."""
    known, verbs = {saying.cue for saying in told}, sight.found.verbs
    for i, word in enumerate(sight.words):
        if word not in verbs:
            continue
        cue = next((cue for cue in verbs[word] if "labels" in cue.frames), None)
        if cue is None or sight.characters((i, i + 1)) in known or not sight.doc[i].tag_.startswith("VB"):
            continue
        saying = None if is_unreal(sight.doc[i], sight) else _label(sight.doc[i], cue, sight)
        if saying is not None:
            yield saying


def _label(verb: Token, cue: Cue, sight: Sight) -> Saying | None:
    by = next((child for child in verb.children if child.dep_ == "agent"), None)
    turned = any(child.dep_ in ("auxpass", "nsubjpass") for child in verb.children)
    report = _report(verb, cue, sight, turned=turned)
    if report is None or not _is_labelled(verb, report, sight):
        return None
    behind = next((child for child in by.children if child.dep_ == "pobj"), None) if by is not None else None
    source = behind if turned else subject_of(verb, sight)
    if source is None or source.i == report[0]:
        return None
    start, end = sight.characters(report)
    return Saying(
        start=start, end=end, sources=(sight.characters(phrase_of(source, sight, verb).tokens),),
        cue=sight.characters((verb.i, verb.i + 1)), act=cue.act, modality=cue.modality, rule=cue.rule,
    )  # fmt: skip


def _report(verb: Token, cue: Cue, sight: Sight, *, turned: bool) -> Tokens | None:
    """The report that is labelled, from its noun on: behind the verb or, in the passive, before it."""
    low, high = sight.bounds(verb)
    places = range(low, verb.i) if turned else range(verb.i + 1, min(high, verb.i + NEAR))
    noun = next((i for i in places if sight.words[i] in cue.objects), None)
    if noun is None:
        return None
    if turned:
        return sight.tidy(noun, verb.i - 1)
    last = sight.doc[noun].right_edge.i + 1
    if sight.words[last - 1] in sight.found.judgements:
        last -= 1  # "called reports of dead officers baseless": the officers are not
    return sight.tidy(noun, last if last > noun + 1 else high)


def _is_labelled(verb: Token, report: Tokens, sight: Sight) -> bool:
    """Whether a word for "false" stands beside the report, not in it, and nothing says "not"."""
    around = (*range(min(verb.i, report[1]), report[0]), *range(max(verb.i, report[1]), len(sight.doc)))
    places = [i for i in around if sight.words[i] in sight.found.judgements]
    if not places or places[0] > max(verb.i, report[1]) + NEAR:
        return False
    return not any(token.dep_ == "neg" for token in sight.doc[max(0, places[0] - 2) : places[0]])
