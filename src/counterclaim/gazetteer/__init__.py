"""Places of the world by name, and their mentions in a text."""

from counterclaim.gazetteer.index import Entry, Gazetteer, GazetteerError, load_gazetteer

__all__ = ["Entry", "Gazetteer", "GazetteerError", "load_gazetteer"]
