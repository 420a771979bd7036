"""Parts larger than their whole."""

from __future__ import annotations

from counterclaim.compare.part_alarms import find_parts_in_articles, find_parts_in_series
from counterclaim.compare.series import build_series
from tests.fixtures.figures import figure, total


def test_part_of_an_article_exceeds_its_whole() -> None:
    """"Ten people, including 12 children" is an alarm."""
    whole = figure(10)
    part = figure(12, category="child", part_of=whole.claim)
    [alarm] = find_parts_in_articles([whole, part])

    assert ("part_exceeds_whole", whole, part, 2) == (alarm.kind, alarm.first, alarm.second, alarm.off)


def test_open_whole_holds_every_part() -> None:
    """"More than ten, including 12 children" adds up, and so does a part that is no larger."""
    whole = figure(10, high=None, form="at_least")
    fitting = figure(10)

    assert [] == list(find_parts_in_articles([whole, figure(12, part_of=whole.claim)]))
    assert [] == list(find_parts_in_articles([fitting, figure(10, part_of=fitting.claim)]))


def test_total_of_a_part_exceeds_the_total_of_all() -> None:
    """More children than people killed, by one claimant on one day since one beginning."""
    people, children = total(100, "2031-03-01"), total(120, "2031-03-01", category="child")
    [alarm] = find_parts_in_series(build_series([people, children]))

    assert (people, children) == (alarm.first, alarm.second)


def test_totals_of_different_beginnings_are_no_parts() -> None:
    """Children since January may be more than people since February."""
    people = total(100, "2031-03-01", start="2031-02-01")
    children = total(120, "2031-03-01", category="child")

    assert [] == list(find_parts_in_series(build_series([people, children])))
