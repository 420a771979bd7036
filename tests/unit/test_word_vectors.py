"""The parser's vectors of words are kept."""

from importlib import import_module
from typing import Any

import numpy as np
import pytest
from spacy.language import Language

from counterclaim import word_vectors
from counterclaim.parsing import MODELS
from counterclaim.word_vectors import keep_word_vectors

TEXTS = ("Twelve soldiers were killed near Kharkiv.", "The ministry said twelve soldiers died.", "They fled.")


@pytest.fixture(scope="module")
def ours() -> Language:
    loaded: Language = import_module(MODELS["en"][0]).load(exclude=["ner", "lemmatizer", "attribute_ruler", "senter"])
    keep_word_vectors(loaded)
    return loaded


def parses(parser: Language) -> list[list[tuple[str, str, int]]]:
    return [[(token.tag_, token.dep_, token.head.i) for token in doc] for doc in parser.pipe(TEXTS)]


def test_the_parse_stays_as_it_was(ours: Language) -> None:
    """With and without kept vectors, at the first and the second look."""
    plain: Language = import_module(MODELS["en"][0]).load(exclude=["ner", "lemmatizer", "attribute_ruler", "senter"])

    assert parses(plain) == parses(ours) == parses(ours)


def test_a_full_store_begins_anew(ours: Language, monkeypatch: pytest.MonkeyPatch) -> None:
    """Never more words than the store may hold, and the same vectors after it was emptied."""
    docs = [ours.make_doc(text) for text in TEXTS]
    pipe: Any = ours.get_pipe("tok2vec")
    before = pipe.predict(docs)
    monkeypatch.setattr(word_vectors, "MOST", 0)

    after = pipe.predict(docs)

    assert all(np.allclose(one, other, atol=1e-5) for one, other in zip(before, after, strict=True))


def test_another_network_is_left_alone() -> None:
    """A pipeline without such a network is not touched."""
    blank = Language()
    keep_word_vectors(blank)

    assert [] == blank.pipe_names
