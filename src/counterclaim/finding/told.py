"""What statements without a figure tell: the words of the event, and who or what it befell, if the sentence says it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from counterclaim.finding.lexicon import Lexicon, lexicon
from counterclaim.parsed import Attribution, Candidate, Document
from counterclaim.records import Mention, Quantity
from counterclaim.rules import RuleSet
from counterclaim.tree import Tree
from counterclaim.vocabulary import PEOPLE, PEOPLE_EVENTS

TAKEN = frozenset({"gained", "lost", "encircled"})  # what befalls a place
BEFALLING = frozenset({*PEOPLE_EVENTS, "mistreated", "used_as_shield"}) - {"evacuated"}  # people alone
BEFORE = frozenset({"amod", "compound", "poss", "nmod"})
NAMED = ("NNP", "NNPS")


def find_told(
    document: Document, attributions: Sequence[Attribution], candidates: Sequence[Candidate], rules: RuleSet
) -> tuple[Candidate | None, ...]:
    """For each attribution, in order, its event as a candidate without a number, so that place and side can be asked.

    None where there is no event, no parse, or a figure of that event in the words themselves.
    """
    words = lexicon(rules)
    return tuple(_told(one, document, candidates, words) for one in attributions)


def _told(one: Attribution, document: Document, candidates: Sequence[Candidate], words: Lexicon) -> Candidate | None:
    trigger = one.trigger
    if one.event is None or trigger is None or not one.sources or _is_counted(one, candidates):
        return None
    index = next((s.index for s in document.sentences if s.start <= trigger.start < s.end), None)
    tree = document.trees.get(index) if index is not None else None
    if index is None or tree is None:
        return None
    noun = _befallen(tree, trigger, one.event, words)
    return Candidate(
        sentence=index,
        quantity=Quantity(text=trigger.text, start=trigger.start, end=trigger.end, low=None, high=None, form="vague"),
        event=one.event,
        trigger=trigger,
        target=_phrase(tree, noun, document.article.text, words) if noun is not None else None,
        category=_category(tree, noun, one.event, words) or "person" if noun is not None else "person",
        modality=one.modality,
    )


def _is_counted(one: Attribution, candidates: Sequence[Candidate]) -> bool:
    """Whether a figure of the same event stands in the words: its claim knows more."""
    start, end = one.content.start, one.content.end
    return any(c.event == one.event and start <= c.quantity.start < end for c in candidates)


def _befallen(tree: Tree, trigger: Mention, event: str, words: Lexicon) -> int | None:
    """The noun for whom or what it befell, of a kind that the event can befall."""
    for token in reversed(tree.tokens_in(trigger.start, trigger.end)):
        for noun in _suffering(tree, token, words):
            if _category(tree, noun, event, words) is not None:
                return noun
    return None


def _category(tree: Tree, noun: int, event: str, words: Lexicon) -> str | None:
    category = words.targets.get(tree.words[noun])
    if event in TAKEN:
        return category if category not in (None, *PEOPLE) else "settlement" if tree.tags[noun] in NAMED else None
    return category if event not in BEFALLING or category in PEOPLE else None


def _suffering(tree: Tree, token: int, words: Lexicon) -> Iterator[int]:
    """The nouns that a verb or noun of an event may befall, the likeliest first."""
    kids = tree.kids[token]
    if tree.tags[token].startswith("VB"):
        first = tree.first_conjunct(token)
        yield from (k for k in (*kids, *tree.kids[first]) if tree.deps[k] == "nsubjpass")
        yield from (k for k in kids if tree.deps[k] == "dobj")
        yield from (k for k in kids if tree.deps[k] == "nsubj" and not any(tree.deps[o] == "dobj" for o in kids))
        if tree.deps[token] == "acl" and tree.tags[token] == "VBN":
            yield tree.head[token]
        return
    hanging = words.small["victim_of"] | words.small["upon"]
    yield from (p for k in kids if tree.words[k] in hanging if (p := tree.kid(k, "pobj")) is not None)
    yield from (k for k in kids if tree.deps[k] in BEFORE)
    verb = tree.head[token]
    if tree.words[verb] in words.small["bearing"]:
        yield from (k for k in tree.kids[verb] if tree.deps[k] == "nsubj")


def _phrase(tree: Tree, noun: int, text: str, words: Lexicon) -> Mention:
    """The noun with what stands right before it."""
    first = min([noun, *(tree.subtree(k)[0] for k in tree.kids[noun] if k < noun and tree.deps[k] in BEFORE)])
    while first < noun and tree.words[first] in words.small["filler"]:
        first += 1
    start, end = tree.starts[first], tree.ends[noun]
    return Mention(text=text[start:end], start=start, end=end)
