"""Counterclaim: conflict reporting as a ledger of who claims what."""

from counterclaim.api import ReadingError, read

__version__ = "0.1.0"
__all__ = ["ReadingError", "__version__", "read"]
