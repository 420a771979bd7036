"""Counterclaim: conflict reporting as a ledger of who claims what."""

__version__ = "0.1.0"
