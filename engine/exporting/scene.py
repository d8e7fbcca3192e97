"""A model as formats without nodes hold it: surfaces in the scene, each once for every place where it is shown."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from domain.errors import Invalid, TooLarge
from engine.models.model import Model, Surface
from engine.models.posing import poses_of

TRIANGLES_MOST = 10_000_000
"""Most triangles of a flat file, each place where a mesh is shown counted."""
DISTANCE_M_MOST = 1e9
"""Furthest place of a corner, so that it is still a number in millimetres and in 32 bits."""
MM_PER_M = 1000.0
_UNSAFE = re.compile(r"[^A-Za-z0-9_]+")


@dataclass(frozen=True, slots=True, eq=False)
class Piece:
    """A surface in the axes of the scene (metres, Y up), at rest.

    `name` is unique: a letter, then letters, digits and `_`. Surfaces of one `node` are sides of one thing.
    """

    name: str
    node: int
    surface: Surface


def pieces_of(model: Model) -> tuple[Piece, ...]:
    """Return the surfaces that the scene shows; skins and morph targets are taken as they stand at rest.

    Raises
    ------
    TooLarge
        The scene shows more than `TRIANGLES_MOST` triangles.
    Invalid
        It shows none.
    """
    _require_room(model)
    names = Names()
    pieces = tuple(
        Piece(names.new(wanted), node, surface) for wanted, node, surface in _shown(model) if len(surface.faces)
    )
    if not pieces:
        raise Invalid("The model shows no triangle, so there is nothing to export")
    for piece in pieces:
        _require_near(piece.surface.points)
    return pieces


def notes_of(model: Model) -> list[str]:
    """Return sentences about what a format without movement leaves out of the model."""
    notes = []
    if model.animations:
        notes.append(f"The format holds no movement here: {len(model.animations)} animation(s) are left out.")
    if model.skins:
        notes.append("The skin is taken as its bones stand at rest.")
    if any(surface.targets for mesh in model.meshes for surface in mesh.surfaces):
        notes.append("Morph targets are taken at their default weights.")
    return notes


def printable(points: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return (…, 3) metres, Y up, as millimetres, Z up: x stays, y becomes z, and z becomes -y."""
    return np.stack([points[..., 0], -points[..., 2], points[..., 1]], axis=-1) * MM_PER_M


def safe_name(name: str, otherwise: str) -> str:
    """Return a name of letters, digits and `_` that begins with a letter."""
    safe = _UNSAFE.sub("_", name).strip("_")[:60]
    return safe if safe and safe[0].isalpha() else f"{otherwise}_{safe}".rstrip("_")


class Names:
    """Makes names unique."""

    def __init__(self) -> None:
        self._taken: dict[str, int] = {}

    def new(self, wanted: str) -> str:
        name = wanted
        while name.lower() in self._taken:
            self._taken[wanted.lower()] += 1
            name = f"{wanted}_{self._taken[wanted.lower()]}"
        self._taken[name.lower()] = 1
        return name


def _require_room(model: Model) -> None:
    shown = model.triangles_shown
    if shown > TRIANGLES_MOST:
        raise TooLarge(f"The scene shows {shown} triangles; this format takes at most {TRIANGLES_MOST}",
                       limit="triangles_max", most=TRIANGLES_MOST)  # fmt: skip


def _require_near(values: NDArray[np.float64]) -> None:
    if not (np.abs(values) <= DISTANCE_M_MOST).all():
        raise Invalid(f"A corner stands further than {DISTANCE_M_MOST:g} m from the origin, or nowhere")


def _shown(model: Model) -> Iterator[tuple[str, int, Surface]]:
    """Yield wanted names, nodes and posed surfaces, node by node."""
    for pose in poses_of(model):
        _require_near(pose.placement)
        mesh = model.meshes[pose.mesh]
        name = safe_name(model.nodes[pose.node].name or mesh.name, "mesh")
        for surface in mesh.surfaces:
            yield name, pose.node, pose.of(surface)
