"""Places taken or lost by name: one candidate for each place, its name standing for the quantity."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from counterclaim.finding.lexicon import Lexicon, group_of
from counterclaim.finding.linking import Link, links
from counterclaim.finding.phrases import Phrase
from counterclaim.gazetteer import Gazetteer
from counterclaim.gazetteer.recognise import PlaceMention, recognise
from counterclaim.names import load_names
from counterclaim.records import Quantity
from counterclaim.rules import RuleSet
from counterclaim.segments import Sentence
from counterclaim.tree import Tree
from counterclaim.vocabulary import TERRITORY_EVENTS

RULE = "quantity.place"
REGION = 4  # words behind a place within which its region can begin ("farther north in the east")
LARGE = ("country", "continent", "region", "sea")


def may_change_hands(tree: Tree, words: Lexicon) -> bool:
    """Whether the sentence has a word for taking or losing territory."""
    return not words.territorial.isdisjoint(tree.words)


def find_places_taken(
    sentence: Sentence, tree: Tree, rules: RuleSet, gazetteer: Gazetteer, words: Lexicon
) -> Iterator[tuple[Quantity, Phrase, tuple[Link, ...]]]:
    """Each named place of the sentence that is gained or lost, with the words that say so."""
    if not may_change_hands(tree, words):
        return
    lists: dict[int, tuple[Link, ...]] = {}
    taken: dict[int, tuple[Link, ...]] = {}
    for mention in recognise(sentence.text, gazetteer, rules, offset=sentence.start):
        phrase = _phrase(tree, mention)
        if phrase is None or _belongs_to_another(tree, phrase, words):
            continue
        like = _with_its_like(tree, phrase, taken) if mention.kind is None else ()
        if not like and not _can_be_taken(mention, gazetteer, rules):
            continue
        found = tuple(link for link in links(tree, phrase, words) if _takes(tree, phrase, link))
        # The parser loses members of a list; whoever takes the first town of it takes them all.
        found = found or lists.get(mention.group, ()) or like
        if found:
            lists[mention.group] = found
            taken[phrase.top] = found
            yield _quantity(mention), phrase, found


def _with_its_like(tree: Tree, phrase: Phrase, taken: Mapping[int, tuple[Link, ...]]) -> tuple[Link, ...]:
    """The links of the place that this one is told beside, where each has its region ("A in X and B in Y").

    The parser joins B to X; the same preposition behind A and behind B tells that it is A's like.
    """
    region = tree.head[phrase.top]
    relation = tree.head[region]
    if tree.deps[phrase.top] != "conj" or tree.deps[region] != "pobj" or tree.head[relation] not in taken:
        return ()
    behind = tree.words[phrase.inside[-1] + 1 : phrase.inside[-1] + 1 + REGION]
    return taken[tree.head[relation]] if tree.words[relation] in behind else ()


def _takes(tree: Tree, phrase: Phrase, link: Link) -> bool:
    """Whether the event is about territory and no neighbour ("lost to Palmyra", "from occupied Palmyra")."""
    if link.event not in TERRITORY_EVENTS:
        return False
    before = link.first - 1
    told = tree.tags[before] if before >= 0 else ""
    bare = tree.tags[link.first] in ("VBN", "JJ") and tree.kid(link.first, "aux", "auxpass") is None
    attribute = link.first + 1 == phrase.first and (told in ("IN", "DT", "HYPH") or bare)
    beside = link.path == "adjacent" and (link.last + 1 < phrase.first or not tree.tags[link.first].startswith("VB"))
    return not beside and not attribute


def _quantity(mention: PlaceMention) -> Quantity:
    return Quantity(text=mention.text, start=mention.start, end=mention.end, low=1, high=1, form="exact", rule=RULE)


def _can_be_taken(mention: PlaceMention, gazetteer: Gazetteer, rules: RuleSet) -> bool:
    if mention.attributive or mention.kind in LARGE or mention.direction:
        return False
    if mention.kind == "settlement":
        return True
    known = gazetteer.named(mention.text)
    land = any(named.kind == "name" for named in load_names(rules).find(mention.text))  # "the occupation of Iraq"
    return bool(known) and known[0].kind not in LARGE and not land


def _belongs_to_another(tree: Tree, phrase: Phrase, words: Lexicon) -> bool:
    """ "Kherson's mayor", "Kherson Mayor Ann Bell" and "three quarters of Kherson" are not Kherson."""
    top, head = phrase.top, tree.head[phrase.top]
    if any(tree.tags[k] == "POS" for k in tree.kids[top]):
        return True
    if tree.deps[top] in ("compound", "nmod", "amod"):
        kind = words.targets.get(tree.words[head], "person")
        if kind == "settlement" and any(k > head and tree.words[k] in words.small["of"] for k in tree.kids[head]):
            return True  # "the Aleppo suburb of Hraytan"
        return group_of(kind) not in ("territory", "structure")
    above = (i for i in tree.above(top)[:5] if tree.tags[i] in ("NN", "NNS"))
    return any(tree.kid(i, "nummod") is not None for i in above)


def _phrase(tree: Tree, mention: PlaceMention) -> Phrase | None:
    inside = tree.tokens_in(mention.start, mention.end)
    if not inside:
        return None
    own = set(inside)
    top = next((i for i in reversed(inside) if tree.head[i] not in own or tree.head[i] == i), inside[-1])
    if tree.tags[top].startswith("VB"):
        return None  # "MATERIAL TO MAKE EXPLOSIVES" in capitals
    return Phrase(top, inside[0], inside[-1], "settlement", inside=tuple(inside))
