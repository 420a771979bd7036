"""What README.md shows is what the command prints."""

from __future__ import annotations

from scripts.excerpt import README, excerpt


def test_excerpt_is_from_a_real_run() -> None:
    """The excerpt is that of this version; `make readme` writes it anew."""
    assert excerpt() in README.read_text("utf-8")
