"""The layers of the parser's network that look at neighbours: each token's vector from its own and the two beside it.

The same sums as spaCy's own layers, ordered so that they stay in the processor's nearest memory: some sentences at a
time, the pieces of a maxout side by side, and no copy that is not needed.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from thinc.api import Model

PAD = 4  # empty rows between sentences, as the network was trained
ROWS = 800  # rows that one round may take, unless a single sentence has more
LAYER = "residual(expand_window>>maxout>>layernorm>>dropout)"
TINY = np.float32(1e-8)

Vectors = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Layer:
    """One layer: maxout of three neighbours, made even, added to what came in."""

    weights: Vectors  # width of the window x pieces of an output, piece by piece
    bias: Vectors
    gain: Vectors
    shift: Vectors


def layers_of(encode: Model[Any, Any]) -> tuple[Layer, ...] | None:
    """The layers of a spaCy encoder, or None where it is built in another way."""
    residuals = encode.layers[0].layers if encode.layers else []
    if not residuals or encode.attrs.get("pad") != PAD or any(layer.name != LAYER for layer in residuals):
        return None
    if any(node.attrs["window_size"] != 1 for node in encode.walk() if node.name == "expand_window"):
        return None
    return tuple(_layer(layer) for layer in residuals)


def _layer(residual: Model[Any, Any]) -> Layer:
    nodes: dict[str, Any] = {node.name: node for node in residual.walk()}
    maxout, norm = nodes["maxout"], nodes["layernorm"]
    weights, bias = maxout.get_param("W"), maxout.get_param("b")
    by_piece = np.ascontiguousarray(weights.transpose(1, 0, 2).reshape(-1, weights.shape[2]).T)
    return Layer(by_piece, np.ascontiguousarray(bias.T).ravel(), norm.get_param("G"), norm.get_param("b"))


def encode(vectors: Vectors, lengths: Sequence[int], layers: Sequence[Layer]) -> Vectors:
    """The vectors of tokens in their sentences; `lengths` are the sentences' numbers of tokens."""
    out = np.empty_like(vectors)
    for sentences, first, last in _rounds(lengths):
        places = _places(sentences)
        rows = np.zeros((last - first + PAD * (len(sentences) + 1), vectors.shape[1]), dtype=np.float32)
        rows[places] = vectors[first:last]
        for layer in layers:
            rows += _look_around(rows, layer)
        out[first:last] = rows[places]
    return out


def _rounds(lengths: Sequence[int]) -> Iterator[tuple[list[int], int, int]]:
    """The lengths of sentences that are read together, with the first and the last of their tokens."""
    taken: list[int] = []
    first = last = 0
    for length in lengths:
        if taken and last - first + length + PAD * (len(taken) + 2) > ROWS:
            yield taken, first, last
            taken, first = [], last
        taken.append(length)
        last += length
    if taken:
        yield taken, first, last


def _places(lengths: Sequence[int]) -> NDArray[np.intp]:
    """The row of each token where sentences stand PAD rows apart."""
    gaps = np.repeat(np.arange(1, len(lengths) + 1) * PAD, lengths)
    return np.arange(len(gaps)) + gaps


def _look_around(rows: Vectors, layer: Layer) -> Vectors:
    width = rows.shape[1]
    window = np.zeros((len(rows), 3 * width), dtype=np.float32)
    window[1:, :width] = rows[:-1]
    window[:, width : 2 * width] = rows
    window[:-1, 2 * width :] = rows[1:]
    pieces = window @ layer.weights
    pieces += layer.bias
    best = np.maximum(pieces[:, :width], pieces[:, width : 2 * width])
    for piece in range(2, pieces.shape[1] // width):
        np.maximum(best, pieces[:, piece * width : (piece + 1) * width], out=best)
    return _even(best, layer)


def _even(rows: Vectors, layer: Layer) -> Vectors:
    rows -= rows.mean(axis=1, keepdims=True)
    spread = np.einsum("ij,ij->i", rows, rows) / np.float32(rows.shape[1]) + TINY
    rows *= (1 / np.sqrt(spread))[:, None]
    rows *= layer.gain
    rows += layer.shift
    return rows
