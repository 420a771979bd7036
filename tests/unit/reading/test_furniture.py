"""Lines and feet of pages."""

import pytest

from counterclaim.reading.drafts import Block
from counterclaim.reading.furniture import is_furniture, without_feet

SENTENCE = "Ten people were killed in the town on Monday, the monitor said."


@pytest.mark.parametrize(
    "foot",
    [
        "Read Also",
        "Related Army Frees Town From Rebels Two Commanders Killed in Raid",
        "87 Related Army Detains 49 Suspects Tags army town war Community standardsDiscussion Comment via Network",
        "Careers Contact Us Legal Terms of Use Privacy Policy",
        "Our Standards: The Example Trust Principles.",
        "Last Update: Tuesday 22 November 2016 23:28",
    ],
)
def test_foot_behind_the_last_sentence_goes(foot: str) -> None:
    """Related headlines, tags, and legal links are not the article's words."""
    assert [b.text for b in without_feet((Block(text=f"{SENTENCE} {foot}"),))] == [SENTENCE]


@pytest.mark.parametrize(
    "text",
    [
        SENTENCE,
        "Related claims that ten people were killed in the town are false.",
        "The army said that its Related Services unit lost ten men. They were young.",
        "He left it to the reader",
    ],
)
def test_sentence_is_no_foot(text: str) -> None:
    """Words that end with a stop stay, whatever they begin with."""
    assert [b.text for b in without_feet((Block(text=text),))] == [text]


def test_line_of_the_page() -> None:
    """A whole paragraph of the page's own words, in any case and with its marks."""
    assert [is_furniture(line) for line in ("ADVERTISEMENT", "Read more:", "Read more troops came")] == [
        True,
        True,
        False,
    ]
