"""What runs into the first paragraph of a flattened page."""

import pytest

from counterclaim.reading.drafts import Block
from counterclaim.reading.headers import split_header

TITLE = "Bombs kill ten in the town"
BODY = "Ten people were killed in the town on Monday, the monitor said in a statement."


def split(first: str) -> tuple[str | None, list[tuple[str, str]]]:
    title, blocks = split_header(TITLE, [Block(text=first)])
    return title, [(block.kind, block.text) for block in blocks]


@pytest.mark.parametrize(
    ("first", "dates"),
    [
        (f"10-07-2016 {TITLE}. {BODY}", "10-07-2016"),
        (f"Wed 20 Apr 2016 {TITLE}. {BODY}", "Wed 20 Apr 2016"),
        (f"Saturday 11 April 2015 18:05 {TITLE}. {BODY}", "Saturday 11 April 2015 18:05"),
        (f"Posted on July 2 2016 by A. Doe {TITLE} {BODY}", "Posted on July 2 2016 by A. Doe"),
    ],
)
def test_date_and_title_come_apart_from_the_body(first: str, dates: str) -> None:
    """The title as the paragraph has it, the date as a dateline, the rest as body."""
    title, blocks = split(first)

    assert (title or "").rstrip(".") == TITLE
    assert blocks == [("dateline", dates), ("body", BODY)]


def test_title_before_a_date() -> None:
    """What follows the title is left to be cut at its own dateline."""
    assert split(f"{TITLE} AFP Thursday 16 Jul 2015 {BODY}") == (
        TITLE, [("body", f"AFP Thursday 16 Jul 2015 {BODY}")],
    )  # fmt: skip


def test_words_of_the_page_between_date_and_body_go() -> None:
    """Share counters, short addresses and topics are no text."""
    assert split(f"16.04.2017 Get short URL Topic War (61) 0 87 {BODY}")[1] == [
        ("dateline", "16.04.2017"),
        ("body", BODY),
    ]


def test_credit_and_section_before_a_date_come_apart() -> None:
    """What stands before the page's own words and holds a date is no sentence."""
    before = "AGENCY Anna Doe Middle East 1730 28.04.2017"

    assert split(f"{before}Get short URL 0 54 {BODY}")[1] == [("dateline", before), ("body", BODY)]


def test_caption_with_its_credit_comes_apart() -> None:
    """A caption run into the first sentence ends with its credit."""
    caption = "Smoke rises over the town after a raid (Reuters Photo)"

    assert split(f"Published July 2 2016 {caption} {BODY}")[1] == [
        ("dateline", "Published July 2 2016"), ("caption", caption), ("body", BODY),
    ]  # fmt: skip


@pytest.mark.parametrize("first", [BODY, f"The monitor, in a report named {TITLE}, said so. {BODY}"])
def test_plain_paragraph_stays_whole(first: str) -> None:
    """Without a date before it, a title inside a sentence is part of the sentence."""
    assert split(first) == (None, [("body", first)])
