"""Outer walls in elevation: openings, what fills them, and gables."""

import numpy as np
from manifold3d import OpType

from engine.parts.detail import Detail
from engine.parts.ornament import lancet
from engine.parts.profiles import Outline, arc, circle, facing, polygon, rectangle, rounded_rectangle, smooth
from engine.parts.solids import Solid, block, moved, union

Opening = tuple[float, float, float, float]  # x of the middle, y of the foot, width, height


def opening(width: float, height: float, form: str, detail: Detail) -> Outline:
    """Return the outline of an opening around the origin: plain, arched, lancet, round or slot."""
    if form == "arched":
        return _arched(width, height, detail)
    if form == "lancet":
        return lancet(width, height, detail)
    if form == "round":
        return circle(0.5, detail.around(32)).scale((width, height))
    if form == "slot":
        return rounded_rectangle(width, height, 0.35 * min(width, height), detail.around(32))
    return rectangle(width, height)


def _arched(width: float, height: float, detail: Detail) -> Outline:
    rise = min(width / 2, height * 0.6)
    head = arc(1.0, 0.0, 180.0, detail.along(12)) * np.array([width / 2, rise]) + np.array([0.0, height / 2 - rise])
    return polygon(np.vstack([[(-width / 2, -height / 2), (width / 2, -height / 2)], head]))


def joined(outlines: list[Outline]) -> Outline:
    """Return all outlines as one."""
    return Outline.batch_boolean(outlines, OpType.Add)


def placed(openings: list[Opening], form: str, detail: Detail, grow: float = 0.0) -> list[Outline]:
    """Return the outline of each opening where it is in its wall, larger by `grow` all round."""
    return [opening(w + 2 * grow, h + 2 * grow, form, detail).translate((x, y + h / 2)) for x, y, w, h in openings]


def leaf(hole: Outline, size: tuple[float, float], panes: tuple[int, int], border: float) -> Outline:
    """Return the frame of one window with its bars, around the origin."""
    width, height = size
    thin = border * 0.6
    upright = [rectangle(thin, height).translate((width * (i / panes[0] - 0.5), 0.0)) for i in range(1, panes[0])]
    across = [rectangle(width, thin).translate((0.0, height * (i / panes[1] - 0.5))) for i in range(1, panes[1])]
    rim = hole.offset(border * 0.35) - hole.offset(-border * 0.65)
    return joined([rim, *(one ^ hole for one in (*upright, *across))])


def elevation(width: float, height: float, peak: float, top: str, detail: Detail) -> Outline:
    """Return a wall's outline, its foot on y = 0; `peak` is the height of its gable, included in `height`.

    `top`: plain, gable, gambrel, stepped or bell.
    """
    eaves, half = height - peak, width / 2
    if top == "plain" or peak <= 0:
        return rectangle(width, height).translate((0.0, height / 2))
    flank = _flank(top, detail) * np.array([half, peak]) + np.array([0.0, eaves])
    left = flank[::-1] * np.array([-1.0, 1.0])
    return polygon(np.vstack([[(-half, 0.0), (half, 0.0)], flank, left]))


def _flank(top: str, detail: Detail) -> np.ndarray:
    """Return the right half of a gable from the eaves up, in shares of half the width and of its height."""
    if top == "stepped":
        steps = 5
        corners = [(1 - i / steps, (i + k) / steps) for i in range(steps) for k in (0, 1)]
        return np.array([*corners[:-1], (1 / steps, 1.0)])
    if top == "bell":
        return smooth([(1.0, 0.0), (0.78, 0.14), (0.6, 0.46), (0.42, 0.62), (0.34, 0.86), (0.02, 1.0)], detail.along(6))
    if top == "gambrel":
        return np.array([(1.0, 0.0), (0.66, 0.62), (0.0, 1.0)])
    return np.array([(1.0, 0.0), (0.0, 1.0)])


def shutter(width: float, height: float, depth: float, blades: int) -> Solid:
    """Return one shutter standing on y = 0: a frame with slanted blades."""
    border = min(0.07, width * 0.16)
    ring = facing(rectangle(width, height) - rectangle(width - 2 * border, height - 2 * border), depth)
    board = facing(rectangle(width - border, height - border), depth * 0.4)
    pitch = (height - 2 * border) / max(blades, 1)
    slats = [
        moved(block(width - 1.5 * border, pitch * 0.35, depth * 0.8), y=border + pitch * (i + 0.3) - height / 2)
        for i in range(blades)
    ]
    return moved(union([ring, board, *slats]), y=height / 2)
