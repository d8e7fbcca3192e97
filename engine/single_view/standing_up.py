"""A closed surface becomes a part that stands on the ground, in the design's axes and the picture's."""

from dataclasses import dataclass, replace

import numpy as np
from msgspec.structs import replace as with_values
from numpy.typing import NDArray

from domain.errors import GenerationFailed
from domain.spec import DesignObject, DesignSpec, Dimensions, Reading
from engine.assembling.assembly import arrays_of, fault_of, tidied
from engine.assembling.checks import faults_of
from engine.parts.solids import Solid, from_arrays
from engine.shapes import Assembly, Faces, Part, Points
from engine.single_view.view import SeenFrom

NAME = "model"
MATERIAL = "plastic_white"
STAGE = "shaping"
_CUTS = (0.006, 0.012, 0.02)  # of the height, cut off below until it stands: a ball would stand on one corner
_TOLERANCE = 2.5e-4  # of the diagonal: the grid's steps are finer than what they show
HELD = "stand"
"""What holds a thing that does not stand by itself; nothing of it is drawn."""


@dataclass(frozen=True, slots=True, eq=False)
class Stood:
    """One part on the ground, its spec, the camera moved along with it, and whether it stands by itself."""

    assembly: Assembly
    spec: DesignSpec
    view: SeenFrom
    is_held: bool


def stood(solid: Solid, view: SeenFrom, *, material: str = MATERIAL, color: str = "") -> Stood:
    """Return a solid, metres, Y up, as one closed part over the origin, as much of its foot cut as lets it stand.

    Raises
    ------
    GenerationFailed
        It is not closed.
    """
    low, high = np.array(solid.bounding_box()[:3]), np.array(solid.bounding_box()[3:])
    solid = solid.simplify(_TOLERANCE * float(np.linalg.norm(high - low)))
    found: Stood | None = None
    for cut in (0.0, *_CUTS):
        foot = float(low[1] + cut * (high[1] - low[1]))
        trimmed = solid.trim_by_plane((0.0, 1.0, 0.0), foot) if cut else solid
        points, faces = arrays_of(tidied(trimmed))
        fault = fault_of(points, faces)
        if fault:
            raise GenerationFailed(f"The shape of the picture {fault}", stage=STAGE)
        shift = -np.array([(low[0] + high[0]) / 2, foot, (low[2] + high[2]) / 2])
        part = Part(NAME, NAME, material, color, points + shift, faces)
        found = Stood(Assembly((part,)), spec_of(part, is_held=False), moved(view, shift), False)
        if not faults_of(found.assembly, found.spec):
            return found
    assert found is not None
    return replace(found, spec=spec_of(found.assembly.parts[0], is_held=True), is_held=True)


def solid_of(points: Points, faces: Faces) -> Solid:
    """Return the solid of a closed surface; raise GenerationFailed where it is none."""
    solid = from_arrays(points, faces)
    if solid.is_empty():
        raise GenerationFailed("The shape of the picture is not closed", stage=STAGE)
    return solid


def spec_of(part: Part, *, is_held: bool) -> DesignSpec:
    """Return a design of one object that is as large as its mesh."""
    reach = np.abs(part.points).max(axis=0)
    size = Dimensions(2 * float(reach[0]), float(reach[1]), 2 * float(reach[2]))
    thing = DesignObject(NAME, "pictured", part.material, size, color=part.color, editable=False)
    if is_held:
        thing = with_values(thing, properties={"held": HELD})
    return DesignSpec("Pictured thing", "Made of a picture", Reading("object", "object", ""), "realistic", (thing,))


def moved(view: SeenFrom, shift: NDArray[np.float64]) -> SeenFrom:
    """Return the camera at another place."""
    return replace(view, place=view.place + shift)
