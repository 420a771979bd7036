"""Whose attack the sentence before tells of without a number: "Russian jets bombed the town. Six people died"."""

from __future__ import annotations

import re

from counterclaim.name_mentions import NameMention
from counterclaim.resolving.actors import STRIKERS
from counterclaim.resolving.party_views import Found, View

HURT = frozenset({"killed", "injured", "casualties", "destroyed", "damaged"})
BETWEEN = 2  # words between a party and its deed: "Russian troops launched", "Russian overnight missile strikes"
OBJECT = 4  # words behind "launched" in which the attack stands
WORD = re.compile(r"[\w-]+")


def striker_told(view: View, side: Found | None) -> Found | None:
    """The one party to the war that the sentence before says to have attacked, if this one names no party."""
    index = view.candidate.sentence
    apart = index == 0 or view.event not in HURT or view.is_background() or any(m.side for m in view.mentions)
    if apart or not view.words("another_story").isdisjoint(view.tree.words):
        return None
    sentences = view.document.sentences
    counted = any(other.candidate.sentence == index - 1 for other, _ in view.before)
    if counted or sentences[index].paragraph - sentences[index - 1].paragraph > 1:
        return None
    mentions = view.scene.mentions[index - 1]
    struck = [m for m, end in zip(mentions, _ends(view, mentions), strict=True) if _strikes(view, m, end)]
    if len({m.side for m in struck}) != 1 or not view.scene.fights(struck[0].side):
        return None
    return Found(struck[0].side or "", view.wording.ids["actor_told"], struck[0].start, struck[0].end)


def _ends(view: View, mentions: tuple[NameMention, ...]) -> list[int]:
    """Where the words that may belong to each name end: at the next name, or with the sentence."""
    last = view.document.sentences[view.candidate.sentence - 1].end
    return [*(mention.start for mention in mentions[1:]), last] if mentions else []


def _strikes(view: View, mention: NameMention, end: int) -> bool:
    """Whether right behind a name stands its attack, or the verb of one."""
    if not mention.side or mention.kind not in STRIKERS:
        return False
    text = view.document.article.text
    behind = [word.lower() for word in WORD.findall(text[mention.end : end])]
    if behind[:1] == ["s"]:
        behind = behind[1:]  # "Russia's"
    for at, word in enumerate(behind[: BETWEEN + 1]):
        if word in view.words("actor_strikes") and (mention.kind != "name" or at == 0):
            return True
        ordered = not view.words("actor_strikes").isdisjoint(behind[at + 1 : at + 1 + OBJECT])
        acts = view.words("force").issuperset(behind[:at])
        if acts and (word in view.words("striking_verb") or (ordered and word in view.words("launching_verb"))):
            return view.words("agent").isdisjoint(behind[at + 1 : at + 2])
    return False
