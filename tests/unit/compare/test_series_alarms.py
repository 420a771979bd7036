"""Totals that fall and days that do not add up."""

from __future__ import annotations

from pathlib import Path

from counterclaim.compare.findings import Alarm, NotComparable
from counterclaim.compare.series import build_series
from counterclaim.compare.series_alarms import find_daily_mismatches, find_falls
from counterclaim.figures import REVISION, Figure
from counterclaim.ledger.figure_rows import figures_of
from counterclaim.series_files import read_series
from tests.fixtures.figures import daily, total

EXCERPT = Path(__file__).parents[2] / "fixtures" / "series" / "excerpt.csv"


def falls(*figures: Figure) -> list[Alarm]:
    """The falls among some figures."""
    return list(find_falls(build_series(figures)))


def mismatches(*figures: Figure) -> list[Alarm | NotComparable]:
    """The daily figures among some figures that do not make up the difference."""
    return list(find_daily_mismatches(build_series(figures)))


def test_total_that_falls() -> None:
    """A running total that is lower than the one before is an alarm with both figures."""
    before, after = total(120, "2031-03-01"), total(118, "2031-03-02")
    [alarm] = falls(after, before)

    assert ("fall", before, after, -2) == (alarm.kind, alarm.first, alarm.second, alarm.off)


def test_fall_cites_the_claimants_own_correction() -> None:
    """A correction of the same measure on that day stands beside the fall; one of another measure or week does not."""
    correction = daily(-5, "2031-03-02", kind=REVISION)
    others = [daily(-5, "2031-03-02", kind=REVISION, category="child"), daily(-5, "2031-04-02", kind=REVISION)]
    series = build_series([total(120, "2031-03-01"), total(118, "2031-03-02")])
    [alarm] = find_falls(series, [correction, *others])

    assert (correction,) == alarm.others
    assert alarm.why.endswith("; Health Ministry (Southland) corrected it by -5 (2031-03-02)")


def test_fall_over_a_gap() -> None:
    """Days without a total do not hide a fall."""
    [alarm] = falls(total(1000, "2031-03-01"), total(967, "2031-03-03"))

    assert -33 == alarm.off


def test_no_fall_between_different_counts() -> None:
    """Another claimant, category, side, scope, place or beginning is another series."""
    high = total(120, "2031-03-01")
    others = [{"claimant": "Police (Southland)"}, {"category": "child"}, {"side": "Northland"}, {"scope": "starvation"},
              {"place": "Oakford"}, {"start": "2031-02-01"}, {"event": "injured"}]  # fmt: skip

    assert [] == [alarm for other in others for alarm in falls(high, total(5, "2031-03-02", **other))]


def test_no_fall_without_a_known_beginning() -> None:
    """Two totals that do not say since when they count may count from different days."""
    assert [] == falls(total(120, "2031-03-01", start=None), total(5, "2031-03-02", start=None))


def test_no_fall_within_what_is_approximate_or_open() -> None:
    """About 100 and then 95 is no fall; more than 100 and then 95 is."""
    about = total(100, "2031-03-01", form="approx")
    open_above = total(100, "2031-03-01", high=None, form="at_least", qualifier="more than")

    assert [] == falls(about, total(95, "2031-03-02"))
    assert [-6] == [alarm.off for alarm in falls(open_above, total(95, "2031-03-02"))]


def test_what_is_not_asserted_makes_no_point() -> None:
    """A denied or feared total is no point of a series."""
    doubtful = [total(5, "2031-03-02", modality=m) for m in ("denied", "possible", "planned")]

    assert [] == [alarm for other in doubtful for alarm in falls(total(120, "2031-03-01"), other)]


def test_two_figures_of_one_day_fall_only_together() -> None:
    """A day with two figures is lower only if both are."""
    day = [total(118, "2031-03-02"), total(121, "2031-03-02", article="other")]

    assert [] == falls(total(120, "2031-03-01"), *day)


def test_daily_figure_that_does_not_add_up() -> None:
    """Totals a day apart grow by 10, the daily figure says 7."""
    first, second, day = total(100, "2031-03-01"), total(110, "2031-03-02"), daily(7, "2031-03-02")
    [alarm] = mismatches(first, second, day)

    assert isinstance(alarm, Alarm)
    assert ("daily_mismatch", first, second, (day,), 3) == (
        alarm.kind, alarm.first, alarm.second, alarm.others, alarm.off
    )  # fmt: skip


def test_daily_figure_that_adds_up() -> None:
    """A daily figure that makes up the difference is nothing to tell, nor are daily figures for each day of a gap."""
    gap = (daily(6, "2031-03-02"), daily(4, "2031-03-03"), total(110, "2031-03-03"))

    assert [] == mismatches(total(100, "2031-03-01"), total(110, "2031-03-02"), daily(10, "2031-03-02"))
    assert [] == mismatches(total(100, "2031-03-01"), *gap)


def test_daily_figures_of_a_gap_that_do_not_add_up() -> None:
    """With a daily figure for every day of a gap their sum counts."""
    [alarm] = mismatches(
        total(100, "2031-03-01"), daily(6, "2031-03-02"), daily(1, "2031-03-03"), total(110, "2031-03-03")
    )

    assert isinstance(alarm, Alarm)
    assert 3 == alarm.off


def test_missing_daily_figures_are_no_alarm() -> None:
    """Where a daily figure is missing between two totals, the reason is told instead."""
    [found] = mismatches(total(100, "2031-03-01"), total(150, "2031-03-04"), daily(7, "2031-03-04"))

    assert isinstance(found, NotComparable)
    assert ("no daily figure for 2 days between",) == found.reasons


def test_excerpt_of_real_series() -> None:
    """In 53 official figures: both falls, all seven days that do not add up, all four gaps."""
    series = build_series(figures_of(read_series(EXCERPT).extraction))
    found = list(find_daily_mismatches(series))

    assert [("tank", -2), ("woman", -33)] == sorted(
        (alarm.second.category or "", alarm.off or 0) for alarm in find_falls(series)
    )
    assert [-113, -78, -66, -41, -3, 41, 113] == sorted(a.off or 0 for a in found if isinstance(a, Alarm))
    gaps = sorted(reason for gap in found if isinstance(gap, NotComparable) for reason in gap.reasons)
    assert [f"no daily figure for {days} days between" for days in (2, 2, 260, 260)] == gaps
