"""The page of one claim."""

from __future__ import annotations

from sqlalchemy import create_engine, text

from tests.fixtures.reports import NOW, Said, report
from tests.unit.web.conftest import Opened

WHOM = "marines of the flooded ferry"  # words that tell one incident
REPORT = report(Said(whom=WHOM))
CLAIM = REPORT.claims[0].id
OTHER = report(
    Said(who="The Southland army", org="Army (Southland)", side="Southland", number="3", whom=WHOM),
    key="https://two.example",
)


def test_sentence_chain_and_id_stand_on_the_page(opened: Opened) -> None:
    """The words of the claim are marked in its sentence; the chain ends with the outlet."""
    page = opened(REPORT).get(f"/claims/{CLAIM}").text

    assert "said that <mark>12</mark> marines" in page
    assert page.index("Army (Northland)") < page.index('Example News</bdi></strong> <span class="act">published it')
    assert CLAIM in page


def test_disputes_name_both_claimants(opened: Opened) -> None:
    """A claim of the same event and day with another number is told, with who says it."""
    page = opened(REPORT, OTHER).get(f"/claims/{CLAIM}").text

    assert "a lower number, 4 times apart" in page
    assert "Army (Southland)" in page


def test_same_claim_elsewhere(opened: Opened) -> None:
    """Who else says the same is listed."""
    found = opened(REPORT, report(Said(whom=WHOM), key="https://two.example", outlet="Second News")).get(
        f"/api/claims/{CLAIM}"
    )

    assert ["Second News"] == [other["outlet"] for other in found.json()["same"]]


def test_judgements_are_shown_and_those_taken_back(opened: Opened) -> None:
    """Each judgement with its person; one that was taken back says so."""
    client = opened(REPORT)
    ledger = client.app.state.ledger  # type: ignore[attr-defined]  # the client hides the application's type
    entry = ledger.judge("reject", CLAIM, person="ann", now=NOW, reason="another battle")
    ledger.judge("undo", CLAIM, person="ann", now=NOW, undoes=entry)
    page = client.get(f"/claims/{CLAIM}").text

    assert "<strong>ann</strong> reject" in page
    assert "another battle" in page
    assert "taken back" in page


def test_blind_judgements_of_others_stay_hidden(opened: Opened) -> None:
    """What another coder said in a blind round does not stand on the page."""
    client = opened(REPORT)
    client.app.state.ledger.judge("reject", CLAIM, person="ann", now=NOW, round="first")  # type: ignore[attr-defined]  # the client hides the application's type

    assert [] == client.get(f"/api/claims/{CLAIM}").json()["judgements"]


def test_verify_tells_that_all_is_well(opened: Opened) -> None:
    """The button checks the entries that hold the claim."""
    assert "All as it was taken down" in opened(REPORT).post(f"/claims/{CLAIM}/verify").text


def test_verify_finds_a_changed_row(opened: Opened) -> None:
    """A claim that somebody changed in the file is found, and where."""
    client = opened(REPORT)
    engine = create_engine(f"sqlite:///{client.app.state.settings.ledger}")  # type: ignore[attr-defined]  # the client hides the application's type
    with engine.begin() as connection:
        for (trigger,) in connection.execute(text("SELECT name FROM sqlite_master WHERE type = 'trigger'")).all():
            connection.execute(text(f"DROP TRIGGER {trigger}"))
        connection.execute(text("UPDATE claims SET record = replace(record, '12', '13')"))

    assert "claims 2.0" in client.post(f"/claims/{CLAIM}/verify").text


def test_unknown_claim_is_not_found(opened: Opened) -> None:
    """An id of no claim is told in words, as a page and as JSON."""
    client = opened(REPORT)

    assert (404, 404) == (client.get("/claims/none").status_code, client.get("/api/claims/none").status_code)
    assert "no claim of that id" in client.get("/api/claims/none").json()["detail"]
