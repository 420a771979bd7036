"""Counterclaim: conflict reporting as a ledger of who claims what."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from counterclaim.api import ReadingError, read

if TYPE_CHECKING:
    from counterclaim.ledger.book import Ledger
    from counterclaim.scanning.scan import scan

__version__ = "0.1.0"
__all__ = ["Ledger", "ReadingError", "__version__", "read", "scan"]


def __getattr__(name: str) -> Any:
    """The ledger and the scan, loaded when they are first asked for: reading alone needs neither."""
    if name == "Ledger":
        from counterclaim.ledger.book import Ledger

        return Ledger
    if name == "scan":
        from counterclaim.scanning.scan import scan

        return scan
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
