"""Which of the events that fit a quantity are meant."""

from __future__ import annotations

from collections.abc import Sequence

from counterclaim.finding.counted import Counted
from counterclaim.finding.ties import Link
from counterclaim.tree import Tree

# Of two events for one number the fainter says nothing of its own: what was destroyed was hit, who came was there.
FAINTER = {
    "hit": frozenset({"destroyed", "damaged", "downed", "killed", "gained", "seized"}),
    "destroyed": frozenset({"downed"}),
    "deployed": frozenset({"killed", "injured", "captured", "casualties"}),
}
MEANS = frozenset({"event.shoot", "event.hit_by_gunfire"})  # who was shot and killed was killed
NEIGHBOURS = 3  # tokens between "killed" and "wounded" where one number counts both


def events_of(tree: Tree, item: Counted, others: Sequence[int]) -> list[tuple[Link, str]]:
    """The links with their events; `others` are the first tokens of the sentence's other quantities.

    "Killed or wounded" under one number is casualties; the nearer verb wins over one that stands behind another
    number ("12 were killed and 40 wounded"); two of the wounded who died were killed.
    """
    apart = (link for link in item.links if _is_own(tree, item, link) or not _crosses(item, link, others))
    near = list(apart) or list(item.links)
    events = {link.event: link for link in near}
    if "killed" in events and "injured" in events:
        if any(events[event].path == "counted" for event in ("killed", "injured")):
            return [(link, event) for event, link in events.items() if link.path != "counted"]
        if events["injured"].rule.id in MEANS:
            return [(link, event) for event, link in events.items() if event != "injured"]
        first, last = sorted((events["killed"].first, events["injured"].first))
        if not first < item.phrase.inside[0] < last:
            if last - first <= NEIGHBOURS:
                return [(near[0], "casualties")]
        elif any(last < other <= last + NEIGHBOURS for other in others):
            return [(link, event) for event, link in events.items() if link.first < last]  # "killed two, hurt 55"
    if "casualties" in events:
        return [(events["casualties"], "casualties")]
    return [(link, event) for event, link in events.items() if not FAINTER.get(event, frozenset()) & events.keys()]


def _is_own(tree: Tree, item: Counted, link: Link) -> bool:
    """ "24 held by one side and 39 by the other were freed": the verb of both, as its passive subjects."""
    top = tree.first_conjunct(item.phrase.top)
    return link.path == "verb" and tree.deps[top] == "nsubjpass" and tree.head[top] == link.first


def _crosses(item: Counted, link: Link, others: Sequence[int]) -> bool:
    own = item.phrase.inside
    left, right = sorted((own[-1] if link.first > own[0] else own[0], link.first))
    return any(left < other < right for other in others)


def is_sure_enough(tree: Tree, item: Counted, link: Link) -> bool:
    """Whether the tie is no guess: unknown nouns and "no one" must hang right on the verb; "no <unknown>" is none."""
    unknown = item.phrase.noun is not None and item.phrase.category is None
    zero = item.quantity.form == "none"
    if zero and unknown:
        return False
    guess = unknown or (zero and item.phrase.noun is None)
    return not guess or link.path != "verb" or item.is_under(tree, link)
