"""Counts that lean on the one before them."""

from tests.fixtures.parses import found


def told(text: str) -> list[tuple[str, str, str, int | None]]:
    return [(c.event, c.quantity.text, c.category, c.part_of) for c in found(text)[0]]


def test_ten_of_them() -> None:
    """ "Ten of them children" is a part, of the category that follows."""
    assert [("killed", "12", "person", None), ("killed", "10", "child", 0)] == told(
        "In all, 12 people were killed, 10 of them children."
    )


def test_among_them() -> None:
    """ "Among them four policemen" is a part as well."""
    assert [("killed", "25", "person", None), ("killed", "four", "security", 0)] == told(
        "Some 25 people died, among them four policemen."
    )


def test_parts_in_a_row_have_one_whole() -> None:
    """The second part is no part of the first."""
    parts = told("At least 12 people were killed, including three children and two nurses.")

    assert [None, 0, 0] == [part for *_, part in parts]


def test_further_ones_are_no_part() -> None:
    """ "Three more" come on top."""
    assert [None, None] == [part for *_, part in told("Two drones were downed near the port and three more at sea.")]
