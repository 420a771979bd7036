"""Whose land the sentences of an article speak of: "in Ukraine", "a Ukrainian city"."""

from __future__ import annotations

from counterclaim.name_mentions import NameMention
from counterclaim.resolving.party_views import Found, View

SHARE = 0.7  # of the sentences that speak of some land, those of one side
AROUND = 30  # characters beside a name in which a word tells that it is a land


def land_of_sentence(view: View) -> Found | None:
    """The side whose land the candidate's sentence speaks of, of those in the article's war."""
    return _land(view, view.candidate.sentence)


def lands_of_sentence(view: View) -> list[NameMention]:
    """The countries that the candidate's sentence speaks of as places, in a war or not."""
    return [m for m in view.mentions if view.scene.is_land(m.side) and m.kind == "name" and _is_land(view, m)]


def land_of_article(view: View) -> str | None:
    """The one side whose land the article speaks of in most of its sentences that speak of any."""
    lands = [
        m.side for sentence in view.scene.mentions for m in sentence if view.scene.is_land(m.side) and _is_land(view, m)
    ]
    most = next((side for side in dict.fromkeys(lands) if lands.count(side) > SHARE * len(lands)), None)
    fights = most and view.scene.conflict and view.scene.conflict.camp_of(most) is not None
    return view.scene.people_of(most) if most and fights else None


def _land(view: View, sentence: int) -> Found | None:
    conflict = view.scene.conflict
    if conflict is None:
        return None
    for mention in view.scene.mentions[sentence]:
        if mention.side and conflict.camp_of(mention.side) is not None and _is_land(view, mention):
            return Found(
                view.scene.people_of(mention.side), view.wording.ids["side_people"], mention.start, mention.end
            )
    return None


def _is_land(view: View, mention: NameMention) -> bool:
    text = view.document.article.text
    if text[mention.end : mention.end + 1] == "-":
        return False  # "in the Israel-Hamas war", "in Iran-backed groups"
    if mention.kind == "adjective":
        following = text[mention.end : mention.end + AROUND].lower().split()
        return bool(following) and following[0].strip(".,;:") in view.words("land_after")
    preceding = text[max(0, mention.start - AROUND) : mention.start].lower().split()
    while preceding and preceding[-1] in view.words("land_between"):
        preceding.pop()
    return mention.kind in ("name", "seat") and bool(preceding) and preceding[-1] in view.words("land_before")
