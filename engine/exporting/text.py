"""Many numbers as lines of text, quickly and the same everywhere."""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

_ROWS = 100_000  # at a time, so that memory stays small


def lines(form: str, values: NDArray[np.number]) -> Iterator[str]:
    """Yield (n, k) values as text, `form` once for each row; it ends with its own line break."""
    for start in range(0, len(values), _ROWS):
        rows = values[start : start + _ROWS]
        yield form * len(rows) % tuple(rows.reshape(-1).tolist())
