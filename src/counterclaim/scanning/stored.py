"""What an archive gives: one stored page or record after another, or the reason why a stretch of it cannot be read."""

from __future__ import annotations

from dataclasses import dataclass

LARGEST = 16 * 1024 * 1024  # bytes of one page, unpacked


@dataclass(frozen=True, slots=True, kw_only=True)
class Stored:
    """One page of an archive as it was kept: its bytes, where they stand, and what the archive says of them."""

    path: str
    position: int
    content: bytes
    name: str
    url: str | None = None
    charset: str | None = None
    retrieved: str | None = None
    is_page: bool = True

    @property
    def where(self) -> str:
        """The place in the archive, in words."""
        return f"position {self.position}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Unreadable:
    """A record, or a stretch between records, that cannot be read, and why."""

    path: str
    position: int
    found: str
    expected: str
    advice: str
    url: str | None = None
