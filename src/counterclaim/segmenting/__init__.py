"""Sentences and quotations of an article."""

from counterclaim.segmenting.sentences import split_sentences

__all__ = ["split_sentences"]
