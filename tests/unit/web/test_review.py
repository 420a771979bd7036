"""The review queue: one claim after another, judged, corrected, undone; blind rounds and their differences."""

from __future__ import annotations

import re

from starlette.testclient import TestClient

from tests.fixtures.reports import NOW, Said, report
from tests.unit.web.conftest import Opened

FEW, MANY = Said(number="12"), Said(number="400", place="Beta")
BOTH = report(FEW, MANY)


def _shown(page: str) -> str:
    found = re.search(r'name="claim" value="([^"]+)"', page)
    return found[1] if found else ""


def _status(client: TestClient, claim: str) -> str:
    figures = client.get("/api/claims?kind=claim").json()["figures"]
    return next(str(figure["status"]) for figure in figures if figure["claim"] == claim)


def _other(client: TestClient, verdict: str, claim: str, *, person: str = "bea", round: str | None = None) -> None:
    """What somebody else judges at another desk."""
    client.app.state.ledger.judge(verdict, claim, person=person, now=NOW, round=round)  # type: ignore[attr-defined]  # the client hides the application's type


def test_verdict_is_kept_and_the_next_claim_follows(opened: Opened) -> None:
    """Accept: the claim is accepted, and another one is shown."""
    client = opened(BOTH)
    first = _shown(client.get("/review").text)
    after = client.post("/review/judge", data={"claim": first, "verdict": "accept"})

    assert "accepted" == _status(client, first)
    assert _shown(after.text) not in ("", first)


def test_largest_come_first_by_importance(opened: Opened) -> None:
    """The order is chosen in the address."""
    found = opened(BOTH).get("/api/review?order=importance").json()

    assert 400 == found["shown"]["figure"]["low"]


def test_claim_stands_in_its_context(opened: Opened) -> None:
    """The sentence within the text around it, its number marked."""
    page = opened(BOTH).get("/review?order=importance").text

    assert "<mark>400</mark>" in page
    assert "The Northland army said that 12 soldiers" in page


def test_correction_changes_only_what_was_changed(opened: Opened) -> None:
    """A field that reads as before is no correction."""
    client = opened(BOTH)
    claim = _shown(client.get("/review").text)
    sent = {"field.side": "Eastland", "was.side": "Southland", "field.low": "12", "was.low": "12"}
    client.post("/review/judge", data={"claim": claim, "verdict": "correct", **sent})

    [judgement] = client.get(f"/api/review?show={claim}").json()["shown"]["said"]
    assert {"side": "Eastland"} == judgement["changes"]


def test_wrong_correction_is_refused_and_stays_in_the_form(opened: Opened) -> None:
    """What cannot be read is told with what was expected; nothing typed is lost."""
    client = opened(BOTH)
    claim = _shown(client.get("/review").text)
    answer = client.post(
        "/review/judge", data={"claim": claim, "verdict": "correct", "field.low": "a dozen", "was.low": "12"}
    )

    assert 422 == answer.status_code
    assert "a whole number of 0 or more expected" in answer.text
    assert 'value="a dozen"' in answer.text
    assert "unreviewed" == _status(client, claim)


def test_undo_shows_the_claim_again(opened: Opened) -> None:
    """The last judgement is taken back, and its claim waits again."""
    client = opened(BOTH)
    first = _shown(client.get("/review").text)
    client.post("/review/judge", data={"claim": first, "verdict": "reject"})
    back = client.post("/review/undo")

    assert first == _shown(back.text)
    assert "unreviewed" == _status(client, first)


def test_next_passes_over_and_the_end_leads_back(opened: Opened) -> None:
    """After the last claim the page says so; what was passed over waits at the beginning."""
    client = opened(BOTH)
    page = client.get("/review").text
    for _ in range(2):
        page = client.get(f"/review?after={_shown(page)}").text

    assert "The end of this queue" in page
    assert "" != _shown(client.get("/review").text)


