"""The parser's second part: many sentences at once, word by word, an arc to each word's governor.

The transition system is the one that the network was trained with (arc-eager with repair, after Honnibal and
Johnson 2015): each step shifts, reduces, attaches to the left or right, or breaks off a sentence, whichever scores
best among those allowed. All sentences take a step together, so that each step is a few sums over arrays.

Words are numbered over all sentences from 1; 0 is no word. Stacks and buffers are stretches of one array.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from threading import local
from typing import Any

import numpy as np
from numpy.typing import NDArray

FEATURES = 8  # the words that a step looks at
SHIFT, REDUCE, LEFT, RIGHT, BREAK = range(5)
LETTERS = "SDLRB"

Numbers = NDArray[np.intp]
Vectors = NDArray[np.float32]


class Scratch(local):
    """An array for each thread, filled anew for each batch: asking for some 40 MB costs as much as filling them."""

    def __init__(self) -> None:
        self.array: Vectors = np.empty((0, 0), dtype=np.float32)

    def of(self, rows: int, width: int) -> Vectors:
        """So many rows, whatever they hold."""
        if rows > len(self.array) or width != self.array.shape[1]:
            self.array = np.empty((rows, width), dtype=np.float32)
        return self.array[:rows]


@dataclass(frozen=True, slots=True)
class Scorer:
    """What is learned: `lower` and `states` make a vector of a state, `upper` scores each action."""

    lower: tuple[Vectors, Vectors]
    states: tuple[Vectors, Vectors, Vectors]  # weights, bias, the row of no word
    upper: tuple[Vectors, Vectors]
    moves: Numbers  # the kind of each action
    labels: tuple[str, ...]  # the label of each action
    refused: Vectors  # for each set of kinds that are allowed: 0 for its actions, minus infinity for the others
    scratch: Scratch = field(default_factory=Scratch, compare=False)

    def rows(self, vectors: Vectors) -> Vectors:
        """For each word (first for no word) and each feature that it can be, its share in the vector of a state."""
        weights, bias = self.lower
        weight, _, none = self.states
        table = self.scratch.of(len(vectors) + 1, weight.shape[1])
        table[0] = none
        np.dot(vectors @ weights + bias, weight, out=table[1:])
        return table.reshape(len(table) * FEATURES, -1)

    def best(self, rows: Vectors, features: Numbers, allowed: Numbers) -> Numbers:
        """The best action of each state among those allowed."""
        # Every row is there: "clip" spares the check. einsum adds in the same order as a sum, and sooner.
        hidden = np.einsum("sfw->sw", rows.take(features, axis=0, mode="clip"))
        hidden += self.states[1]
        half = hidden.shape[1] // 2
        scores = np.maximum(hidden[:, :half], hidden[:, half:]) @ self.upper[0]
        scores += self.upper[1]
        scores += self.refused.take(allowed, axis=0)
        best: Numbers = scores.argmax(axis=1)
        return best


def scorer_of(pipe: Any) -> Scorer | None:
    """What a spaCy parser learned, or None where it is built in another way."""
    model = pipe.model
    if model.name != "parser_model" or not model.attrs["has_upper"] or model.attrs["unseen_classes"]:
        return None
    lower, upper, first = model.get_ref("lower"), model.get_ref("upper"), model.get_ref("tok2vec")
    linear = next((node for node in first.walk() if node.name == "linear"), None)
    if linear is None or (lower.get_dim("nF"), lower.get_dim("nP"), pipe.cfg["beam_width"]) != (FEATURES, 2, 1):
        return None
    names = [pipe.moves.get_class_name(i) for i in range(pipe.moves.n_moves)]
    if any("subtok" in name for name in names):
        return None
    moves = np.array([LETTERS.index(name[0]) for name in names])
    return Scorer(
        (_turned(linear.get_param("W")), linear.get_param("b")),
        _states(lower),
        (_turned(upper.get_param("W")), upper.get_param("b")),
        moves,
        tuple(name.partition("-")[2] for name in names),
        _refused(moves),
    )


def _turned(weights: Vectors) -> Vectors:
    return np.ascontiguousarray(weights.T)


def _states(lower: Any) -> tuple[Vectors, Vectors, Vectors]:
    """Weights, bias and the row of no word, with the two pieces of each output put apart."""
    weights, bias, pad = lower.get_param("W"), lower.get_param("b"), lower.get_param("pad")[0]
    apart = weights.transpose(0, 2, 1, 3).reshape(-1, weights.shape[3])
    return _turned(apart), _turned(bias).ravel(), np.ascontiguousarray(pad.transpose(0, 2, 1)).ravel()


def _refused(moves: Numbers) -> Vectors:
    sets = np.arange(1 << len(LETTERS))[:, None] >> moves[None, :] & 1
    return np.where(sets == 1, np.float32(0), np.float32("-inf")).astype(np.float32)


def attach(vectors: Vectors, lengths: Sequence[int], scorer: Scorer) -> tuple[Numbers, Numbers]:
    """The governor of each word, as its place from 0 in `vectors` or -1, and the action that gave it."""
    states = _States(np.asarray(lengths, dtype=np.intp))
    rows = scorer.rows(vectors)
    while len(states.top):
        states.look()
        states.act(scorer.best(rows, states.features(), states.allowed()), scorer.moves)
        states.drop_finished()
    return states.governor[1:] - 1, states.action[1:]


class _States:
    """All sentences in the middle of their parse.

    `top` and `front` point behind the last word of each stack and at the first of each buffer.
    """

    def __init__(self, lengths: Numbers) -> None:
        words, count = int(lengths.sum()), len(lengths)
        ends = np.cumsum(lengths)
        self.front = ends - lengths + 2 * np.arange(count)
        self.end = self.front + lengths
        self.buffer = np.zeros(words + 2 * count + 2, dtype=np.intp)
        self.buffer[np.arange(words) + np.repeat(2 * np.arange(count), lengths)] = np.arange(1, words + 1)
        self.bottom = ends - lengths + 4 * np.arange(count) + 3
        self.top = self.bottom.copy()
        self.stack = np.zeros(words + 4 * count + 4, dtype=np.intp)
        self.governor, self.action = np.zeros((2, words + 1), dtype=np.intp)
        self.left, self.right, self.before = np.zeros((3, words + 1), dtype=np.intp)  # last children, older siblings
        self.returned, self.starts = np.zeros((2, words + 1), dtype=bool)
        self.b0 = self.b1 = self.s0 = self.top
        self.drop_finished()

    def look(self) -> None:
        """See what is first in each buffer and on each stack."""
        self.b0, self.b1 = self.buffer[self.front], self.buffer[self.front + 1]
        self.s0 = self.stack[self.top - 1]

    def features(self) -> Numbers:
        """For each state the rows of its eight words."""
        words = np.empty((len(self.top), FEATURES), dtype=np.intp)
        words[:, 0], words[:, 1], words[:, 2] = self.b0, self.b1, self.s0
        words[:, 3], words[:, 4] = self.stack[self.top - 2], self.stack[self.top - 3]
        words[:, 5], words[:, 6], words[:, 7] = self.left[self.b0], self.left[self.s0], self.right[self.s0]
        words *= FEATURES
        words += np.arange(FEATURES)
        return words

    def allowed(self) -> Numbers:
        """For each state the set of kinds of action that are allowed, as bits."""
        stacked = self.top > self.bottom
        ready = (self.front < self.end) & ~self.starts[self.b0]
        more = self.front + 1 < self.end
        shift = ~stacked | (more & ready & ~self.returned[self.b0])
        breaks = more & (self.b1 == self.b0 + 1) & ~self.starts[self.b1]
        arc = (stacked & ready) * np.intp(1 << LEFT | 1 << RIGHT)
        found: Numbers = shift * np.intp(1 << SHIFT) + stacked * np.intp(1 << REDUCE) + arc
        found += breaks * np.intp(1 << BREAK)
        return found

    def act(self, best: Numbers, moves: Numbers) -> None:
        """Take the best action of each state."""
        move = moves[best]
        right, left, reduce = move == RIGHT, move == LEFT, move == REDUCE
        self._attach_right(np.flatnonzero(right), best)
        self._attach_left(np.flatnonzero(left), best)
        back = reduce & (self.governor[self.s0] == 0) & (self.top - self.bottom > 1)
        if back.any():
            self._give_back(np.flatnonzero(back))
        breaks = move == BREAK
        if breaks.any():
            self.starts[self.b1[breaks]] = True
        push = right | (move == SHIFT)
        self.stack[self.top] = self.b0  # behind the last word where nothing is pushed
        self.top += push
        self.top -= left | reduce
        self.front += push

    def _attach_right(self, which: Numbers, best: Numbers) -> None:
        head, child = self.s0[which], self.b0[which]
        self.governor[child], self.action[child] = head, best[which]
        self.before[child], self.right[head] = self.right[head], child

    def _attach_left(self, which: Numbers, best: Numbers) -> None:
        """A word that had a governor on the left leaves it: it was that one's last child."""
        head, child = self.b0[which], self.s0[which]
        self.right[self.governor[child]] = self.before[child]
        self.governor[child], self.action[child] = head, best[which]
        self.left[head] = child
        self.returned[head] = False

    def _give_back(self, which: Numbers) -> None:
        """What has no governor goes back to the buffer, once."""
        word = self.s0[which]
        self.returned[word] = True
        self.front[which] -= 1
        self.buffer[self.front[which]] = word

    def drop_finished(self) -> None:
        """Go on with the states whose stack or buffer still holds a word."""
        going = (self.top > self.bottom) | (self.front < self.end)
        if not going.all():
            self.top, self.bottom = self.top[going], self.bottom[going]
            self.front, self.end = self.front[going], self.end[going]
