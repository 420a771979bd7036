"""Counterclaim: conflict reporting as a ledger of who claims what."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from counterclaim.api import ReadingError, read

if TYPE_CHECKING:
    from counterclaim.ledger.book import Ledger

__version__ = "0.1.0"
__all__ = ["Ledger", "ReadingError", "__version__", "read"]


def __getattr__(name: str) -> Any:
    """The ledger, loaded when it is first asked for: reading alone needs no database."""
    if name == "Ledger":
        from counterclaim.ledger.book import Ledger

        return Ledger
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
