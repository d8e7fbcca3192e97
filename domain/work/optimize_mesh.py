"""A mesh becomes lighter for the place where it will be shown."""

from typing import Annotated, ClassVar, Literal

from msgspec import Meta

from domain.work.base import Needs, Work

Target = Literal["web", "mobile", "desktop", "ar", "print"]
Packing = Literal["none", "draco", "meshopt"]
TRIANGLES_MOST = 5_000_000


class OptimizeMesh(Work, frozen=True, tag="optimize_mesh"):
    """Repair a model, simplify it, add levels of detail, and pack it."""

    needs: ClassVar[Needs] = Needs(lane="cpu", memory_mib=8192, time_limit_s=900)
    version: ClassVar[str] = "1.0"
    stages: ClassVar[tuple[str, ...]] = ("reading", "repairing", "simplifying", "packaging")

    mesh: str  # asset id
    target: Target = "web"
    max_triangles: Annotated[int, Meta(ge=4, le=TRIANGLES_MOST)] | None = (
        None  # without it: what the target usually takes
    )
    compression: Packing | None = None  # without it: what the target usually takes
    lods: Annotated[int, Meta(ge=0, le=6, description="Lighter levels beside the first")] = 0
    lod_form: Literal["msft_lod", "files"] = "msft_lod"
    is_repaired: bool = True
    fills_holes: bool = False
    quantizes: bool | None = None
    seed: Annotated[int, Meta(ge=0, lt=2**53)] = 0
