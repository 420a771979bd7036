"""Quotations: which marks open and close one, and which are no marks at all."""

import pytest

from counterclaim.records import Article
from counterclaim.segmenting import find_quotations


def quotations(text: str) -> list[str]:
    article = Article(key="k", id="i", text=text, parts=())
    return [text[q.start : q.end] for q in find_quotations(article)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('"We left," he said. "They stayed."', ["We left,", "They stayed."]),
        ("He said “we will ‘win’ it” twice.", ["we will ‘win’ it"]),
        ("„Sie gingen“ und «ils partent» too.", ["Sie gingen", "ils partent"]),
        ("The 'bomb' and the ‘war’ went on.", ["bomb", "war"]),
        ("‘Ukraine crisis’ or ‘Ukraine war’ it is.", ["Ukraine crisis", "Ukraine war"]),
        ("''We left,'' he said. ''They won't.''", ["We left,", "They won't."]),
        ("‘We saw the soldiers’ lives,’ he said.", ["We saw the soldiers’ lives,"]),
    ],
)
def test_marks_hold_a_quotation(text: str, expected: list[str]) -> None:
    """Straight and curly marks and guillemets, the outermost only."""
    assert expected == quotations(text)


@pytest.mark.parametrize(
    "text",
    [
        "The soldiers' lives and Russia's army don't matter.",
        "In the '90s they got 'em.",
        'Gujarat"s minister and India"s army met.',
        'A stray " mark alone is nothing.',
        "A 5' wall was 10\" thick.",
    ],
)
def test_other_marks_are_no_quotations(text: str) -> None:
    """Apostrophes, feet and inches and marks without a partner are no quotations."""
    assert quotations(text) == []


def test_quotation_runs_over_paragraphs_where_it_is_taken_up() -> None:
    """A paragraph that does not close its quotation leaves it open if the next one takes it up."""
    text = "“We fought on.\n\n“We won,” he said."
    found = find_quotations(Article(key="k", id="i", text=text, parts=()))

    assert [(text[q.start : q.end], q.open) for q in found] == [("We fought on.", True), ("We won,", False)]
