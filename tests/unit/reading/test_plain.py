"""Plain text: its title, and texts that have none."""

from counterclaim.reading.plain import read_plain


def test_first_line_is_the_title() -> None:
    """A short first line without a stop, before more text."""
    draft = read_plain("Town falls to army\n\nTen soldiers died, the ministry said.\n\nMore fled.")

    assert draft.title == "Town falls to army"
    assert [b.text for b in draft.blocks] == ["Ten soldiers died, the ministry said.", "More fled."]


def test_sentence_or_dateline_is_no_title() -> None:
    """A first line that ends like a sentence, opens with a dateline or stands alone is body."""
    assert read_plain("Ten soldiers died.\n\nMore fled.").title is None
    assert read_plain("KYIV, Feb 27 (Agency) - Ten soldiers died\n\nMore fled.").title is None
    assert read_plain("Town falls to army").title is None
