"""The protocol of neural makers: words or a picture and a seed in, a raw coloured mesh and facts out."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from engine.shapes import Faces, Pixels, Points, Tick

Note = Callable[[str], None]
"""Called by a remote maker with the ticket under which the answer can be asked for again."""


def no_note(ticket: str) -> None:
    """Keep no ticket."""


@dataclass(frozen=True, slots=True)
class Wish:
    """What a maker is asked for; `ticket` is what an earlier attempt noted, so that nothing is paid for twice.

    `picture` is (n, n, 3) uint8, sRGB, the thing alone before white; makers that follow pictures want it.
    """

    prompt: str
    seed: int
    parameters: Mapping[str, float] = field(default_factory=dict)
    ticket: str = ""
    picture: Pixels | None = None


@dataclass(frozen=True, slots=True, eq=False)
class RawMesh:
    """A surface as a maker gives it: it may be open, doubled or in pieces.

    Attributes
    ----------
    points : (n, 3) float64, Y up, any unit
        Corners.
    faces : (m, 3) int32
        Corner indices of each triangle.
    colors : (n, 3) float32 in [0, 1], linear
        Albedo at each corner.
    """

    points: Points
    faces: Faces
    colors: NDArray[np.float32]


@dataclass(frozen=True, slots=True, eq=False)
class Made:
    """A raw mesh, and facts about its making that are the same each time."""

    mesh: RawMesh
    facts: Mapping[str, str | int | float]


@dataclass(frozen=True, slots=True)
class About:
    """What a maker is, for the account of a model."""

    name: str
    model: str
    licence: str
    is_remote: bool = False


class Maker(Protocol):
    """Makes a shape from words or a picture.

    A remote one waits for its answer inside `make`, and ticks at least once a second.
    """

    about: About

    def make(self, wish: Wish, *, tick: Tick, note: Note = no_note) -> Made:
        """Return the mesh that is wished for; the same wish gives the same mesh where the maker can promise that.

        Raises
        ------
        GenerationFailed
            The model made nothing that has a surface.
        ProviderFailed
            A remote maker did not answer, or refused.
        Unavailable
            The model or its packages are not there.
        """
