"""The parser's vectors of words are kept."""

from typing import Any

import numpy as np
import pytest

from counterclaim.parsing import load_parser, word_vectors
from counterclaim.parsing.word_vectors import WordVectors

TEXTS = ("Twelve soldiers were killed near Kharkiv.", "The ministry said twelve soldiers died.", "They fled.")


def test_a_full_store_begins_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    """Never more words than the store may hold, and the same vectors after it was emptied."""
    parser = load_parser()
    tok2vec: Any = parser.get_pipe("tok2vec")
    words = WordVectors(tok2vec.model.layers[0], tok2vec.model.get_dim("nO"))
    docs = [parser.make_doc(text) for text in TEXTS]
    before = words.look_up(docs)
    monkeypatch.setattr(word_vectors, "MOST", 0)

    after = words.look_up(docs[1:])

    assert np.allclose(before[len(docs[0]) :], after, atol=1e-5)
    assert len({token.text for doc in docs[1:] for token in doc}) == len(words.rows)
