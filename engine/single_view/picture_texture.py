"""A model is wrapped in the picture that it was made of: projected where the picture shows it, made up elsewhere."""

from dataclasses import dataclass, replace

import cv2
import numpy as np
from numpy.typing import NDArray
from scipy.ndimage import distance_transform_edt, gaussian_filter, map_coordinates

from engine.models.checking import smooth_normals
from engine.rays import Rays, dot, unit
from engine.shapes import Assembly
from engine.single_view.back import Back, Way
from engine.single_view.inflating import joined
from engine.single_view.photo import Photo
from engine.single_view.rim import filled
from engine.single_view.view import SeenFrom, pixel_middles

Field = NDArray[np.float32]

_FACING = (0.12, 0.42)  # cosines to the camera: below the first the picture says nothing, above the second all
_MIRRORED = (0.1, 0.5)  # the same where front and back wear the same, so that nothing is to be hidden between them
_TURNED_AWAY = 0.5  # cosine from which a plain back is plain
_TOLERANCE = 0.006  # of the size: so near to what a pixel shows must a place be to be it
_BLURS: dict[Way, tuple[float, float]] = {
    "mirrored": (0.018, 0.018), "plain": (0.02, 0.02), "around": (0.03, 0.008), "opposite": (0.12, 0.12),
}  # fmt: skip
"""How far colours that are made up are smeared along rows and columns, of the thing's longer side."""
_SOFT_PX = 384
_PLAIN_BINS = (3, 10, 10)  # along CIELAB's axes: the fullest of these boxes is a thing's plain colour; light varies
_LIT_PX = 192  # longer side at which light is told from colour
_LIGHT_SHARE = 0.6  # of the light found that is taken away: the guess of the shape is not to be trusted whole
_LIGHT_MOST = 1.6
_ROWS = 1 << 18


@dataclass(frozen=True, slots=True, eq=False)
class PicturePaint:
    """Colours of a surface after a photograph of it.

    Attributes
    ----------
    sharp : (h, w, 3) float32, linear
        The picture, filled beyond the thing's outline.
    soft : (h / step, w / step, 3) float32, linear
        The same smeared, smaller.
    plain : (3,) float32, linear
        The colour that most of it has.
    view : SeenFrom
    rays : Rays
        The surface, with the normals of its corners: what hides what.
    back : Back
        How it is made up what the picture does not show.
    """

    sharp: Field
    soft: Field
    step: int
    plain: Field
    view: SeenFrom
    rays: Rays
    faces: NDArray[np.int32]
    normals: Field
    size_m: float
    back: Back

    def at(self, points: NDArray[np.floating]) -> Field:
        """Return (n, 3) linear albedo at (n, 3) places in the scene, metres."""
        parts = [self._at(points[start : start + _ROWS]) for start in range(0, len(points), _ROWS)]
        return np.concatenate([np.zeros((0, 3), np.float32), *parts])

    def _at(self, points: NDArray[np.floating]) -> Field:
        facing = self.facing(points)
        shown = _looked_up(self.sharp, self.view.project(points)[0])
        hidden = _looked_up(self.soft, self.view.project(self.back.looked_for(points))[0] / self.step)
        if self.back.way == "mirrored":
            return _mixed(hidden, shown, _ramp(np.abs(facing), *_MIRRORED))
        if self.back.way == "plain":
            hidden = _mixed(hidden, np.broadcast_to(self.plain, hidden.shape), _ramp(-facing, 0.0, _TURNED_AWAY))
        return _mixed(hidden, shown, _ramp(facing, *_FACING))

    def facing(self, points: NDArray[np.floating]) -> Field:
        """Return (n,) cosines to the camera: above 0 of what it sees, below of what it would see from behind.

        What is hidden from both sides has 0.
        """
        ways = points - self.view.place
        length = np.linalg.norm(ways, axis=1)
        directions = ways / np.maximum(length, 1e-12)[:, None]
        front, is_front = self._met(np.broadcast_to(self.view.place, ways.shape), directions, length)
        behind = points + directions * 2 * self.size_m
        back, is_back = self._met(behind, -directions, np.full(len(points), 2 * self.size_m))
        found = np.where(is_front, np.maximum(-dot(front, directions), 0), 0.0)
        return np.asarray(np.where(is_back & ~is_front, np.minimum(-dot(back, directions), 0), found), np.float32)

    def _met(
        self, starts: NDArray[np.floating], directions: NDArray[np.floating], length: NDArray[np.floating]
    ) -> tuple[Field, NDArray[np.bool_]]:
        """Return the normals of what rays meet first, and whether that is as far away as it should be."""
        hits = self.rays.first(starts, directions)
        is_it = (hits.face >= 0) & (np.abs(hits.distance - length) <= _TOLERANCE * self.size_m)
        weights = np.stack([1 - hits.u - hits.v, hits.u, hits.v], axis=1)
        normals = np.einsum("nk,nkx->nx", weights, self.normals[self.faces[np.maximum(hits.face, 0)]])
        return np.asarray(unit(normals), np.float32), is_it


