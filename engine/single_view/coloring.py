"""Materials and colours from a photograph: what is seen of each finish of a fitted design decides what it becomes."""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from msgspec.structs import replace
from numpy.typing import NDArray
from scipy.ndimage import binary_erosion, minimum_filter

from domain.materials import CATALOGUE
from domain.shapes import schema_of
from domain.spec import DesignObject, DesignSpec, Property
from engine.shapes import Part
from engine.single_view.oklab import apart, hex_of, lab_of
from engine.single_view.shape import Shape
from engine.single_view.view import Mask, SeenFrom

Finish = tuple[str, str]  # material and colour, as a part has them
_PIXELS_LEAST = 24  # of a finish: fewer say nothing
_OWN_PIXELS_LEAST = 80  # of one object, to have a colour of its own
_OUTER_LEAST = 0.25  # of what is seen of a thing: then its outside says what colour it has
_OWN_APART = 0.11
_FACING_LEAST = 0.25  # cosine: what is seen aslant is dark or shines
_LIGHT_SHARE = 60  # percent: the level of brightness that stands for evenly lit
_SAME = 0.06  # OKLab distance below which a material of the catalogue has the colour by itself
_PLAUSIBLE = 0.17  # and above which a thing of that family must be painted
_KEPT = frozenset({"glass", "light"})  # what is seen there is behind it, or shines
_PAINTED = frozenset({"wood", "metal", "stone", "earth"})
_PAINT = "matte_paint"


@dataclass(frozen=True, slots=True, eq=False)
class _Seen:
    """The pixels that show a thing: their colours in OKLab, which part each shows, and whether it shows its outside."""

    colors: NDArray[np.float64]
    parts: NDArray[np.int32]
    is_outer: NDArray[np.bool_]

    def of(self, parts: Iterable[int]) -> NDArray[np.float64]:
        """Return the colours of some parts: of their outside if enough of it is seen: a cup may be white within."""
        shown = np.isin(self.parts, list(parts))
        outer = shown & self.is_outer
        least = max(_OWN_PIXELS_LEAST, _OUTER_LEAST * np.count_nonzero(shown))
        return self.colors[outer if np.count_nonzero(outer) >= least else shown]


def colored(
    spec: DesignSpec, shape: Shape, view: SeenFrom, pixels: NDArray[np.floating], mask: Mask, *,
    stated: frozenset[str] = frozenset(),
) -> DesignSpec:  # fmt: skip
    """Return the design in the materials and colours that a picture shows it in.

    Parameters
    ----------
    shape, view
        The design's shape, and the camera for the picture, with the middle of the shape at the origin.
    pixels, mask : (h, w, 3) in [0, 1], (h, w) bool
        The picture, sRGB, and what of it the thing covers.
    stated : frozenset of str
        Materials and colours that the words demand; they stay.
    """
    seen = _seen(shape, view, pixels, mask)
    finishes: dict[Finish, list[int]] = {}
    for number, part in enumerate(shape.parts):
        finishes.setdefault((part.material, part.color), []).append(number)
    new: dict[str, Finish] = {}
    for finish, parts in finishes.items():
        if stated.isdisjoint(finish) and CATALOGUE[finish[0]].family not in _KEPT:
            new |= _repainted(finish, [(number, shape.parts[number]) for number in parts], seen)
    return replace(spec, objects=tuple(_dressed(one, shape.parts, new) for one in spec.objects))


def _seen(shape: Shape, view: SeenFrom, pixels: NDArray[np.floating], mask: Mask) -> _Seen:
    hits = shape.seen(view, np.ones(3))
    met = (hits.face >= 0).reshape(view.size)
    face = np.where(hits.face >= 0, hits.face, 0)
    number = np.where(met, shape.part_of_face[face].reshape(view.size), -1)
    towards = shape.points[shape.faces[face]].mean(axis=1) - view.place
    cosine = np.abs(np.einsum("nk,nk->n", shape.normals[face], towards)) / np.linalg.norm(towards, axis=1)
    inside = met & binary_erosion(mask, iterations=1) & (cosine.reshape(view.size) > _FACING_LEAST)
    deep = inside & (minimum_filter(number, 3) == number)
    return _Seen(lab_of(pixels[deep]), number[deep], _outer(shape, face).reshape(view.size)[deep])


