"""A film or pictures become a textured mesh."""

from collections.abc import Sequence
from typing import Annotated, ClassVar, Self

import msgspec
from msgspec import Meta
from msgspec.structs import replace

from domain.project import Mapper, ReconstructionQuality
from domain.work.base import Needs, Work

KEPT_PREFIX = "stage-"
"""How the names of files begin that keep what a stage made."""


class NamedAsset(msgspec.Struct, frozen=True):
    """A file and the name that it was given."""

    asset_id: str
    name: str


class Reconstruct(Work, frozen=True, tag="reconstruct"):
    """Find the cameras, the depths, the surface and its texture.

    `earlier` are files that earlier jobs of the project kept of their stages; those made from the same inputs with the
    same parameters are used again.
    """

    needs: ClassVar[Needs] = Needs(lane="cpu", memory_mib=12288, time_limit_s=21_600)
    version: ClassVar[str] = "1.3"
    stages: ClassVar[tuple[str, ...]] = (
        "frames", "features", "matching", "mapping", "dense", "meshing", "texturing", "packaging",
    )  # fmt: skip
    lighter: ClassVar[str] = "Ask for a lower quality, or give fewer pictures."

    project_id: str
    video: str = ""  # asset id; empty: pictures were given
    pictures: tuple[NamedAsset, ...] = ()
    frames: str = ""  # asset id of frames that were taken before
    quality: ReconstructionQuality = "medium"
    earlier: tuple[NamedAsset, ...] = ()
    seed: Annotated[int, Meta(ge=0, lt=2**53)] = 0
    mapper: Mapper = "incremental"  # how the cameras are found: one after the other, or all at once

    def resumed(self, kept: Sequence[tuple[str, str]]) -> Self:
        """Return the work with what attempts before kept of their stages."""
        stages = tuple(NamedAsset(asset, name) for asset, name in kept if name.startswith(KEPT_PREFIX))
        return replace(self, earlier=(*self.earlier, *stages)) if stages else self
