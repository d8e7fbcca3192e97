"""Rays against triangles: one protocol, Embree on the processor or torch on an accelerator."""

from pathlib import Path
from typing import Any, Literal, Protocol

import numpy as np
from embreex.mesh_construction import TriangleMesh
from embreex.rtcore_scene import EmbreeScene
from numpy.typing import NDArray

from domain.errors import Invalid
from engine.rays import FAR, Hits

Floats = NDArray[Any]  # float32
Device = Literal["auto", "cpu", "gpu"]
_CHUNK = 1 << 19


class Caster(Protocol):
    """Triangles that rays can be shot at; places are (n, 3) float32, directions have length 1."""

    def first(self, origins: Floats, directions: Floats, reach: Floats | float = FAR) -> Hits:
        """Return what rays meet first within `reach`."""

    def distances(self, origins: Floats, directions: Floats) -> Floats:
        """Return how far rays go until they meet something, infinite for those that do not."""

    def blocked(self, origins: Floats, directions: Floats, reach: float = FAR) -> NDArray[np.bool_]:
        """Return whether anything stands within `reach` along each ray."""


class EmbreeCaster:
    """Embree. Unlike `engine.rays` it takes rays as they are: the triangles lie around the origin already."""

    def __init__(self, points: Floats, faces: NDArray[np.int32]) -> None:
        """Build the tree of (n, 3) float32 points and (m, 3) faces."""
        self._scene = EmbreeScene(robust=True) if len(faces) else None
        if self._scene is not None:
            self._mesh = TriangleMesh(self._scene, _even(points), np.ascontiguousarray(faces, np.int32))

    def first(self, origins: Floats, directions: Floats, reach: Floats | float = FAR) -> Hits:
        """Return what rays meet first within `reach`."""
        count = len(origins)
        if self._scene is None or not count:
            nothing = np.zeros(count, np.float32)
            return Hits(np.full(count, -1, np.int32), nothing, nothing, nothing)
        reaches = np.empty(count, np.float32)
        reaches[:] = reach
        found = self._scene.run(_even(origins), _even(directions), dists=reaches, output=True)
        return Hits(found["primID"], found["tfar"], found["u"], found["v"])

    def distances(self, origins: Floats, directions: Floats) -> Floats:
        """Return how far rays go until they meet something, infinite for those that do not."""
        if self._scene is None:
            return np.full(len(origins), np.inf, np.float32)
        reaches = np.full(len(origins), FAR, np.float32)
        found = self._scene.run(_even(origins), _even(directions), dists=reaches, query="DISTANCE")
        return np.where(found < 0.5 * FAR, found, np.inf).astype(np.float32)

    def blocked(self, origins: Floats, directions: Floats, reach: float = FAR) -> NDArray[np.bool_]:
        """Return whether anything stands within `reach` along each ray."""
        if self._scene is None:
            return np.zeros(len(origins), bool)
        reaches = np.full(len(origins), reach, np.float32)
        hit = self._scene.run(_even(origins), _even(directions), dists=reaches, query="OCCLUDED")
        return np.asarray(hit == 0)


def _even(values: Floats) -> Floats:
    return np.ascontiguousarray(values, np.float32)


class Counted:
    """A caster that counts its rays; each thread has its own."""

    def __init__(self, caster: Caster) -> None:
        """Start at zero."""
        self._caster, self.rays = caster, 0

    def first(self, origins: Floats, directions: Floats, reach: Floats | float = FAR) -> Hits:
        """Return what rays meet first within `reach`."""
        self.rays += len(origins)
        return self._caster.first(origins, directions, reach)

    def distances(self, origins: Floats, directions: Floats) -> Floats:
        """Return how far rays go until they meet something, infinite for those that do not."""
        self.rays += len(origins)
        return self._caster.distances(origins, directions)

    def blocked(self, origins: Floats, directions: Floats, reach: float = FAR) -> NDArray[np.bool_]:
        """Return whether anything stands within `reach` along each ray."""
        self.rays += len(origins)
        return self._caster.blocked(origins, directions, reach)


def gpu_name() -> str:
    """Return torch's name of the accelerator, or an empty text where there is none or torch is not installed."""
    if not any(Path("/dev").glob("nvidia[0-9]*")):
        return ""  # torch takes seconds to say so
    try:
        import torch
    except ImportError:
        return ""
    return "cuda" if torch.cuda.is_available() else ""


def caster_of(points: Floats, faces: NDArray[np.int32], *, device: Device = "auto") -> Caster:
    """Return the caster of a device; `auto` takes the accelerator where there is one.

    Raises
    ------
    Invalid
        `gpu` was asked for where there is none.
    """
    accelerator = "" if device == "cpu" else gpu_name()
    if device == "gpu" and not accelerator:
        raise Invalid("There is no accelerator that torch can use here", field="device", allowed=["auto", "cpu"])
    if not accelerator or not len(faces):
        return EmbreeCaster(points, faces)
    from engine.baking.torch_casting import TorchCaster

    return TorchCaster(points, faces, device=accelerator)
