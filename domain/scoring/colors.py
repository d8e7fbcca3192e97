"""Colours as people see them: lightness, chroma and hue in OKLCH.

Source: B. Ottosson, "A perceptual color space for image processing", 2020.
"""

from functools import lru_cache
from math import atan2, cbrt, cos, degrees, hypot, radians
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


_NAMED = {
    "black": "#101010", "dark grey": "#454545", "grey": "#808080", "light grey": "#bdbdbd", "white": "#f5f5f5",
    "red": "#c62828", "dark red": "#6e1515", "pink": "#f0a0b8", "orange": "#f57c20", "brown": "#6b4226",
    "beige": "#d2b48c", "cream": "#f3ead2", "yellow": "#f5d033", "olive": "#808030", "lime": "#bccf5a",
    "green": "#2e7d32", "light green": "#a5d6a7", "dark green": "#1b4020", "teal": "#1f8080", "turquoise": "#5fd0c8",
    "light blue": "#9cc8ec", "blue": "#2a5db0", "dark blue": "#15254f", "purple": "#6a3a9c", "lilac": "#c3a6dd",
}  # fmt: skip


@lru_cache(1024)
def color_said(color: str) -> str:
    """Return the name of the nearest common colour: "#bec367" is lime."""
    return min(_NAMED, key=lambda name: _distance(seen(_NAMED[name]), seen(color)))


def _distance(one: Seen, other: Seen) -> float:
    turn = radians(apart(one.hue, other.hue))
    across = one.chroma**2 + other.chroma**2 - 2 * one.chroma * other.chroma * cos(turn)
    return float((one.lightness - other.lightness) ** 2 + across)
