"""Pictures under one another."""

from __future__ import annotations

from typing import Any

import altair as alt

from counterclaim.plots.stacking import stack


def _picture(rows: int) -> Any:
    mark = alt.Chart(alt.InlineData(values=[{"a": row} for row in range(rows)])).mark_point()
    return mark.encode(x=alt.X("a:Q"))


def test_stack_is_what_altair_writes() -> None:
    """A stack of stacks is the specification that Altair itself writes, rows of data and all, but for its defaults."""
    title = alt.TitleParams("Two", anchor="start")
    ours = stack(stack(_picture(2), _picture(3), spacing=4), _picture(1), title=title, padding=4).to_dict()
    theirs = alt.vconcat(alt.vconcat(_picture(2), _picture(3), spacing=4), _picture(1), title=title, padding=4)

    assert {**theirs.to_dict(), "config": None} == {**ours, "config": None}


def test_parts_stay_in_order() -> None:
    """What is given first stands on top."""
    written = stack(_picture(1), _picture(2)).to_dict()

    assert [1, 2] == [len(written["datasets"][part["data"]["name"]]) for part in written["vconcat"]]
