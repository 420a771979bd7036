"""A known text that is read again with something new to it: recorded, and the text stays one version."""

from __future__ import annotations

from dataclasses import replace

import pytest

from counterclaim import Ledger
from counterclaim.extraction import Extraction
from counterclaim.ledger.book import Added, Filter
from counterclaim.records import Origin
from tests.fixtures.reports import MADE_BY, NOW, Said, report

KEY = "https://news.example/alpha"
LATER, LAST = "2031-05-08T14:05:00Z", "2031-05-08T15:00:00Z"
OLD, NEW = report(Said(number="12")), report(Said(number="21"))


def read_from(extraction: Extraction, path: str) -> Extraction:
    """The same, read from this place."""
    origin = Origin(path=path, sha256="ab" * 32, reader="html")
    return replace(extraction, article=replace(extraction.article, origin=origin))


def test_text_that_comes_back_is_a_new_entry(ledger_url: str) -> None:
    """A page that goes from one text to another and back: three versions in its history, and the first is current."""
    with Ledger(ledger_url) as ledger:
        for extraction, at in ((OLD, NOW), (NEW, LATER), (OLD, LAST)):
            added = ledger.add_extractions([extraction], now=at)

        assert Added(known=1, again=1) == added
        assert ["12"] == [figure.quantity for figure in ledger.claims(Filter(kind=["claim"])).figures]
        assert [(NOW, OLD.article.id), (LATER, NEW.article.id), (LAST, OLD.article.id)] == [
            (version.read_at, version.id) for version in ledger.versions(KEY)
        ]
        assert [(LATER, 21), (LAST, 12)] == [
            (change.at, change.after.low) for change in ledger.history(KEY) or () if change.after
        ]
        assert None is ledger.verify().problem


def test_text_that_stayed_is_no_news(ledger_url: str) -> None:
    """Two snapshots of a page in two files, both read again, and a page whose text did not change."""
    first, second = read_from(OLD, "monday.html"), read_from(NEW, "tuesday.html")
    with Ledger(ledger_url) as ledger:
        ledger.add_extractions([first, second], now=NOW)

        assert Added(known=2) == ledger.add_extractions([first, second], now=LATER)
        assert 4 == len(list(ledger.entries()))


def test_metadata_told_later_is_taken_over(ledger_url: str) -> None:
    """By a new entry, and a reading that knew it; what was told first stays."""
    bare = report(Said(), outlet=None, published=None)
    told = report(Said(), outlet="Example News")
    with Ledger(ledger_url) as ledger:
        ledger.add_extractions([bare], now=NOW)
        added = ledger.add_extractions([told], now=LATER)
        again = ledger.add_extractions([told, bare, report(Said(), outlet="Another")], now=LAST)

        assert (Added(extractions=1, claims=1, statements=1, again=1), Added(known=3)) == (added, again)
        assert [("Example News", "2031-05-08")] * 2 == [(f.outlet, f.published) for f in ledger.figures()]
        assert [told.article.id] == [version.id for version in ledger.versions(KEY)]
        assert told.article == ledger.article(told.article.id)
        assert None is ledger.verify().problem


def test_metadata_told_by_a_reading_that_knows_less_otherwise(ledger_url: str) -> None:
    """It is added to the figures, and the reading that knew the rest stays."""
    dated, named = report(Said(), outlet=None), report(Said(), published=None)
    with Ledger(ledger_url) as ledger:
        ledger.add_extractions([dated], now=NOW)

        assert Added(known=1, again=1) == ledger.add_extractions([named], now=LATER)
        assert [("Example News", "2031-05-08")] * 2 == [(f.outlet, f.published) for f in ledger.figures()]
        assert None is ledger.verify().problem


def test_rebuilt_ledger_knows_what_was_told_later(ledger_url: str) -> None:
    """And which text is current."""
    with Ledger(ledger_url) as ledger:
        ledger.add_extractions([report(Said(), outlet=None)], now=NOW)
        for extraction in (NEW, OLD):
            ledger.add_extractions([extraction], now=LATER)
        before = list(ledger.figures(Filter(replaced=True)))
        ledger.rebuild()

        assert {f.claim: f for f in before} == {f.claim: f for f in ledger.figures(Filter(replaced=True))}
        assert {"12"} == {figure.quantity for figure in ledger.figures() if figure.kind == "claim"}


@pytest.mark.parametrize("rules", ["cd" * 32])
def test_other_rules_read_what_is_known_by_now(ledger_url: str, rules: str) -> None:
    """A reading by other rules is one reading, however often it comes."""
    other = replace(report(Said()), made_by=replace(MADE_BY, rules=rules))
    with Ledger(ledger_url) as ledger:
        ledger.add_extractions([report(Said(), outlet=None), report(Said())], now=NOW)
        first, second = (ledger.add_extractions([other], now=LATER) for _ in range(2))

        assert (Added(extractions=1, claims=1, statements=1), Added(known=1)) == (first, second)
        found = ledger.extraction(other.article.id)
        assert found is not None
        assert rules == found.made_by.rules
