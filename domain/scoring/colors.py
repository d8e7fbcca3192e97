"""Colours as people see them: lightness, chroma and hue in OKLCH.

Source: B. Ottosson, "A perceptual color space for image processing", 2020.
"""

from functools import lru_cache
from math import atan2, cbrt, degrees, hypot
from typing import NamedTuple

from domain.materials import linear_of


class Seen(NamedTuple):
    """A colour: lightness in [0, 1], chroma from 0 to about 0.37, hue in degrees."""

    lightness: float
    chroma: float
    hue: float


@lru_cache(4096)
def seen(color: str) -> Seen:
    """Return how an sRGB "#rrggbb" looks."""
    red, green, blue = linear_of(color)
    long = cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue)
    middle = cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue)
    short = cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue)
    lightness = 0.2104542553 * long + 0.7936177850 * middle - 0.0040720468 * short
    a = 1.9779984951 * long - 2.4285922050 * middle + 0.4505937099 * short
    b = 0.0259040371 * long + 0.7827717662 * middle - 0.8086757660 * short
    return Seen(lightness, hypot(a, b), degrees(atan2(b, a)) % 360)


def apart(one: float, other: float) -> float:
    """Return the angle between two hues, degrees in [0, 180]."""
    return abs((one - other + 180) % 360 - 180)
