"""Judging: kept in the chain, shown in the figures, taken back, and following claims to other versions and rules."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from counterclaim import Ledger
from counterclaim.figures import Figure
from counterclaim.ledger.book import Filter, LedgerError
from tests.fixtures.reports import MADE_BY, NOW, Said, report

KEY = "https://news.example/alpha"
FIRST = report(Said(number="12"), Said(number="3", whom="tanks", event="destroyed", category="tank"))
LATER = "2031-05-09T00:00:00Z"


@pytest.fixture
def ledger(ledger_url: str) -> Iterator[Ledger]:
    """A ledger with one report of two claims."""
    with Ledger(ledger_url) as made:
        made.add_extractions([FIRST], now=NOW)
        yield made


def shown(ledger: Ledger, number: str = "12") -> Figure:
    """The claim of today with this number."""
    return next(f for f in ledger.figures() if f.quantity == number)


def ids(ledger: Ledger) -> list[str]:
    """The ids of today's claims."""
    return [f.claim for f in ledger.figures(Filter(kind=["claim"]))]


def test_verdict_shows_in_status(ledger: Ledger) -> None:
    """The other claim of the article stays as it was, and the chain is whole."""
    ledger.judge("accept", shown(ledger).claim, person="ann", now=LATER)

    assert ("accepted", "unreviewed") == (shown(ledger).status, shown(ledger, "3").status)
    assert None is ledger.verify().problem
    assert ("ann", "accept") == (ledger.judgements()[0].person, ledger.judgements()[0].verdict)
    assert 1 == len(ledger.claims(Filter(status=["accepted"])).figures)


def test_correction_changes_the_figure_and_not_the_claim(ledger: Ledger) -> None:
    """What was extracted stays as it was."""
    ledger.judge("correct", shown(ledger).claim, changes={"side": "Eastmark", "low": 13}, person="ann", now=LATER)
    [row] = [row for row in ledger.rows() if row.figure.quantity == "12"]

    assert ("corrected", "Eastmark", 13) == (row.figure.status, row.figure.side, row.figure.low)
    assert row.record == FIRST.claims[0]
    assert None is ledger.verify().problem


def test_undo_takes_back_the_last_verdict(ledger: Ledger) -> None:
    """And an undo of the undo brings it again."""
    entry = ledger.judge("reject", shown(ledger).claim, person="ann", now=LATER)
    undo = ledger.judge("undo", person="ann", undoes=entry, now=LATER)
    before = shown(ledger).status
    ledger.judge("undo", person="ann", undoes=undo, now=LATER)

    assert ("unreviewed", "rejected") == (before, shown(ledger).status)


def test_blind_round_shows_nothing(ledger: Ledger) -> None:
    """What coders say in a round is compared before it counts."""
    ledger.judge("reject", shown(ledger).claim, person="ann", now=LATER, round="first")

    assert "unreviewed" == shown(ledger).status


def test_verdict_follows_to_a_new_version(ledger: Ledger) -> None:
    """The text changed elsewhere: the claim has another id there, and keeps what was judged."""
    ledger.judge("accept", shown(ledger).claim, person="ann", now=LATER)
    ledger.add_extractions([report(Said(number="40", place="Beta"), Said(number="12"))], now=LATER)

    assert ("accepted", "unreviewed", ()) == (
        shown(ledger).status, shown(ledger, "40").status, ledger.lost_judgements(),
    )  # fmt: skip
    assert None is ledger.verify().problem


def test_verdict_follows_to_other_rules(ledger: Ledger) -> None:
    """A correction always; other verdicts where the claim reads as it did."""
    one, other = ids(ledger)
    ledger.judge("correct", one, changes={"side": "Eastmark"}, person="ann", now=LATER)
    ledger.judge("accept", other, person="ann", now=LATER)
    rules = type(MADE_BY)(version="0.1.0", rules="cd" * 32, model="none 1")
    again = report(
        Said(number="12", category="person"),
        Said(number="3", whom="tanks", event="destroyed", category="vehicle"),
        made_by=rules,
    )
    ledger.add_extractions([again], now=LATER)
    [lost] = ledger.lost_judgements()

    assert ("corrected", "Eastmark", "person") == (shown(ledger).status, shown(ledger).side, shown(ledger).category)
    assert ("unreviewed", other, "reads otherwise now: category") == (
        shown(ledger, "3").status, lost.judgement.claim, lost.why,
    )  # fmt: skip


