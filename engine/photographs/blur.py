"""How blurred a picture looks, whatever its contrast: dark and plain pictures are not blurred for that."""

from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image
from scipy.ndimage import uniform_filter1d

LOOKED_AT_PX = 640  # longer side; smaller pictures are not enlarged
_WINDOW = 9
_PLAIN = 2.0  # deviation of luminance in [0, 255], below which there is nothing that could be blurred


def blur_of(grey: NDArray[np.float32]) -> float:
    """Return perceived blur in [0, 1]: how little the differences of neighbours lose when the picture is blurred more.

    It is 0 where the picture is the same everywhere.

    Source: Crété et al., "The blur effect: perception and estimation with a new no-reference perceptual blur metric",
    2007.
    """
    if float(grey.std()) < _PLAIN:
        return 0.0
    found = []
    for axis in (0, 1):
        steps = np.abs(np.diff(grey, axis=axis))
        smooth = np.abs(np.diff(uniform_filter1d(grey, _WINDOW, axis=axis), axis=axis))
        lost = np.maximum(steps - smooth, 0).sum()
        found.append(1 - float(lost) / max(float(steps.sum()), 1e-9))
    return max(found)


def blur_of_file(path: Path) -> float:
    """Return perceived blur of a picture in a file, at `LOOKED_AT_PX`."""
    with Image.open(path) as picture:
        picture.draft("L", (LOOKED_AT_PX, LOOKED_AT_PX))
        grey = picture.convert("L")
    grey.thumbnail((LOOKED_AT_PX, LOOKED_AT_PX), Image.Resampling.BOX)
    return blur_of(np.asarray(grey, np.float32))
