"""Paragraphs of plain text."""

from counterclaim.reading.paragraphs import to_blocks


def texts(text: str) -> list[str]:
    return [block.text for block in to_blocks(text)]


def kinds(text: str) -> list[str]:
    return [block.kind for block in to_blocks(text)]


WRAPPED = """   BOGOTA, 6 OCT 89 (RADIO) -- [TEXT] TWO BOMBINGS IN THE NORTH OF THE
CITY HAVE WOUNDED SIX PERSONS AND CAUSED CONSIDERABLE DAMAGE TO THE
HOUSES NEARBY, THE COMMANDER OF THE METROPOLITAN POLICE REPORTED ON A
RADIO PROGRAM.

   THE SECOND BOMB WAS PLACED BY A YOUNG MAN AT THE OFFICE ON THE
AVENUE."""


def test_wrapped_lines_are_one_paragraph() -> None:
    """Lines of nearly equal length, broken mid sentence, belong together."""
    first, second = texts(WRAPPED)

    assert first.endswith("ON A RADIO PROGRAM.")
    assert second == "THE SECOND BOMB WAS PLACED BY A YOUNG MAN AT THE OFFICE ON THE AVENUE."


def test_indent_begins_a_paragraph_of_wrapped_text() -> None:
    """Wire copy marks paragraphs by an indent and not by a blank line."""
    text = (
        "    At least 40 soldiers and guerrillas, a military adviser among\n"
        "them, died in a major battle in the north of the country today, it\n"
        "was said by several military sources who had been in the place.\n"
        "    The sources said that thirty guerrillas and twelve soldiers of\n"
        "the government were killed in the attack.\n"
    )

    assert [t[:9].strip() for t in texts(text)] == ["At least", "The sourc"]


def test_other_line_breaks_end_a_paragraph() -> None:
    """Without wrapping, every line is a paragraph."""
    text = "A boy tried to blow up a market, prosecutors say.\nHe left a bag.\nNo-one was injured."

    assert texts(text) == [
        "A boy tried to blow up a market, prosecutors say.",
        "He left a bag.",
        "No-one was injured.",
    ]


def test_line_that_goes_on_mid_sentence_is_joined() -> None:
    """A small letter after words without a stop continues the line before."""
    text = "The former leader was a brutal one, the president has\n            said, hours after.\nHe was 90."

    assert len(texts(text)) == 2


def test_runs_of_white_space_become_one_space() -> None:
    """Tabs, carriage returns and runs of spaces inside a paragraph are one space."""
    assert texts("Ten  soldiers\t died.\r\n\r\n") == ["Ten soldiers died."]


def test_kinds_by_look() -> None:
    """Captions by their credit, subheadings by their length, lists by their marks."""
    text = (
        "Ten soldiers died in the town on Monday, the army said in a statement.\n"
        "Smoke over the town, May 2. (Agency Photo via Reuters)\n"
        "Help on its way\n"
        "The first lorries with food and water reached the people in the town.\n"
        "- one tank\n- two guns\n"
        "Nothing else was said by the army on that day or on the next."
    )

    assert kinds(text) == ["body", "caption", "subheading", "body", "list", "list", "body"]


def test_lines_of_the_page_are_left_out() -> None:
    """What belongs to the page and not to the article is no paragraph."""
    assert texts("Ten died.\n\nAdvertisement\n\nTwo fled.\n\nRead more:\n") == ["Ten died.", "Two fled."]


def test_page_break_inside_a_sentence_is_no_paragraph() -> None:
    """A blank line between two halves of a sentence joins them again."""
    text = "A source says that the push in the east of the country can\n\ncontinue for months. It was cold."

    assert len(texts(text)) == 1


def test_deep_indent_continues_a_broken_line() -> None:
    """The layout of a page's source is no paragraph."""
    text = "The candidate says that she has gathered enough money to fund a recount in\n            Ohio.\nIt is dear."

    assert len(texts(text)) == 2