def test_verdict_whose_claim_is_gone_is_listed(ledger: Ledger) -> None:
    """It is not dropped: with the old version it stays."""
    ledger.judge("accept", shown(ledger).claim, person="ann", now=LATER)
    ledger.add_extractions([report(Said(number="21"))], now=LATER)
    [lost] = ledger.lost_judgements()
    [old] = [f for f in ledger.figures(Filter(replaced=True)) if f.quantity == "12"]

    assert (KEY, "nothing in the article reads '12' now") == (lost.key, lost.why)
    assert "accepted" == old.status


def test_claimants_are_merged_and_split_again(ledger: Ledger) -> None:
    """The names of the figures follow; nothing is lost."""
    ledger.add_extractions([report(Said(org="Northland Army", number="7"), key="b")], now=NOW)
    entry = ledger.judge("same", "Army (Northland)", other="Northland Army", subject="claimants", person="ann", now=NOW)
    merged = {f.claimant for f in ledger.figures()}
    ledger.add_extractions([report(Said(org="Northland Army", number="8"), key="c")], now=NOW)
    added = shown(ledger, "8").claimant
    ledger.judge("undo", undoes=entry, person="ann", now=LATER)

    assert ({"Army (Northland)"}, "Army (Northland)") == (merged, added)
    assert {"Army (Northland)", "Northland Army"} == {f.claimant for f in ledger.figures()}
    assert None is ledger.verify().problem


def test_name_that_was_merged_finds_the_claims_of_both(ledger: Ledger) -> None:
    """The name that they do not stand under any more is followed, until the merge is undone."""
    ledger.add_extractions([report(Said(org="Northland Army", number="7"), key="b")], now=NOW)
    wanted = Filter(claimant=["Northland Army"], kind=["claim"])
    entry = ledger.judge("same", "Army (Northland)", other="Northland Army", subject="claimants", person="ann", now=NOW)
    merged = {figure.quantity for figure in ledger.figures(wanted)}
    ledger.judge("undo", undoes=entry, person="ann", now=LATER)

    assert {"12", "3", "7"} == merged
    assert ["7"] == [figure.quantity for figure in ledger.figures(wanted)]


def test_claims_are_merged_and_split_again(ledger: Ledger) -> None:
    """Two that people call the same stand in one group, until that is taken back."""
    one, other = ids(ledger)

    def groups() -> set[str]:
        return {row.same or row.figure.claim for row in ledger.rows(Filter(kind=["claim"]))}

    before = groups()
    entry = ledger.judge("same", one, other=other, subject="claims", person="ann", now=LATER)
    merged = groups()
    ledger.rebuild()
    rebuilt = groups()
    ledger.judge("undo", undoes=entry, person="ann", now=LATER)

    assert (2, 1, merged, before) == (len(before), len(merged), rebuilt, groups())


@pytest.mark.parametrize(
    ("verdict", "claim", "more", "told"),
    [
        ("accept", "nothing", {}, "no such claim"),
        ("praise", "nothing", {}, "praise of claim"),
        ("undo", None, {"undoes": 99}, "no judgement has this number"),
        ("same", "Nobody", {"other": "No one", "subject": "claimants"}, "nobody of this name"),
        ("same", "Nobody", {"subject": "claimants"}, "two are expected"),
        ("accept", "nothing", {"person": ""}, "say who judges"),
    ],
)
def test_judgement_of_nothing_is_refused(
    ledger: Ledger, verdict: str, claim: str | None, more: dict[str, str], told: str
) -> None:
    """And the ledger is as it was."""
    with pytest.raises(LedgerError, match=told):
        ledger.judge(verdict, claim, **({"person": "ann", "now": LATER} | more))  # type: ignore[arg-type]

    assert () == ledger.judgements()
