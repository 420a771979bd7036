"""Numbers that count nothing are skipped with a reason, and the numbers beside them are still found."""

from __future__ import annotations

import pytest

from counterclaim.finding.quantities import find_non_counts, find_quantities, rules_used
from counterclaim.rules import Rule, load_rules

RULES = load_rules("en")

REASONS: list[tuple[str, list[str], str]] = [
    ("on 24 February 2022", ["24", "2022"], "date"),
    ("on Feb. 27", ["27"], "date"),
    ("on 13 NOV 89", ["13", "89"], "date"),
    ("on March 12 people", ["12"], "date"),
    ("on 27.05.2017", ["27", "05", "2017"], "date"),
    ("on 2022-02-27", ["2022", "02-27"], "date"),
    ("after 9/11", ["9", "11"], "date"),
    ("in 2014", ["2014"], "year"),
    ("the 2003 invasion", ["2003"], "year"),
    ("in power beyond 2024", ["2024"], "year"),
    ("in the 1990s", ["1990"], "decade"),
    ("at 14:30", ["14", "30"], "time of day"),
    ("at 9 a.m. local time", ["9"], "time of day"),
    ("aged 22", ["22"], "age"),
    ("aged 15 and 17", ["15", "17"], "age"),
    ("Ahmed Ali, 22, was there", ["22"], "age"),
    ("a 22-year-old man", ["22"], "age"),
    ("children under five were there", ["five"], "age"),
    ("worth $42.8m", ["42.8m"], "money"),
    ("worth 5 million dollars", ["5 million"], "money"),
    ("some 40% of it", ["40"], "percentage"),
    ("twelve per cent of it", ["twelve"], "percentage"),
    ("two days later", ["two"], "duration"),
    ("two or three weeks", ["two or three"], "duration"),
    ("for 24 hours", ["24"], "duration"),
    ("a 12-day war", ["12"], "duration"),
    ("hundreds of kilometres away", ["hundreds"], "distance or measure"),
    ("a 155mm gun", ["155"], "distance or measure"),
    ("a 500-pound bomb", ["500"], "distance or measure"),
    ("the 47th brigade", ["47"], "ordinal"),
    ("the twenty-first man", ["twenty"], "ordinal"),
    ("two-thirds of it", ["two"], "fraction"),
    ("S-300 systems", ["300"], "part of a name"),
    ("the Buk M-1", ["1"], "part of a name"),
    ("Resolution 242", ["242"], "part of a name"),
    ("a Leopard 2 tank", ["2"], "part of a name"),
    ("No. 3 of the list", ["3"], "part of a name"),
    ("won it 3-1", ["3", "1"], "votes or score"),
    ("by 52 votes", ["52"], "votes or score"),
    ("at 192.168.1.2", ["192", "168", "1", "2"], "telephone number, address or version"),
    ("ten times as many", ["ten"], "ratio"),
    ("on day 600 of the war", ["600"], "place in a sequence"),
    ("a population of more than 30,000", ["30,000"], "population"),
    ("shot one another", ["one"], "pronoun"),
    ("three-way talks", ["three"], "part of a compound"),
    ("the list[4] says", ["4"], "number of a list entry"),
    ("the man, 28, later died", ["28"], "age"),
    ("ages 24, 25, and 41", ["24", "25", "41"], "age"),
    ("the 600 and 700 blocks of Oak Street", ["600", "700"], "street address"),
    ("at 4235 Oak Shadows, police said", ["4235"], "street address"),
    ("WXYZ 13 reports", ["13"], "part of a name"),
    ("a 911 call", ["911"], "part of a name"),
    ("photo 3 of 40", ["3", "40"], "part of a name"),
    ("at 1215 (1515 GMT)", ["1215", "1515"], "time of day"),
    ("by 52-to-48", ["52", "48"], "votes or score"),
]


@pytest.mark.parametrize(("text", "numbers", "reason"), REASONS, ids=[text for text, _, _ in REASONS])
def test_each_reason(text: str, numbers: list[str], reason: str) -> None:
    """The number is no quantity and is skipped for this reason."""
    assert find_quantities(text, RULES) == ()
    assert [(number, reason) for number in numbers] == [(s.text, s.reason) for s in find_non_counts(text, RULES)]


COUNTS = [
    ("The attack killed 2014 people", 2014),
    ("more than 2000 have died", 2000),
    ("twelve men may have died in May", 12),
    ("12 may have died", 12),
    ("since Dec. 5 to 922", 922),
    ("In April, two men died", 2),
    ("In May two men died", 2),
    ("In March 12 people died", 12),
    ("ON 23 SEPTEMBER 28 BODIES WERE FOUND", 28),
    ("one soldier died", 1),
    ("one of its commanders died", 1),
    ("raided several times", 3),
    ("in Mariupol 22 people died", 22),
    ("in the past week 30 young men were abducted", 30),
    ("ON SUNDAY THEY KILLED 13 OF THEM", 13),
    ("the toll stood at 1215", 1215),
]


@pytest.mark.parametrize(("text", "low"), COUNTS, ids=[text for text, _ in COUNTS])
def test_what_looks_like_none_but_counts(text: str, low: int) -> None:
    """Counts that resemble years, dates, ages and pronouns are found."""
    [quantity] = find_quantities(text, RULES)

    assert low == quantity.low


def test_the_offset_moves_what_is_skipped() -> None:
    """Spans are those of the article when the sentence's place is given."""
    [skipped] = find_non_counts("aged 22", RULES, offset=50)

    assert (skipped.start, skipped.end) == (55, 57)


SPOKEN = [rule for kind in ("quantities", "vague", "non_counts") for rule in RULES.rules(kind)]


@pytest.mark.parametrize("rule", SPOKEN, ids=lambda rule: rule.id)
def test_sentences_of_each_rule(rule: Rule) -> None:
    """A rule fires on its `yes` sentences and on none of its `no` sentences."""
    assert [text for text in rule.yes if rule.id not in rules_used(text, RULES)] == []
    assert [text for text in rule.no if rule.id in rules_used(text, RULES)] == []
