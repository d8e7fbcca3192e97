"""The legal edits of a design, and what each changes: materials and colours of like parts, sizes and places of things.

What is no edit here is not done: parts that are not editable, materials that the part's thing is never drawn in or
that the prompt excludes (`roles`), sizes that the prompt states, colours that it asks for, places that it fixes by a
relation, and moves that would push a thing into another or out of the room.
"""

import colorsys
import dataclasses
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import product
from math import sqrt
from typing import Literal

from msgspec.structs import asdict

from domain.boxes import Triple
from domain.edits import Change, Facet, change_of
from domain.materials import CATALOGUE
from domain.scoring.colors import seen
from domain.scoring.people import REACHES
from domain.scoring.swaps import LEFT_ROOTS, LEFT_TYPES
from domain.scoring.wishes import Way, is_size_stated
from domain.spec import DesignObject, DesignSpec, Dimensions, Position
from engine.archetypes import ARCHETYPES
from engine.improving.groups import Group, Whole, carried_by, groups_of, overlap_m, root_of, wholes_of
from engine.improving.roles import materials_for, stuff_of
from engine.makers.base import scaled_lengths

EditKind = Literal["material", "color", "height", "scale", "place"]
KINDS: tuple[EditKind, ...] = ("material", "color", "height", "scale", "place")
FACTORS = (0.85, 0.92, 0.96, 1.04, 1.08, 1.15)
DRIFT_MOST = 1.3
"""A thing never becomes more than this many times as high or as small as it was when the search began."""
STEPS_M = (0.1, 0.3)
TINTED = frozenset(("paint", "plastic", "fabric", "leather", "carpet", "paper"))
COLORS_MOST = 12
_AS_THEY_ARE = frozenset(("books", "book", "tree", "bush", "foliage", "grown", "boulder"))
_NEAR_WALL_M, _NEAR_THING_M, _FLAT_M, _ON_GROUND_M = 0.2, 0.12, 0.06, 0.05
_SIZED = frozenset(kind for reach in REACHES for kind in reach.kinds)


@dataclass(frozen=True, slots=True)
class Edit:
    """One edit: of a group (by its place among the groups) or of all things of an archetype, or one thing's place."""

    kind: EditKind
    group: int = -1
    name: str = ""  # the material or "#rrggbb" that it becomes, or the thing or archetype that is sized or moved
    factor: float = 1.0
    step: tuple[float, float] = (0.0, 0.0)  # metres along x and z


@dataclass(frozen=True)
class Site:
    """A design with its groups and things, as edits see it."""

    spec: DesignSpec
    groups: tuple[Group, ...]
    wholes: tuple[Whole, ...]

    @classmethod
    def of(cls, spec: DesignSpec) -> "Site":
        """Look at a design."""
        return cls(spec, tuple(groups_of(spec)), tuple(wholes_of(spec)))

    @cached_property
    def extent(self) -> tuple[tuple[float, float], tuple[float, float]]:
        """Return how far everything reaches along x and along z, metres."""
        x, z = ((min(one.low[i] for one in self.wholes), max(one.high[i] for one in self.wholes)) for i in (0, 2))
        return x, z

    @cached_property
    def ground_m(self) -> float:
        """Return the height that things stand on: the lowest of what is not a room's floor and walls."""
        standing = [one.low[1] for one in self.wholes if not self.is_shell(one)]
        return min(standing, default=0.0)

    def is_shell(self, whole: Whole) -> bool:
        """Return whether a thing is what others stand in: a room's floor and walls."""
        return any(root_of(self.spec.objects[at].id) in ("floor", "wall") for at in whole.at)


def legal_edits(
    site: Site,
    kinds: Iterable[EditKind],
    *,
    begun: DesignSpec,
    chosen: frozenset[str] = frozenset(),
    fixed: frozenset[str] = frozenset(),
) -> list[Edit]:
    """Return all legal edits of some kinds, always in the same order.

    `begun` is the design as the search found it; `chosen` are objects whose material or colour a person chose,
    `fixed` those whose size, place or turn.
    """
    makers = {
        "material": lambda: _materials(site, chosen),
        "color": lambda: _colors(site, chosen),
        "height": lambda: _sizes(site, begun, "height", fixed),
        "scale": lambda: _sizes(site, begun, "scale", fixed),
        "place": lambda: _places(site, fixed),
    }
    return [edit for kind in kinds for edit in makers[kind]()]


