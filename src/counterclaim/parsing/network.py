"""A spaCy pipeline's network, run by sums over many sentences at once: the same tags and trees, several times as fast.

Known is the network of spaCy's small models. Any other is left to spaCy itself.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from spacy.language import Language
from spacy.strings import StringStore
from spacy.tokens import Doc

from counterclaim.parsing.arc_eager import Scorer, attach, scorer_of
from counterclaim.parsing.stand_ins import StandIns
from counterclaim.parsing.windows import Layer, encode, layers_of
from counterclaim.parsing.word_vectors import WordVectors, is_known

COLUMNS: list[int | str] = ["TAG", "HEAD", "DEP"]
PIPES = ["tok2vec", "tagger", "parser"]
LIFTED = "||"  # in a label: the arc hangs elsewhere, on the nearest word with the label that follows

Vectors = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Network:
    """Word vectors, layers, tags and arcs of one pipeline."""

    words: WordVectors
    layers: tuple[Layer, ...]
    tagger: tuple[Vectors, Vectors]
    tags: NDArray[np.uint64]
    scorer: Scorer
    labels: NDArray[np.uint64]
    root: np.uint64
    finish: tuple[Callable[[Doc], object], ...]  # what spaCy's parser does with a Doc at the end

    @classmethod
    def of(cls, pipeline: Language) -> Network | None:
        """The network of a pipeline, or None where it is not built as ours is."""
        if pipeline.pipe_names != PIPES:
            return None
        tok2vec, tagger, parser = (pipe for _, pipe in pipeline.pipeline)
        return _network(tok2vec, tagger, parser, pipeline.vocab.strings)

    def annotate(self, docs: Sequence[Doc], stand_ins: StandIns | None = None) -> None:
        """Give each token of the Docs its tag, governor and label."""
        full = [doc for doc in docs if len(doc)]
        if not full:
            return
        lengths = [len(doc) for doc in full]
        vectors = encode(self.words.look_up(full, stand_ins), lengths, self.layers)
        weights, bias = self.tagger
        tags = self.tags[(vectors @ weights + bias).argmax(axis=1)]
        governor, action = attach(vectors, lengths, self.scorer)
        self._write(full, tags, governor, action)

    def _write(
        self, docs: Sequence[Doc], tags: NDArray[np.uint64], governor: NDArray[np.intp], action: NDArray[np.intp]
    ) -> None:
        steps = np.where(governor < 0, 0, governor - np.arange(len(governor)))
        labels = np.where(steps == 0, self.root, self.labels[action])
        table: Any = np.stack([tags, steps.astype(np.int64).view(np.uint64), labels], axis=1)
        lifted = [LIFTED in label for label in self.scorer.labels]
        elsewhere = np.array(lifted)[action] & (steps != 0)
        end = 0
        for doc in docs:
            start, end = end, end + len(doc)
            doc.from_array(COLUMNS, table[start:end])
            for hook in self.finish if elsewhere[start:end].any() else ():
                hook(doc)


def _network(tok2vec: Any, tagger: Any, parser: Any, strings: StringStore) -> Network | None:
    if len(tok2vec.model.layers) != 2 or not is_known(tok2vec.model.layers[0]):
        return None
    layers, scorer = layers_of(tok2vec.model.layers[1]), scorer_of(parser)
    softmax = next((node for node in tagger.model.walk() if node.name == "softmax"), None)
    if layers is None or scorer is None or softmax is None:
        return None
    weights: Vectors = np.ascontiguousarray(softmax.get_param("W").T)
    return Network(
        WordVectors(tok2vec.model.layers[0], tok2vec.model.get_dim("nO")),
        layers,
        (weights, softmax.get_param("b")),
        np.array([strings.add(label) for label in tagger.labels], dtype=np.uint64),
        scorer,
        np.array([strings.add(label) if label else 0 for label in scorer.labels], dtype=np.uint64),
        np.uint64(strings["ROOT"]),
        tuple(parser.postprocesses),
    )
