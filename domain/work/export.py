"""A finished model becomes a file in the wanted format."""

from typing import Annotated, ClassVar, Literal, get_args

import msgspec
from msgspec import Meta

from domain.citations import Citation
from domain.work.base import Needs, Work

Format = Literal["glb", "gltf", "usdz", "obj", "stl", "ply", "3mf"]
ExportCompression = Literal["none", "draco", "meshopt"]
FORMATS: tuple[Format, ...] = get_args(Format)
PACKABLE: tuple[Format, ...] = ("glb", "gltf")
"""Formats whose geometry may be compressed."""


class Ancestor(msgspec.Struct, frozen=True, omit_defaults=True):
    """A file that an exported model came of, the model itself first, and what made it."""

    asset: str
    sha256: str
    operation: str = ""  # kind of the job that made it; empty: it was given
    version: str = ""
    seed: int | None = None
    prompt: str = ""
    parents: tuple[str, ...] = ()  # assets that it was made of
    citations: tuple[Citation, ...] = ()


class Export(Work, frozen=True, tag="export"):
    """Write a model in a format, with or without its textures and provenance."""

    needs: ClassVar[Needs] = Needs(lane="cpu", memory_mib=8192, time_limit_s=600)
    version: ClassVar[str] = "2.1"
    stages: ClassVar[tuple[str, ...]] = ("reading", "writing", "packaging")

    run_id: str  # the job that made the model, or ""
    mesh: str  # asset id of the model
    format: Format = "glb"
    include_textures: bool = True
    include_provenance: bool = True
    compression: Annotated[ExportCompression, Meta(description="How geometry is packed: glb and gltf only")] = "none"
    name: Annotated[str, Meta(max_length=255, description="What the model's file is called")] = ""
    ancestors: Annotated[tuple[Ancestor, ...], Meta(max_length=32, description="What the model came of")] = ()


def compressions_of(format: str) -> tuple[ExportCompression, ...]:
    """Return the compressions that a format allows."""
    return get_args(ExportCompression) if format in PACKABLE else ("none",)
