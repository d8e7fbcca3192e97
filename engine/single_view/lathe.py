"""Bodies of revolution are recognised by their outline and turned again; handles and spouts are set on."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.ndimage import binary_dilation, distance_transform_edt, label

from engine.parts.solids import Solid, union
from engine.parts.turning import spun
from engine.shapes import Points
from engine.single_view.membrane import membrane
from engine.single_view.outline import FOCAL, Outline
from engine.single_view.rounding import rounded
from engine.single_view.roundness import follows_axis, rim_of
from engine.single_view.standing_up import Stood, solid_of, stood
from engine.single_view.symmetry import Axis, axis_of
from engine.single_view.turned import Profile, elevations_that_fit, half_widths, profile_of
from engine.single_view.view import SeenFrom, orbit

SEGMENTS, RINGS = 72, 72
_MIRRORED, _BODY = 0.72, 0.6  # shares of the area: mirrored about the axis, and of one body along it
_FOLLOWS = 0.65  # of brightness, where no rim is seen
_LOST = 0.004
_USUAL_DEG = 8.0
_WALL, _FLOOR = 0.05, 0.06  # of the largest radius
_ADDED_LEAST, _ADDED_MOST = 0.005, 0.34  # of the area: handles and spouts, one and all
_PIECES_MOST = 3
_THIN_CELLS = 1.6
_ROOT = 0.14  # of the largest radius: so far do handles go on inside the body
_FRONT_DEG = 62.0

Field = NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class Turned:
    """A body of revolution that stands up, where to look for what is not seen of it, and how it was recognised."""

    standing: Stood
    elsewhere: Callable[[NDArray[np.floating]], Points]
    facts: dict[str, Any]


def turned(outline: Outline, colors: Field, metre_per_px: float) -> Turned | None:
    """Return the body of revolution that an outline shows; None where it shows none.

    `colors` are (h, w, 3) in [0, 1] at the outline's nodes.
    """
    axis = axis_of(outline.field)
    if axis.share < _MIRRORED:
        return None
    upright, seen = axis.turned(outline.field), axis.turned(colors)
    widths = half_widths(upright, axis.place)
    body_share = float(2 * widths.sum() / max((upright > 0.5).sum(), 1))
    if body_share < _BODY:
        return None
    profile, facts = _recognised(widths, seen, axis)
    if profile is None:
        return None
    added = _added(upright, axis, profile)
    if added is None:
        return None
    made = _made(outline, upright, axis, profile, added, bool(facts["is_open"]), metre_per_px)
    facts |= {"tilt_deg": round(axis.tilt_deg, 2), "mirrored": round(axis.share, 4), "added": len(added)}
    return replace(made, facts=facts)


def _recognised(widths: Field, colors: Field, axis: Axis) -> tuple[Profile | None, dict[str, Any]]:
    """Return the profile from the elevation that the picture speaks for, or None where it speaks for no round body."""
    fitting = elevations_that_fit(widths)
    rims = [(rim_of(colors, each, axis.place), each) for each in fitting]
    least = min(each.lost for each in fitting)
    clear = [
        (rim.contrast * np.exp((least - each.lost) / _LOST) * (each.radius[-1] / each.radius.max()), rim.is_open, each)
        for rim, each in rims
        if rim.is_seen
    ]
    follows = follows_axis(colors.mean(axis=2), widths, axis.place)
    facts: dict[str, Any] = {"follows_axis": round(follows, 3), "is_open": False, "has_rim": bool(clear)}
    if clear:
        _, is_open, profile = max(clear, key=lambda each: each[0])
        facts["is_open"] = is_open
    elif follows >= _FOLLOWS:
        profile = profile_of(widths, min(_USUAL_DEG, fitting[-1].elevation_deg))
    else:
        return None, facts
    facts["elevation_deg"] = profile.elevation_deg
    return profile, facts


def _added(upright: Field, axis: Axis, profile: Profile) -> list[NDArray[np.bool_]] | None:
    """Return what of the outline lies beside the body, piece by piece; None where that is too much."""
    inside = upright > 0.5
    columns = np.arange(inside.shape[1])[None, :]
    reach = _covered(profile, inside.shape[0])
    beside = inside & (np.abs(columns - axis.place) > reach[:, None] + 1.0)
    pieces, count = label(beside)
    kept = []
    for number in range(1, count + 1):
        piece = pieces == number
        if piece.sum() < _ADDED_LEAST * inside.sum() or distance_transform_edt(piece).max() < _THIN_CELLS:
            continue
        kept.append(piece)
    if len(kept) > _PIECES_MOST:
        return None
    return kept if sum(int(piece.sum()) for piece in kept) <= _ADDED_MOST * inside.sum() else None


def _covered(profile: Profile, count: int) -> Field:
    """Return (count,) how far the body reaches from its axis in each row of the picture."""
    q = max(float(np.sin(np.radians(profile.elevation_deg))), 0.02)
    middles = profile.foot_row - profile.height * np.cos(np.radians(profile.elevation_deg))
    apart = (np.arange(count)[:, None] - middles[None, :]) / q
    return np.asarray(np.sqrt(np.maximum((profile.radius[None, :] ** 2 - apart**2).max(axis=1), 0)), np.float64)


def _made(
    outline: Outline, upright: Field, axis: Axis, profile: Profile, added: list[NDArray[np.bool_]], is_open: bool,
    metre_per_px: float,
) -> Turned:  # fmt: skip
    cell_m = outline.step * metre_per_px
    line = _ringed(profile)
    solid = spun(line, SEGMENTS)
    root = max(3, round(_ROOT * float(line[:, 0].max())))
    solid = union([solid, *(_attached(upright, piece, axis, profile, root) for piece in added)])
    wall = _WALL * float(line[:, 0].max())
    hollow = _hollow(line, wall) if is_open else None
    if hollow is not None:
        solid = solid - spun(hollow, SEGMENTS)
    view = _view(outline, axis, profile, metre_per_px)
    standing = stood(solid.scale((cell_m, cell_m, cell_m)), view)
    shift = standing.view.place - view.place
    where = _Elsewhere(line * cell_m, wall * cell_m if hollow is not None else 0.0, shift)
    return Turned(standing, where.nearer, {})


def _ringed(profile: Profile) -> Field:
    """Return (n, 2) radius and height of evenly spaced rings, the ends closed where they are round."""
    height, radius = profile.height, profile.radius
    along = np.concatenate([[0], np.cumsum(np.hypot(np.diff(height), np.diff(radius)))])
    even = np.linspace(0, along[-1], RINGS)
    least = 0.004 * float(height[-1] + radius.max())
    line = np.column_stack([np.interp(even, along, radius), np.interp(even, along, height)])
    line[:, 0] = np.maximum(line[:, 0], least)
    return line


def _hollow(line: Field, wall: float) -> Field | None:
    """Return the profile of the hollow within an open body, or None where there is no room for it."""
    bottom = _FLOOR * float(line[:, 0].max())
    floor, top = float(line[0, 1]), float(line[-1, 1])
    inner = line[line[:, 1] > floor + bottom].copy()
    inner[:, 0] -= wall
    # The hollow is as wide as its narrowest place above: what hangs over would not be seen, and a saucer stays whole.
    inner[:, 0] = np.minimum(inner[:, 0], np.maximum.accumulate(np.minimum.accumulate(inner[::-1, 0])[::-1]))
    inner = inner[inner[:, 0] > 0.5 * wall]
    if len(inner) < 4:
        return None
    return np.vstack([inner, [inner[-1, 0], top + wall]])


def _attached(upright: Field, piece: NDArray[np.bool_], axis: Axis, profile: Profile, root: int) -> Solid:
    """Return a handle or spout as a solid in the plane of the axis, in cells."""
    region = binary_dilation(piece, iterations=root) & (upright > 0.5)
    field = np.where(region, upright, 0.0)
    height = np.maximum(rounded(region), 0.3)
    places, side, faces = membrane(np.minimum(field, np.where(region, 1.0, 0.0)))
    row, column = np.rint(places).astype(np.int64).T
    cosine = float(np.cos(np.radians(profile.elevation_deg)))
    points = np.column_stack([
        places[:, 1] - axis.place, (profile.foot_row - places[:, 0]) / cosine, side * height[row, column],
    ])  # fmt: skip
    return solid_of(points, faces)


def _view(outline: Outline, axis: Axis, profile: Profile, metre_per_px: float) -> SeenFrom:
    """Return the camera, the middle of the bottom ring being the origin."""
    row, column = axis.back(np.array([profile.foot_row]), np.array([axis.place]))
    centre = (outline.left + float(column[0]) * outline.step, outline.top + float(row[0]) * outline.step)
    axes = orbit(0.0, profile.elevation_deg, axis.tilt_deg)
    focal = FOCAL * max(outline.size)
    return SeenFrom(axes[2] * focal * metre_per_px, axes, focal, centre, outline.size)


@dataclass(frozen=True, slots=True, eq=False)
class _Elsewhere:
    """Where to look for the colours of what the picture does not show: as high, nearer to the front."""

    line: Field
    wall: float
    shift: NDArray[np.float64]

    def nearer(self, points: NDArray[np.floating]) -> Points:
        local = np.asarray(points, np.float64) - self.shift
        radius = np.hypot(local[:, 0], local[:, 2])
        outside = np.interp(local[:, 1], self.line[:, 1], self.line[:, 0])
        turn = np.degrees(np.arctan2(local[:, 0], local[:, 2]))
        squeezed = _FRONT_DEG * (180 - np.abs(turn)) / (180 - _FRONT_DEG)
        around = np.where(np.abs(turn) <= _FRONT_DEG, turn, np.sign(turn) * squeezed)
        if self.wall > 0:
            within = radius < outside - 0.5 * self.wall
            around = np.where(within, 180 - np.where(np.abs(turn) > 90, 180 - turn, turn), around)
        angle = np.radians(around)
        moved = np.column_stack([radius * np.sin(angle), local[:, 1], radius * np.cos(angle)])
        is_added = radius > outside * 1.03 + 1e-6
        moved[is_added] = np.column_stack([local[:, 0], local[:, 1], np.abs(local[:, 2])])[is_added]
        return moved + self.shift
