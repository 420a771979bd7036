"""What people do with forms, programs do with JSON, by the same rules."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from tests.fixtures.reports import NOW, Said, report
from tests.fixtures.serving import OWN, add_people, log_in, served

REPORT = report(Said(), Said(number="7", event="injured", place="Beta"))
CLAIM = REPORT.claims[0].id
DOCS = (Path(__file__).parents[3] / "docs" / "web.md").read_text("utf-8")
NORTH = {"one": "Army (Northland)", "other": "Army (Southland)"}


@pytest.fixture
def client(tmp_path: Path) -> Iterator[TestClient]:
    """A program on the machine that serves a ledger."""
    south = Said(who="The Southland army", org="Army (Southland)", side="Southland")
    with served(str(tmp_path / "ledger.db"), [REPORT, report(south, key="https://two.example")]) as found:
        found.headers.update(OWN)
        yield found


def test_judgement_is_kept(client: TestClient) -> None:
    """A verdict is an entry of the ledger, and the claim has its status."""
    answer = client.post("/api/review/judge", json={"claim": CLAIM, "verdict": "reject", "reason": "a tank"})
    [said] = client.get(f"/api/claims/{CLAIM}").json()["judgements"]

    assert (201, said["said"]["entry"]) == (answer.status_code, answer.json()["entry"])
    assert ("reject", "a tank") == (said["said"]["verdict"], said["said"]["reason"])


def test_correction_is_kept(client: TestClient) -> None:
    """Fields are corrected as they stand in the format: numbers, words, null for what is not known."""
    changes = {"low": 13, "high": 13, "side": None, "also": ["civilian"]}
    client.post("/api/review/judge", json={"claim": CLAIM, "verdict": "correct", "changes": changes})
    figure = client.get(f"/api/claims/{CLAIM}").json()["figure"]

    assert (13, None, ["civilian"], "corrected") == tuple(figure[name] for name in ("low", "side", "also", "status"))


@pytest.mark.parametrize(
    "sent",
    [
        {"claim": CLAIM, "verdict": "correct"},
        {"claim": CLAIM, "verdict": "accept", "changes": {"low": 1}},
        {"claim": CLAIM, "verdict": "correct", "changes": {"low": "a dozen"}},
        {"claim": CLAIM, "verdict": "correct", "changes": {"colour": "red"}},
        {"claim": CLAIM, "verdict": "correct", "changes": {"low": True}},
        {"claim": CLAIM, "verdict": "perhaps"},
        {"claim": CLAIM, "verdict": "accept", "person": "somebody else"},
        {"claim": "none", "verdict": "accept"},
        {},
    ],
)
def test_wrong_judgement_is_refused(client: TestClient, sent: dict[str, object]) -> None:
    """What a form would refuse is refused, and nothing is kept."""
    answer = client.post("/api/review/judge", json=sent)

    assert 422 == answer.status_code
    assert answer.json()["detail"]
    assert 0 == client.get("/api/overview").json()["review"]["accepted"]


def test_others_who_judged_are_told(client: TestClient) -> None:
    """Who judges what somebody else judged after it was shown learns of it."""
    client.app.state.ledger.judge("reject", CLAIM, person="bea", now=NOW)  # type: ignore[attr-defined]  # the client hides the application's type
    seen = client.get(f"/api/review?show={CLAIM}").json()["shown"]["seen"]
    knowing = client.post("/api/review/judge", json={"claim": CLAIM, "verdict": "accept", "seen": seen}).json()
    unknowing = client.post("/api/review/judge", json={"claim": CLAIM, "verdict": "accept"}).json()

    assert ([], ["bea"]) == ([one["person"] for one in knowing["met"]], [one["person"] for one in unknowing["met"]])


def test_own_judgement_is_taken_back(client: TestClient) -> None:
    """The last judgement of the person is undone; when there is none left, it says so."""
    client.post("/api/review/judge", json={"claim": CLAIM, "verdict": "reject"})
    answers = [client.post("/api/review/undo") for _ in range(2)]

    assert [201, 404] == [answer.status_code for answer in answers]
    assert CLAIM == answers[0].json()["claim"]
    assert "unreviewed" == client.get(f"/api/claims/{CLAIM}").json()["figure"]["status"]


def test_round_is_coded_and_decided(client: TestClient) -> None:
    """A blind round by programs: coded, then one coder's version taken."""
    client.post("/api/review/judge", json={"claim": CLAIM, "verdict": "reject", "round": "one"})
    before = client.get(f"/api/claims/{CLAIM}").json()["figure"]["status"]
    decided = client.post("/api/review/one/decide", json={"claim": CLAIM, "coder": "reviewer"})
    missing = client.post("/api/review/one/decide", json={"claim": CLAIM, "coder": "bea"})

    assert ("unreviewed", 201, 404) == (before, decided.status_code, missing.status_code)
    assert "rejected" == client.get(f"/api/claims/{CLAIM}").json()["figure"]["status"]


