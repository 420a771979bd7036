"""A team logs in, and only as what it may."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser
from starlette.testclient import TestClient

from counterclaim.ledger.errors import MisuseError
from counterclaim.ledger.people import People
from counterclaim.web.accounts import check_name, hash_password
from tests.fixtures.reports import NOW, Said, report
from tests.fixtures.serving import OWN, PASSWORD, add_people, log_in, served


@pytest.fixture
def place(tmp_path: Path) -> str:
    """A ledger with a coder and an administrator."""
    where = str(tmp_path / "ledger.db")
    add_people(where, cody="coder", ada="admin")
    return where


@pytest.fixture
def client(place: str) -> Iterator[TestClient]:
    """A browser before a team's server."""
    with served(place, [report(Said())], team=True) as found:
        yield found


def token(client: TestClient) -> str:
    """The token of the forms on the page."""
    field = LexborHTMLParser(client.get("/add").text).css_first("input[name=token]")
    assert field is not None
    return str(field.attributes["value"])


@pytest.mark.parametrize("address", ["/", "/claims", "/map", "/people", "/audit", "/nowhere"])
def test_pages_lead_to_the_login(client: TestClient, address: str) -> None:
    """Who is not logged in sees the login and nothing else."""
    answer = client.get(address, follow_redirects=False)

    assert (303, "/login") == (answer.status_code, answer.headers["location"])


@pytest.mark.parametrize("address", ["/api/overview", "/api/claims", "/api/openapi.json", "/api/audit"])
def test_interface_asks_for_a_login(client: TestClient, address: str) -> None:
    """The interface says that nobody is logged in."""
    assert 401 == client.get(address).status_code


def test_form_without_login_is_refused(client: TestClient) -> None:
    """Nothing is added by who is not logged in."""
    assert 401 == client.post("/add", data={"text": "x"}, headers=OWN).status_code


def test_login_and_logout(client: TestClient) -> None:
    """A session begins with the password and ends with the logout."""
    before = log_in(client, "cody"), client.get("/api/overview").status_code
    client.post("/logout", data={"token": token(client)}, headers=OWN)

    assert (303, 200, 401) == (*before, client.get("/api/overview").status_code)


@pytest.mark.parametrize(
    ("name", "password"),
    [("cody", "wrong"), ("cody", ""), ("nobody", PASSWORD), ("CODY", PASSWORD), ("cody' --", PASSWORD), ("", "")],
)
def test_wrong_login_is_refused(client: TestClient, name: str, password: str) -> None:
    """A wrong name and a wrong password are refused, and no session begins."""
    assert log_in(client, name, password) in (403, 422)
    assert 401 == client.get("/api/overview").status_code


def test_wrong_name_and_wrong_password_are_told_alike(client: TestClient) -> None:
    """The answer does not say which names there are."""
    answers = [
        client.post("/login", data={"name": name, "password": "wrong words"}, headers=OWN).text
        for name in ("cody", "nobody")
    ]

    assert answers[0] == answers[1]


def test_cookie_is_out_of_reach(place: str) -> None:
    """Scripts do not see the session's token, and no other page makes a browser send it."""
    with served(place, team=True, secure=True) as client:
        answer = client.post("/login", data={"name": "ada", "password": PASSWORD}, headers=OWN, follow_redirects=False)
    cookie = answer.headers["set-cookie"].lower()

    assert [] == [word for word in ("httponly", "samesite=strict", "secure", "path=/") if word not in cookie]


def test_only_digests_are_kept(client: TestClient, place: str) -> None:
    """Neither password nor token stands in the ledger: who reads its tables cannot log in."""
    log_in(client, "cody")
    secret = client.cookies["counterclaim"]
    with sqlite3.connect(place) as connection:
        kept = str([*connection.execute("SELECT * FROM accounts"), *connection.execute("SELECT * FROM sessions")])

    assert [True, False, False, True] == [
        word in kept for word in (hashlib.sha256(secret.encode()).hexdigest(), secret, PASSWORD, "$argon2id$")
    ]


@pytest.mark.parametrize("sent", [None, "", "0" * 64, "é"])
def test_forged_forms_are_refused(client: TestClient, sent: str | None) -> None:
    """A form without the token of the login is refused, even from a page of our own."""
    log_in(client, "cody")
    data = {"text": "x", **({} if sent is None else {"token": sent})}

    assert [403, 403] == [client.post(page, data=data, headers=OWN).status_code for page in ("/add/examples", "/add")]


def test_token_of_another_login_is_refused(client: TestClient) -> None:
    """A token belongs to one session."""
    log_in(client, "cody")
    old = token(client)
    log_in(client, "ada")

    assert 403 == client.post("/people/disable", data={"token": old, "name": "cody"}, headers=OWN).status_code


def test_token_may_be_a_header(client: TestClient) -> None:
    """A program sends the token as a header."""
    log_in(client, "cody")
    headers = {**OWN, "x-counterclaim-token": token(client)}

    assert 422 == client.post("/api/add", data={"text": " "}, headers=headers).status_code


@pytest.mark.parametrize("page", ["/people", "/audit", "/api/people", "/api/audit"])
def test_coder_sees_no_pages_of_administrators(client: TestClient, page: str) -> None:
    """Accounts and the audit are for administrators."""
    log_in(client, "cody")
    seen = client.get(page).status_code
    log_in(client, "ada")

    assert (403, 200) == (seen, client.get(page).status_code)


