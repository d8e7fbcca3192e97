"""Textures become smaller, in a form that the graphics card reads."""

from typing import Annotated, ClassVar, Literal

from msgspec import Meta

from domain.work.base import Needs, Work
from domain.work.optimize_mesh import Target

TextureCompression = Literal["none", "webp", "astc", "etc2", "bc7", "etc1s", "uastc", "basis"]
AstcBlock = Literal[
    "4x4", "5x4", "5x5", "6x5", "6x6", "8x5", "8x6", "8x8", "10x5", "10x6", "10x8", "10x10", "12x10", "12x12"
]
SIDE_MAX_PX = 8192


class OptimizeTextures(Work, frozen=True, tag="optimize_textures"):
    """Resize, pack and compress pictures, those of a model or single ones."""

    needs: ClassVar[Needs] = Needs(lane="cpu", memory_mib=8192, time_limit_s=1800)
    version: ClassVar[str] = "1.1"
    stages: ClassVar[tuple[str, ...]] = ("reading", "encoding", "packaging")
    lighter: ClassVar[str] = "Ask for smaller textures or a lower quality."

    textures: Annotated[
        dict[str, str], Meta(description="Assets by kind: albedo, emissive, normal, roughness, metallic, occlusion, …")
    ] = {}
    mesh: Annotated[str, Meta(description="Asset of a model whose textures are meant")] = ""
    target: Annotated[Target, Meta(description="Where the textures will be shown")] = "web"
    compression: Annotated[
        TextureCompression | None,
        Meta(description="How texels are packed; basis is ETC1S for colours and UASTC for the rest"),
    ] = None  # without it: what the target usually reads
    quality: Annotated[float, Meta(ge=0, le=1, description="0 is smallest, 1 is nearest to the source")] = 0.8
    effort: Annotated[
        Literal["fast", "medium", "thorough"], Meta(description="How long the encoder searches for better blocks")
    ] = "medium"
    max_size_px: Annotated[int, Meta(ge=4, le=SIDE_MAX_PX, description="Longest side allowed, texels")] | None = (
        None  # without it: what the target usually shows
    )
    power_of_two: Annotated[
        Literal["nearest", "lower", "higher", "none"] | None,
        Meta(description="Which power of two each side becomes; none keeps the sides as they are"),
    ] = None  # without it: what the target wants
    has_mipmaps: Annotated[bool, Meta(description="Whether KTX2 files hold the smaller levels too")] = True
    layout: Annotated[
        Literal["compact", "rgb"],
        Meta(description="compact: normals as X and Y, scalars as one channel; rgb: as glTF shaders read them"),
    ] = "compact"
    astc_block: Annotated[AstcBlock | None, Meta(description="Texels of an ASTC block, instead of by quality")] = None
    is_supercompressed: Annotated[bool, Meta(description="Whether Zstandard packs the levels of a KTX2 file")] = True
    packs_orm: Annotated[
        bool, Meta(description="Whether occlusion, roughness and metallic become one picture's red, green and blue")
    ] = False
    seed: Annotated[int, Meta(ge=0, lt=2**53, description="Noted only: nothing here is random")] = 0
