"""Textures become smaller, in a form that the graphics card reads."""

from typing import Annotated, ClassVar, Literal

from msgspec import Meta

from domain.work.base import Needs, Work
from domain.work.optimize_mesh import Target

TextureCompression = Literal["none", "webp", "astc", "etc2", "bc7", "etc1s", "uastc"]


class OptimizeTextures(Work, frozen=True, tag="optimize_textures"):
    """Resize, pack and compress pictures, those of a model or single ones."""

    needs: ClassVar[Needs] = Needs(lane="cpu", memory_mib=4096, time_limit_s=900)
    version: ClassVar[str] = "1.0"
    stages: ClassVar[tuple[str, ...]] = ("reading", "encoding", "measuring", "packaging")

    textures: dict[str, str] = {}  # asset ids by kind: albedo, normal, …
    mesh: str = ""  # asset id of a model whose textures are meant
    target: Target = "web"
    compression: TextureCompression | None = None  # without it: what the target usually reads
    quality: Annotated[float, Meta(ge=0, le=1)] = 0.8
    seed: Annotated[int, Meta(ge=0, lt=2**53)] = 0
