"""The resolving stage: the dates, places, parties and speakers that words stand for."""

from counterclaim.resolving.parties import resolve_parties
from counterclaim.resolving.periods import resolve_periods
from counterclaim.resolving.places import resolve_places
from counterclaim.resolving.references import resolve_sources
from counterclaim.resolving.silent import silent_rules

__all__ = ["resolve_parties", "resolve_periods", "resolve_places", "resolve_sources", "silent_rules"]
