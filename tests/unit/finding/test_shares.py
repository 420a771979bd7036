"""Counts that are a share of the count before them."""

from tests.fixtures.parses import found


def told(text: str) -> list[tuple[str, str, str, int | None]]:
    return [(c.event, c.quantity.text, c.category, c.part_of) for c in found(text)[0]]


def test_of_which() -> None:
    """ "Of which about 80 were decoys" is a part of the drones that were launched."""
    assert [("launched", "120", "drone", None), ("launched", "80", "drone", 0)] == told(
        "Troops launched 120 drones at the city, of which about 80 were decoys."
    )


def test_of_whom_with_a_kind() -> None:
    """ "Of whom 100 were children" says what people the part are."""
    assert [("killed", "668", "person", None), ("killed", "100", "child", 0)] == told(
        "In all, 668 persons were killed in the violence, of whom 100 were children."
    )


def test_of_those_killed() -> None:
    """ "Of those killed, 12 were children" is a part of the dead of the sentence before."""
    assert [("killed", "200", "person", None), ("killed", "12", "child", 0)] == told(
        "Some 200 people were killed in the bombing. Of those killed, 12 were children."
    )


def test_of_the_victims() -> None:
    """ "Of the victims" are those of the sentence before."""
    assert [("killed", "30", "person", None), ("killed", "four", "woman", 0)] == told(
        "The soldiers killed 30 people. Of the victims, four were women."
    )


def test_those_who_fared_otherwise_are_no_share() -> None:
    """ "Of those wounded" are none of the dead."""
    assert [("killed", "200", "person", None)] == told(
        "Some 200 people were killed in the bombing. Of those wounded, 12 were children."
    )


def test_a_share_is_no_more_than_its_whole() -> None:
    """Thirty of 20 are of another whole."""
    assert [("killed", "20", "person", None)] == told("They killed 20 people. Of the victims, 30 were women.")


def test_the_victims_of_nothing_told() -> None:
    """Where nothing was told before, it is not known what happened to the victims."""
    assert [] == told("Of the victims, four were women.")
