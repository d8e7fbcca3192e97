"""What a model weighs: triangles, corners, bytes in the memory of a graphics card, and how it uses its caches."""

from collections.abc import Iterator
from dataclasses import dataclass

from domain.errors import Invalid, TooLarge
from engine.models.model import Model, Surface
from engine.models.pictures import opened
from engine.models.vertex_order import order_of
from engine.optimizing.sharing import triangles_shown

_FLOATS = {"points": 12, "normals": 12, "tangents": 16, "uv": 8, "colors": 16, "joints": 8, "weights": 16, "shift": 12}
_WHOLE = {"points": 8, "normals": 4, "tangents": 4, "uv": 4, "colors": 4, "joints": 4, "weights": 4, "shift": 8}
"""Bytes of a corner's attributes, as floats and as KHR_mesh_quantization has them (aligned to four)."""
_MIP_LEVELS = 4 / 3
_ORDERED_MOST = 500_000  # triangles: how well larger models use the cache is told from so many of them


@dataclass(frozen=True, slots=True)
class Weight:
    """Triangles, as stored and as shown; corners; and bytes of geometry in the memory of a graphics card."""

    triangles: int
    triangles_shown: int
    vertices: int
    geometry_bytes: int

    @classmethod
    def of(cls, model: Model, *, is_quantized: bool = False) -> "Weight":
        """Return what a model weighs; each mesh counts once, but `triangles_shown` as often as it is shown."""
        surfaces = list(_surfaces(model))
        return cls(
            model.triangles, triangles_shown(model), sum(len(surface.points) for surface in surfaces),
            sum(_bytes_of(surface, _WHOLE if is_quantized else _FLOATS) for surface in surfaces),
        )  # fmt: skip


def _surfaces(model: Model) -> Iterator[Surface]:
    return (surface for mesh in model.meshes for surface in mesh.surfaces)


def _bytes_of(surface: Surface, sizes: dict[str, int]) -> int:
    here = {"normals": surface.normals, "tangents": surface.tangents, "colors": surface.colors}
    corner = sizes["points"] + sum(sizes[name] for name, values in here.items() if values is not None)
    corner += sizes["uv"] * len(surface.uvs) + sizes["shift"] * sum(len(target) for target in surface.targets)
    if surface.joints is not None:
        corner += (sizes["joints"] + sizes["weights"]) * surface.joints.shape[1] // 4
    return corner * len(surface.points) + surface.faces.size * (2 if len(surface.points) < 65_535 else 4)


def texture_bytes_of(model: Model) -> int:
    """Return the bytes that a model's pictures take as textures: four a texel, with all mip levels.

    Pictures that cannot be opened here (KTX2) count with the bytes that they have.
    """
    total = 0.0
    for picture in model.pictures:
        try:
            width, height = opened(picture).size
            total += 4 * width * height * _MIP_LEVELS
        except (Invalid, TooLarge):
            total += len(picture.data)
    return round(total)


def cache_use_of(model: Model) -> dict[str, float]:
    """Return corners shaded per triangle and per corner, over all surfaces: ACMR and ATVR, a queue of 16."""
    shaded = triangles = corners = 0.0
    for surface in _surfaces(model):
        faces = surface.faces[: max(_ORDERED_MOST - int(triangles), 0)]
        if len(faces):
            order = order_of(faces)
            shaded += order.acmr * len(faces)
            corners += order.acmr * len(faces) / max(order.atvr, 1e-9)
            triangles += len(faces)
    return {"acmr": round(shaded / max(triangles, 1), 4), "atvr": round(shaded / max(corners, 1), 4)}
