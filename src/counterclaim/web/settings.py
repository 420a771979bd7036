"""How a web page of the ledger is served: where, to whom, and how much it takes in."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime

LOCAL_HOSTS = ("127.0.0.1", "localhost", "[::1]")


def clock() -> str:
    """The time of the machine's clock, as the ledger takes it down."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What holds for one server.

    `person` is whose judgements they are where nobody logs in; with `team` everybody logs in. `hosts` are the names
    under which the server answers; `largest_upload` and `most_files` limit what can be added at once.
    """

    ledger: str
    person: str = "reviewer"
    team: bool = False
    hosts: tuple[str, ...] = LOCAL_HOSTS
    largest_upload: int = 20 * 1024 * 1024
    most_files: int = 50
    now: Callable[[], str] = clock
