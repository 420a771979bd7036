"""Ten people judge at once, and nothing they say is lost."""

from __future__ import annotations

from collections import Counter
from concurrent.futures import ThreadPoolExecutor

from starlette.testclient import TestClient

from counterclaim.ledger.book import Ledger
from tests.fixtures.reports import Said, report
from tests.fixtures.serving import BASE, OWN, add_people, log_in, served
from tests.unit.web.test_accounts import token

PEOPLE = tuple(f"coder{number}" for number in range(10))
REPORT = report(*(Said(number=str(number), place=f"Place{number}") for number in range(10, 13)))


def test_ten_reviewers_lose_no_judgement(ledger_url: str) -> None:
    """Ten coders judge every claim at the same time: each judgement is kept, under its own name."""
    add_people(ledger_url, **dict.fromkeys(PEOPLE, "coder"))
    with served(ledger_url, [REPORT], team=True, most_files=5) as first, ThreadPoolExecutor(len(PEOPLE)) as pool:
        answers = list(pool.map(lambda name: _judge_all(TestClient(first.app, base_url=BASE), name), PEOPLE))
    with Ledger(ledger_url) as ledger:
        kept = Counter((one.person, one.claim) for one in ledger.judgements())

        assert [303] * len(PEOPLE) * len(REPORT.claims) == [status for statuses in answers for status in statuses]
        assert Counter((name, claim.id) for name in PEOPLE for claim in REPORT.claims) == kept
        assert None is ledger.verify().problem


def _judge_all(client: TestClient, name: str) -> list[int]:
    """Judge every claim as somebody; the status of each answer."""
    log_in(client, name)
    sent = {"token": token(client), "verdict": "accept", "seen": ""}
    return [
        client.post("/review/judge", data={**sent, "claim": claim.id}, headers=OWN, follow_redirects=False).status_code
        for claim in REPORT.claims
    ]
