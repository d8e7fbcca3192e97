"""Drawings of one archetype: as usual, in other proportions, in other styles and with other features."""

from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass

import msgspec
import numpy as np

from domain.errors import GenerationFailed
from domain.spec import DesignObject, DesignSpec, Dimensions, Position
from engine.archetypes import ARCHETYPES, scaled
from engine.archetypes.styles import STYLES
from engine.assembling.assembly import assemble, placement
from engine.planner import spec_of
from engine.planner.reading.reader import Understood, read
from engine.planner.staging.sizing import factor_to
from engine.planner.staging.standing import boxes_of
from engine.single_view.shape import Shape, Vector
from engine.single_view.silhouettes import alone

_SEEDS = 6  # drawings that leave the form to chance are drawn so many times
_EXACT = 1e-4
_SIDES = ("width", "height", "depth")
_FACES_MOST = 250_000  # of all variants of a thing together
_VARIANTS = (4, 18)  # least and most


@dataclass(frozen=True, slots=True, eq=False)
class Drawn:
    """A design, its shape, and the reading, style and seed that it was planned from."""

    spec: DesignSpec
    shape: Shape
    reading: Understood
    style: str
    seed: int


def usual(archetype: str, seen: Understood | None, *, seed: int) -> Drawn | None:
    """Return an archetype as it is drawn without more being known, or as the words say where they name it.

    None where the words ask for something that cannot be made.
    """
    reading = _alone_in(seen, archetype) if seen else None
    return _drawn(reading or read(ARCHETYPES[archetype].phrases[0]), reading.style if reading else "", seed)


def _alone_in(seen: Understood, archetype: str) -> Understood | None:
    """Return what is said of one thing of the words, by itself; None where they do not name it."""
    found = [thing for thing in seen.things if thing.archetype == archetype]
    if not found:
        return None
    reading = deepcopy(seen)
    thing = deepcopy(found[0])
    thing.count, thing.relation, thing.anchor = 1, "", None
    reading.things, reading.relations = [thing], []
    return reading


def in_proportion(drawn: Drawn, factors: Vector) -> list[Drawn]:
    """Return a thing drawn anew in other proportions: as the planner does it, and each object stretched as it is.

    Sides that the words state stay as stated; else the size is the usual one, whatever the proportions.
    """
    wanted = drawn.shape.size_m * factors
    stated = [at for at, side in enumerate(_SIDES) if side in drawn.reading.things[0].sizes]
    if stated:
        wanted = wanted * float(drawn.shape.size_m[stated[0]] / wanted[stated[0]])
    reading = deepcopy(drawn.reading)
    reading.things[0].sizes = dict(zip(_SIDES, map(float, wanted), strict=True))
    made = _drawn(reading, drawn.style, drawn.seed), resized(drawn, wanted / drawn.shape.size_m)
    return [one for one in made if one]


def resized(drawn: Drawn, ratios: Vector) -> Drawn | None:
    """Return a thing with each object stretched as it is; None where that cannot be made."""
    objects = tuple(_stretched(one, ratios) for one in drawn.spec.objects)
    return _made(msgspec.structs.replace(drawn.spec, objects=objects), drawn.reading, drawn.style, drawn.seed)


def at_stated_size(spec: DesignSpec, seen: Understood | None) -> tuple[DesignSpec, float]:
    """Return a design as large as the words say of its thing, in its own proportions, and the factor to there."""
    archetype = spec.reading.archetype
    stated = next((thing.sizes for thing in seen.things if thing.archetype == archetype), {}) if seen else {}
    factor = factor_to(stated, _box_m(spec))
    if abs(factor - 1) < _EXACT:
        return spec, 1.0
    reading = msgspec.structs.replace(
        spec.reading, sizes_m={side: size * factor for side, size in spec.reading.sizes_m.items()}
    )
    return msgspec.structs.replace(spec, objects=scaled(spec.objects, factor), reading=reading), factor


def in_forms(drawn: Drawn) -> Iterator[Drawn]:
    """Return the thing in the forms that chance, each known feature and other styles give it, each form once.

    They are planned in their usual proportions and then stretched, which is faster than planning them at a size.
    """
    most = int(np.clip(_FACES_MOST / max(len(drawn.shape.faces), 1), *_VARIANTS))
    known = {_form(drawn.spec)}
    for reading, style, seed in _tellings(drawn):
        spec = _planned(reading, style, seed)
        if spec is None:
            continue
        spec = _to_box(spec, drawn.spec)
        if _form(spec) in known:
            continue
        known.add(_form(spec))
        made = _made(spec, reading, style, seed)
        if made:
            yield made
        if len(known) > most:
            return


def _tellings(drawn: Drawn) -> Iterator[tuple[Understood, str, int]]:
    """Return readings, styles and seeds to draw from: chance first, as it changes forms most."""
    plain = deepcopy(drawn.reading)
    plain.things[0].sizes = {}
    for step in range(1, _SEEDS):
        yield plain, drawn.style, drawn.seed + step
    for feature in dict.fromkeys(ARCHETYPES[drawn.spec.reading.archetype].features.values()):
        reading = deepcopy(plain)
        reading.things[0].features.append(feature)
        yield reading, drawn.style, drawn.seed
    for style in STYLES:
        yield plain, style, drawn.seed


def _to_box(spec: DesignSpec, other: DesignSpec) -> DesignSpec:
    """Return a design stretched to the box of another."""
    ratios = _box_m(other) / _box_m(spec)
    if np.abs(np.log(ratios)).max() < _EXACT:
        return spec
    return msgspec.structs.replace(spec, objects=tuple(_stretched(one, ratios) for one in spec.objects))


def _box_m(spec: DesignSpec) -> Vector:
    boxes = boxes_of(spec.objects)
    return np.asarray(np.max([box.high for box in boxes], 0) - np.min([box.low for box in boxes], 0), np.float64)


def _form(spec: DesignSpec) -> bytes:
    """Return what the shape of a design depends on, whatever it is made of."""
    return msgspec.json.encode(
        [(one.type, one.dimensions, one.position, one.rotation, _shaping(one)) for one in spec.objects],
        enc_hook=float,
    )


def _shaping(one: DesignObject) -> dict[str, object]:
    return {key: value for key, value in one.properties.items() if not key.endswith(("_material", "_color"))}


def _drawn(reading: Understood, style: str, seed: int) -> Drawn | None:
    spec = _planned(reading, style, seed)
    return _made(spec, reading, style, seed) if spec else None


def _planned(reading: Understood, style: str, seed: int) -> DesignSpec | None:
    """Return the design; planning wears its reading out, so it gets one of its own."""
    try:
        return alone(spec_of(deepcopy(reading), style=style or "realistic", seed=seed))
    except GenerationFailed:
        return None


def _made(spec: DesignSpec, reading: Understood, style: str, seed: int) -> Drawn | None:
    try:
        return Drawn(spec, Shape(assemble(spec, quality="draft")), reading, style, seed)
    except GenerationFailed:
        return None


def _stretched(thing: DesignObject, ratios: Vector) -> DesignObject:
    """Return an object stretched along the scene's axes, as nearly as its box can follow."""
    size, turn = thing.dimensions, placement(thing)[:3, :3]
    middle = np.array([thing.position.x, thing.position.y + size.height / 2, thing.position.z]) * ratios
    width, height, depth = np.linalg.norm(turn * ratios[:, None], axis=0) * [size.width, size.height, size.depth]
    return msgspec.structs.replace(
        thing,
        dimensions=Dimensions(float(width), float(height), float(depth)),
        position=Position(float(middle[0]), float(middle[1] - height / 2), float(middle[2])),
    )