def changes_by(edit: Edit, site: Site) -> tuple[Change, ...]:
    """Return what an edit changes, exactly."""
    match edit.kind:
        case "material":
            after = _recoloured(site, edit)
        case "color":
            after = {at: {"color": edit.name} for at in site.groups[edit.group].at}
        case "height" | "scale":
            after = _resized(site, edit)
        case "place":
            after = _moved(site, edit)
    found = (change_of(site.spec.objects[at], facets) for at, facets in after.items())
    return tuple(one for one in found if one)


def _materials(site: Site, chosen: frozenset[str]) -> Iterator[Edit]:
    spec = site.spec
    for index, group in enumerate(site.groups):
        if group.kind in _AS_THEY_ARE or group.root in LEFT_ROOTS:
            continue
        is_chosen = any(spec.objects[at].id in chosen for at in group.at)
        for name in materials_for(group, spec.reading, is_chosen):
            yield Edit("material", index, name)


def _recoloured(site: Site, edit: Edit) -> dict[int, dict[str, Facet]]:
    """Return the new material of a group; a tint that nobody asked for was that of the material before."""
    group = site.groups[edit.group]
    is_tint_kept = _has_asked_color(site.spec) or stuff_of(edit.name) == stuff_of(group.material)
    facets: dict[str, Facet] = {"material": edit.name}
    if group.color and not is_tint_kept:
        facets["color"] = ""
    return dict.fromkeys(group.at, facets)


def _has_asked_color(spec: DesignSpec) -> bool:
    return bool(spec.reading.colors or spec.reading.part_colors)


def _colors(site: Site, chosen: frozenset[str]) -> Iterator[Edit]:
    if _has_asked_color(site.spec):
        return
    palette = _palette(site)
    for index, group in enumerate(site.groups):
        if stuff_of(group.material) not in TINTED or CATALOGUE[group.material].is_transparent:
            continue
        if any(site.spec.objects[at].id in chosen for at in group.at):
            continue
        if group.kind in LEFT_TYPES or group.root in LEFT_ROOTS:
            continue  # nobody buys all books in one colour
        yield from (Edit("color", index, color) for color in ("", *palette) if color != group.color)


def _palette(site: Site) -> list[str]:
    """Return the design's own colours by their area, and what goes with the most colourful: beside and opposite."""
    areas: dict[str, float] = {}
    for group in site.groups:
        material = CATALOGUE.get(group.material)
        if material and not material.is_transparent:
            color = group.color or material.albedo
            areas[color] = areas.get(color, 0.0) + sum(_area_m2(site.spec.objects[at]) for at in group.at)
    own = sorted(areas, key=lambda color: (-areas[color], color))[: COLORS_MOST - 5]
    if not own:
        return []
    key = max(own, key=lambda color: seen(color).chroma * sqrt(areas[color]))
    return list(dict.fromkeys((*own, *(_turned(key, turn, tone) for turn, tone in _TURNS))))


_TURNS = ((1 / 12, 1.0), (-1 / 12, 1.0), (0.5, 1.0), (0.0, 1.35), (0.0, 0.6))
"""Turns of the hue, as shares of the circle, and factors of the lightness."""


def _turned(color: str, turn: float, tone: float) -> str:
    red, green, blue = (int(color[at : at + 2], 16) / 255 for at in (1, 3, 5))
    hue, light, strength = colorsys.rgb_to_hls(red, green, blue)
    turned = colorsys.hls_to_rgb((hue + turn) % 1, min(max(light * tone, 0.05), 0.95), strength)
    return "#" + "".join(f"{round(255 * one):02x}" for one in turned)


def _area_m2(thing: DesignObject) -> float:
    size = thing.dimensions
    return 2 * (size.width * size.height + size.height * size.depth + size.depth * size.width)


