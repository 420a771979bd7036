"""Pages are given again as they were made, until anything changes, and to nobody else."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier, Event
from typing import Any

import pytest
from httpx import ASGITransport, AsyncClient
from jinja2 import Template
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.testclient import TestClient
from starlette.types import Receive, Scope, Send

from counterclaim.ledger.book import Ledger
from counterclaim.web.kept_pages import KEPT, KeptPages, Page, Pages
from counterclaim.web.remembering import Memory
from tests.fixtures.reports import NOW, Said, report
from tests.fixtures.serving import BASE, OWN, add_people, log_in, served

FIRST = report(Said())
SECOND = report(Said(who="The Southland army", org="Army (Southland)", side="Southland", number="40"),
                key="https://two.example")  # fmt: skip
CLAIM, ARTICLE = FIRST.claims[0].id, FIRST.article.id


@pytest.fixture
def place(tmp_path: Path) -> str:
    """Where a ledger will be."""
    return str(tmp_path / "ledger.db")


@pytest.fixture
def client(place: str) -> Iterator[TestClient]:
    """A browser before a ledger with one report."""
    with served(place, [FIRST]) as found:
        yield found


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The templates that are rendered from now on."""
    found: list[str] = []
    render = Template.render

    def noted(self: Template, content: dict[str, Any]) -> str:
        found.append(str(self.name))
        return render(self, content)

    monkeypatch.setattr(Template, "render", noted)
    return found


@pytest.mark.parametrize("page", ["/", "/claims?event=killed", f"/claims/{CLAIM}", f"/articles/{ARTICLE}", "/review"])
def test_page_is_made_once(client: TestClient, made: list[str], page: str) -> None:
    """The second who asks for a page gets the same bytes, and nothing is rendered for them."""
    answers = [client.get(page) for _ in range(3)]

    assert (1, 1) == (len(made), len({answer.content for answer in answers}))
    assert answers[0].headers["content-type"] == answers[2].headers["content-type"]


def test_what_another_program_adds_shows_at_once(client: TestClient, place: str) -> None:
    """A report that another process adds is on the very next page."""
    before = client.get("/claims").text
    with Ledger(place) as other:
        other.add_extractions([SECOND], now=NOW)

    assert (False, True) == tuple("Army (Southland)" in page for page in (before, client.get("/claims").text))


def test_what_another_program_judges_shows_at_once(client: TestClient, place: str) -> None:
    """A judgement made elsewhere is on the very next page."""
    before = client.get(f"/claims/{CLAIM}").text
    with Ledger(place) as other:
        other.judge("reject", CLAIM, person="zoe", now=NOW)

    assert (False, True) == tuple("zoe" in page for page in (before, client.get(f"/claims/{CLAIM}").text))


def test_own_judgement_shows_at_once(client: TestClient) -> None:
    """Who judges sees it on the next page."""
    client.get("/claims?status=accepted")
    client.post("/review/judge", data={"claim": CLAIM, "verdict": "accept"}, headers=OWN)

    assert CLAIM in client.get("/claims?status=accepted").text


def test_page_in_either_database(ledger_url: str) -> None:
    """SQLite and PostgreSQL alike: kept while nothing changes, new when something does."""
    with served(ledger_url, [FIRST]) as client:
        marks = [client.get("/claims").headers["etag"] for _ in range(2)]
        with Ledger(ledger_url) as other:
            other.add_extractions([SECOND], now=NOW)

        assert (True, False) == (marks[0] == marks[1], client.get("/claims").headers["etag"] == marks[0])


def test_unchanged_page_is_not_sent_again(client: TestClient) -> None:
    """A browser that has the page is told so in a few bytes, and keeps the headers that guard it."""
    first = client.get("/claims")
    again = client.get("/claims", headers={"if-none-match": first.headers["etag"]})

    assert (304, b"") == (again.status_code, again.content)
    assert "default-src 'none'" in again.headers["content-security-policy"]
    assert "private, no-cache" == again.headers["cache-control"] == first.headers["cache-control"]


def test_changed_page_is_sent(client: TestClient, place: str) -> None:
    """A browser that has an older page gets the new one."""
    old = client.get("/claims").headers["etag"]
    with Ledger(place) as other:
        other.add_extractions([SECOND], now=NOW)

    assert 200 == client.get("/claims", headers={"if-none-match": old}).status_code


def test_nobody_gets_the_page_of_another(place: str) -> None:
    """Each person of a team gets their own name and the token of their own forms, whoever asked first."""
    add_people(place, ann="coder", zoe="admin")
    pages = {}
    with served(place, [FIRST], team=True) as client:
        for name in ("ann", "zoe"):
            log_in(client, name)
            pages[name] = [client.get(page).text for page in ("/", "/claims", "/review", "/", "/claims", "/review")]

    assert [] == [page for page in pages["ann"] if "zoe" in page or ">People<" in page]
    assert [] == [page for page in pages["zoe"] if "ann " in page or ">People<" not in page]


