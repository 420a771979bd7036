"""The noun phrase that a quantity counts: where it hangs in the sentence, and what its words are."""

from __future__ import annotations

from dataclasses import dataclass

from counterclaim.finding.lexicon import Lexicon
from counterclaim.finding.mixed import listed_category, mixed_category
from counterclaim.records import Quantity
from counterclaim.tree import Tree
from counterclaim.vocabulary import PEOPLE

LEADING_TAGS = ("JJ", "JJR", "CD", "HYPH", "POS", "VBN")
CLOSER = ("woman", "child")  # what a coder says of people rather than that they are civilians
LISTED = ("NN", "JJ", "CC", ",", "HYPH", "VBN")  # tags of words between a type and what is of it
TYPES = 14  # tokens between them
MODIFIERS = frozenset("nummod amod det quantmod nmod compound predet poss npadvmod advmod neg".split())


@dataclass(frozen=True, slots=True)
class Phrase:
    """What a quantity counts: `top` is the token that hangs in the sentence, `noun` the last token of its words.

    `noun` is None for a headless count; `category` None where the words are unknown; `first` is the phrase's first
    token after the number, `last` the last of the words that name what is counted ("tanks and other armoured
    vehicles"), `inside` the number's own tokens. `partitive` is true for "two of them".
    """

    top: int
    first: int
    noun: int | None
    category: str | None
    also: tuple[str, ...] = ()
    partitive: bool = False
    inside: tuple[int, ...] = ()
    last: int | None = None


def phrase_of(tree: Tree, quantity: Quantity, lexicon: Lexicon) -> Phrase | None:
    """The phrase that a quantity counts, or None where the quantity covers no token."""
    inside = tree.tokens_in(quantity.start, quantity.end)
    return _phrase(tree, inside, lexicon) if inside else None


def _phrase(tree: Tree, inside: list[int], lexicon: Lexicon) -> Phrase:
    root = _root(tree, inside)
    after = inside[-1] + 1
    top = _noun_above(tree, root, inside, lexicon)
    content, partitive = _after_of(tree, lexicon, root if top is None else top, inside)
    if content is not None:
        return _named(tree, lexicon, root if top is None else top, inside, content, partitive)
    if partitive:
        return Phrase(root if top is None else top, after, None, None, partitive=True, inside=tuple(inside))
    if top is None:
        top = _noun_right(tree, lexicon, after)
        if top is None:
            return Phrase(root, after, None, None, inside=tuple(inside))
    return _named(tree, lexicon, top, inside, top, False)


def _root(tree: Tree, inside: list[int]) -> int:
    own = set(inside)
    return next((i for i in reversed(inside) if tree.head[i] not in own or tree.head[i] == i), inside[-1])


def _noun_above(tree: Tree, root: int, inside: list[int], lexicon: Lexicon) -> int | None:
    node, behind = root, tree.words[inside[-1] + 1 : inside[-1] + 2]
    if behind and behind[0] in lexicon.small["of"]:  # "a hundred of militants the agency said"
        return None
    while tree.deps[node] in MODIFIERS and tree.head[node] not in inside:
        node = tree.head[node]
        if tree.tags[node].startswith("NN") and node > inside[-1]:
            if tree.words[node] in lexicon.small["numbering"]:
                return None  # "raids kill 21 hundreds flee"
            return None if _is_state(tree.words[node], lexicon) else _bearer(tree, node)
    return None


def _is_state(word: str, lexicon: Lexicon) -> bool:
    """Whether a word says how people fared and is no name for them: "dozens hurt"."""
    return word in lexicon.adjectives and word not in lexicon.nouns and word not in lexicon.targets


def _bearer(tree: Tree, noun: int) -> int:
    """The noun that a name belongs to, where the parser hangs the number on the name: "fifteen SARC volunteers"."""
    while tree.deps[noun] in ("compound", "nmod") and tree.head[noun] > noun and tree.tags[tree.head[noun]] == "NNS":
        noun = tree.head[noun]
    return noun


def _noun_right(tree: Tree, lexicon: Lexicon, first: int) -> int | None:
    """The noun that stands right after the number where the parser has them apart."""
    found = None
    for i in range(first, min(first + 7, len(tree.words))):
        if tree.words[i] in lexicon.small["numbering"]:
            break
        if tree.tags[i].startswith("NN") and tree.deps[i] != "npadvmod":  # "five wounded today"
            found = i
        elif found is not None or not (
            tree.tags[i] in LEADING_TAGS or tree.words[i] in lexicon.small["any"] or _is_misread(tree, lexicon, i)
        ):
            break
    if found is None or tree.words[found] in lexicon.adjectives:
        return None
    return found


def _is_misread(tree: Tree, lexicon: Lexicon, verb: int) -> bool:
    """ "21 abducted pupils freed": a participle before its noun that the parser takes for a headline's verb."""
    noun = tree.kid(verb, "dobj")
    if tree.tags[verb] != "VBD" or tree.words[verb] not in lexicon.adjectives or noun is None:
        return False
    return tree.tags[noun] == "NNS" and tree.tags[noun + 1 : noun + 2] in (("VBD",), ("VBN",))


