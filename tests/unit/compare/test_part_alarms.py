"""Parts larger than their whole."""

from __future__ import annotations

import pytest

from counterclaim.compare.part_alarms import find_excessive_parts
from counterclaim.figures import Figure
from tests.fixtures.figures import figure

SAID = "The army said that 10 people, including 12 children, were killed in Oakford."


def whole(**told: object) -> Figure:
    """Ten people."""
    return figure(10, **({"said": SAID} | told))  # type: ignore[arg-type]  # fields of a figure


def part(of: Figure, number: int = 12, **told: object) -> Figure:
    """The children among them."""
    fields = {"said": SAID.replace("12", str(number)), "category": "child", "part_of": of.claim}
    return figure(number, **(fields | told))  # type: ignore[arg-type]  # fields of a figure


def test_part_exceeds_its_whole() -> None:
    """ "Ten people, including 12 children" is an alarm with both figures."""
    people = whole()
    children = part(people)
    [alarm] = find_excessive_parts([people, children])

    assert ("part_exceeds_whole", people, children, 2) == (alarm.kind, alarm.first, alarm.second, alarm.off)


def test_part_that_fits() -> None:
    """Ten children of ten people add up, and so do twelve of more than ten."""
    people, more = whole(), whole(high=None, form="at_least")

    assert [] == list(find_excessive_parts([people, part(people, 10), more, part(more)]))


@pytest.mark.parametrize(
    "told",
    [{"event": "injured"}, {"place": "Elmford"}, {"side": "Northland"}, {"category": "tank"}, {"unit": "t"},
     {"said": "10 people and another 12 children were killed."},
     {"said": "10 people died, and 12 children."}],
)  # fmt: skip
def test_what_cannot_be_a_part_is_no_alarm(told: dict[str, object]) -> None:
    """Another event, place, side, thing, or no word that says so: the reading is in doubt, not the sum."""
    people = whole()

    assert [] == list(find_excessive_parts([people, part(people, **told)]))  # type: ignore[arg-type]  # a table of cases


def test_parts_of_a_table_need_no_words() -> None:
    """In a table the measure says that it is a part."""
    people = whole(confidence=1.0)
    children = part(people, confidence=1.0, said="2031-05-05,Ministry,Oakford,children killed,12", evidence_start=300)

    assert 1 == len(list(find_excessive_parts([people, children])))