def test_next_login_gets_its_own_token(place: str) -> None:
    """A page kept from one login is not given to the next login of the same person: its forms would be refused."""
    add_people(place, ann="coder")
    with served(place, [FIRST], team=True) as client:
        log_in(client, "ann")
        first = client.get("/review").text
        log_in(client, "ann")

        assert first != client.get("/review").text


def test_page_is_not_given_after_the_logout(place: str) -> None:
    """Who is logged in is asked before what is kept is given, and no browser keeps a team's page."""
    add_people(place, ann="coder")
    with served(place, [FIRST], team=True) as client:
        log_in(client, "ann")
        kept = client.get("/claims").headers
        client.cookies.clear()
        after = client.get("/claims", headers={"if-none-match": kept["etag"]}, follow_redirects=False)

        assert ("no-store", 303) == (kept["cache-control"], after.status_code)


def test_blind_coder_sees_nothing_of_another(place: str) -> None:
    """A claim's page that shows one coder the own judgement of a blind round is not given to another coder."""
    add_people(place, ann="coder", zoe="coder")
    with served(place, [FIRST], team=True) as client:
        client.app.state.ledger.judge("reject", CLAIM, person="ann", now=NOW, round="one", reason="unlike")  # type: ignore[attr-defined]  # the client hides the application's type
        seen = []
        for name in ("ann", "zoe"):
            log_in(client, name)
            seen.append("unlike" in client.get(f"/claims/{CLAIM}").text)

    assert [True, False] == seen


@pytest.mark.parametrize(
    "path",
    ["/add", "/add/1", "/login", "/people", "/audit", "/api/people", "/api/audit", "/claims.csv", "/api/claims.jsonl",
     "/claims/x/verify", "/articles/x/original", "/static/app.css", "/api/openapi.json", "/api/add/1"],
)  # fmt: skip
def test_others_are_made_anew(path: str) -> None:
    """What does not follow from the ledger alone, what is checked on demand, and files are never kept."""
    assert None is KEPT.fullmatch(path)


def test_errors_are_not_kept(client: TestClient, place: str) -> None:
    """A claim that was not there is there once it was added."""
    before = client.get(f"/claims/{SECOND.claims[0].id}").status_code
    with Ledger(place) as other:
        other.add_extractions([SECOND], now=NOW)

    assert (404, 200) == (before, client.get(f"/claims/{SECOND.claims[0].id}").status_code)


def test_pages_not_asked_for_are_dropped(monkeypatch: pytest.MonkeyPatch) -> None:
    """Beyond so many bytes those asked for longest ago go."""
    monkeypatch.setattr("counterclaim.web.kept_pages.MOST", 25)
    pages = Pages()
    pages.get(1, ("a",))
    for name in ("a", "b", "a", "c"):
        if pages.get(1, (name,)) is None:
            pages.keep(1, (name,), Page((), b"x" * 10, ""))

    assert [("a",), ("c",)] == list(pages.found)
    assert 20 == pages.bytes


def test_page_of_an_older_state_is_not_given() -> None:
    """A page that was begun before the ledger changed is not given for what it is now."""
    pages = Pages()
    pages.get(2, ("a",))
    pages.keep(1, ("a",), Page((), b"old", ""))

    assert None is pages.get(2, ("a",))


class AtStates(KeptPages):
    """Pages of a ledger whose state each request tells."""

    async def _head(self, request: Request) -> int:
        return int(request.headers["state"])


def test_page_is_made_once_while_the_ledger_changes() -> None:
    """Who asked before something changed gets the page that was being made; all who ask after it wait for the next."""
    begun: list[int] = []

    async def make(scope: Scope, receive: Receive, send: Send) -> None:
        begun.append(1)
        number = len(begun)
        await asyncio.sleep(0.02)
        await PlainTextResponse(f"page {number}")(scope, receive, send)

    async def ask_all() -> list[str]:
        async with AsyncClient(transport=ASGITransport(AtStates(make)), base_url=BASE) as client:
            asked = (client.get("/claims", headers={"state": state}) for state in ("1", "1", "2", "2", "1"))
            return [answer.text for answer in await asyncio.gather(*asked)]

    assert ["page 1", "page 1", "page 2", "page 2", "page 1"] == asyncio.run(ask_all())


