"""The words of a language stand in its tables and rules: the stages compare no text with words of their own."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

import counterclaim

SOURCE = Path(counterclaim.__file__).parent
STAGES = ("segmenting", "finding", "attributing", "resolving", "assembling", "gazetteer")
MODULES = sorted(str(file.relative_to(SOURCE)) for stage in STAGES for file in (SOURCE / stage).rglob("*.py"))

# What a piece of the text is called in the code, and what makes one of it.
TEXTS = frozenset(
    {"words", "lower", "lower_", "text", "word", "gap", "joint", "preposition", "before", "after", "between"}
)
SMALLER = frozenset({"lower", "strip", "lstrip", "rstrip"})
SEARCHES = frozenset({"compile", "match", "search", "split", "sub", "findall", "finditer", "fullmatch"})
CUTS = frozenset({"startswith", "endswith", "removeprefix", "removesuffix", "partition", "rpartition", "replace"})
NO_WORDS = re.compile(r"\(\?P[<=]\w+[>)]|\(\?<?[a-zL]*-?[a-z]*[:=!]|\\[a-zA-Z]|\[[^\]]*\]|\{[^}]*\}")
NO_LANGUAGE = frozenset(
    {"CC", "CD", "DT", "IN", "NN", "VB", "JJ", "W", "V", "MD", "PRP", "RB", "POS", "HYPH", "NNP", "PR", "P", "www"}
)
FUNCTION_WORDS = frozenset(
    "a an the this that these those of in at on to for from by with about against among between into near across"
    " inside around outside throughout after before above past upon and or but not no who whom whose which where he she"
    " it they we i you him her them us me his its our ours their one another some any all both each more less least"
    " than as if is are was were be been being have has had will would should could may might must can".split()
)

# Words that are still in the code, each with why; take a line away with the word.
POSSESSIVE = "the possessive, found with the apostrophe of the text"
KNOWN = {
    "attributing/headlines.py": ("of the", "small words of a source at the head of a headline"),
    "attributing/lexicon.py": ("a an", "articles that a rule's phrases may begin with"),
    "attributing/noun_phrases.py": ("to", "a preposition that ends a name"),
    "finding/caveats.py": ("s", "the plural of nameless observers"),
    "finding/numerals.py": ("a", "a multiplying word with its own article begins a new number"),
    "finding/quantity_atoms.py": ("a", "a multiplying word with its own article begins a new number"),
    "finding/quantity_non_counts.py": ("m of to", "metres; the score of a match"),
    "finding/ties.py": ("e y", "letters that a noun's forms change"),
    "gazetteer/name_ends.py": ("s", POSSESSIVE),
    "gazetteer/spelling.py": (
        "a aia aja aya dd e eh h ii ij in iv iy k nn o oe oi oie oje oy oye rr sk ska ski ss tsi tsy tt v y ye yi yj yy"
        " zz",
        "spellings of names from other alphabets, whatever the language of the text",
    ),
    "gazetteer/tokens.py": ("Mac Mc ad al an ar as ash at az el er es ez s ul", "pieces of names from other languages"),
    "resolving/actors.py": ("s", POSSESSIVE),
    "resolving/calendar.py": ("ordinal", "the name of a slot in the rules of dates"),
    "resolving/namesakes.py": ("Jr Sr al bin de el ibn van von", "particles of persons' names from other languages"),
    "resolving/offices.py": ("s", "the plural of an office"),
    "resolving/phrases.py": ("he it s they", "kinds of pronouns, and the possessive"),
    "resolving/place_choice.py": ("and s", "two places of one figure, and the possessive"),
    "resolving/place_record.py": ("of the to", "what a direction is told with"),
    "resolving/place_scene.py": ("s", POSSESSIVE),
    "resolving/place_wording.py": ("a also an and at in near of that the this", "articles and links around places"),
    "resolving/references.py": ("defense he it they", "kinds of pronouns, and one word of two spellings"),
    "resolving/story.py": ("just less more only than", "what stands before a span at the head of a story"),
    "segmenting/quotations.py": ("cause em n s til tis twas", "words that begin with an apostrophe"),
    "segmenting/stops.py": ("I ad al an ar as ash at el", "words of one letter, and pieces of names"),
}


def test_no_module_has_words_of_its_own() -> None:
    """A new word in the code fails, put it into a table; so does a word of KNOWN that the code no longer has."""
    found = {(module, word) for module in MODULES for word in _words_in(SOURCE / module)}
    known = {(module, word) for module, (words, _) in KNOWN.items() for word in words.split()}

    assert sorted(known) == sorted(found)


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ('if tree.words[k] == "of": pass', {"of"}),
        ('if token.lower_ in ("that", "which"): pass', {"that", "which"}),
        ('re.compile(rf"\\b(?:in|at) {NAME}(?P<place>[a-z]+)")', {"in", "at"}),
        ('OWNERS = frozenset({"of", "from"})', {"of", "from"}),
        ('text.startswith("a ")', {"a"}),
        ('if look.word_is(k, "of") or tree.tags[k].startswith("NN") or token.tag_ == "IN": pass', set()),
        ('KINDS = ("person", "body")', set()),
    ],
)
def test_words_are_found(code: str, expected: set[str]) -> None:
    """Comparisons, expressions, sets and cuts tell the words of a language; tags, kinds and classes are none."""
    assert expected == set(_of_tree(ast.parse(code)))


def _words_in(module: Path) -> frozenset[str]:
    return frozenset(_of_tree(ast.parse(module.read_text("utf-8"))))


def _of_tree(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Compare):
            yield from _compared([node.left, *node.comparators])
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.args:
            yield from _called(node.func, node.args[0])
        elif isinstance(node, ast.Assign):
            yield from _words_of([piece for piece in _pieces(node.value) if "(?:" in piece])
        elif isinstance(node, ast.Set | ast.Tuple | ast.List):
            texts = list(_texts(node))
            yield from texts if len(texts) > 1 and FUNCTION_WORDS.issuperset(texts) else ()


def _compared(sides: list[ast.expr]) -> Iterator[str]:
    """The words that a piece of text is compared with."""
    if any(map(_is_text, sides)):
        yield from (word for side in sides for text in _texts(side) for word in _letters(text))


def _is_text(node: ast.expr) -> bool:
    """Whether an expression is a piece of the text, by how it is written."""
    if isinstance(node, ast.Subscript):
        return _is_text(node.value)
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
        return node.func.attr in SMALLER
    return (isinstance(node, ast.Attribute) and node.attr in TEXTS) or (isinstance(node, ast.Name) and node.id in TEXTS)


def _called(function: ast.Attribute, first: ast.expr) -> Iterator[str]:
    """The words of an expression, or of what is cut off a text."""
    if function.attr in SEARCHES and isinstance(function.value, ast.Name) and function.value.id == "re":
        yield from _words_of(_pieces(first))
    elif function.attr in CUTS:
        yield from (word for text in _texts(first) for word in _letters(text) if not text.endswith((".", "_")))


def _words_of(expressions: Iterable[str]) -> Iterator[str]:
    return (word for text in expressions for word in _letters(NO_WORDS.sub(" ", text)))


def _texts(node: ast.expr) -> Iterator[str]:
    """The literal texts of an expression: itself, or the members of a literal collection."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, ast.Tuple | ast.Set | ast.List):
        yield from (text for item in node.elts for text in _texts(item))


def _pieces(node: ast.expr) -> Iterator[str]:
    """The literal pieces of an expression, put together or not."""
    if isinstance(node, ast.JoinedStr):
        yield from (piece for value in node.values for piece in _pieces(value))
    elif isinstance(node, ast.BinOp):
        yield from (*_pieces(node.left), *_pieces(node.right))
    else:
        yield from _texts(node)


def _letters(text: str) -> list[str]:
    return [word for word in re.findall(r"[^\W\d_]+", text) if word not in NO_LANGUAGE]