def _sizes(site: Site, begun: DesignSpec, way: Way, fixed: frozenset[str]) -> Iterator[Edit]:
    """Yield sizes for all things of an archetype, which become larger or smaller together."""
    spec = site.spec
    heights = {one.name: one.high[1] - one.low[1] for one in wholes_of(begun)} if begun is not spec else {}
    for archetype, wholes in _by_archetype(site).items():
        things = [spec.objects[at] for one in wholes for at in one.at]
        kind = ARCHETYPES.get(archetype)
        is_sized = archetype in _SIZED or (kind is not None and kind.design_type == "furniture")
        if is_size_stated(spec.reading, archetype, way) or any(thing.id in fixed for thing in things):
            continue
        if not is_sized or not all(thing.editable for thing in things) or any(map(site.is_shell, wholes)):
            continue
        if any(one.low[1] - site.ground_m > _ON_GROUND_M for one in wholes):
            continue
        if way == "height" and any(thing.rotation.x or thing.rotation.z for thing in things):
            continue  # a leaning part's box is not stretched by stretching its sides
        for factor in FACTORS:
            drift = [factor * (one.high[1] - one.low[1]) / max(heights.get(one.name, 0.0), 1e-6) for one in wholes]
            if heights and not all(1 / DRIFT_MOST <= each <= DRIFT_MOST for each in drift):
                continue
            edit = Edit(way, name=archetype, factor=factor)
            if _is_room_enough(site, edit):
                yield edit


def _by_archetype(site: Site) -> dict[str, list[Whole]]:
    found: dict[str, list[Whole]] = {}
    for one in site.wholes:
        found.setdefault(one.archetype, []).append(one)
    return found


def _resized(site: Site, edit: Edit) -> dict[int, dict[str, Facet]]:
    after: dict[int, dict[str, Facet]] = {}
    for one in site.wholes:
        if one.archetype != edit.name:
            continue
        for at in one.at:
            thing = site.spec.objects[at]
            after[at] = _stretched(thing, one, edit.factor) if edit.kind == "height" else _scaled(thing, one, edit)
        for other in carried_by(one, site.wholes):
            if other.archetype != edit.name:
                rise = _rise_m(other, one, edit)
                for at in other.at:
                    was = after.get(at, {}).get("position.y", site.spec.objects[at].position.y)
                    after.setdefault(at, {})["position.y"] = _metres(float(was) + rise)  # type: ignore[arg-type]
    return after


def _stretched(thing: DesignObject, whole: Whole, factor: float) -> dict[str, Facet]:
    height = thing.position.y - whole.low[1]
    return {
        "dimensions.height": _metres(thing.dimensions.height * factor),
        "position.y": _metres(whole.low[1] + height * factor),
    }


def _scaled(thing: DesignObject, whole: Whole, edit: Edit) -> dict[str, Facet]:
    size, at, factor = thing.dimensions, thing.position, edit.factor
    middle = [(low + high) / 2 for low, high in zip(whole.low, whole.high, strict=True)]
    facets: dict[str, Facet] = {
        f"properties.{name}": value for name, value in scaled_lengths(thing, factor).properties.items()
    }
    sides = Dimensions(_metres(size.width * factor), _metres(size.height * factor), _metres(size.depth * factor))
    place = Position(
        _metres(middle[0] + (at.x - middle[0]) * factor),
        _metres(whole.low[1] + (at.y - whole.low[1]) * factor),
        _metres(middle[2] + (at.z - middle[2]) * factor),
    )
    facets |= {f"dimensions.{name}": value for name, value in asdict(sides).items()}
    return facets | {f"position.{name}": value for name, value in asdict(place).items()}


def _places(site: Site, fixed: frozenset[str]) -> Iterator[Edit]:
    """Yield moves of things that stand free in a room."""
    reading = site.spec.reading
    room = next(filter(site.is_shell, site.wholes), None)
    if reading.design_type != "interior" or room is None:
        return
    bound = {name for one in reading.relations for name in (one.subject, one.anchor)}
    for one in site.wholes:
        things = [site.spec.objects[at] for at in one.at]
        is_free = one is not room and one.archetype not in bound and all(_is_loose(thing, fixed) for thing in things)
        if not is_free or one.high[1] - one.low[1] < _FLAT_M or one.low[1] - site.ground_m > _ON_GROUND_M:
            continue
        if any(
            _gap_m(one, other) < _NEAR_THING_M for other in site.wholes if other is not room and _stands(other, one)
        ):
            continue  # it belongs to what it stands at, like a chair to its table
        for axis, sign, step in product((0, 2), (-1, 1), STEPS_M):
            if min(one.low[axis] - room.low[axis], room.high[axis] - one.high[axis]) < _NEAR_WALL_M:
                continue  # what stands at a wall stays there
            edit = Edit("place", name=one.name, step=(sign * step, 0.0) if axis == 0 else (0.0, sign * step))
            if _is_room_enough(site, edit):
                yield edit


