"""How a web page of the ledger is served: where, to whom, and how much it takes in."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

LOCAL_HOSTS = ("127.0.0.1", "localhost", "[::1]")
WRITTEN = "%Y-%m-%dT%H:%M:%SZ"


def clock() -> str:
    """The time of the machine's clock, as the ledger takes it down."""
    return datetime.now(UTC).strftime(WRITTEN)


def later(now: str, *, minutes: int) -> str:
    """The time so many minutes after another one.

    >>> later("2031-05-08T23:30:00Z", minutes=45)
    '2031-05-09T00:15:00Z'
    """
    return (datetime.strptime(now, WRITTEN) + timedelta(minutes=minutes)).strftime(WRITTEN)


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What holds for one server.

    `person` is whose judgements they are where nobody logs in; with `team` everybody logs in, and with `secure` a
    browser gives its session away over HTTPS only. `hosts` are the names under which the server answers;
    `largest_upload` and `most_files` limit what can be added at once.
    """

    ledger: str
    person: str = "reviewer"
    team: bool = False
    secure: bool = True
    hosts: tuple[str, ...] = LOCAL_HOSTS
    largest_upload: int = 20 * 1024 * 1024
    most_files: int = 50
    now: Callable[[], str] = clock
