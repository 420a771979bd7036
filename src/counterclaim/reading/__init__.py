"""The reading stage: from files, folders, standard input and addresses to articles, and refusals for the rest."""

from counterclaim.reading.drafts import Given, Refusal, RefusedError
from counterclaim.reading.fetching import Fetched, fetch_page
from counterclaim.reading.languages import SUPPORTED
from counterclaim.reading.sources import read_sources, read_text

__all__ = ["SUPPORTED", "Fetched", "Given", "Refusal", "RefusedError", "fetch_page", "read_sources", "read_text"]
