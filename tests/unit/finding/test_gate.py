"""The first pass."""

import pytest

from counterclaim.finding import sentences_with, telling_sentences
from counterclaim.finding.gate import lower
from tests.fixtures.parses import RULES, document


def telling(text: str) -> frozenset[int]:
    parsed = document(text)
    return telling_sentences(parsed.article.text, parsed.sentences, RULES)


@pytest.mark.parametrize(
    "text",
    [
        "Twelve soldiers were killed.",
        "A soldier was killed.",
        "Troops captured Bakhmut.",
        "Russian forces withdrew from Kherson.",
        "They sent 300 troops.",
        "The strike left no casualties.",
    ],
)
def test_sentences_that_may_hold_a_claim(text: str) -> None:
    """An event beside a number, a single one, or a place that changes hands."""
    assert frozenset({0}) == telling(text)


@pytest.mark.parametrize("text", ["The weather was fine.", "The ministers met."])
def test_sentences_that_hold_none(text: str) -> None:
    """No event, or no thing that it happens to."""
    assert frozenset() == telling(text)


@pytest.mark.parametrize("about_violence", [True, False])
@pytest.mark.parametrize(("text", "found"), [("A ballot killed the plan.", 0), ("A ballot killed a soldier.", 1)])
def test_single_ones_need_a_noun(text: str, found: int, about_violence: bool) -> None:
    """ "A" must stand before a noun of the rules."""
    parsed = document(text)

    assert found == len(telling_sentences(text, parsed.sentences, RULES, about_violence=about_violence))


@pytest.mark.parametrize(("about_violence", "found"), [(True, 1), (False, 0)])
def test_every_quantity_where_there_is_violence(about_violence: bool, found: int) -> None:
    """A number whose event stands in another sentence is looked at in an article about violence only."""
    parsed = document("There were 144 of them.")

    assert found == len(telling_sentences(parsed.article.text, parsed.sentences, RULES, about_violence=about_violence))


@pytest.mark.parametrize(("about_violence", "found"), [(True, 1), (False, 0)])
def test_loose_words_are_no_events_elsewhere(about_violence: bool, found: int) -> None:
    """ "Lost" beside a number is worth a look only where there is violence."""
    parsed = document("The club lost 12 points.")

    assert found == len(telling_sentences(parsed.article.text, parsed.sentences, RULES, about_violence=about_violence))


def test_words_are_whole() -> None:
    """ "Skilled" is no killing."""
    parsed = document("He was skilled. She was killed.")

    assert frozenset({1}) == sentences_with(("killed",), parsed.article.text, parsed.sentences)


def test_lower_case_keeps_every_offset() -> None:
    """A letter whose small form is longer stays as it is."""
    assert len("İstanbul KYIV") == len(lower("İstanbul KYIV"))
    assert lower("İstanbul KYIV").endswith("stanbul kyiv")


def test_first_word_of_a_phrase_counts_where_the_second_is_another_word() -> None:
    """ "Shot downtown" is no "shot down", but somebody was shot."""
    parsed = document("Two men shot downtown")
    assert frozenset({0}) == telling_sentences(parsed.article.text, parsed.sentences, RULES, about_violence=False)
