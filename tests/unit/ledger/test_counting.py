"""How much is in a ledger, and what can be chosen of it."""

from __future__ import annotations

from pathlib import Path

from counterclaim import Ledger
from counterclaim.ledger.book import Filter
from tests.fixtures.reports import NOW, Said, report


def test_facets_pass_over_what_was_judged(ledger_url: str) -> None:
    """Those that wait are counted, however many newer claims of the same measure were judged meanwhile."""
    said = [Said(number=str(number), org=f"Body {number}") for number in range(9)]
    with Ledger(ledger_url) as ledger:
        ledger.add_extractions([report(*said)], now=NOW)
        for claim in [figure.claim for figure in ledger.figures()][1:]:
            ledger.judge("accept", claim, person="ana", now=NOW)
        found = ledger.facets(Filter(event=["killed"], status=["unreviewed"]), ["claimant"], most=1)

        assert ({"claimant": (("Body 0", 1),)}, True) == (found.fields, found.all)


def test_facets_leave_out_copies(tmp_path: Path) -> None:
    """A reprint is counted only where copies are wanted."""
    text = Said(), Said(number="40", place="Beta"), Said(number="3", place="Gamma")
    with Ledger(tmp_path / "ledger.db") as ledger:
        copies = [report(*text, key=f"https://{name}.example", outlet=name) for name in ("one", "two")]
        ledger.add_extractions(copies, now=NOW)
        counted = [ledger.facets(Filter(event=["killed"], kind=["claim"], copies=wanted), ["outlet"]).fields["outlet"]
                   for wanted in (True, False)]  # fmt: skip

        assert [(("one", 3), ("two", 3)), (("one", 3),)] == counted
