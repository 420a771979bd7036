"""The parser's vectors of single words, kept: words come back, and a word's vector depends on nothing around it.

The first half of the parser's network makes a vector of each token from its form alone, and costs a third of the
parse. The second half, which looks at the neighbours, runs as ever.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate
from typing import Any, cast

import numpy as np
from numpy.typing import NDArray
from spacy.language import Language
from spacy.tokens import Doc
from thinc.api import Model
from thinc.types import Ragged

MOST = 30_000  # vectors kept, some 12 MB; then the store begins anew
SHAPE = ("extract_features", "list2ragged", "with_array", "with_array", "ragged2list")
MIX = np.array([0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9, 0xD6E8FEB86659FD93, 0xA0761D6478BD642F,
                0xE7037ED1A0B428DB], dtype=np.uint64)  # fmt: skip

Vectors = NDArray[np.float32]


class Store:
    """Vectors by the form of a token. `table` grows by doubling; `rows` says where a form's vector stands."""

    def __init__(self, embed: Model[Any, Any], width: int) -> None:
        self.extract, _, self.hashed, self.mixed, _ = embed.layers
        self.rows: dict[int, int] = {}
        self.table: Vectors = np.empty((0, width), dtype=np.float32)

    def look_up(self, docs: Sequence[Doc]) -> list[Vectors]:
        """One array for each Doc, a row for each token."""
        features = list(self.extract.predict(docs))
        forms = np.concatenate(features)
        keys = cast(list[int], (forms * MIX).sum(axis=1, dtype=np.uint64).tolist())
        if len(self.rows) > MOST:
            self.rows.clear()
        new = {key: at for at, key in enumerate(keys) if key not in self.rows}
        if new:
            self._add(new, forms)
        vectors = self.table[[self.rows[key] for key in keys]]
        ends = list(accumulate(map(len, features)))
        return [vectors[end - len(own) : end] for own, end in zip(features, ends, strict=True)]

    def _add(self, new: dict[int, int], forms: NDArray[np.uint64]) -> None:
        places = list(new.values())
        ragged: Any = Ragged
        one = ragged(forms[places], np.array([len(places)], dtype=np.int32))
        made = self.mixed.predict(self.hashed.predict(one)).data
        first = len(self.rows)
        self.rows.update((key, first + at) for at, key in enumerate(new))
        if len(self.rows) > len(self.table):
            grown = np.empty((2 * len(self.rows), made.shape[1]), dtype=np.float32)
            grown[:first] = self.table[:first]
            self.table = grown
        self.table[first : first + len(made)] = made


def keep_word_vectors(pipeline: Language) -> None:
    """Let the parser keep vectors of words, if its network is built as ours is; else nothing changes."""
    pipe: Any = pipeline.get_pipe("tok2vec") if "tok2vec" in pipeline.pipe_names else None
    layers = pipe.model.layers if pipe is not None else []
    embed = layers[0] if len(layers) == 2 else None
    names = tuple(layer.name.partition("(")[0] for layer in embed.layers) if embed is not None else ()
    if embed is None or names != SHAPE or len(embed.layers[0].attrs["columns"]) != len(MIX):
        return
    width = pipe.model.get_dim("nO")
    store, encode = Store(embed, width), layers[1]
    model: Model[Any, Any] = Model(
        "kept_word_vectors",
        lambda _, docs, is_train: (encode.predict(store.look_up(docs)), lambda gradient: gradient),
        dims={"nO": width},
    )
    pipe.model = model
