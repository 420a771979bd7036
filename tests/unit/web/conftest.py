"""A web application over a small ledger."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from counterclaim import Ledger
from counterclaim.extraction import Extraction
from counterclaim.web.app import create_app
from counterclaim.web.settings import Settings
from tests.fixtures.reports import NOW

HERE = "http://127.0.0.1"
Opened = Callable[..., TestClient]


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[Opened]:
    """Opens the page of a ledger with the extractions it is given; forms it sends come from its own pages."""
    with ExitStack() as stack:

        def make(*found: Extraction) -> TestClient:
            place = tmp_path / "ledger.db"
            with Ledger(place) as ledger:
                ledger.add_extractions(found, now=NOW)
            settings = Settings(ledger=str(place), now=lambda: NOW)
            client = TestClient(create_app(settings), base_url=HERE, headers={"Origin": HERE})
            return stack.enter_context(client)

        yield make
