"""History: what became of each figure from one version of an article to the next."""

from __future__ import annotations

import pytest

from counterclaim import Ledger
from tests.fixtures.reports import NOW, Said, report

KEY = "https://news.example/alpha"
LATER = "2031-05-08T14:05:00Z"
TANKS = Said(number="3", whom="tanks", event="destroyed", category="tank")


def told(ledger_url: str, *versions: tuple[Said, ...], note: str = "") -> list[str]:
    """What became of the figures of these versions of one article; the note stands in the last."""
    with Ledger(ledger_url) as ledger:
        for number, said in enumerate(versions, 1):
            last = note if number == len(versions) else ""
            ledger.add_extractions([report(*said, note=last)], now=NOW if number == 1 else LATER)
        return [change.words for change in ledger.history(KEY) or ()]


CHANGES: list[tuple[tuple[tuple[Said, ...], ...], list[str]]] = [
    (((Said(),),), []),
    (((Said(),), (Said(number="21"),)), ["12 killed became 21 killed, without a note"]),
    (((Said(), TANKS), (TANKS, Said(number="21"))), ["12 killed became 21 killed, without a note"]),
    (((Said(),), (Said(), TANKS)), ["3 destroyed added"]),
    (((Said(), TANKS), (Said(),)), ["3 destroyed removed"]),
    (((Said(),), (TANKS,)), ["3 destroyed added", "12 killed removed"]),
    (((Said(),), (Said(org="Police (Northland)"),)), ["12 killed became 12 killed, without a note"]),
    (
        ((Said(),), (Said(number="21"),), (Said(number="30"),)),
        ["12 killed became 21 killed, without a note", "21 killed became 30 killed, without a note"],
    ),
]


@pytest.mark.parametrize(("versions", "expected"), CHANGES)
def test_changes_are_told_figure_by_figure(
    tmp_path_factory: pytest.TempPathFactory, versions: tuple[tuple[Said, ...], ...], expected: list[str]
) -> None:
    """A figure in the same words around it, or of the same thing, is the successor of the one before."""
    changed = tuple(
        (*said, Said(number=str(100 + n), event="injured", place="Zeta")) for n, said in enumerate(versions)
    )
    found = told(str(tmp_path_factory.mktemp("history") / "ledger.db"), *changed)

    assert expected == [words for words in found if "injured" not in words]


def test_note_is_told(tmp_path_factory: pytest.TempPathFactory) -> None:
    """A sentence of the new text that says it was changed."""
    place = str(tmp_path_factory.mktemp("history") / "ledger.db")
    found = told(place, (Said(),), (Said(number="21"),), note="This story was updated with a new figure.")

    assert ["12 killed became 21 killed, with a note"] == found


def test_change_has_time_and_both_figures(ledger_url: str) -> None:
    """When the new text was read, what was before and what is after."""
    with Ledger(ledger_url) as ledger:
        ledger.add_extractions([report(Said()), report(Said(), key="other.txt")], now=NOW)
        ledger.add_extractions([report(Said(number="21"))], now=LATER)
        [change] = ledger.history(KEY) or ()

        assert (LATER, ("low", "high")) == (change.at, change.fields)
        assert change.before is not None
        assert change.after is not None
        assert (12, 21) == (change.before.low, change.after.low)
        assert () == ledger.history("other.txt")
        assert None is ledger.history("https://nobody.example")
