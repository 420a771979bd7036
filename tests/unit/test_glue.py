"""Sentences and subheadings that a scraper glued together."""

from itertools import pairwise

import pytest

from counterclaim.glue import glued_sentences, run_in_heading


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("died on duty.A further ten fled.", ["died on duty.", "A further ten fled."]),
        ("the ministry added.The army left.", ["the ministry added.", "The army left."]),
        ("it was in 2014.On Monday", ["it was in 2014.", "On Monday"]),
        ("“We left.”The army", ["“We left.”", "The army"]),
        ("fell (again).The army", ["fell (again).", "The army"]),
    ],
)
def test_glued_sentences_are_found(text: str, pieces: list[str]) -> None:
    """The offset of each first character whose space was lost."""
    cuts = [0, *glued_sentences(text), len(text)]

    assert pieces == [text[a:b] for a, b in pairwise(cuts)]


@pytest.mark.parametrize(
    "text", ["the U.S.Army", "see www.Example.Com/A.Html", "Gen.Doe", "S.Korea", "a 3.5 Mt bomb", "Node.JS"]
)
def test_stops_inside_words_are_left_alone(text: str) -> None:
    """Abbreviations, addresses and names are not glued sentences."""
    assert glued_sentences(text) == ()


def test_run_in_heading_ends_before_a_word_known_elsewhere() -> None:
    """A heading glued to the next sentence ends where a word begins that stands elsewhere by itself."""
    text = "Progress of Special OperationThe spokesman said so."
    cut = run_in_heading(text, "The army left. " + text)

    assert text[:cut] == "Progress of Special Operation"


@pytest.mark.parametrize(
    "text", ["WikiLeaks published the files.", "Visit to McDonald ended.", "The army left the town."]
)
def test_names_with_inner_capitals_are_no_headings(text: str) -> None:
    """A capital inside a name is no lost line break."""
    assert run_in_heading(text, text) is None
