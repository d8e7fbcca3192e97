"""What a detailed surface looks like goes into the textures of a light one."""

from typing import Annotated, ClassVar, Literal

from msgspec import Meta

from domain.work.base import Needs, Work

BakedKind = Literal["albedo", "normal", "roughness", "metallic", "ambient_occlusion", "curvature", "thickness"]


class BakeTextures(Work, frozen=True, tag="bake_textures"):
    """Bake textures from a high-poly model onto a low-poly one."""

    needs: ClassVar[Needs] = Needs(lane="cpu", memory_mib=8192, time_limit_s=1800)
    version: ClassVar[str] = "1.0"
    stages: ClassVar[tuple[str, ...]] = ("reading", "preparing", "texture_baking", "packaging")

    mesh: str  # asset id of the high-poly model
    low: str = ""  # asset id of the low-poly model; without it, one is made
    textures: tuple[BakedKind, ...] = ("albedo", "normal", "roughness", "metallic")
    resolution: Annotated[int, Meta(ge=16, le=8192, description="Texels along a side of each picture")] = 2048
    samples: Annotated[int, Meta(ge=1, le=1024, description="Rays for each texel of occlusion and thickness")] = 64
    seed: Annotated[int, Meta(ge=0, lt=2**53)] = 0
