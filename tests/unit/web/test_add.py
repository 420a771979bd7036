"""Adding through the page: what is sent, what is refused, what is told."""

from __future__ import annotations

import time
from typing import Any

import pytest
from starlette.testclient import TestClient

from counterclaim.web.adding import examples, pasted, safe_name
from tests.unit.web.conftest import Opened

TEXT = "Report of the day\n\nThe Northland ministry said on Monday that 12 soldiers were killed near the river."


def finished(client: TestClient, address: str) -> dict[str, Any]:
    """What came of a lot of articles."""
    for _ in range(600):
        found: dict[str, Any] = client.get("/api" + address).json()
        if found["finished"]:
            return found
        time.sleep(0.05)
    raise AssertionError(f"{address}: not finished")


def test_pasted_text_and_files_are_read(opened: Opened) -> None:
    """A pasted text and a file become articles; what cannot be read is told with its name and nothing of the server."""
    client = opened()
    files = [("files", ("report.txt", TEXT.replace("12", "30").encode())), ("files", ("empty.txt", b""))]
    answer = client.post("/add", data={"text": TEXT, "outlet": "Here"}, files=files, follow_redirects=False)
    found = finished(client, answer.headers["location"])

    assert 303 == answer.status_code
    assert (2, 3) == (found["added"]["versions"], found["done"])
    assert [True] == [refusal.startswith("empty.txt") for refusal in found["refusals"]]
    article = client.get(f"/api/articles/{found['articles'][1]}").json()["article"]
    assert ("upload: report.txt", "Here") == (article["origin"]["path"], article["outlet"])


def test_nothing_sent_is_told(opened: Opened) -> None:
    """An empty form is answered with what to do."""
    answer = opened().post("/add", data={"text": "  "})

    assert (422, True) == (answer.status_code, "paste a text, or choose files" in answer.text)


def test_too_many_files_are_refused(opened: Opened) -> None:
    """More files than the server takes at once are refused whole."""
    files = [("files", (f"{number}.txt", b"x")) for number in range(51)]

    assert 400 == opened().post("/add", files=files).status_code


@pytest.mark.parametrize(
    ("sent", "kept"),
    [("../../etc/passwd", "passwd"), ("C:\\docs\\a.html", "a.html"), (".hidden", "hidden"), ("..", "unnamed"),
     ("a\u202egnp.txt", "agnp.txt"), ("", "unnamed")],
)  # fmt: skip
def test_names_stay_in_their_folder(sent: str, kept: str) -> None:
    """Whatever a file is called, it is put nowhere else."""
    assert kept == safe_name(sent)


def test_two_texts_share_no_name() -> None:
    """Pasted texts are articles of their own, and the same text is the same."""
    assert pasted("one")[0] != pasted("two")[0]
    assert pasted("one\r\n") == pasted("one\n")


def test_examples_are_at_hand() -> None:
    """Both example articles and what is known of one."""
    assert [True, True] == [b"Konashenkov" in content for name, content in examples() if name.endswith(".txt")]


def test_forgotten_job_is_told(opened: Opened) -> None:
    """A number of no job is not found."""
    assert 404 == opened().get("/add/7").status_code
