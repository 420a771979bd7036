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


def test_part_of_the_sentence_before() -> None:
    """ "Ten of them were children" is a part of the count in the sentence before."""
    assert [("killed", "40", "person", None), ("killed", "Ten", "child", 0)] == told(
        "In a raid 40 people were killed. Ten of them were children."
    )


def test_nothing_is_part_of_what_was_told_in_another_paragraph() -> None:
    """ "Ten of them" in a new paragraph may be of others."""
    assert [("killed", "40", "person", None)] == told(
        "In a raid 40 people were killed.\n\nThere were guests. Ten of them were children."
    )


def test_former_count() -> None:
    """ "Up from 20" is the count that stood before."""
    assert [("attacks", "80", "attack", None), ("attacks", "20", "attack", None)] == told(
        "It recorded 80 drone attacks this year, up from 20 in 2024."
    )


def test_counts_of_other_years() -> None:
    """ "1,200 in 1987" goes on counting what was counted in 1988."""
    counts = told("There were 2,978 killings in 1988; 1,200 in 1987; and 1,000 in 1986.")

    assert ["2,978", "1,200", "1,000"] == [quantity for _, quantity, *_ in counts]


def test_model_is_of_the_kind_that_it_is_included_in() -> None:
    """ "Including three Rafales": aircraft, as the jets are."""
    assert ("downed", "three", "aircraft", 0) in told("The air force downed five jets, including three Rafales.")


def test_as_well_as_joins_over_a_clause() -> None:
    """ "As well as 67 drones" has the verb of the count far before it."""
    text = "They had destroyed 38 missiles used against the towns since the beginning of the war, as well as 67 drones."

    assert ("destroyed", "67", "drone", None) in told(text)


def test_others_with_a_verb_of_their_own_are_not_counted_with_those_before() -> None:
    """ "Two died, and three others may have escaped": nobody of the three died."""
    assert ["two"] == [
        quantity for _, quantity, _, _ in told("Ten days ago two men died and three others may have escaped.")
    ]


def test_part_of_the_whole_that_a_sentence_opens_with() -> None:
    """ "Of the 286 people killed, 41 were farmers" counts the 41 as killed, and as a part."""
    assert ("killed", "41", "person", 0) in told("Out of the 286 people killed in the city, some 41 were farmers.")


def test_people_are_no_attacks() -> None:
    """ "In the attack among them 13 police officers": killed, as those are whom they are among."""
    text = "At least 17 people were killed in the attack among them 13 police officers."

    assert ("killed", "13", "security", 0) in told(text)


def test_bombs_that_something_was_destroyed_with() -> None:
    """ "Nine targets with ten bombs": the bombs are the means; "along with ten rockets" are lost, too."""
    means = told("Warplanes carried out airstrikes and destroyed nine tanks with ten bombs.")
    lost = told("The army lost nine tanks along with ten rockets.")

    assert [["nine"], ["nine", "ten"]] == [[number for _, number, _, _ in means], [number for _, number, _, _ in lost]]


def test_each_of_the_counts_has_its_town() -> None:
    """ "Two in Idlib" after "killed three people in Aleppo" were killed as well, and are no part of the three."""
    assert [
        ("killed", "three", "person", None),
        ("killed", "two", "person", None),
        ("killed", "one", "person", None),
    ] == (told("Shelling killed three people in Aleppo, two in Idlib and one in Hama."))


def test_a_count_in_hospital_has_no_town() -> None:
    """ "Two in tears" are in no town, and not among the dead."""
    assert [("killed", "three")] == [
        row[:2] for row in told("Shelling killed three people in Aleppo, with two in tears.")
    ]


def test_each_count_has_its_town_where_commas_are_lost() -> None:
    """ "In Bayda 67 in Saqba": a number right behind the name of a town counts in the next one."""
    assert ["150", "67", "one"] == [
        row[1]
        for row in told("The office said 150 people were killed in Bayda 67 in Saqba and one in the town of Douma.")
    ]


def test_a_woman_and_her_children() -> None:
    """ "Her four children" are joined to the woman as "four children" are."""
    assert [("killed", "six"), ("killed", "a"), ("killed", "four")] == [
        row[:2] for row in told("Jets killed six civilians, including a woman and her four children.")
    ]


def test_a_number_without_a_noun_leans_on_the_whole() -> None:
    """After "16 civilians, including a child" the 22 who were wounded are civilians, and not children."""
    assert [("killed", "civilian"), ("killed", "child"), ("injured", "civilian")] == [
        (event, category)
        for event, _, category, _ in told("Raids killed 16 civilians including at least one child and wounded 22.")
    ]
