"""Colours as people tell them apart: OKLab."""

import numpy as np
from numpy.typing import NDArray

Colors = NDArray[np.float64]
# Source: Björn Ottosson, "A perceptual color space for image processing", 2020.
_TO_CONES = np.array(
    [[0.4122214708, 0.5363325363, 0.0514459929], [0.2119034982, 0.6806995451, 0.1073969566],
     [0.0883024619, 0.2817188376, 0.6299787005]]
)  # fmt: skip
_TO_LAB = np.array(
    [[0.2104542553, 0.7936177850, -0.0040720468], [1.9779984951, -2.4285922050, 0.4505937099],
     [0.0259040371, 0.7827717662, -0.8086757660]]
)  # fmt: skip
_FROM_LAB, _FROM_CONES = np.linalg.inv(_TO_LAB), np.linalg.inv(_TO_CONES)


def lab_of(colors: NDArray[np.floating]) -> Colors:
    """Return (..., 3) lightness and two axes of colour of sRGB colours in [0, 1]."""
    light = np.where(colors <= 0.04045, colors / 12.92, ((colors + 0.055) / 1.055) ** 2.4)
    return np.asarray(np.cbrt(light @ _TO_CONES.T) @ _TO_LAB.T, np.float64)


def hex_of(lab: Colors) -> str:
    """Return an OKLab colour as the nearest sRGB "#rrggbb"."""
    light = np.clip((lab @ _FROM_LAB.T) ** 3 @ _FROM_CONES.T, 0, 1)
    shown = np.where(light <= 0.0031308, light * 12.92, 1.055 * light ** (1 / 2.4) - 0.055)
    return "#" + "".join(f"{round(float(value) * 255):02x}" for value in shown)


def apart(one: Colors, other: Colors) -> float:
    """Return the distance between two OKLab colours; 0.02 is just seen, black and white are 1 apart."""
    return float(np.linalg.norm(one - other))