def _after_of(tree: Tree, lexicon: Lexicon, top: int, inside: list[int]) -> tuple[int | None, bool]:
    """The noun after "of" behind the number or behind a classifier; and whether it is only a pronoun."""
    if top not in inside and tree.words[top] not in lexicon.small["classifier"]:
        return None, False
    behind = inside[-1] if top in inside else top
    next_to = [behind + 1] if behind + 1 < len(tree.words) else []  # whatever the parser hangs it on
    for kid in dict.fromkeys([*next_to, *(k for node in {*inside, top} for k in tree.kids[node])]):
        if tree.words[kid] in lexicon.small["of"] and kid > behind - 1:
            noun = tree.kid(kid, "pobj", "pcomp")
            if noun is None or (tree.words[noun] in lexicon.small["pronoun"] and tree.kid(noun, "acl") is None):
                return None, True  # but "five of those killed" says who they are
            collects = tree.words[noun] in lexicon.small["classifier"]
            deeper, _ = _after_of(tree, lexicon, noun, inside) if collects else (None, False)
            return (noun if deeper is None else deeper), False
    return None, False


def _named(tree: Tree, lexicon: Lexicon, top: int, inside: list[int], noun: int, partitive: bool) -> Phrase:
    first, noun = inside[-1] + 1, _typed(tree, lexicon, noun)
    category, also, last = categorise(tree, lexicon, first, noun)
    return Phrase(top, first, noun, category, also, partitive, tuple(inside), last)


def _typed(tree: Tree, lexicon: Lexicon, noun: int) -> int:
    """The drones of "12 Shahed-type, Gerbera-type and other drones"."""
    if tree.words[noun] not in lexicon.small["type"] or tree.words[noun - 1 : noun] != ("-",):
        return noun
    found = noun
    for i in range(noun + 1, min(noun + TYPES, len(tree.words))):
        if not tree.tags[i].startswith(LISTED):
            break
        if tree.tags[i].startswith("NN") and tree.words[i] in lexicon.targets:
            found = i
    return found


def categorise(tree: Tree, lexicon: Lexicon, first: int, noun: int) -> tuple[str | None, tuple[str, ...], int]:
    """The category of the words from `first` to `noun`, further categories of people that hold as well, the last word.

    The longest phrase that ends at the noun wins; a joined second noun ("tanks and other armoured vehicles") counts.
    """
    if (listed := listed_category(tree, noun, lexicon.targets)) is not None:
        return listed[0], (), listed[1]
    joined = _joined_end(tree, noun)
    extended = _extended(tree, noun)
    named = tree.tags[noun].startswith("NNP") and tree.words[noun] not in lexicon.targets  # "tens of ISIS terrorists"
    for last, latest in ((joined, noun), (extended, extended if named else noun), (noun, noun)):
        for left in range(max(first, last - lexicon.longest - 1), latest + 1):
            category = lexicon.targets.get(spelled(tree, left, last + 1))
            if category is not None:
                also = _also(tree, lexicon, first, left, category)
                other = _known(tree, lexicon, noun + 1, joined) if last == noun else None
                if tree.words[joined] in lexicon.small["member"] and other in ("person", "official"):
                    other = category  # "12 fighters and leaders" are of one body
                mixed = mixed_category(tree, noun, category, joined, other)
                return (*_closest(category, also), last) if mixed == category else (mixed, (), joined)
    bare = joined > noun and "CD" not in tree.tags[noun:joined] and "DT" not in tree.tags[noun:joined]
    category = lexicon.targets.get(tree.words[joined]) if bare and tree.words[noun] not in lexicon.targets else None
    return (category, (), joined) if category in PEOPLE else (None, (), noun)  # "70 regime and rebel fighters"


def _known(tree: Tree, lexicon: Lexicon, first: int, last: int) -> str | None:
    """The category of the longest phrase that ends at a word and begins no earlier than another."""
    phrases = (spelled(tree, left, last + 1) for left in range(max(first, last - lexicon.longest), last + 1))
    return next((category for phrase in phrases if (category := lexicon.targets.get(phrase))), None)


def spelled(tree: Tree, left: int, right: int) -> str:
    """The words from left to right as the rules spell them: the parser's " - " is a hyphen."""
    if right - left == 1:
        return tree.words[left]
    return " ".join(tree.words[left:right]).replace(" - ", "-")


def _joined_end(tree: Tree, noun: int) -> int:
    """The end of "tanks and other armoured vehicles", where the rules may know the whole as one kind of thing."""
    return next((k for k in tree.kids[noun] if tree.deps[k] == "conj" and k - noun < 6), noun)


def _extended(tree: Tree, noun: int) -> int:
    """The last of the nouns that stand together, where the parser took an earlier one for the head."""
    last = noun
    while last + 1 < len(tree.words) and tree.tags[last + 1] in ("NN", "NNS") and tree.head[last + 1] != noun:
        last += 1
    return last


def _closest(category: str, also: tuple[str, ...]) -> tuple[str, tuple[str, ...]]:
    """What people are first: "a female teacher" and "child refugees" are a woman and children before civilians."""
    closer = next((kind for kind in also if kind in CLOSER), None) if category == "civilian" else None
    return (category, also) if closer is None else (closer, tuple(k for k in (*also, category) if k != closer))


def _also(tree: Tree, lexicon: Lexicon, first: int, left: int, category: str) -> tuple[str, ...]:
    if category not in PEOPLE:
        return ()
    found = (lexicon.targets.get(word) for word in tree.words[max(first, left - 3) : left])
    return tuple(dict.fromkeys(c for c in found if c in PEOPLE and c not in (category, "person")))
