"""A finished model becomes a file in the wanted format."""

from typing import Annotated, ClassVar, Literal, get_args

from msgspec import Meta

from domain.work.base import Needs, Work

Format = Literal["glb", "gltf", "usdz", "obj", "stl", "ply", "3mf"]
ExportCompression = Literal["none", "draco", "meshopt"]
FORMATS: tuple[Format, ...] = get_args(Format)
PACKABLE: tuple[Format, ...] = ("glb", "gltf")
"""Formats whose geometry may be compressed."""


class Export(Work, frozen=True, tag="export"):
    """Write a model in a format, with or without its textures and provenance."""

    needs: ClassVar[Needs] = Needs(lane="cpu", memory_mib=8192, time_limit_s=600)
    version: ClassVar[str] = "2.0"
    stages: ClassVar[tuple[str, ...]] = ("reading", "writing", "packaging")

    run_id: str  # the job that made the model, or ""
    mesh: str  # asset id of the model
    format: Format = "glb"
    include_textures: bool = True
    include_provenance: bool = True
    compression: Annotated[ExportCompression, Meta(description="How geometry is packed: glb and gltf only")] = "none"
    name: Annotated[str, Meta(max_length=255, description="What the model's file is called")] = ""


def compressions_of(format: str) -> tuple[ExportCompression, ...]:
    """Return the compressions that a format allows."""
    return get_args(ExportCompression) if format in PACKABLE else ("none",)
