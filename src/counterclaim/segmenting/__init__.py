"""Sentences and quotations of an article."""

from counterclaim.segmenting.quotations import find_quotations
from counterclaim.segmenting.sentences import split_sentences

__all__ = ["find_quotations", "split_sentences"]
