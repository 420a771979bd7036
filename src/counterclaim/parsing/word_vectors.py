"""The parser's vectors of single words, kept: words come back, and a word's vector depends on nothing around it.

The first half of the parser's network makes a vector of each token from its form alone. The second half looks at the
neighbours: windows.py.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, cast

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Doc
from thinc.api import Model
from thinc.types import Ragged

from counterclaim.parsing.stand_ins import StandIns

MOST = 30_000  # vectors kept, some 12 MB; then the store begins anew
SHAPE = ("extract_features", "list2ragged", "with_array", "with_array", "ragged2list")
MIX = np.array([0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9, 0xD6E8FEB86659FD93, 0xA0761D6478BD642F,
                0xE7037ED1A0B428DB], dtype=np.uint64)  # fmt: skip

Vectors = NDArray[np.float32]


class WordVectors:
    """Vectors by the form of a token. `table` grows by doubling; `rows` says where a form's vector stands."""

    def __init__(self, embed: Model[Any, Any], width: int) -> None:
        self.extract, _, self.hashed, self.mixed, _ = embed.layers
        self.rows: dict[int, int] = {}
        self.table: Vectors = np.empty((0, width), dtype=np.float32)

    def look_up(self, docs: Sequence[Doc], stand_ins: StandIns | None = None) -> Vectors:
        """A row for each token of the Docs, one Doc after the other."""
        forms = np.concatenate(self.extract.predict(docs))
        if stand_ins:
            forms = stand_ins.put_in(forms, docs)
        keys = cast(list[int], (forms * MIX).sum(axis=1, dtype=np.uint64).tolist())
        if len(self.rows) > MOST:
            self.rows.clear()
        new = {key: at for at, key in enumerate(keys) if key not in self.rows}
        if new:
            self._add(new, forms)
        vectors: Vectors = self.table[[self.rows[key] for key in keys]]
        return vectors

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


def is_known(embed: Model[Any, Any]) -> bool:
    """Whether the first half of the network is built as ours is."""
    names = tuple(layer.name.partition("(")[0] for layer in embed.layers)
    return names == SHAPE and len(embed.layers[0].attrs["columns"]) == len(MIX)