def test_tries_are_counted(client: TestClient) -> None:
    """After ten wrong tries not even the right password is let in."""
    tries = [log_in(client, "cody", "wrong") for _ in range(10)]

    assert ([403] * 10, 429, 303) == (tries, log_in(client, "cody"), log_in(client, "ada"))


def test_tries_from_an_address_are_counted(place: str) -> None:
    """Whoever tries many names from one address is stopped, too."""
    with People(place) as people:
        seen = [
            people.admit(f"name {number}", "192.0.2.1", now=NOW, since="2031-05-08T11:45:00Z", most=(10, 30))
            for number in range(31)
        ]

    assert [True] * 30 + [False] == seen


def test_tries_are_forgotten(place: str) -> None:
    """Tries no longer count after a while."""
    with People(place) as people:
        seen = [
            people.admit("cody", "192.0.2.1", now=at, since=since, most=(1, 9))
            for at, since in (("12:00", "11:45"), ("12:10", "11:55"), ("12:16", "12:01"))
        ]

    assert [True, False, True] == seen


def test_session_ends(place: str) -> None:
    """A session ends by itself after twelve hours."""
    clock = [NOW]
    with served(place, team=True, now=lambda: clock[0]) as client:
        log_in(client, "cody")
        seen = []
        for clock[0] in ("2031-05-08T23:59:59Z", "2031-05-09T00:00:00Z"):
            seen.append(client.get("/api/overview").status_code)

    assert [200, 401] == seen


def test_disabled_account_is_out_at_once(client: TestClient, place: str) -> None:
    """A disabled account loses its session and cannot begin another, until it gets a new password."""
    log_in(client, "cody")
    with People(place) as people:
        people.disable("cody")
        seen = [client.get("/api/overview").status_code, log_in(client, "cody")]
        people.set_password("cody", hash_password(PASSWORD))

    assert [401, 403, 303] == [*seen, log_in(client, "cody")]


def test_administrator_disables_an_account(client: TestClient) -> None:
    """An administrator disables others on the page, never the own account."""
    log_in(client, "ada")
    sent = {"token": token(client)}
    own = client.post("/people/disable", data={**sent, "name": "ada"}, headers=OWN).status_code
    client.post("/people/disable", data={**sent, "name": "cody"}, headers=OWN)

    assert (422, {"ada": False, "cody": True}) == (
        own, {a["name"]: a["disabled"] for a in client.get("/api/people").json()["accounts"]},
    )  # fmt: skip


def test_audit_tells_who_did_what(client: TestClient) -> None:
    """Logins, refused ones and everything sent stand in the audit with the person, newest first."""
    log_in(client, "cody", "wrong")
    log_in(client, "ada")
    client.post("/people/disable", data={"token": token(client), "name": "cody"}, headers=OWN)
    client.post("/people/disable", data={"name": "ada"}, headers=OWN)

    assert [
        ("ada", "POST /people/disable, refused with 403"), ("ada", "POST /people/disable"), ("ada", "login"),
        ("cody", "login refused"),
    ] == [(act["person"], act["what"]) for act in client.get("/api/audit").json()["acts"]]  # fmt: skip


def test_audit_is_paged(place: str) -> None:
    """The audit is told in pages, newest first, of one person where asked."""
    with People(place) as people:
        for number in range(5):
            people.note("ada" if number % 2 else "cody", f"act {number}", address="", now=NOW)
        newest = people.acts(limit=2)

        assert (["act 4", "act 3"], ["act 2"], ["act 3", "act 1"]) == (
            [act.what for act in newest],
            [act.what for act in people.acts(before=newest[-1].number, limit=1)],
            [act.what for act in people.acts(person="ada")],
        )


def test_people_are_not_of_the_chain(client: TestClient, place: str) -> None:
    """Accounts and sessions leave the ledger's chain alone, and the ledger verifies."""
    from counterclaim.ledger.book import Ledger

    log_in(client, "cody")
    with Ledger(place) as ledger:
        assert None is ledger.verify().problem


@pytest.mark.parametrize("name", ["", "a b", "a\nb", "-x", "x" * 41, "\u202eann", "a/b"])
def test_odd_names_are_refused(name: str) -> None:
    """A name is short and has only letters, digits and a few marks."""
    with pytest.raises(MisuseError, match="no name of an account"):
        check_name(name)


@pytest.mark.parametrize("password", ["", "short", "x" * 201])
def test_passwords_have_a_length(password: str) -> None:
    """A password is neither short nor endless."""
    with pytest.raises(MisuseError, match="expected 10 to 200"):
        hash_password(password)


def test_names_are_taken_once(place: str) -> None:
    """A second account of a name is refused."""
    with People(place) as people, pytest.raises(MisuseError, match="there is an account"):
        people.add("cody", role="coder", password="x", now=NOW)


def test_people_in_either_database(ledger_url: str) -> None:
    """Accounts, sessions and tries are kept in SQLite and in PostgreSQL."""
    add_people(ledger_url, cody="coder")
    with People(ledger_url) as people:
        people.begin_session("cody", "digest", now="2031-05-08T12:00:00Z", ends="2031-05-09T00:00:00Z")
        found = people.session("digest", now="2031-05-08T13:00:00Z")
        tries = [people.admit("cody", "x", now="b", since="a", most=(2, 9)) for _ in range(3)]
        people.end_session("digest")

        assert ("coder", [True, True, False], None) == (
            found and found.role, tries, people.session("digest", now="2031-05-08T13:00:00Z"),
        )  # fmt: skip