def _is_loose(thing: DesignObject, fixed: frozenset[str]) -> bool:
    return thing.editable and thing.id not in fixed


def _stands(other: Whole, one: Whole) -> bool:
    return other is not one and other.high[1] - other.low[1] >= _FLAT_M and not _is_above(other, one)


def _is_above(other: Whole, one: Whole) -> bool:
    return other.low[1] >= (one.low[1] + one.high[1]) / 2


def _gap_m(one: Whole, other: Whole) -> float:
    return -min(overlap_m(one.low, one.high, other.low, other.high, axis) for axis in (0, 2))


def _moved(site: Site, edit: Edit) -> dict[int, dict[str, Facet]]:
    whole = next(one for one in site.wholes if one.name == edit.name)
    after: dict[int, dict[str, Facet]] = {}
    for one in (whole, *carried_by(whole, site.wholes)):
        for at in one.at:
            place = site.spec.objects[at].position
            after[at] = {"position.x": _metres(place.x + edit.step[0]), "position.z": _metres(place.z + edit.step[1])}
    return after


def _is_room_enough(site: Site, edit: Edit) -> bool:
    """Return whether nothing is pushed deeper into another thing, or further out of the whole, than it was."""
    after = _boxes_after(site, edit)
    for old in site.wholes:
        if old.name not in after:
            continue
        new = after[old.name]
        for was in site.wholes:
            if was is not old and _common_m(new, after.get(was.name, was)) > max(_common_m(old, was), 0.0) + 1e-3:
                return False
    return len(site.wholes) == 1 or all(
        new.low[axis] >= low - 1e-3 and new.high[axis] <= high + 1e-3
        for axis, (low, high) in zip((0, 2), site.extent, strict=True)
        for new in after.values()
    )


def _boxes_after(site: Site, edit: Edit) -> dict[str, Whole]:
    """Return the things whose boxes an edit changes, with their new boxes."""
    after: dict[str, Whole] = {}
    for one in site.wholes:
        if edit.name not in (one.name, one.archetype):
            continue
        after[one.name] = _box_after(one, edit)
        for other in carried_by(one, site.wholes):
            if edit.kind == "place":
                after[other.name] = _box_after(other, edit)
            elif other.archetype != edit.name:
                after[other.name] = _shifted(other, (0.0, _rise_m(other, one, edit), 0.0))
    return after


def _box_after(one: Whole, edit: Edit) -> Whole:
    if edit.kind == "place":
        return _shifted(one, (edit.step[0], 0.0, edit.step[1]))
    (x, y, z), (x2, y2, z2), factor = one.low, one.high, edit.factor
    top = y + (y2 - y) * factor
    if edit.kind == "height":
        return dataclasses.replace(one, high=(x2, top, z2))
    wide, deep = (x2 - x) * (factor - 1) / 2, (z2 - z) * (factor - 1) / 2
    return dataclasses.replace(one, low=(x - wide, y, z - deep), high=(x2 + wide, top, z2 + deep))


def _shifted(one: Whole, by: Triple) -> Whole:
    (x, y, z), (x2, y2, z2), (dx, dy, dz) = one.low, one.high, by
    return dataclasses.replace(one, low=(x + dx, y + dy, z + dz), high=(x2 + dx, y2 + dy, z2 + dz))


def _rise_m(other: Whole, under: Whole, edit: Edit) -> float:
    """Return how much higher a thing stands once the thing under it has been sized."""
    return (edit.factor - 1) * (min(other.low[1], under.high[1]) - under.low[1])


def _common_m(one: Whole, other: Whole) -> float:
    """Return how deep two boxes are in each other, metres; at most 0: not at all."""
    return min(overlap_m(one.low, one.high, other.low, other.high, axis) for axis in range(3))


def _metres(value: float) -> float:
    return round(value, 4)
