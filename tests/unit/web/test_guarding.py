"""What every answer carries, and what no request may be."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from tests.fixtures.reports import Said, report
from tests.fixtures.serving import BASE, OWN, served


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    """A server with one report."""
    place = tmp_path_factory.mktemp("guarding") / "ledger.db"
    with served(str(place), [report(Said())], largest_upload=100_000, most_files=3) as found:
        yield found


@pytest.mark.parametrize("address", ["/", "/static/app.css", "/nowhere", "/api/overview"])
def test_policy_is_on_every_answer(client: TestClient, address: str) -> None:
    """Pages, files, errors and the interface all forbid foreign and inline scripts."""
    policy = client.get(address).headers["content-security-policy"]

    assert (True, True, False) == (
        "default-src 'none'" in policy, "script-src 'self';" in policy, "unsafe" in policy,
    )  # fmt: skip


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1.evil.example", "", "localhost.:80", "169.254.169.254"])
def test_other_hosts_are_refused(client: TestClient, host: str) -> None:
    """A server asked for under a name that is not its own does not answer: no other page may rebind its name to us."""
    assert 421 == client.get("/", headers={"host": host}).status_code


@pytest.mark.parametrize("host", ["127.0.0.1:8321", "LOCALHOST", "[::1]:8321"])
def test_own_hosts_are_answered(client: TestClient, host: str) -> None:
    """Names of this machine are answered, with any port and in any case."""
    assert 200 == client.get("/", headers={"host": host}).status_code


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"origin": "http://evil.example"},
        {"origin": "null"},
        {"origin": f"{BASE}.evil.example"},
        {"referer": "http://evil.example/127.0.0.1"},
        {"origin": BASE, "sec-fetch-site": "cross-site"},
        {"origin": BASE, "sec-fetch-site": "same-site"},
    ],
)
@pytest.mark.parametrize("address", ["/add", "/api/add", "/add/examples"])
def test_forms_of_other_pages_are_refused(client: TestClient, headers: dict[str, str], address: str) -> None:
    """A form is taken only from a page of this very server."""
    assert 403 == client.post(address, data={"text": "12 were killed."}, headers=headers).status_code


def test_too_much_is_refused(client: TestClient) -> None:
    """More bytes than allowed are refused before they are read."""
    assert 413 == client.post("/add", data={"text": "x" * 100_001}, headers=OWN).status_code


@pytest.mark.parametrize("length", ["-1", "1e3", "\u00b2", "9" * 5000])
def test_odd_lengths_are_refused(client: TestClient, length: str) -> None:
    """A length that is no number, or a number beyond all bounds, is refused."""
    sent = client.post("/add", content=b"", headers=[*OWN.items(), ("content-length", length.encode("latin-1"))])

    assert 413 == sent.status_code


def test_bodies_of_unknown_length_are_refused(client: TestClient) -> None:
    """What does not say how long it is cannot go round the limit."""
    assert 411 == client.post("/add", content=iter([b"text=", b"x" * 200_000]), headers=OWN).status_code


def test_too_many_files_are_refused(client: TestClient) -> None:
    """More files than allowed are refused."""
    files = [("files", (f"{number}.txt", b"12 were killed.")) for number in range(4)]

    assert 400 == client.post("/add", files=files, headers=OWN).status_code


@pytest.mark.parametrize(
    "address",
    [
        "/static/../app.py",
        "/static/%2e%2e/app.py",
        "/static/..%2fapp.py",
        "/static/%2e%2e%2f%2e%2e%2fledger/book.py",
        "/static//etc/passwd",
        "/static/%00",
        "/static/vendor",
    ],
)
def test_files_outside_are_not_given(client: TestClient, address: str) -> None:
    """Nothing but the files of the pages is given, however the address is written."""
    assert 404 == client.get(address).status_code


@pytest.mark.parametrize("odd", ["..%2f..%2fetc%2fpasswd", "%00", "sha256:zz", "'%20OR%201=1--", "%F0%9F", "x" * 4000])
@pytest.mark.parametrize("page", ["/claims", "/articles", "/api/claims", "/api/articles"])
def test_odd_ids_are_not_found(client: TestClient, page: str, odd: str) -> None:
    """An id that is none is not found, never an error of ours."""
    assert client.get(f"{page}/{odd}").status_code in (404, 422)


def test_local_server_has_no_team_pages(client: TestClient) -> None:
    """Where nobody logs in there is neither a login nor an audit."""
    assert [404, 404, 404] == [client.get(page).status_code for page in ("/login", "/audit", "/people")]


def test_refused_forms_change_nothing(tmp_path: Path) -> None:
    """What was refused is not in the ledger."""
    with served(str(tmp_path / "ledger.db")) as client:
        client.post(
            "/add", data={"text": "The army said 12 soldiers were killed."}, headers={"origin": "http://x.example"}
        )

        assert 0 == client.get("/api/overview").json()["tally"]["articles"]


def test_refusal_is_a_page_with_a_way_back(client: TestClient) -> None:
    """Who sends too much from a page is told so on a page, a program in words alone."""
    much = {"text": "x" * 200_000}
    page = client.post("/add", data=much, headers={**OWN, "accept": "text/html"})
    words = client.post("/api/add", data=much, headers=OWN)

    assert (413, True) == (page.status_code, '<a href="/add">Back to adding</a>' in page.text)
    assert (413, "more than 0 MB at once; send less\n") == (words.status_code, words.text)
