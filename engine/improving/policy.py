"""The policy: a small network that says which edits are worth trying; in NumPy, from weights in the package."""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from safetensors.numpy import load_file

from engine.improving.edits import Edit
from engine.improving.environment import Environment
from engine.improving.features import WIDTH, edit_rows

FILE = Path(__file__).parent / "policy.safetensors"
LAYERS = ((WIDTH, 64), (64, 32), (32, 1))
"""Width of what goes in and comes out of each layer; between them stands max(0, x)."""
Logits = NDArray[np.float32]


class Policy:
    """A network that gives each legal edit of a design a number; the larger, the sooner it should be tried."""

    def __init__(self, weights: Mapping[str, NDArray[np.float32]]) -> None:
        """Take weights `weight_0`, `bias_0`, `weight_1` … of the layers.

        Raises
        ------
        ValueError
            They are of other sizes: the features have changed, and the policy must be trained again.
        """
        self._layers = [(weights[f"weight_{at}"], weights[f"bias_{at}"]) for at in range(len(LAYERS))]
        sizes = tuple((weight.shape[1], weight.shape[0]) for weight, _ in self._layers)
        if sizes != LAYERS:
            raise ValueError(f"The policy has layers {sizes}, and not {LAYERS}; run `python -m engine.improving.train`")

    def logits(self, env: Environment, edits: Sequence[Edit]) -> Logits:
        """Return a number for each edit."""
        found = edit_rows(env, edits)
        for at, (weight, bias) in enumerate(self._layers):
            found = found @ weight.T + bias
            if at + 1 < len(self._layers):
                found = np.maximum(found, 0)
        logits: Logits = found[:, 0]
        return logits

    def ranked(self, env: Environment, edits: Sequence[Edit]) -> list[Edit]:
        """Return the edits, those first that are most worth trying."""
        if not edits:
            return []
        return [edits[at] for at in np.argsort(-self.logits(env, edits), kind="stable")]


@lru_cache(maxsize=1)
def trained_policy() -> Policy:
    """Return the policy that ships with the package, loaded once in this process."""
    return Policy(load_file(FILE))
