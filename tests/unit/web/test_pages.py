"""What holds for every page."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.fixtures.reports import Said, report
from tests.unit.web.conftest import Opened

DOCS = (Path(__file__).parents[3] / "docs" / "web.md").read_text("utf-8")
REPORT = report(Said())
ADDRESSES = ("/", "/claims", f"/claims/{REPORT.claims[0].id}", f"/articles/{REPORT.article.id}",
             f"/articles/{REPORT.article.id}/versions", "/map", "/add")  # fmt: skip


@pytest.mark.parametrize("address", ADDRESSES)
def test_page_has_no_inline_script_or_style(opened: Opened, address: str) -> None:
    """The policy forbids them, so none may be there."""
    page = opened(REPORT).get(address).text

    assert [] == [word for word in (" style=", "<style", " onclick=", "javascript:", "<script>") if word in page]


@pytest.mark.parametrize("address", ADDRESSES)
def test_page_is_light(opened: Opened, address: str) -> None:
    """A page with everything it loads weighs less than 300 kB."""
    client = opened(REPORT)
    files = ("/static/app.css", "/static/app.js", "/static/icon.svg", "/static/vendor/htmx-4.0.1.min.js")

    assert 300_000 > sum(len(client.get(part).content) for part in (address, *files))


def test_every_field_of_claims_is_documented(opened: Opened) -> None:
    """docs/web.md names each field that the address of claims may have."""
    described = opened().get("/api/openapi.json").json()["paths"]["/api/claims"]["get"]["parameters"]

    assert [] == [field["name"] for field in described if f"`{field['name']}`" not in DOCS]


def test_unknown_field_is_told_as_a_page(opened: Opened) -> None:
    """What is wrong with an address is told in words."""
    answer = opened().get("/claims?clamaint=Army")

    told = "<p><bdi>The address or form has what is not known: clamaint"
    assert (422, True) == (answer.status_code, told in answer.text)
