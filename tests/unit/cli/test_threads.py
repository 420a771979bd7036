"""How many threads the command lets numpy take."""

from __future__ import annotations

import os

import pytest

from counterclaim import cli


@pytest.mark.parametrize(("asked", "expected"), [(None, "1"), ("4", "4")])
def test_one_thread_unless_asked(monkeypatch: pytest.MonkeyPatch, asked: str | None, expected: str) -> None:
    """One thread a process, and what the environment asks for where it does."""
    environment = {} if asked is None else {"OPENBLAS_NUM_THREADS": asked}
    monkeypatch.setattr(os, "environ", environment)
    monkeypatch.setattr(cli, "app", lambda: None)
    cli.main()

    assert expected == environment["OPENBLAS_NUM_THREADS"]
