"""Words as solids: raised, standing alone, or laid around a cylinder."""

import numpy as np
from manifold3d import OpType

from engine.parts.detail import Detail
from engine.parts.glyphs import font, writable
from engine.parts.profiles import Flat, Outline, facing
from engine.parts.solids import Solid

LETTERS_MAX = 80
NO_WORD = "Aa"


def words(text: str, detail: Detail, *, weight: float = 0.0, spacing: float = 0.0) -> Outline:
    """Return the outline of one or more lines of text, centred on the origin, one unit being the size of the type.

    Letters that the font lacks lose their accents or are left out; a text of none but those reads `NO_WORD`.

    Parameters
    ----------
    weight : float
        How much thicker the strokes become, as a share of the size (0.03 is bold).
    spacing : float
        Room added after each letter, as a share of the size.
    """
    lines = [kept for line in text.split("\n") if (kept := writable(line)[:LETTERS_MAX]).strip()] or [NO_WORD]
    rows = [_line(line, detail, spacing).translate((0.0, -1.25 * number)) for number, line in enumerate(lines)]
    outline = Outline.batch_boolean(rows, OpType.Add)
    if weight:
        outline = outline.offset(weight)
    left, low, right, high = outline.bounds()
    return outline.translate((-(left + right) / 2, -(low + high) / 2))


def _line(line: str, detail: Detail, spacing: float) -> Outline:
    """Return one line, centred in x on its base line."""
    known, at = font(), 0.0
    steps = {"draft": 2, "standard": 4, "high": 8}[detail.quality]
    letters = []
    for letter in line:
        letters.append(known.outline(letter, steps).translate((at, 0.0)))
        at += known.advance(letter) + spacing
    row = Outline.batch_boolean(letters, OpType.Add)
    left, _, right, _ = row.bounds()
    return row.translate((-(left + right) / 2, 0.0))


def fitted_words(text: str, width: float, height: float, detail: Detail, **how: float) -> Outline:
    """Return a text as large as fits a box around the origin, its shape kept."""
    outline = words(text, detail, **how)
    left, low, right, high = outline.bounds()
    scale = min(width / (right - left), height / (high - low))
    return outline.scale((scale, scale))


def bent(solid: Solid, radius: float, step: float) -> Solid:
    """Return a solid that faces +z laid around an upright cylinder whose axis is `radius` behind z = 0."""

    def around(points: Flat) -> Flat:
        angle = points[:, 0] / radius
        reach = radius + points[:, 2]
        return np.column_stack([reach * np.sin(angle), points[:, 1], reach * np.cos(angle) - radius])

    return solid.refine_to_length(step).warp_batch(around)


def raised(text: str, width: float, height: float, depth: float, detail: Detail, **how: float) -> Solid:
    """Return letters `depth` thick, centred on the origin, that face +z."""
    return facing(fitted_words(text, width, height, detail, **how), depth)