def test_claimants_are_merged_and_parted(client: TestClient) -> None:
    """Two names become one, and two again when that is taken back."""
    merged = client.post("/api/claimants/same", json=NORTH)
    names = [len(client.get("/api/claimants").json()["claimants"])]
    client.post("/api/claimants/undo", json={"undoes": merged.json()["entry"]})
    names.append(len(client.get("/api/claimants").json()["claimants"]))

    assert (201, [1, 2]) == (merged.status_code, names)


@pytest.mark.parametrize(
    ("verdict", "sent"), [("same", {"one": "Army (Northland)"}), ("same", {**NORTH, "other": "Nobody"}),
                          ("undo", {"undoes": 99}), ("undo", {}), ("enemies", NORTH)],
)  # fmt: skip
def test_wrong_merge_is_refused(client: TestClient, verdict: str, sent: dict[str, object]) -> None:
    """One name alone, a name that claims nothing, an entry that is none."""
    assert 422 == client.post(f"/api/claimants/{verdict}", json=sent).status_code


@pytest.mark.parametrize("address", ["/api/review/judge", "/api/review/undo", "/api/review/x/decide",
                                     "/api/claimants/same"])  # fmt: skip
def test_programs_of_other_pages_are_refused(client: TestClient, address: str) -> None:
    """A page of somebody else cannot judge through a browser, whatever it sends."""
    answers = [client.post(address, json={}, headers={"origin": origin}) for origin in ("http://evil.example", "null")]

    assert [403, 403] == [answer.status_code for answer in answers]


def test_programs_of_a_team_carry_the_token(tmp_path: Path) -> None:
    """Where people log in, JSON without the token of the login is refused, and with it judges under the name."""
    place = str(tmp_path / "ledger.db")
    add_people(place, ann="coder")
    with served(place, [REPORT], team=True) as client:
        log_in(client, "ann")
        sent = {"claim": CLAIM, "verdict": "accept"}
        without = client.post("/api/review/judge", json=sent, headers=OWN).status_code
        headers = {**OWN, "x-counterclaim-token": client.get("/api/me").json()["token"]}
        client.post("/api/review/judge", json=sent, headers=headers)
        [said] = client.get(f"/api/claims/{CLAIM}").json()["judgements"]

        assert (403, "ann") == (without, said["said"]["person"])


def test_program_learns_who_it_is(client: TestClient) -> None:
    """On one's own machine there is a name, and neither role nor token."""
    assert {"person": "reviewer", "role": None, "token": None} == client.get("/api/me").json()


def test_every_address_is_documented(client: TestClient) -> None:
    """docs/web.md names each address of the interface, and each is described."""
    paths = client.get("/api/openapi.json").json()["paths"]
    plain = {path.split("{")[0].rstrip("/") for path in paths}

    assert [] == sorted(path for path in plain if path not in DOCS)
    assert [] == [path for path, verbs in paths.items() for verb in verbs.values() if not verb.get("description")]
