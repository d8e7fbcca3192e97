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


_GREY_CHROMA_MAX = 0.018
"""What has less chroma is seen as a grey."""
_GREYS = {
    "black": "#101010", "dark grey": "#454545", "grey": "#808080", "light grey": "#bdbdbd", "pale grey": "#dedede",
    "white": "#f8f8f8",
}  # fmt: skip
_NAMED = {
    "red": "#c62828", "dark red": "#6e1515", "brick red": "#b5584f", "salmon": "#e58b74", "pink": "#f0a0b8",
    "dark pink": "#c4608a", "dusty pink": "#c99a9a", "pale pink": "#ecd0cc", "bright pink": "#ec5fae",
    "magenta": "#b8258a", "orange": "#f57c20", "rust": "#9a4a23", "peach": "#f0b796", "brown": "#6b4226",
    "dark brown": "#3b2415", "light brown": "#a67c52", "tan": "#c19a6b", "taupe": "#8b7d70", "beige": "#d3c1a0",
    "light beige": "#e3d8c2", "cream": "#f3ead2", "yellow": "#f5d033", "pale yellow": "#f3e7a0", "ochre": "#c4932a",
    "khaki": "#a39a6b", "olive": "#808030", "dark olive": "#4f5026", "lime": "#bccf5a", "green": "#2e7d32",
    "bright green": "#58b858", "light green": "#a5d6a7", "pale green": "#d3e6d3", "forest green": "#2a5a34",
    "dark green": "#1b4020", "sage green": "#9caf88", "grey-green": "#7d9488", "sea green": "#5cb898",
    "teal": "#1f8080", "turquoise": "#3fbdb5", "aqua": "#5cc3c4", "blue": "#2a5db0", "light blue": "#9cc8ec",
    "pale blue": "#d0e0ee", "dark blue": "#15254f", "steel blue": "#5f8fc0", "grey-blue": "#7488a0",
    "purple": "#6a3a9c", "dark purple": "#3a1f50", "orchid": "#a860c8", "lilac": "#c3a6dd", "mauve": "#9d7f9e",
    "plum": "#5b2a4f",
}  # fmt: skip
_LIGHTNESS_WEIGHT = 0.5
"""Of squared differences: people name a colour by its hue and chroma sooner than by its lightness."""


@lru_cache(1024)
def color_said(color: str) -> str:
    """Return the name of the nearest common colour, a grey only where there is hardly a hue: "#bec367" is lime."""
    names = _GREYS if seen(color).chroma < _GREY_CHROMA_MAX else _NAMED
    return min(names, key=lambda name: _distance(seen(names[name]), seen(color)))


def _distance(one: Seen, other: Seen) -> float:
    turn = radians(apart(one.hue, other.hue))
    across = one.chroma**2 + other.chroma**2 - 2 * one.chroma * other.chroma * cos(turn)
    return float(_LIGHTNESS_WEIGHT * (one.lightness - other.lightness) ** 2 + across)
