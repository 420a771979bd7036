"""Text cut at the edges of marks."""

from __future__ import annotations

from counterclaim.views.marks import paragraphs
from tests.fixtures.extractions import FULL

PARAGRAPHS = list(paragraphs(FULL, (FULL.statements[1],)))


def test_pieces_make_the_text_again() -> None:
    """Nothing of the text is lost or said twice."""
    text = "\n\n".join("".join(piece.text for piece in paragraph.pieces) for paragraph in PARAGRAPHS)

    assert FULL.article.text == text


def test_overlapping_marks_share_a_piece() -> None:
    """Where a cue is a source's own word, the piece carries both marks."""
    [piece] = [piece for paragraph in PARAGRAPHS for piece in paragraph.pieces if piece.text == "denied"]

    assert ("cue", "source") == piece.kinds


def test_number_of_a_claim_stands_at_its_quantity() -> None:
    """The reference to a claim's card follows its figure."""
    numbers = {piece.text: piece.numbers for paragraph in PARAGRAPHS for piece in paragraph.pieces if piece.numbers}

    assert {"12": (1,), "dozens": (2,), "3": (3,)} == numbers


def test_cards_stand_beside_their_paragraph() -> None:
    """Claims and statements go with the paragraph they stand in."""
    found = [([n for n, _ in paragraph.claims], len(paragraph.statements)) for paragraph in PARAGRAPHS]

    assert [([], 0), ([1], 0), ([2, 3], 0), ([], 1)] == found


def test_parts_are_named() -> None:
    """A paragraph knows whether it is title, lead or body."""
    assert ["title", "lead", "body", "body"] == [paragraph.kind for paragraph in PARAGRAPHS]