def wrapped(
    assembly: Assembly, photo: Photo, mask: NDArray[np.floating], view: SeenFrom, *, back: Back | None = None
) -> Assembly:
    """Return the assembly in the colours of a photograph.

    Parameters
    ----------
    mask : (h, w) floats in [0, 1]
        What of the photograph shows the thing.
    back : Back, or None
        What it wears where the picture does not show it; None: the mirror image of the front.
    """
    back = back or Back()
    points, faces = joined(assembly)
    rays, normals = Rays(points, faces), smooth_normals(points, faces)
    sharp = filled(_unlit(_linear(photo.pixels), mask, view, rays, faces, normals), mask)
    paint = PicturePaint(
        sharp, _softened(sharp, mask, _BLURS[back.way]), max(1, -(-max(mask.shape) // _SOFT_PX)),
        plain_color(sharp, mask), view, rays, faces, normals, float(np.linalg.norm(np.ptp(points, axis=0))), back,
    )  # fmt: skip
    return Assembly(tuple(replace(part, paint=paint) for part in assembly.parts))


def plain_color(picture: Field, mask: NDArray[np.floating]) -> Field:
    """Return the (3,) linear colour that most of a thing has, of its (h, w, 3) linear picture."""
    seen = picture[mask >= 0.5]
    if not len(seen):
        return np.full(3, 0.5, np.float32)
    shown = np.where(seen <= 0.0031308, seen * 12.92, 1.055 * np.maximum(seen, 1e-9) ** (1 / 2.4) - 0.055)
    lab = cv2.cvtColor(np.asarray(shown[None], np.float32), cv2.COLOR_RGB2LAB)[0]
    scaled = (lab + np.array([0.0, 100.0, 100.0])) / np.array([100.0, 200.0, 200.0]) * np.array(_PLAIN_BINS)
    boxes = np.ravel_multi_index(tuple(scaled.astype(np.int64).T), _PLAIN_BINS, mode="clip")
    return np.asarray(seen[boxes == int(np.bincount(boxes).argmax())].mean(axis=0), np.float32)


def _ramp(values: NDArray[np.floating], low: float, high: float) -> Field:
    share = np.clip((values - low) / (high - low), 0, 1)
    return np.asarray(share * share * (3 - 2 * share), np.float32)[:, None]


def _mixed(one: Field, other: NDArray[np.floating], share: Field) -> Field:
    return np.asarray(one * (1 - share) + other * share, np.float32)


def _linear(pixels: NDArray[np.uint8]) -> Field:
    steps = np.arange(256) / 255
    table = np.where(steps <= 0.04045, steps / 12.92, ((steps + 0.055) / 1.055) ** 2.4).astype(np.float32)
    return np.asarray(table[pixels])


def _softened(picture: Field, mask: NDArray[np.floating], blur: tuple[float, float]) -> Field:
    """Return the thing's colours smeared, none of the background's among them, at most `_SOFT_PX` along a side."""
    step = max(1, -(-max(mask.shape) // _SOFT_PX))
    solid = np.asarray(mask >= 0.5, np.float32)
    weight, layers = _blocks(solid, step), [_blocks(picture[..., at] * solid, step) for at in range(3)]
    rows, columns = np.flatnonzero(weight.any(axis=1)), np.flatnonzero(weight.any(axis=0))
    side = max(int(np.ptp(rows)), int(np.ptp(columns))) + 1
    sigma = (blur[1] * side, blur[0] * side)
    under = gaussian_filter(weight, sigma)
    soft = np.stack([gaussian_filter(layer, sigma) for layer in layers], axis=2) / np.maximum(under, 1e-6)[..., None]
    y, x = distance_transform_edt(under < 1e-3, return_distances=False, return_indices=True)
    return np.asarray(soft[y, x], np.float32)


def _blocks(values: Field, step: int) -> Field:
    """Return the means of blocks of `step` pixels; the last ones are filled up by their edge."""
    height, width = values.shape
    whole = np.pad(values, ((0, -height % step), (0, -width % step)), mode="edge")
    return np.asarray(whole.reshape(whole.shape[0] // step, step, -1, step).mean(axis=(1, 3)), np.float32)


def _looked_up(picture: Field, places: NDArray[np.floating]) -> Field:
    """Return (n, 3) colours at (n, 2) places of the picture, pixels x and y, between its pixels."""
    at = [places[:, 1] - 0.5, places[:, 0] - 0.5]
    return np.stack([map_coordinates(picture[..., channel], at, order=1, mode="nearest") for channel in range(3)], 1)


def _unlit(
    picture: Field, mask: NDArray[np.floating], view: SeenFrom, rays: Rays, faces: NDArray[np.int32], normals: Field
) -> Field:
    """Return the picture with part of its light taken away: what brightness follows of the shape's normals.

    The light is a smooth function of the normal (constant and linear terms of Ramamoorthi & Hanrahan's nine, "An
    efficient representation for irradiance environment maps", 2001), found by least squares.
    """
    share = min(1.0, _LIT_PX / max(mask.shape))
    size = max(2, round(mask.shape[0] * share)), max(2, round(mask.shape[1] * share))
    hits = view.scaled(size).first(rays)
    middles = pixel_middles(size) / share
    seen = np.flatnonzero((hits.face >= 0) & (_one(mask, middles) >= 0.9))
    if len(seen) < 50:
        return picture
    weights = np.stack([1 - hits.u - hits.v, hits.u, hits.v], axis=1)[seen]
    normal = unit(np.einsum("nk,nkx->nx", weights, normals[faces[hits.face[seen]]])) @ view.axes.T
    told = np.log(np.maximum(_looked_up(picture, middles[seen]) @ np.array([0.2126, 0.7152, 0.0722], np.float32), 0.01))
    terms = np.column_stack([np.ones(len(seen)), normal[:, 0], normal[:, 1]])
    light = terms @ np.linalg.lstsq(terms.T @ terms + 1e-3 * len(seen) * np.diag([0, 1, 1]), terms.T @ told)[0]
    layer = np.zeros(size)
    layer.reshape(-1)[seen] = light - np.median(light)
    known = np.zeros(size, bool)
    known.reshape(-1)[seen] = True
    y, x = distance_transform_edt(~known, return_distances=False, return_indices=True)
    layer = gaussian_filter(layer[y, x], 2.0)
    rows, columns = np.mgrid[: mask.shape[0], : mask.shape[1]]
    whole = map_coordinates(layer, [(rows + 0.5) * share - 0.5, (columns + 0.5) * share - 0.5], order=1, mode="nearest")
    gain = np.clip(np.exp(-_LIGHT_SHARE * whole), 1 / _LIGHT_MOST, _LIGHT_MOST)
    return np.asarray(np.clip(picture * gain[..., None], 0, 1), np.float32)


def _one(values: NDArray[np.floating], places: NDArray[np.floating]) -> NDArray[np.float64]:
    return np.asarray(map_coordinates(values, [places[:, 1] - 0.5, places[:, 0] - 0.5], order=1, mode="nearest"))
