"""The events that happened to what a quantity counts, read off the grammar of its sentence."""

from __future__ import annotations

from collections.abc import Iterator

from counterclaim.finding.clauses import modifier_links
from counterclaim.finding.climbing import governing_links
from counterclaim.finding.lexicon import Lexicon
from counterclaim.finding.neighbours import (
    adjacent_links,
    headline_participle,
    headline_verb,
    participle_beside,
    total_before,
)
from counterclaim.finding.phrases import Phrase
from counterclaim.finding.ties import Link, Look, counted_link
from counterclaim.tree import Tree
from counterclaim.vocabulary import PEOPLE

__all__ = ["Link", "links"]


def links(tree: Tree, phrase: Phrase, lexicon: Lexicon) -> tuple[Link, ...]:
    """The events that a quantity's phrase takes part in, the surest tie first; one for each event and trigger.

    Weak rules count only where no other fits.
    """
    found: dict[str, Link] = {}
    triggers: set[int] = set()
    for link in _all_links(Look(tree, phrase, lexicon)):
        if link.event == "attacks" and phrase.category in PEOPLE:
            continue  # "killed in the attack, among them 13 policemen": they are no attacks
        known = found.get(link.event)
        if link.first not in triggers and (known is None or (known.rule.weak and not link.rule.weak)):
            found[link.event] = link
            triggers.add(link.first)
    strong = [link for link in found.values() if not link.rule.weak]
    return tuple(strong or found.values())


def _all_links(look: Look) -> Iterator[Link]:
    """Every link there is, the surest first; the words beside the phrase where the grammar gives nothing."""
    headless = look.phrase.noun is None
    beside = tuple(participle_beside(look) if headless else headline_participle(look))
    beside = beside or (tuple(headline_verb(look)) if headless else ())
    if beside and headless and _are_told_more(look, beside[0]):
        beside = (*beside, *governing_links(look))
    found = beside or (*counted_link(look), *modifier_links(look), *governing_links(look))
    if not found and (headless or look.word_is(look.phrase.noun or 0, "generic")):
        found = tuple(total_before(look))
    yield from found or adjacent_links(look)


def _are_told_more(look: Look, participle: Link) -> bool:
    """ "24 held by gunmen have been released": who they are is told by a participle, what happened by a verb."""
    tree, top = look.tree, look.phrase.top
    return tree.head[participle.first] == top and tree.deps[tree.first_conjunct(top)] == "nsubjpass"
