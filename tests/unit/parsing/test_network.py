"""Our reading of the parser's network gives what spaCy's own reading gives."""

from collections.abc import Iterable
from random import Random

import pytest
from spacy.language import Language
from spacy.tokens import Doc

from counterclaim.parsing import load_parser, parse
from counterclaim.parsing.network import Network

TEXTS = (
    "Twelve soldiers, most of them conscripts, were killed near Kharkiv on Monday, the ministry said.",
    "What the mayor said he had been told by whom was unclear.",
    "They fled. Nobody came back. The army, it said, had lost two tanks (and, it admitted, a bridge).",
    "Killed: 12",
    "   ",
    "Rescuers pulled three bodies out of the rubble that had been found the day before, which nobody had counted.",
)
WORDS = (*"the said killed , 12 of that . in and she were to ) what than had who ' by not".split(), "\n")


def told(docs: Iterable[Doc]) -> list[list[tuple[str, str, int]]]:
    return [[(token.tag_, token.dep_, token.head.i) for token in doc] for doc in docs]


def scrambled(count: int) -> list[str]:
    chance = Random(7)
    return [" ".join(chance.choices(WORDS, k=chance.randrange(1, 60))) for _ in range(count)]


@pytest.mark.parametrize("texts", [TEXTS, scrambled(300), ["word " * 500]], ids=["plain", "scrambled", "long"])
def test_tags_and_trees_are_those_of_spacy(texts: list[str]) -> None:
    """Plain sentences, words without sense, which make it repair and break off, and one of 500 words."""
    parser = load_parser()

    assert told(parser.pipe(texts)) == told(parse(texts, parser))


def test_an_empty_text_has_no_words() -> None:
    """A text of no length among others is parsed to nothing and disturbs nothing."""
    first, empty, last = parse(["He fled.", "", "She stayed."], load_parser())

    assert (3, 0, 3) == (len(first), len(empty), len(last))
    assert "stayed" == last[0].head.text


def test_another_network_is_left_alone() -> None:
    """A pipeline that is not built as ours is none that we read."""
    assert Network.of(Language()) is None
