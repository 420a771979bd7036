"""Scrape dumps of other makes."""

from counterclaim.reading.scrapes import is_scrape, read_scrape

DUMP = """ date 2023-05-04 https://example.org/20230504/town-shelled-1.html

Town Shelled

Town Shelled

The governor said so on Thursday. The... 04.05.2023, Example Agency

2023-05-04T10:00+0000

2023-05-04T10:00+0000

world

/html/head/meta[@name='og:title']/@content

https://example.org/pictures/1_0:0:10.jpg

Ten people died in the town, the governor said.A further five were hurt.

Anna Doe https://example.org/doe.jpg

640 480 true

en_GB
"""


def test_dump_is_known_by_its_first_line_or_leftovers() -> None:
    """A date and an address, or an XPath."""
    assert is_scrape(DUMP)
    assert is_scrape("Title\n\n/html/head/meta[@name='x']/@content\n\nBody.")
    assert not is_scrape("2022-03-02\n\nTen people died, see https://example.org/1")


def test_fields_land_in_their_places() -> None:
    """Each line of the dump, by what it looks like."""
    draft = read_scrape(DUMP)

    assert (draft.title, draft.lead) == ("Town Shelled", "The governor said so on Thursday. The...")
    assert (
        draft.outlet, draft.language, draft.authors, draft.tags,
    ) == ("Example Agency", "en_GB", ("Anna Doe",), ("world",))  # fmt: skip
    assert (draft.published, draft.modified) == ("2023-05-04T10:00+00:00", None)
    assert [block.text for block in draft.blocks] == [
        "Ten people died in the town, the governor said.",
        "A further five were hurt.",
    ]


def test_day_of_the_header_serves_where_there_is_no_time() -> None:
    """Without a time, the day beside the address is the day of publication."""
    assert read_scrape("date 2023-05-04 https://example.org/a\n\nTitle\n\nTen died.").published == "2023-05-04"
