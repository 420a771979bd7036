"""Rows in UCDP's shape."""

from __future__ import annotations

import csv
import io
from typing import Any

import pytest

from counterclaim.exports import ucdp
from counterclaim.exports.leaving_out import LeftOut
from counterclaim.exports.tables import table
from counterclaim.vocabulary import PEOPLE
from tests.fixtures.rows import row, rows_of


def shaped(
    *, convention: str | None = None, best: str = "none", **fields: Any
) -> tuple[list[dict[str, str]], list[str]]:
    """The rows in the shape, and the reasons of those left out."""
    left_out: list[LeftOut] = []
    lines = "".join(ucdp.render([row(0, **fields)], left_out.append, convention=convention, best=best))
    return list(csv.DictReader(io.StringIO(lines))), [item.reason for item in left_out]


def cells(*names: str, **fields: Any) -> tuple[str, ...]:
    """Some cells of the one row."""
    [found], [] = shaped(**fields)
    return tuple(found[name] for name in names)


EXACT = {"form": "exact", "low": 12, "high": 12}
VAGUE: dict[str, Any] = {"form": "vague", "quantity": "dozens", "low": 24, "high": None}


def test_open_bounds_stay_open() -> None:
    """'at least 12' is low 12 with best and high empty, and no number of deaths is made of it."""
    names = ("low", "best", "high", "deaths_a", "deaths_b", "deaths_civilians", "deaths_unknown")

    assert ("12", "", "", "", "", "", "") == cells(*names)


def test_exact_deaths_stand_with_their_side() -> None:
    """An exact number of a side's soldiers is counted with that side."""
    assert ("Northland", "Southland", "", "12") == cells(
        "side_a", "side_b", "deaths_a", "deaths_b", actor="Northland", **EXACT
    )


def test_swapped_sides_give_swapped_rows() -> None:
    """With sides exchanged the same table is filled in the same way."""
    found = cells("side_a", "side_b", "deaths_a", "deaths_b", actor="Southland", side="Northland", **EXACT)

    assert ("Northland", "Southland", "12", "") == found


def test_civilians_of_a_doer() -> None:
    """Dead civilians stand beside the one said to have killed them."""
    found = cells("side_a", "side_b", "deaths_civilians", category="civilian", actor="Northland", **EXACT)

    assert ("Northland", "Civilians", "12") == found


def test_dead_that_the_text_does_not_tell_apart() -> None:
    """'people' are of no column but the unknown."""
    assert ("unknown", "12") == cells("dead_are", "deaths_unknown", category="person", **EXACT)


@pytest.mark.parametrize(("rule", "best"), [("none", ""), ("exact", ""), ("low", "12")])
def test_best_only_by_a_named_rule(rule: str, best: str) -> None:
    """Best is empty unless a rule that is named in the row sets it."""
    assert (best, rule) == cells("best", "best_rule", best=rule)


def test_vague_words_need_a_convention() -> None:
    """Without a convention vague words are no number and the row is left out; with one the row names it."""
    assert ([], ["no number in the words, nor by convention (none was named)"]) == shaped(**VAGUE)
    assert ("12", "", "acled") == cells("low", "high", "convention", convention="acled", **VAGUE)


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        ({"basis": "cumulative"}, "a running total, never an incident"),
        ({"basis": "period"}, "covers a period, not one incident"),
        ({"basis": "unspecified"}, "the text does not say whether it is one incident or a total"),
        ({"event": "casualties"}, "counts casualties, not the killed alone"),
        ({"modality": "denied"}, "denied: the claim says that it did not happen"),
        ({"restates": "x"}, "said before in the same article"),
        ({"part_of": "x"}, "a part of another figure of the incident"),
        ({"start": None}, "the days are not known"),
        ({"status": "rejected"}, "rejected: a person judged that it was read wrongly"),
        ({"form": "none", "low": 0, "high": 0}, "says that there were none"),
        ({"start": "2029-01-01"}, "covers more than a year"),
    ],
)
def test_left_out_with_a_reason(fields: dict[str, Any], reason: str) -> None:
    """What the shape has no place for is left out and listed with the reason."""
    assert ([], [reason]) == shaped(**fields)


@pytest.mark.parametrize(
    ("start", "code"), [("06", "1"), ("05", "2"), ("01", "2")]
)  # fmt: skip
def test_date_prec(start: str, code: str) -> None:
    """One day is 1, two to six days are 2."""
    assert (code,) == cells("date_prec", start=f"2031-05-{start}")


@pytest.mark.parametrize(
    ("precision", "code"), [("settlement", "2"), ("district", "3"), ("region", "4"), ("country", "6"), (None, "")]
)
def test_where_prec(precision: str | None, code: str) -> None:
    """A place that the text puts the event near is 2; districts, regions and countries have their codes."""
    assert (code,) == cells("where_prec", precision=precision)


def test_every_row_is_in_one_of_both() -> None:
    """What goes in and what is left out make up all rows."""
    left_out: list[LeftOut] = []
    lines = "".join(ucdp.render(rows_of(), left_out.append))

    assert len(rows_of()) == len(left_out) + len(lines.splitlines()) - 1


def test_every_category_of_people_is_mapped() -> None:
    """The table says of each category of people where its dead are counted."""
    assert sorted(PEOPLE) == sorted(line["category"] for line in table("ucdp_deaths"))
