"""Which of a sentence's places is the one that a claim happened at."""

from __future__ import annotations

import re

from counterclaim.gazetteer.recognise import PlaceMention
from counterclaim.parsed import Candidate
from counterclaim.resolving.place_scene import LOCAL, Scene, modifies, of_the_counted, possesses_another
from counterclaim.resolving.place_wording import Sentences

RELATIONS = {"in": 3.0, "near": 2.8, "direction": 2.0, "toward": 0.4, "from": 0.4}
# Events that move something: where from and where to are part of what happened.
MOVING = frozenset({"displaced", "evacuated", "deployed", "launched", "supplied", "lost", "released"})
ARRIVING = MOVING - {"displaced"}  # those who fled are counted where they left
TAKING = frozenset({"abducted", "seized", "captured", "recruited"})  # where from is where it happened
SPECIFIC = {"country": 0.0, "continent": -0.3, "sea": 0.2, "region": 0.3}
ENOUGH = 0.8
KINDED, BARE = 2.2, 0.2  # for a name without a relation: "the town of Homs", "Homs"
MOST = 1.1  # that distance, or clauses between, can take away
DOUBT = 2.2
STRUCK = "place.struck"
FROM = 2  # blanks of " from " and " from the "
SCENE = 2.0
SETTING = frozenset({"in", "near", "direction"})
BRACKETED = re.compile(r"\s*\([A-Z][\w-]+(?: [A-Z]\w+)?\)")
POSSESSIVE = re.compile(r"['’]s\b")
DATELINE = re.compile(r"\s*(?:\([^)]*\)\s*)?(?:,[^.]{0,30})?(?:\([^)]*\)\s*)?(?:--?|–|—)\s")


def choose(candidate: Candidate, scene: Scene, words: Sentences) -> PlaceMention | None:
    """The mention in the candidate's sentence that says where, or None."""
    scored = [(score(candidate, scene, at, words), -at, at) for at in range(len(scene.mentions))]
    best = max(scored, default=(0.0, 0, 0))
    return scene.mentions[_whole(_most_specific(best[2], scene, words), scene, words)] if best[0] >= ENOUGH else None


def _whole(at: int, scene: Scene, words: Sentences) -> int:
    """The place that several named for one figure lie in: "in Ariha and Saraqib in Idlib", "in Ariha and other ..."."""
    mention = scene.mentions[at]
    last = at
    while last + 1 < len(scene.mentions) and scene.mentions[last + 1].group == mention.group:
        last += 1
    if last + 1 == len(scene.mentions) or scene.kinds[last + 1] == "country":
        return at
    end, start = scene.mentions[last].end - scene.offset, scene.mentions[last + 1].start - scene.offset
    others = words.others.match(scene.text, end, start)
    if last == at and others is None:
        return at
    within = words.within.match(scene.text, others.end() if others else end, start)
    return last + 1 if within and within.end() == start else at


def _most_specific(at: int, scene: Scene, words: Sentences) -> int:
    """The place itself where the one at `at` only says where it lies: the airfield in "an airfield near Homs"."""
    while at and _contains_another(at, scene, words) and _is_inner(at - 1, scene, words):
        at -= 1
    return at


def _is_inner(at: int, scene: Scene, words: Sentences) -> bool:
    mention = scene.mentions[at]
    lone = not (mention.attributive or (scene.doubtful[at] and not mention.kind))
    return lone and scene.kinds[at] in LOCAL and not _speaks(mention, scene.text, scene.offset, words)


def score(candidate: Candidate, scene: Scene, at: int, words: Sentences) -> float:
    """How well the mention at `at` fits as the place of the candidate."""
    mention, text, offset = scene.mentions[at], scene.text, scene.offset
    value = standing(scene, at, words) + 3.0 * of_the_counted(candidate, mention, scene, scene.kinds[at])
    if mention.relation == "from" and candidate.event == "displaced" and _whence(candidate, mention, text, offset):
        return 0.0  # "refugees from Syria" may be anywhere
    if candidate.event in {"from": MOVING, "toward": ARRIVING}.get(mention.relation or "", ()):
        value += 2.0
    if mention.relation == "from" and candidate.event in TAKING:
        value += 2.0
    value += 0.4 * (mention.start > candidate.quantity.start)
    gap = _gap(candidate, mention, text, offset)
    if not _leads(mention, text, offset):
        value -= min(MOST, 0.05 * gap.count(" "))
        value -= min(MOST, 0.35 * len(words.boundary.findall(gap)))
    value -= 3.0 * _of_a_part(candidate, mention, scene, words)
    return value - 2.0 * _goes_aside(gap)


def _whence(candidate: Candidate, mention: PlaceMention, text: str, offset: int) -> bool:
    """Whether a place only says where those counted come from: "refugees from Syria", but not "fled from Homs"."""
    noun, event = candidate.target, candidate.trigger
    if noun is None or not noun.start <= event.start < event.end <= noun.end <= mention.start:
        return False
    return text[noun.end - offset : mention.start - offset].count(" ") <= FROM


def _of_a_part(candidate: Candidate, mention: PlaceMention, scene: Scene, words: Sentences) -> bool:
    """Whether the place is said of a part only: "seven were destroyed, including one near Kramatorsk"."""
    start = candidate.quantity.end
    part = words.part.search(scene.text, max(0, start - scene.offset), max(0, mention.start - scene.offset))
    if part is None or part.end() <= candidate.trigger.start - scene.offset < mention.start - scene.offset:
        return False  # "nine people, including five children, were killed in Homs" is said of all nine
    return any(part.end() <= at - scene.offset < mention.start - scene.offset for at in scene.counted)