def test_two_on_one_claim_see_each_other(opened: Opened) -> None:
    """Who judges what somebody else just judged stays at the claim and sees both."""
    client = opened(BOTH)
    claim = _shown(client.get("/review").text)
    _other(client, "reject", claim)
    met = client.post("/review/judge", data={"claim": claim, "verdict": "accept", "seen": "0"})

    assert "Somebody else judged this claim while you did" in met.text
    assert 2 == len(client.get(f"/api/review?show={claim}").json()["shown"]["said"])


def test_what_others_say_arrives_while_one_looks(opened: Opened) -> None:
    """The part of the page that is asked for again and again holds what was said since."""
    client = opened(BOTH)
    claim = _shown(client.get("/review").text)
    _other(client, "unsure", claim)

    assert "<strong><bdi>bea</bdi></strong>: unsure" in client.get(f"/review?show={claim}&part=said").text


def test_blind_round_shows_nothing_of_others(opened: Opened) -> None:
    """In a round a claim is shown as it was extracted, whatever others corrected or said."""
    client = opened(BOTH)
    claim = _shown(client.get("/review").text)
    ledger = client.app.state.ledger  # type: ignore[attr-defined]  # the client hides the application's type
    ledger.judge("correct", claim, person="bea", now=NOW, changes={"side": "Eastland"}, reason="as the map has it")
    page = client.get(f"/review?round=one&show={claim}").text

    assert "Eastland" not in page
    assert "as the map has it" not in page
    assert "bea" not in page


def test_coded_claims_do_not_come_again_in_their_round(opened: Opened) -> None:
    """A round ends for a coder when every claim was coded, and leaves the claims as they were."""
    client = opened(BOTH)
    for _ in range(2):
        client.post(
            "/review/judge?round=one", data={"claim": _shown(client.get("/review?round=one").text), "verdict": "accept"}
        )

    assert "" == _shown(client.get("/review?round=one").text)
    assert "" != _shown(client.get("/review").text)


def _round_of_two(client: TestClient) -> str:
    claim = _shown(client.get("/review?round=one").text)
    client.post("/review/judge?round=one", data={"claim": claim, "verdict": "accept"})
    _other(client, "reject", claim, round="one")
    return claim


def test_differences_stand_beside_each_other(opened: Opened) -> None:
    """The versions of both coders, with the agreement on each field."""
    client = opened(BOTH)
    claim = _round_of_two(client)
    found = client.get("/api/review/one").json()["found"]

    assert ["reviewer", "bea"] == sorted((side["person"] for side in found["disputes"][0]["sides"]), reverse=True)
    assert claim == found["disputes"][0]["figure"]["claim"]
    assert "verdict" == found["agreement"][0]["field"]


def test_results_stay_unseen_for_who_is_still_coding(opened: Opened) -> None:
    """What others coded is shown after one's own coding, or to who says not to code."""
    client = opened(BOTH)
    _other(client, "reject", _shown(client.get("/review").text), round="one")

    assert client.get("/api/review/one").json()["found"]["disputes"] is None
    assert [] == client.get("/api/review/one?results=true").json()["found"]["disputes"]


def test_deciding_takes_one_version(opened: Opened) -> None:
    """A dispute is decided by one coder's version; the round stays as it was coded."""
    client = opened(BOTH)
    claim = _round_of_two(client)
    page = client.post("/review/one/decide", data={"claim": claim, "coder": "bea"}).text

    assert "rejected" == _status(client, claim)
    assert "decided: <bdi>rejected by reviewer</bdi>" in page
    assert "Seen differently (1)" in page


def test_deciding_does_not_change_agreement(opened: Opened) -> None:
    """Agreement is of what the coders saw, not of what was corrected later."""
    client = opened(BOTH)
    claim = _round_of_two(client)
    before = client.get("/api/review/one").json()["found"]["agreement"]
    ledger = client.app.state.ledger  # type: ignore[attr-defined]  # the client hides the application's type
    ledger.judge("correct", claim, person="chief", now=NOW, changes={"low": 13, "high": 13})

    assert before == client.get("/api/review/one").json()["found"]["agreement"]


def test_unknown_round_and_claim_are_not_found(opened: Opened) -> None:
    """Addresses that name nothing say so."""
    client = opened(BOTH)

    assert 404 == client.get("/review/none").status_code
    assert 404 == client.get("/review?show=none").status_code
