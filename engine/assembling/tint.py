"""Give a model the colour of a reference picture."""

from dataclasses import replace

import numpy as np
from PIL import Image

from domain.materials import CATALOGUE
from engine.images import read_picture
from engine.shapes import Assembly, Part, Pixels

_COLOURS = 12


def dominant_colour(pictures: list[bytes]) -> str:
    """Return the colour, "#rrggbb", that stands out in the pictures: in the middle, unlike their edges, vivid.

    Raises
    ------
    Invalid, TooLarge
        One of them cannot be read, or is too large.
    """
    votes: list[tuple[float, str]] = []
    for data in pictures:
        votes += _votes(read_picture(data, side_max=96))
    return max(votes)[1]


def _votes(pixels: Pixels) -> list[tuple[float, str]]:
    height, width = pixels.shape[:2]
    few = Image.fromarray(pixels[..., :3]).quantize(_COLOURS, method=Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
    number = np.asarray(few).reshape(-1)
    palette = np.asarray(few.getpalette() or [], np.float64).reshape(-1, 3)
    y, x = np.meshgrid(np.linspace(-1, 1, height), np.linspace(-1, 1, width), indexing="ij")
    weight = (np.exp(-1.5 * (x * x + y * y)) * (pixels[..., 3] / 255.0)).reshape(-1)
    is_edge = (np.maximum(np.abs(x), np.abs(y)) > 0.9).reshape(-1)
    edge = np.average(pixels[..., :3].reshape(-1, 3), axis=0, weights=is_edge + 1e-9)
    votes = []
    for index in np.unique(number):
        colour = palette[index]
        vivid = float(np.ptp(colour)) / 255.0
        unlike = min(1.0, float(np.linalg.norm(colour - edge)) / 120.0)
        votes.append(
            (float(weight[number == index].sum()) * (0.15 + vivid) * (0.1 + unlike) / weight.size, _hex(colour))
        )
    return votes


def _hex(colour: np.ndarray[tuple[int, ...], np.dtype[np.float64]]) -> str:
    return "#" + "".join(f"{round(float(value)):02x}" for value in colour)


def tinted(assembly: Assembly, colour: str) -> tuple[Assembly, str]:
    """Return the assembly with its main material in the colour, and the name of that material.

    The main material is the opaque one with the largest surface.
    """
    areas: dict[str, float] = {}
    for part in assembly.parts:
        if not CATALOGUE[part.material].is_transparent:
            areas[part.material] = areas.get(part.material, 0.0) + _area(part)
    if not areas:
        return assembly, ""
    main = max(areas, key=lambda name: areas[name])
    parts = (replace(part, color=colour) if part.material == main else part for part in assembly.parts)
    return Assembly(tuple(parts)), main


def _area(part: Part) -> float:
    a, b, c = (part.points[part.faces[:, corner]] for corner in range(3))
    return float(np.linalg.norm(np.cross(b - a, c - a), axis=1).sum() / 2)