def test_slow_pages_leave_room_for_others() -> None:
    """Of many comparisons two are made at a time, and a claim that is asked for after all of them is there before."""
    begun: list[str] = []
    go = asyncio.Event()

    async def make(scope: Scope, receive: Receive, send: Send) -> None:
        begun.append(scope["path"])
        if scope["path"] == "/compare":
            await go.wait()
        await PlainTextResponse("page")(scope, receive, send)

    async def ask_all() -> int:
        async with AsyncClient(transport=ASGITransport(AtStates(make)), base_url=BASE, headers={"state": "1"}) as asked:
            slow = [asyncio.create_task(asked.get(f"/compare?unit={number}")) for number in range(5)]
            await asyncio.sleep(0)
            await asked.get("/claims/1f2e")
            made = begun.count("/compare")
            go.set()
            await asyncio.gather(*slow)
            return made

    assert (2, 5) == (asyncio.run(ask_all()), begun.count("/compare"))


def test_many_who_ask_at_once_wait_for_one() -> None:
    """What many ask for at the same time is worked out once."""
    memory, begun, all_there = Memory(), [], Barrier(8)
    go = Event()

    def answer() -> int:
        begun.append(1)
        go.wait(5)
        return 7

    def ask(_: int) -> int:
        all_there.wait(5)
        go.set()
        return memory.of(1, "asked", answer)

    with ThreadPoolExecutor(8) as pool:
        found = list(pool.map(ask, range(8)))

    assert ([7] * 8, 1) == (found, len(begun))


def test_failed_answer_is_asked_again() -> None:
    """Who waited for an answer that failed works it out again."""
    memory = Memory()
    with pytest.raises(ZeroDivisionError):
        memory.of(1, "asked", lambda: 1 // 0)

    assert 3 == memory.of(1, "asked", lambda: 3)


ELSEWHERE = report(Said(number="7", whom="tanks", category="tank", event="destroyed", place="Delta", country="DD",
                        day="2031-03-01"), key="https://three.example", outlet="Three")  # fmt: skip
WORDS = "guards of the harbour arsenal"  # by which both are known to speak of one incident
ONE = report(Said(number="12", whom=WORDS), key="https://four.example")
TWO = report(Said(who="The Southland army", org="Army (Southland)", side="Southland", number="3", whom=WORDS),
             key="https://five.example")  # fmt: skip
RESTING = (
    "/claims?event=killed", "/claims?country=AA&sort=low", f"/claims/{CLAIM}", f"/articles/{ARTICLE}", "/claimants",
    f"/articles/{ARTICLE}/versions", "/map?country=AA", "/compare?event=killed&category=combatant",
)  # fmt: skip


@pytest.mark.parametrize("page", RESTING)
def test_verdict_elsewhere_leaves_a_page(place: str, made: list[str], page: str) -> None:
    """A claim that the page does not show is judged by another program: the page is given again as it is."""
    with served(place, [FIRST, SECOND, ELSEWHERE]) as client, Ledger(place) as other:
        before = client.get(page).content
        for verdict in ("accept", "reject"):
            other.judge(verdict, ELSEWHERE.claims[0].id, person="zoe", now=NOW)
            assert before == client.get(page).content

    assert 1 == len(made)


@pytest.mark.parametrize(
    ("page", "claim"),
    [
        ("/claims?event=killed", CLAIM), ("/claims?country=AA&sort=low", CLAIM), ("/claims?q=killed", CLAIM),
        (f"/claims/{CLAIM}", CLAIM), (f"/claims/{ONE.claims[0].id}", TWO.claims[0].id), (f"/articles/{ARTICLE}", CLAIM),
        ("/compare?event=killed&category=combatant", CLAIM), ("/claims?status=unreviewed", CLAIM), ("/", CLAIM),
        ("/api/claims?event=killed", CLAIM), ("/claims", CLAIM),
    ],
)  # fmt: skip
def test_verdict_on_what_a_page_shows_is_there_at_once(place: str, page: str, claim: str) -> None:
    """A claim that the page shows, or holds its own claim against, is rejected elsewhere, after another one."""
    with served(place, [FIRST, SECOND, ELSEWHERE, ONE, TWO]) as client, Ledger(place) as other:
        before = client.get(page).content
        other.judge("accept", ELSEWHERE.claims[0].id, person="zoe", now=NOW)
        other.judge("reject", claim, person="zoe", now=NOW)
        after = client.get(page).content
        with served(place) as anew:
            assert anew.get(page).content == after

    assert before != after


def test_correction_and_merge_elsewhere_show_at_once(client: TestClient, place: str) -> None:
    """What may change any field of a claim makes every page anew."""
    with Ledger(place) as other:
        other.add_extractions([SECOND], now=NOW)
        pages = [client.get("/claims?side=Eastmark").text, client.get("/claims?claimant=Army (Southland)").text]
        other.judge("correct", CLAIM, changes={"side": "Eastmark"}, person="zoe", now=NOW)
        other.judge("same", "Army (Southland)", other="Army (Northland)", subject="claimants", person="zoe", now=NOW)
        pages += [client.get("/claims?side=Eastmark").text, client.get("/claims?claimant=Army (Southland)").text]

    assert [False, False, True, True] == [CLAIM in page for page in pages]
