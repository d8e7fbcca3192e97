"""A mesh gets texture coordinates."""

from typing import Annotated, ClassVar, Literal

from msgspec import Meta

from domain.work.base import Needs, Work

UnwrapMethod = Literal["auto", "xatlas", "uvatlas", "parts"]


class UnwrapMesh(Work, frozen=True, tag="unwrap_mesh"):
    """Lay the surface of a model flat into one picture."""

    needs: ClassVar[Needs] = Needs(lane="cpu", memory_mib=8192, time_limit_s=1800)
    version: ClassVar[str] = "1.0"
    stages: ClassVar[tuple[str, ...]] = ("reading", "unwrapping", "measuring", "packaging")

    mesh: str  # asset id
    method: UnwrapMethod = "auto"
    padding: Annotated[int, Meta(ge=0, le=64, description="Texels between charts")] = 2
    resolution: Annotated[int, Meta(ge=64, le=8192, description="Texels along a side of the picture")] = 1024
    seed: Annotated[int, Meta(ge=0, lt=2**53)] = 0
