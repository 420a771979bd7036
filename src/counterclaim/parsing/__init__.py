"""The parser of a language: sentences in, spaCy Docs out, nothing that the rules do not use."""

from counterclaim.parsing.models import MODELS, ModelError, load_parser, parse
from counterclaim.parsing.stand_ins import StandIns, stand_ins_of

__all__ = ["MODELS", "ModelError", "StandIns", "load_parser", "parse", "stand_ins_of"]
