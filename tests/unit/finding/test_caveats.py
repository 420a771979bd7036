"""Reservations."""

from counterclaim.finding import find_caveats
from tests.fixtures.parses import RULES, document, found


def kinds(text: str) -> list[list[str]]:
    return [[c.kind for c in caveats] for caveats in find_caveats(document(text), found(text)[0], RULES)]


def test_reservation_in_the_sentence() -> None:
    """It holds for the claims of its own sentence."""
    assert [["not_verified"]] == kinds("Twelve soldiers were killed, a figure that could not be verified.")


def test_reservation_after_the_sentence() -> None:
    """Where its own sentence has no claim it holds for those just before."""
    assert [["not_verified"]] == kinds("Twelve soldiers were killed. This could not be independently verified.")


def test_reservation_far_away() -> None:
    """Three sentences on it speaks of something else."""
    text = "Twelve soldiers were killed. Rain fell. The road was closed. Talks went on. This could not be verified."

    assert [[]] == kinds(text)


def test_reservation_has_words_and_rule() -> None:
    """The words stand in the text, and the rule is known."""
    text = "Twelve soldiers were killed, a figure that is disputed."
    [[caveat]] = find_caveats(document(text), found(text)[0], RULES)

    assert ("is disputed", "caveat.disputed") == (text[caveat.start : caveat.end], caveat.rule)


def test_nothing_without_candidates() -> None:
    """No claim, no reservation."""
    assert () == find_caveats(document("It could not be verified."), (), RULES)
