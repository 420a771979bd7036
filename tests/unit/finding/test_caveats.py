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


def by(text: str) -> list[str | None]:
    return [c.by for caveats in find_caveats(document(text), found(text)[0], RULES) for c in caveats]


def test_who_could_not_verify() -> None:
    """The one before an active verb, or behind "by"; nobody where nobody is named."""
    said = "The army said 40 soldiers were killed. "

    assert ["Reuters"] == by(said + "Reuters could not independently verify the claim.")
    assert ["outside observers"] == by(said + "The claim could not be confirmed by outside observers.")
    assert [None] == by(said + "The claim has not been verified.")


def test_what_is_not_verified_must_be_the_figure() -> None:
    """Identities and motives are something else."""
    assert [[]] == kinds("Twelve soldiers were killed. Their identities could not be confirmed.")


def test_reservation_before_the_figure() -> None:
    """A reservation about all figures to come holds for the sentence after it."""
    assert [["not_verified"]] == kinds("The figures are impossible to verify. The army said 12 soldiers were killed.")


def test_reservation_about_something_else() -> None:
    """Without a word that points back, a reservation does not reach over the stop."""
    assert [[]] == kinds("Twelve soldiers were killed. A minister blamed spies without providing evidence.")
