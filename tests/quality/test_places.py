"""Whether the places of claims are those that a person found right by reading the articles."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from counterclaim.gazetteer import load_gazetteer
from scripts.check_places import WHAT, judged, places

HERE = Path(__file__).parent
TABLE = judged(HERE / "places.tsv")
FLOOR = 0.95


def test_a_hundred_places_and_more_are_judged_and_nearly_all_right() -> None:
    """Of at least 100 places of the annotated articles 95 in 100 lie within 50 km of what is meant."""
    verdicts = Counter(verdict for verdict, _ in TABLE.values())
    assert {"right", "wrong"} >= verdicts.keys()
    assert verdicts.total() >= 100
    assert verdicts["right"] / verdicts.total() >= FLOOR


def test_each_verdict_has_its_reason() -> None:
    """No row of the table is without a reason."""
    assert [what for what, (_, reason) in TABLE.items() if not reason] == []


def test_the_places_judged_are_those_of_the_gazetteer() -> None:
    """Each row's name leads to the entry that was judged, by its own name or another spelling."""
    gazetteer, lost = load_gazetteer(), []
    for what in TABLE:
        row = dict(zip(WHAT, what, strict=True))
        entries = (*gazetteer.named(row["name"]), *gazetteer.named(row["text"]))
        if row["geonames"] not in {str(entry.geonames) for entry in entries}:
            lost.append(row["text"])
    assert lost == []


def test_the_places_read_today_are_judged() -> None:
    """In the annotated articles kept here, 95 in 100 of the places that are read now were judged right."""
    read_now = [what for what, _ in places([HERE / "gold" / "articles"])]
    right = [what for what in read_now if TABLE.get(what, ("", ""))[0] == "right"]
    assert len(set(right)) >= FLOOR * len(set(read_now)) > 20
