"""What a maker gets and gives, and the register of makers by object type."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

import msgspec
import numpy as np

from domain.errors import GenerationFailed
from domain.spec import DesignObject, Dimensions, Property
from engine.parts.detail import Detail
from engine.parts.solids import Solid


@dataclass(frozen=True, slots=True)
class Piece:
    """One solid of one material, in the object's own axes; the main piece has no name."""

    solid: Solid
    name: str
    material: str
    color: str


@dataclass(frozen=True, slots=True)
class Thing:
    """One object of a spec as its maker sees it, and how finely to make it."""

    object: DesignObject
    detail: Detail

    @property
    def width(self) -> float:
        """Return the extent along x, metres."""
        return self.object.dimensions.width

    @property
    def height(self) -> float:
        """Return the extent along y, metres."""
        return self.object.dimensions.height

    @property
    def depth(self) -> float:
        """Return the extent along z, metres."""
        return self.object.dimensions.depth

    @property
    def size(self) -> tuple[float, float, float]:
        """Return width, height and depth, metres."""
        return self.width, self.height, self.depth

    def number(self, name: str, default: float) -> float:
        """Return a numeric property."""
        value = self._property(name)
        return float(value) if isinstance(value, int | float) and not isinstance(value, bool) else default

    def count(self, name: str, default: int, most: int = 400) -> int:
        """Return a property that counts something, between 0 and `most`."""
        return max(0, min(most, round(self.number(name, default))))

    def text(self, name: str, default: str) -> str:
        """Return a property that is a word."""
        value = self._property(name)
        return value if isinstance(value, str) and value else default

    def flag(self, name: str, *, default: bool = False) -> bool:
        """Return a property that is true or false."""
        value = self._property(name)
        return value if isinstance(value, bool) else default

    def numbers(self, name: str) -> list[float]:
        """Return a property that is a list of numbers, empty if there is none."""
        value = self._property(name)
        return [float(item) for item in value if isinstance(item, int | float)] if isinstance(value, list) else []

    def words(self, name: str) -> list[str]:
        """Return a property that is a list of words, empty if there is none."""
        value = self._property(name)
        return [item for item in value if isinstance(item, str)] if isinstance(value, list) else []

    def _property(self, name: str) -> Property | None:
        return self.object.properties.get(name)

    def random(self) -> np.random.Generator:
        """Return the object's own source of chance, seeded by its property `seed`."""
        return np.random.default_rng(self.count("seed", 0, most=2**53))

    def main(self, solid: Solid) -> Piece:
        """Return the piece that has the object's material and colour."""
        return Piece(solid, "", self.object.material, self.object.color)

    def sub(self, name: str, solid: Solid, material: str = "", color: str = "") -> Piece:
        """Return a named piece; the properties `<name>_material` and `<name>_color` win over what is given here.

        Without a material it has the object's material and colour.
        """
        own = self.text(f"{name}_material", material)
        tint = self.text(f"{name}_color", color)
        return Piece(solid, name, own or self.object.material, tint if own else tint or self.object.color)


Made = Piece | Iterable[Piece]
Maker = Callable[[Thing], Made]


@dataclass(frozen=True, slots=True)
class Registered:
    """A maker, and whether its pieces are stretched to fill the object's box exactly."""

    make: Maker
    fits: bool
    natural: tuple[float, float, float] | None  # metres; a box far from it is made near it, then stretched


MAKERS: dict[str, Registered] = {}


def maker(
    *types: str, fits: bool = True, natural: tuple[float, float, float] | None = None
) -> Callable[[Maker], Maker]:
    """Register a maker for object types; one that thinks in absolute lengths names its natural box."""

    def register(make: Maker) -> Maker:
        for name in types:
            if name in MAKERS:
                raise ValueError(f"{name} has two makers")
            MAKERS[name] = Registered(make, fits, natural)
        return make

    return register


def make(
    thing: DesignObject, detail: Detail, seen_as: Callable[[DesignObject, Detail], Thing] = Thing
) -> tuple[Piece, ...]:
    """Return the pieces of one object in its own axes: bottom centre of its box at the origin."""
    registered = MAKERS.get(thing.type)
    if registered is None:
        raise GenerationFailed(
            "There is no maker for this type of object",
            stage="geometry_generation",
            object_id=thing.id,
            type=thing.type,
        )
    near = _near_natural(thing, registered.natural)
    made = registered.make(seen_as(near, detail))
    pieces = (made,) if isinstance(made, Piece) else tuple(made)
    for piece in pieces:
        _check(piece, thing)
    return _fitted(pieces, thing) if registered.fits or near is not thing else pieces


_RANGE = (0.3, 3.3)


def _near_natural(thing: DesignObject, natural: tuple[float, float, float] | None) -> DesignObject:
    """Return the object.

    Or where its box is far from the natural one, a stand-in that can be made and then stretched.
    """
    if natural is None:
        return thing
    ratios = np.array([thing.dimensions.width, thing.dimensions.height, thing.dimensions.depth]) / natural
    scale = float(np.exp(np.log(ratios).mean()))
    shape = ratios / scale
    if all(_RANGE[0] <= value <= _RANGE[1] for value in (scale, *shape)):
        return thing
    sides = np.array(natural) * np.clip(shape, *_RANGE)
    return msgspec.structs.replace(
        scaled_lengths(thing, 1 / scale), dimensions=Dimensions(*(float(side) for side in sides))
    )


def scaled_lengths(thing: DesignObject, factor: float) -> DesignObject:
    """Return the object with those of its properties that are lengths (named `…_m`) scaled."""
    properties: dict[str, Property] = {}
    for name, value in thing.properties.items():
        if name.endswith("_m") and isinstance(value, list):
            properties[name] = [float(item) * factor for item in value]
        else:
            properties[name] = value * factor if name.endswith("_m") and isinstance(value, float) else value
    return msgspec.structs.replace(thing, properties=properties)


def _check(piece: Piece, thing: DesignObject) -> None:
    solid = piece.solid
    if solid.is_empty() or solid.volume() <= 0:
        raise GenerationFailed(
            "A part came out empty", stage="geometry_generation", object_id=thing.id, type=thing.type, part=piece.name
        )


def _fitted(pieces: Sequence[Piece], thing: DesignObject) -> tuple[Piece, ...]:
    """Return the pieces moved and stretched together so that they fill the object's box."""
    boxes = np.array([piece.solid.bounding_box() for piece in pieces])
    low, high = boxes[:, :3].min(axis=0), boxes[:, 3:].max(axis=0)
    size = thing.dimensions
    scale = np.array([size.width, size.height, size.depth]) / (high - low)
    base = np.array([(low[0] + high[0]) / 2, low[1], (low[2] + high[2]) / 2])
    shift = tuple(float(value) for value in -base)
    factor = tuple(float(value) for value in scale)
    return tuple(
        Piece(piece.solid.translate(shift).scale(factor), piece.name, piece.material, piece.color) for piece in pieces
    )