def _leads(mention: PlaceMention, text: str, offset: int) -> bool:
    """Whether the place opens the sentence and holds for all of it: "Near Mosul, five strikes ..."."""
    opens = mention.relation is not None and text[: mention.start - offset].count(" ") < 4
    return opens and text[mention.end - offset : mention.end - offset + 1] == ","


def standing(scene: Scene, at: int, words: Sentences) -> float:
    """How much a mention looks like the place where things happened, whatever happened."""
    if at not in scene.standings:
        scene.standings[at] = _standing(scene, at, words)
    return scene.standings[at]


def _standing(scene: Scene, at: int, words: Sentences) -> float:
    mention, text, offset = scene.mentions[at], scene.text, scene.offset
    value = RELATIONS.get(mention.relation or "", KINDED if mention.kind else BARE)
    if mention.weak and not mention.kind:
        struck = STRUCK in mention.rules  # "attacked Ukraine" says where, "the army of Ukraine" does not
        value -= (1.5 if struck else 3.0) if scene.kinds[at] == "country" else 0.6
        value -= 2.0 * bool(POSSESSIVE.match(text, mention.end - offset))  # "an attack on Moscow's allies"
    value += SPECIFIC.get(scene.kinds[at], 0.6)
    value -= 3.0 * (mention.attributive or modifies(mention, scene))
    doubt = DOUBT if not mention.text.isupper() else 3 * DOUBT
    value -= doubt * (scene.doubtful[at] and not mention.kind)
    value -= 2.0 * _contains_another(at, scene, words)
    value -= 2.0 * possesses_another(at, scene)
    value -= 3.5 * _speaks(mention, text, offset, words)
    value += 1.5 * (mention.relation is None and bool(words.befell.match(text, mention.end - offset)))
    value += 2.5 * _told_again(scene, at, words)
    return value - 2.0 * _dates(mention, text, offset)


def set_scene(scene: Scene, words: Sentences) -> PlaceMention | None:
    """The mention that a sentence sets the scene with, if it does."""
    fit = [at for at, kind in enumerate(scene.kinds) if kind in LOCAL and _sets(scene.mentions[at])]
    scored = [(standing(scene, at, words), -at, at) for at in fit]
    best = max(scored, default=(0.0, 0, 0))
    return scene.mentions[_most_specific(best[2], scene, words)] if best[0] >= SCENE else None


def _sets(mention: PlaceMention) -> bool:
    """Whether its words say where, or call it a place: "in Homs", "the mining town Homs"."""
    return mention.relation in SETTING or (mention.relation is None and mention.kind is not None)


def _anchor(candidate: Candidate, mention: PlaceMention) -> tuple[int, int]:
    spans = ((candidate.quantity.start, candidate.quantity.end), (candidate.trigger.start, candidate.trigger.end))
    return min(spans, key=lambda span: max(span[0] - mention.end, mention.start - span[1]))


def _gap(candidate: Candidate, mention: PlaceMention, text: str, offset: int) -> str:
    start, end = _anchor(candidate, mention)
    a, b = (mention.end, start) if mention.end <= start else (end, mention.start)
    return text[max(0, a - offset) : max(0, b - offset)]


def _contains_another(at: int, scene: Scene, words: Sentences) -> bool:
    """Whether the mention only says where the place named before it lies: "Jayrud near Damascus"."""
    if at == 0 or scene.mentions[at].group == scene.mentions[at - 1].group:
        return False
    before, mention = scene.mentions[at - 1], scene.mentions[at]
    between = words.kind_after.sub("", scene.text[before.end - scene.offset : mention.start - scene.offset])
    if not (before.relation or before.kind) or len(between) > 60 or " and " in between:
        return False
    return bool(words.chained.match(between)) or (mention.relation == "direction" and not set(between) & set(".;:"))


def _speaks(mention: PlaceMention, text: str, offset: int, words: Sentences) -> bool:
    """Whether it is the place of a speaker: "officials in Kyiv said", "told reporters in Beirut", "Moscow said"."""
    after = text[mention.end - offset : mention.end - offset + 40]
    if words.speaking.match(after.lstrip(" ,")) or (_leads(mention, text, offset) and words.speaker.search(after)):
        return True
    before = text[max(0, mention.start - offset - 48) : mention.start - offset]
    if mention.relation is None:
        return False
    spoken = [found.end() for pattern in (words.speaking, words.speaker) for found in pattern.finditer(before)]
    return bool(spoken) and before.count(" ", max(spoken)) <= 3


def _told_again(scene: Scene, at: int, words: Sentences) -> bool:
    """Whether the sentence comes back to the place without its name: "took Homs, and twelve died there"."""
    mention = scene.mentions[at]
    if scene.kinds[at] not in LOCAL:
        return False
    following = scene.mentions[at + 1].start if at + 1 < len(scene.mentions) else scene.offset + len(scene.text)
    return bool(words.back.search(scene.text, mention.end - scene.offset, following - scene.offset))


def _dates(mention: PlaceMention, text: str, offset: int) -> bool:
    start = mention.start - offset
    after = text[mention.end - offset : mention.end - offset + 60]
    return bool(start < 3 and DATELINE.match(after)) or (mention.relation is None and bool(BRACKETED.match(after)))


def _goes_aside(gap: str) -> bool:
    """Whether the mention stands in brackets that the figure is not in: "militants (outlawed in Russia)"."""
    return gap.count("(") != gap.count(")")
