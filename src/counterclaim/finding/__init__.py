"""The finding stage: quantities, the events they belong to, and what they count."""

from counterclaim.finding.candidates import find_candidates, may_tell_of_one, quantities_by_sentence
from counterclaim.finding.caveats import find_caveats
from counterclaim.finding.gate import event_sentences, sentences_with, worth_parsing
from counterclaim.finding.quantities import find_non_counts

__all__ = [
    "event_sentences",
    "find_candidates",
    "find_caveats",
    "find_non_counts",
    "may_tell_of_one",
    "quantities_by_sentence",
    "sentences_with",
    "worth_parsing",
]
