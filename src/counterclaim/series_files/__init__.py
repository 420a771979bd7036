"""Series of official figures (a CSV of totals and daily figures) read into claims, each on its own cell."""

from counterclaim.series_files.reading import SeriesError, SeriesFile, read_series
from counterclaim.series_files.totals import Totals

__all__ = ["SeriesError", "SeriesFile", "Totals", "read_series"]
