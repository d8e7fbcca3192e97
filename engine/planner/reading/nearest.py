"""The archetype that is nearest in meaning, for words that no phrase has.

The vectors of the archetypes' phrases and descriptions are kept beside this module, one byte a number;
`python -m engine.planner.reading.nearest` makes them anew.
"""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import msgspec
import numpy as np
from numpy.typing import NDArray

from engine.archetypes import ARCHETYPES
from engine.language.encoder import encoder

FILE = Path(__file__).parent / "archetypes.npz"
_PHRASES_MOST = 8


@dataclass(frozen=True, slots=True)
class Near:
    """An archetype and how like the text it is, a cosine in [-1, 1]."""

    archetype: str
    similarity: float


def nearest(text: str) -> Near | None:
    """Return the archetype whose phrase or description is most like a text; None for a text without letters.

    The text should be the words that stand for the thing, without politeness, sizes and materials.
    """
    ranked = ranking(text, most=1)
    return ranked[0] if ranked else None


def ranking(text: str, *, most: int = 5) -> tuple[Near, ...]:
    """Return the archetypes most like a text, best first."""
    if not any(letter.isalpha() for letter in text):
        return ()
    names, vectors = _kept()
    likeness = vectors @ encoder().embed([text])[0]
    best: dict[str, float] = {}
    for row in np.argsort(-likeness, kind="stable"):
        best.setdefault(names[row], round(float(likeness[row]), 4))
        if len(best) == most:
            break
    return tuple(Near(name, similarity) for name, similarity in best.items())


def sentences() -> tuple[tuple[str, str], ...]:
    """Return the archetypes' names, each with one of its sentences."""
    rows: list[tuple[str, str]] = []
    for one in ARCHETYPES.values():
        told: Sequence[str] = [one.about] if one.about else []
        rows += [(one.name, sentence) for sentence in (*told, one.name, *one.phrases[:_PHRASES_MOST])]
    return tuple(sorted(set(rows)))


def digest() -> str:
    """Return the hash of everything that the kept vectors depend on."""
    return hashlib.sha256(msgspec.json.encode(sentences())).hexdigest()


def write() -> None:
    """Embed every archetype and keep the vectors."""
    rows = sentences()
    vectors = np.rint(encoder().embed([sentence for _, sentence in rows]) * 127).astype(np.int8)
    np.savez_compressed(FILE, vectors=vectors, names=np.array([name for name, _ in rows]), digest=np.array(digest()))


@lru_cache(maxsize=1)
def _kept() -> tuple[list[str], NDArray[np.float32]]:
    with np.load(FILE) as kept:
        names = [str(name) for name in kept["names"]]
        known = [row for row, name in enumerate(names) if name in ARCHETYPES]
        vectors = kept["vectors"][known].astype(np.float32)
    return [names[row] for row in known], vectors / np.linalg.norm(vectors, axis=1, keepdims=True)


if __name__ == "__main__":
    write()
