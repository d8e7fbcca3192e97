"""From colours as screens show them to linear ones."""

from typing import Any

import numpy as np
from numpy.typing import NDArray


def linear_of(shown: NDArray[Any]) -> NDArray[np.float32]:
    """Return linear colours of sRGB ones in [0, 1]; what lies outside is cut off."""
    kept = np.clip(np.asarray(shown, np.float64), 0, 1)
    return np.asarray(np.where(kept <= 0.04045, kept / 12.92, ((kept + 0.055) / 1.055) ** 2.4), np.float32)
