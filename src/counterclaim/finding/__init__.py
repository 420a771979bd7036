"""The finding stage: quantities, the events they belong to, and what they count."""

from counterclaim.finding.candidates import find_candidates, quantities_by_sentence
from counterclaim.finding.caveats import find_caveats
from counterclaim.finding.gate import sentences_with, telling_sentences
from counterclaim.finding.loss_lists import listed_sentences
from counterclaim.finding.quantities import find_non_counts
from counterclaim.finding.told import find_told
from counterclaim.finding.topic import UNTOLD, are_enough, may_be_about_violence, words_of_violence

__all__ = [
    "UNTOLD",
    "are_enough",
    "find_candidates",
    "find_caveats",
    "find_non_counts",
    "find_told",
    "listed_sentences",
    "may_be_about_violence",
    "quantities_by_sentence",
    "sentences_with",
    "telling_sentences",
    "words_of_violence",
]
