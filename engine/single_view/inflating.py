"""A shape is guessed from one picture: a box, turned on a lathe, cut as a relief, or blown up into a solid."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

from domain.spec import DesignSpec
from engine.assembling.checks import require_sound
from engine.models.checking import smooth_normals
from engine.models.model import Material, Mesh, Model, Node, Surface
from engine.shapes import Assembly, Points, Tick, no_tick
from engine.single_view.agreement import iou
from engine.single_view.back import Back
from engine.single_view.boxes import boxed
from engine.single_view.foreground import Foreground
from engine.single_view.lathe import Turned, turned
from engine.single_view.membrane import membrane
from engine.single_view.outline import Outline, level_view, lifted, outline_of
from engine.single_view.photo import Photo
from engine.single_view.relief import board_of, flat_of, plate, wing
from engine.single_view.rounding import relief_of, rounded
from engine.single_view.standing_up import Stood, solid_of, stood
from engine.single_view.view import SeenFrom

Kind = Literal["lathe", "relief", "box", "solid"]
LARGEST_M = 0.3
"""How large a thing is taken to be of which nothing is known."""
_ENDS_BENT, _ROUND_LEAST = 0.9, 0.75  # of an outline that runs straight; of brightness alike in all rows
_LATHE_IOU_LEAST = 0.93
_COMPARED_PX = 384  # longer side of the silhouettes that are compared
_LUMINANCE = np.array([0.2126, 0.7152, 0.0722])


@dataclass(frozen=True, slots=True, eq=False)
class Inflated:
    """A shape that one picture suggests.

    Attributes
    ----------
    assembly, spec : Assembly, DesignSpec
        One closed part on the ground at full detail, and the design of one object that it is checked by.
    view : SeenFrom
        Where the picture was taken from, in the same axes.
    iou : float
        Agreement of its silhouette with the foreground, in [0, 1].
    kind : "lathe", "relief", "box" or "solid"
    back : Back
        What it wears where the picture does not show it.
    mask : (h, w) floats or None
        What of the picture is taken for the thing, where that is more than its foreground: a board has no holes.
    facts : dict of JSON
        How it was guessed.
    """

    assembly: Assembly
    spec: DesignSpec
    view: SeenFrom
    iou: float
    kind: Kind
    back: Back = field(default_factory=Back)
    mask: NDArray[np.floating] | None = None
    facts: dict[str, Any] = field(default_factory=dict)

    @property
    def model(self) -> Model:
        """Return the shape as a plain model."""
        surfaces = tuple(
            Surface(part.points, part.faces, normals=smooth_normals(part.points, part.faces), material=0)
            for part in self.assembly.parts
        )
        material = Material("plain", metallic=0.0, roughness=0.6)
        return Model((Node("model", mesh=0),), (0,), (Mesh(surfaces, "model"),), (material,))


def inflated(
    photo: Photo,
    foreground: Foreground,
    *,
    largest_m: float = LARGEST_M,
    depth: NDArray[np.floating] | None = None,
    hint: str = "",
    tick: Tick = no_tick,
) -> Inflated:
    """Return the shape whose outline a foreground is.

    Parameters
    ----------
    largest_m : float, > 0
        Longer side of the outline, metres.
    depth : (h, w) floats, or None
        How near the front of it is, by a model that estimates depth; any scale, larger is nearer.
    hint : str
        A caption or a file's name: some things are known to be thin.

    Raises
    ------
    GenerationFailed
        There is no foreground, or the shape cannot be closed.
    """
    tick(0.0, "Looking at the outline")
    outline = outline_of(foreground.mask)
    left, top, right, bottom = outline.box_px()
    metre_per_px = largest_m / max(right - left, bottom - top)
    tick(0.2, "Looking for a body of revolution")
    colors = outline.sampled(photo.pixels / 255)
    flat = flat_of(outline.field, photo.pixels, foreground.mask >= 0.5, hint)
    round_body = turned(outline, colors, metre_per_px)
    if flat is not None and not _is_shaded_round(round_body, flat):
        round_body = None
    if flat is None or (round_body is None and not flat["is_thin"]):
        corner = boxed(photo.pixels, foreground.mask, largest_m)
        if corner is not None:
            return _checked(corner.standing, "box", foreground, corner.back, corner.facts)
    if flat is not None and round_body is None:
        tick(0.5, "Cutting the outline as a plate")
        return _flat(photo, foreground, outline, flat, metre_per_px)
    if round_body is not None:
        around = Back("around", round_body.elsewhere)
        made = _checked(round_body.standing, "lathe", foreground, around, round_body.facts)
        if made.iou >= _LATHE_IOU_LEAST:
            return made
    tick(0.5, "Blowing up the outline")
    standing, facts = _solid(photo, outline, metre_per_px, depth)
    return _checked(standing, "solid", foreground, Back(), facts)


def _is_shaded_round(body: Turned | None, flat: dict[str, Any]) -> bool:
    """Return whether what has the outline of a board is a can or a cup: its ends are bent, and light runs round it."""
    is_plain_board = flat["is_board"] and not flat["is_drawing"] and not flat["is_thin"]
    if body is None or not is_plain_board or flat["straightness"] >= _ENDS_BENT:
        return False
    return bool(body.facts["follows_axis"] >= _ROUND_LEAST)


def _flat(
    photo: Photo, foreground: Foreground, outline: Outline, facts: dict[str, Any], metre_per_px: float
) -> Inflated:
    mask = board_of(foreground.mask) if facts["is_board"] and not facts["is_drawing"] else None
    outline = outline if mask is None else outline_of(mask)
    front = wing(outline.inside) if facts["is_thin"] else plate(outline.inside)
    detailed = front + relief_of(outline.sampled(luminance_of(photo)), outline.inside)
    standing = shell(outline, np.maximum(detailed, 0.15), np.maximum(front, 0.15), metre_per_px)
    back = Back("mirrored" if facts["is_thin"] else "plain")
    return replace(_checked(standing, "relief", foreground, back, facts), mask=mask)


def _checked(
    standing: Stood,
    kind: Kind,
    foreground: Foreground,
    back: Back,
    facts: dict[str, Any],
) -> Inflated:
    checks = require_sound(standing.assembly, standing.spec)
    agreement = silhouette_iou(standing.assembly, standing.view, foreground.mask)
    return Inflated(
        standing.assembly, standing.spec, standing.view, agreement, kind, back, None,
        {**facts, "back": back.way, "back_from": back.sentence, "checks": checks, "is_held": standing.is_held},
    )  # fmt: skip


def silhouette_iou(assembly: Assembly, view: SeenFrom, mask: NDArray[np.floating]) -> float:
    """Return how well an assembly, as the camera sees it, covers an (h, w) mask in [0, 1]."""
    longest = max(mask.shape)
    share = min(1.0, _COMPARED_PX / longest)
    size = max(1, round(mask.shape[0] * share)), max(1, round(mask.shape[1] * share))
    small = _shrunk(mask, size)
    return iou(view.silhouette(*joined(assembly), size), small >= 0.5)


def joined(assembly: Assembly) -> tuple[Points, NDArray[np.int32]]:
    """Return the corners and faces of all parts in one list."""
    return _joined([(part.points, part.faces) for part in assembly.parts])


def _joined(meshes: Sequence[tuple[Points, NDArray[np.int32]]]) -> tuple[Points, NDArray[np.int32]]:
    starts = np.cumsum([0, *(len(points) for points, _ in meshes[:-1])])
    faces = [faces + start for (_, faces), start in zip(meshes, starts, strict=True)]
    return np.concatenate([points for points, _ in meshes]), np.concatenate(faces).astype(np.int32)


def _shrunk(mask: NDArray[np.floating], size: tuple[int, int]) -> NDArray[np.float64]:
    from PIL import Image

    image = Image.fromarray(np.asarray(mask, np.float32)).resize((size[1], size[0]), Image.Resampling.BOX)
    return np.asarray(image, np.float64)


def luminance_of(photo: Photo) -> NDArray[np.float64]:
    """Return the (h, w) brightness of a photograph in [0, 1], as displayed."""
    return np.asarray(photo.pixels @ _LUMINANCE / 255, np.float64)


def _solid(
    photo: Photo, outline: Outline, metre_per_px: float, depth: NDArray[np.floating] | None
) -> tuple[Stood, dict[str, Any]]:
    height = rounded(outline.inside)
    front = height + relief_of(outline.sampled(luminance_of(photo)), outline.inside)
    facts: dict[str, Any] = {}
    if depth is not None:
        front, facts["depth_share"] = _blended(front, outline.sampled(depth), outline.inside)
    return shell(outline, np.maximum(front, 0.15), np.maximum(height, 0.15), metre_per_px), facts


def _blended(
    front: NDArray[np.float64], depth: NDArray[np.float64], inside: NDArray[np.bool_]
) -> tuple[NDArray[np.float64], float]:
    """Return the front with what a depth model saw of it: its forms, in the scale and with the rim of the outline's."""
    seen = depth[inside]
    low, high = np.quantile(seen, [0.02, 0.98])
    span = float(front[inside].max())
    wanted = np.clip((depth - low) / max(float(high - low), 1e-9), 0, 1) * span
    rim = np.clip(front / max(0.35 * span, 1e-9), 0, 1)
    return np.where(inside, front * (1 - 0.6 * rim) + 0.6 * rim * wanted, front), 0.6


def shell(outline: Outline, front: NDArray[np.float64], back: NDArray[np.float64], metre_per_px: float) -> Stood:
    """Return the surface that stands `front` before and `back` behind the picture's plane (both in cells), stood up."""
    places, side, faces = membrane(outline.field)
    row, column = np.rint(places).astype(np.int64).T
    cell_m = outline.step * metre_per_px
    z = np.where(side > 0, front[row, column], np.where(side < 0, -back[row, column], 0.0)) * cell_m
    pixels = np.stack([outline.left + places[:, 1] * outline.step, outline.top + places[:, 0] * outline.step], axis=1)
    view = level_view(outline, metre_per_px)
    return stood(solid_of(lifted(view, pixels, z), faces), view)