def _outer(shape: Shape, face: NDArray[np.integer]) -> NDArray[np.bool_]:
    """Return which faces look away from the middle of their part: those of a hollow's inside look towards it."""
    middles = np.array([(part.points.min(axis=0) + part.points.max(axis=0)) / 2 for part in shape.parts]) - shape.middle
    out = shape.points[shape.faces[face]].mean(axis=1) - middles[shape.part_of_face[face]]
    return np.asarray(np.einsum("nk,nk->n", out, shape.normals[face]) >= 0)


def _repainted(finish: Finish, parts: list[tuple[int, Part]], seen: _Seen) -> dict[str, Finish]:
    """Return the new finish by part name: that of all parts of the finish, or an object's own where it stands out."""
    whole = seen.of(number for number, _ in parts)
    if len(whole) < _PIXELS_LEAST:
        return {}
    common = _typical(whole)
    answer = dict.fromkeys((part.name for _, part in parts), _finish_of(finish, common))
    for thing in dict.fromkeys(part.object_id for _, part in parts):
        own = [(number, part) for number, part in parts if part.object_id == thing]
        found = seen.of(number for number, _ in own)
        if len(found) >= _OWN_PIXELS_LEAST and apart(_typical(found), common) > _OWN_APART:
            answer |= dict.fromkeys((part.name for _, part in own), _finish_of(finish, _typical(found)))
    return answer


def _typical(colors: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the colour of (n, 3) OKLab pixels where the light falls evenly: without shadows and highlights."""
    level = np.percentile(colors[:, 0], _LIGHT_SHARE)
    near = np.abs(colors[:, 0] - level) <= np.percentile(np.abs(colors[:, 0] - level), 50)
    return np.array([level, *np.median(colors[near][:, 1:], axis=0)])


def _finish_of(finish: Finish, color: NDArray[np.float64]) -> Finish:
    """Return what a part of a finish is made of when it has a colour: the nearest of its family, tinted if need be."""
    family = CATALOGUE[finish[0]].family
    alike = [one for one in CATALOGUE.values() if one.family == family and one.opacity >= 1 and not one.emission]
    nearest = min(alike, key=lambda one: apart(_lab(one.albedo), color))
    away = apart(_lab(nearest.albedo), color)
    if away < _SAME and (family in _PAINTED or nearest.name == finish[0]):
        return nearest.name, ""
    if family in _PAINTED:
        return (nearest.name if away < _PLAUSIBLE else _PAINT), hex_of(color)
    return finish[0], hex_of(color)


def _lab(color: str) -> NDArray[np.float64]:
    return lab_of(np.array([int(color[at : at + 2], 16) / 255 for at in (1, 3, 5)]))


def _dressed(thing: DesignObject, parts: Iterable[Part], new: dict[str, Finish]) -> DesignObject:
    """Return an object with the new finishes of its main piece and, where its kind lets them be said, of the others."""
    own = [part for part in parts if part.object_id == thing.id]
    main = new.get(thing.id)
    if main is None and all(thing.id != part.name for part in own):  # no main piece: all of it is pieces
        main = next((new[part.name] for part in own if _wears(part, thing) and part.name in new), None)
    known, told = schema_of(thing.type), dict(thing.properties)
    for part in own:
        piece = part.name.removeprefix(f"{thing.id}.")
        if piece != part.name and part.name in new and f"{piece}_material" in known:
            told |= _told(piece, new[part.name], main, known, has_own=not _wears(part, thing))
    material, color = main or (thing.material, thing.color)
    return replace(thing, material=material, color=color, properties=told)


def _wears(part: Part, thing: DesignObject) -> bool:
    return (part.material, part.color) == (thing.material, thing.color)


def _told(
    piece: str, finish: Finish, main: Finish | None, known: Iterable[str], *, has_own: bool
) -> dict[str, Property]:
    if not has_own and finish == main:
        return {}
    color: dict[str, Property] = {f"{piece}_color": finish[1]} if f"{piece}_color" in known else {}
    return {f"{piece}_material": finish[0]} | color
