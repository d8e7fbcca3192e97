"""A finished model becomes a file in the wanted format."""

from typing import ClassVar, Literal

from domain.work.base import Needs, Work


class Export(Work, frozen=True, tag="export"):
    """Write a model in a format, with or without its textures and provenance."""

    needs: ClassVar[Needs] = Needs(lane="cpu", memory_mib=1024, time_limit_s=120)
    version: ClassVar[str] = "1.0"
    stages: ClassVar[tuple[str, ...]] = ("packaging",)

    run_id: str
    mesh: str  # asset id of the run's GLB
    format: Literal["glb"] = "glb"
    include_textures: bool = True
    include_provenance: bool = True
    compression: Literal["none", "draco"] = "none"
