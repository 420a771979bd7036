"""Names of sides are alike to the parser."""

from __future__ import annotations

import pytest

from counterclaim.parsing import load_parser, parse, stand_ins_of
from counterclaim.rules import load_rules

PARSER = load_parser("en")
STAND_INS = stand_ins_of(load_rules("en"), PARSER.vocab)
TEXT = "The leaders of the {} regime called for bullying of {} soldiers, Friday's report on {} said."


def tree(text: str) -> list[tuple[str, str, int]]:
    """Tag, label and governor of each token."""
    [doc] = parse([text], PARSER, STAND_INS)
    return [(token.tag_, token.dep_, token.head.i) for token in doc]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("Baku", "Armenian", "Azerbaijan"), ("Yerevan", "Azerbaijani", "Armenia")),
        (("Khartoum", "Chadian", "Sudan"), ("Ndjamena", "Sudanese", "Chad")),
        (("Tehran", "IDF", "Iran"), ("Jerusalem", "IRGC", "Israel")),
    ],
)
def test_tree_is_the_same_for_both_sides(one: tuple[str, ...], other: tuple[str, ...]) -> None:
    """Exchanged names leave the tree as it is."""
    assert tree(TEXT.format(*one)) == tree(TEXT.format(*other))


@pytest.mark.parametrize("capital", ["Addis Ababa", "Kuala Lumpur", "Phnom Penh"])
def test_capital_of_two_words_is_read_as_one_that_is_known(capital: str) -> None:
    """A capital whose two words the network never met has the tree of one that it met."""
    assert tree(TEXT.format("Tel Aviv", "Iraqi", "Iran")) == tree(TEXT.format(capital, "Iraqi", "Iran"))


def test_several_are_several() -> None:
    """A group's name in the plural has a stand-in in the plural."""
    [(tag, *_), *_] = tree("Houthis said that 12 men had died.")

    assert "NNPS" == tag


def test_capitals_are_parsed_in_lower_case() -> None:
    """A sentence in capitals is parsed in lower case; its names are alike too."""
    assert tree("Armenian soldiers shelled baku.".lower()) == tree("Chadian soldiers shelled khartoum.".lower())


def test_text_stays() -> None:
    """Only the tree is made with stand-ins: the tokens are the article's."""
    [doc] = parse(["Armenia lost 12 tanks."], PARSER, STAND_INS)

    assert "Armenia lost 12 tanks." == doc.text


def test_other_words_stay() -> None:
    """A sentence without names has the tree that it has without stand-ins."""
    [doc], [same] = parse(["Jets hit two bridges."], PARSER, STAND_INS), parse(["Jets hit two bridges."], PARSER)

    assert [(t.tag_, t.dep_, t.head.i) for t in same] == [(t.tag_, t.dep_, t.head.i) for t in doc]


@pytest.mark.parametrize(("said", "claimed"), [("said", "claimed"), ("said", "insisted")])
def test_verb_before_that_has_one_tree(said: str, claimed: str) -> None:
    """Where "that" follows, a verb that claims is read as "said"."""
    text = "Answering the question, the President {} that if thousands came, these troops could enter the city."

    assert tree(text.format(said)) == tree(text.format(claimed))


def test_verb_keeps_its_form_before_another_sentence() -> None:
    """A sentence that ends with the verb is read alike, whatever sentence is parsed after it."""
    alone, beside = (parse(texts, PARSER, STAND_INS) for texts in (["40 lives claimed"], ["40 lives claimed", "that"]))

    assert [(t.tag_, t.dep_) for t in next(alone)] == [(t.tag_, t.dep_) for t in next(beside)]
