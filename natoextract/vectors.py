"""The token vectors of the model (`tok2vec`), half of its time: the same numbers, with less work."""

from collections.abc import Callable, Sequence
from typing import Any, cast

import numpy as np
from numpy.typing import NDArray
from spacy.language import Language
from spacy.tokens import Doc
from thinc.api import Model
from thinc.types import Ints2d

Floats = NDArray[np.float32]
Backprop = Callable[[Any], Any]

#: What tells words apart for the model: the form, its norm where an exception gave one, and whether a space follows.
_WORD: list[str | int] = ["ORTH", "NORM", "SPACY"]
#: Odd numbers that spread the three over 64 bits, as spaCy's own hashes of strings are.
_SPREAD = np.array([0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9], dtype=np.uint64)

#: Words whose vectors are kept: 8 MB. An archive holds more, which are rare.
_REMEMBERED = 20_000

#: Tokens that go through the layers together: their matrices stay in the processor's cache.
_ROWS = 1000


def quicken_vectors(nlp: Language) -> None:
    """Put quicker functions over the two halves of `tok2vec`; layers and weights stay as they are."""
    # spaCy types every component as a plain callable
    tok2vec: Model[Any, Any] = cast(Any, nlp.get_pipe("tok2vec")).model
    embed, encode = tok2vec.get_ref("embed"), tok2vec.get_ref("encode")
    tok2vec.replace_node(embed, _with_forward(embed, Embedder()))
    tok2vec.replace_node(encode, _with_forward(encode, Encoder(encode)))


def _with_forward(model: Model[Any, Any], forward: Callable[..., Any]) -> Model[Any, Any]:
    dims = {name: model.maybe_get_dim(name) for name in model.dim_names}
    return Model(model.name, forward, layers=model.layers, dims=dims, attrs=model.attrs, ops=model.ops)


class Embedder:
    """Embeds each word once (*de*, *la*, *Otan*) and remembers it: an embedding reads the word alone."""

    def __init__(self) -> None:
        #: The row of each word in `vectors`.
        self.rows: dict[int, int] = {}
        self.vectors: Floats = np.zeros((0, 0), dtype=np.float32)

    def __call__(self, model: Model[Any, Any], docs: Sequence[Doc], is_train: bool) -> tuple[list[Floats], Backprop]:
        words = np.concatenate([doc.to_array(_WORD) for doc in docs])
        hashes, first, which = np.unique(words @ _SPREAD, return_index=True, return_inverse=True)
        keys: list[int] = hashes.tolist()
        if len(self.rows) > _REMEMBERED:
            self.rows.clear()
        new = [i for i, key in enumerate(keys) if key not in self.rows]
        if new:
            embedded: Any = [_doc_of(words[first[new]], docs[0])]
            for layer in model.layers:
                embedded = layer.predict(embedded)
            self.vectors = np.concatenate([self.vectors[: len(self.rows)], embedded[0]]) if self.rows else embedded[0]
            self.rows |= {keys[i]: row for row, i in enumerate(new, start=len(self.rows))}
        rows = np.array([self.rows[key] for key in keys])
        ends = np.cumsum([len(doc) for doc in docs])
        return np.split(self.vectors[rows[which]], ends[:-1]), _no_training


def _doc_of(words: NDArray[np.uint64], like: Doc) -> Doc:
    """A `Doc` of some words, each as it is in the texts."""
    forms = [like.vocab.strings[form] for form in words[:, 0].tolist()]
    doc = Doc(like.vocab, words=forms, spaces=words[:, 2].astype(bool).tolist())
    return doc.from_array(["NORM"], cast(Ints2d, words[:, 1:2]))


class Encoder:
    """The convolutions of `tok2vec`: each layer sees a token between its neighbours, and adds what it makes of them.

    They are spaCy's, but a text goes through all layers piece by piece, and the maximum is taken over whole rows.
    """

    def __init__(self, model: Model[Any, Any]) -> None:
        self.layers = [_weights(layer) for layer in model.layers[0].layers]
        #: How far a token is seen: one further with each layer.
        self.reach = len(self.layers)

    def __call__(
        self, model: Model[Any, Any], texts: Sequence[Floats], is_train: bool
    ) -> tuple[list[Floats], Backprop]:
        return [self.encode(text) for text in texts], _no_training

    def encode(self, text: Floats) -> Floats:
        """The vectors of a text's tokens; before the first and after the last are zeros."""
        padded = np.pad(text, ((self.reach, self.reach), (0, 0)))
        encoded = np.empty_like(text)
        for begin in range(0, len(text), _ROWS):
            piece = padded[begin : begin + _ROWS + 2 * self.reach].copy()
            self._run(piece)
            encoded[begin : begin + _ROWS] = piece[self.reach : -self.reach]
        return encoded

    def _run(self, tokens: Floats) -> None:
        """All layers over some tokens, in place. The outermost are wrong, as their neighbours are missing."""
        count, width = tokens.shape
        windows = np.zeros((count, 3 * width), dtype=tokens.dtype)
        rivals = np.empty_like(windows)
        left, middle, right = (slice(i * width, (i + 1) * width) for i in range(3))
        for matrix, bias, scale, shift in self.layers:
            windows[1:, left] = tokens[:-1]
            windows[:, middle] = tokens
            windows[:-1, right] = tokens[1:]
            np.matmul(windows, matrix, out=rivals)
            rivals += bias
            best = np.maximum(rivals[:, left], rivals[:, middle])
            np.maximum(best, rivals[:, right], out=best)
            best -= best.mean(axis=1, keepdims=True)
            variance = np.einsum("ij,ij->i", best, best) / width
            best /= np.sqrt(variance + 1e-8)[:, np.newaxis]
            best *= scale
            best += shift
            tokens += best


def _weights(layer: Model[Any, Any]) -> tuple[Floats, Floats, Floats, Floats]:
    """A layer's matrix and bias, the rivals of its maximum side by side, and the scale and shift of its norm."""
    nodes: dict[str, Any] = {node.name: node for node in layer.walk()}
    maxout, norm = nodes["maxout"], nodes["layernorm"]
    matrix, bias = maxout.get_param("W"), maxout.get_param("b")
    outputs, rivals, inputs = matrix.shape
    matrix = matrix.transpose(1, 0, 2).reshape(rivals * outputs, inputs)
    return np.ascontiguousarray(matrix.T), bias.T.flatten(), norm.get_param("G"), norm.get_param("b")


def _no_training(gradient: Any) -> Any:
    raise NotImplementedError("this pipeline only reads: train the model without it")
