"""Every quantity of an article tied to what happened to what it counts, or dropped with a reason."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from counterclaim.finding.lexicon import Lexicon, lexicon
from counterclaim.finding.linking import Link, links
from counterclaim.finding.modality import NEGATED, modality_of
from counterclaim.finding.phrases import Phrase, phrase_of
from counterclaim.finding.quantities import find_quantities
from counterclaim.parsed import Candidate, Document
from counterclaim.records import PEOPLE, Article, Mention, Quantity, Skipped
from counterclaim.rules import RuleSet
from counterclaim.segments import Sentence
from counterclaim.tree import Tree

TOGETHER = {frozenset(("killed", "injured")): "casualties"}


@dataclass(frozen=True, slots=True)
class Counted:
    """A quantity with its phrase and the events that fit."""

    quantity: Quantity
    phrase: Phrase
    links: tuple[Link, ...]


def find_in_sentence(
    article: Article, sentence: Sentence, tree: Tree, quantities: Sequence[Quantity], rules: RuleSet, *, first: int
) -> tuple[tuple[Candidate, ...], tuple[Skipped, ...]]:
    """The candidates of one sentence, and its quantities that are none. `first` is the position of the first."""
    words = lexicon(rules)
    counted = [c for q in quantities if (c := _count(tree, q, words)) is not None]
    counted = _share(counted)
    found: list[Candidate] = []
    skipped: list[Skipped] = []
    for item in counted:
        made = _made(article, sentence, tree, item, found, rules, first)
        found.extend(made)
        if not made:
            q = item.quantity
            skipped.append(Skipped(text=q.text, start=q.start, end=q.end, reason=_why(item)))
    return tuple(found), tuple(skipped)


def _count(tree: Tree, quantity: Quantity, words: Lexicon) -> Counted | None:
    phrase = phrase_of(tree, quantity, words)
    return None if phrase is None else Counted(quantity, phrase, links(tree, phrase, words))


def _why(item: Counted) -> str:
    if item.phrase.noun is None:
        return "no event that this number belongs to"
    return "no event happens to what is counted"


def _share(counted: list[Counted]) -> list[Counted]:
    """Members of one list share the event that only one of them is tied to."""
    return counted


def _made(
    article: Article, sentence: Sentence, tree: Tree, item: Counted, found: Sequence[Candidate], rules: RuleSet, first: int
) -> list[Candidate]:
    made: list[Candidate] = []
    for link, event in _events(item.links):
        category = _category(item, link, event, found)
        if category is None:
            continue
        quantity_token = tree.tokens_in(item.quantity.start, item.quantity.end)[0]
        modality, why = modality_of(tree, link.first, quantity_token, rules)
        if modality == NEGATED:
            continue
        made.append(
            Candidate(
                sentence=sentence.index,
                quantity=item.quantity,
                event=event,
                trigger=_trigger(article, tree, link),
                target=_target(article, tree, item.phrase),
                category=category,
                also=item.phrase.also,
                agent=_agent(article, tree, link),
                modality=modality,
                part_of=_whole(found, first) if link.part else None,
                rules=tuple(r for r in (item.quantity.rule, link.rule.id, why) if r),
            )
        )
    return made


def _events(found: Sequence[Link]) -> list[tuple[Link, str]]:
    """Links as events, "killed or wounded" under one number joined to casualties."""
    events = {link.event for link in found}
    if events >= {"killed", "injured"}:
        return [(found[0], "casualties")]
    if "casualties" in events:
        return [(link, "casualties") for link in found if link.event == "casualties"]
    return [(link, link.event) for link in found]


def _category(item: Counted, link: Link, event: str, found: Sequence[Candidate]) -> str | None:
    if event == "attacks":
        return "attack"
    phrase = item.phrase
    if link.path == "counted":
        own = phrase.category if phrase.category not in (None, "attack") else None
        return own if own and own != "person" else (link.rule.counted or "person")
    if phrase.category is not None:
        return phrase.category
    if phrase.noun is not None:
        return "person" if set(link.rule.events) == {"people"} else ("equipment" if link.rule.event_for("other") else None)
    people = set(link.rule.events) == {"people"}
    before = next((c for c in reversed(found) if (c.category in PEOPLE) == people), None)
    return before.category if before is not None else ("person" if people else None)


def _whole(found: Sequence[Candidate], first: int) -> int | None:
    return first + len(found) - 1 if found else None


def _trigger(article: Article, tree: Tree, link: Link) -> Mention:
    left = link.first
    while left > 0 and tree.deps[left - 1] in ("aux", "auxpass") and tree.head[left - 1] == link.first:
        left -= 1
    return _mention(article, tree.starts[left], tree.ends[link.last])


def _target(article: Article, tree: Tree, phrase: Phrase) -> Mention | None:
    if phrase.noun is None or phrase.first > phrase.noun:
        return None
    first = phrase.first
    while first < phrase.noun and tree.words[first] in ("of", "more", "other", "the", "-", "another"):
        first += 1
    return _mention(article, tree.starts[first], tree.ends[phrase.noun])


def _agent(article: Article, tree: Tree, link: Link) -> Mention | None:
    verb = link.first
    by = tree.kid(verb, "agent")
    noun = tree.kid(by, "pobj") if by is not None else None
    if noun is None and tree.kid(verb, "auxpass", "nsubjpass") is None and link.rule.role != "subject":
        noun = tree.kid(verb, "nsubj")
    if noun is None:
        return None
    left = min([noun, *(k for k in tree.subtree(noun) if k < noun)])
    return _mention(article, tree.starts[left], tree.ends[noun])


def _mention(article: Article, start: int, end: int) -> Mention:
    return Mention(text=article.text[start:end], start=start, end=end)


def find_candidates(
    document: Document, trees: Mapping[int, Tree], rules: RuleSet
) -> tuple[tuple[Candidate, ...], tuple[Skipped, ...]]:
    """All candidates of an article in text order, and the quantities that looked like claims and were dropped."""
    candidates: list[Candidate] = []
    skipped: list[Skipped] = []
    for index, tree in trees.items():
        sentence = document.sentences[index]
        quantities = find_quantities(sentence.text, rules, offset=sentence.start)
        if quantities:
            found, dropped = find_in_sentence(document.article, sentence, tree, quantities, rules, first=len(candidates))
            candidates.extend(found)
            skipped.extend(dropped)
    return tuple(candidates), tuple(skipped)
