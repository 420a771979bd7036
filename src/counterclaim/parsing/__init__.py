"""The parser of a language: sentences in, spaCy Docs out, nothing that the rules do not use."""

from counterclaim.parsing.models import MODELS, ModelError, load_parser, parse

__all__ = ["MODELS", "ModelError", "load_parser", "parse"]
