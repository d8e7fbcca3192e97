"""A mesh becomes lighter for the place where it will be shown."""

from typing import Annotated, ClassVar, Literal

from msgspec import Meta

from domain.work.base import Needs, Work

Target = Literal["web", "mobile", "desktop", "ar", "print"]
Packing = Literal["none", "draco", "meshopt"]
TRIANGLES_MOST = 5_000_000
LODS_MOST = 6


class OptimizeMesh(Work, frozen=True, tag="optimize_mesh"):
    """Repair a model, simplify it, add levels of detail, and pack it."""

    needs: ClassVar[Needs] = Needs(lane="cpu", memory_mib=8192, time_limit_s=1800)
    version: ClassVar[str] = "1.1"
    stages: ClassVar[tuple[str, ...]] = ("reading", "repairing", "simplifying", "measuring", "packaging")
    lighter: ClassVar[str] = "Ask for fewer levels of detail, or give a mesh of fewer triangles."

    mesh: str  # asset id
    target: Annotated[
        Target, Meta(description="Where it will be shown: says what the other options are without them")
    ] = "web"
    max_triangles: Annotated[
        Annotated[int, Meta(ge=4, le=TRIANGLES_MOST)] | None,
        Meta(description="Triangles of the whole scene as it is shown, at most"),
    ] = None
    compression: Annotated[Packing | None, Meta(description="How geometry is packed in the file")] = None
    quantizes: Annotated[
        bool | None, Meta(description="Whether attributes become whole numbers on grids (KHR_mesh_quantization)")
    ] = None
    is_repaired: Annotated[
        bool, Meta(description="Whether corners are welded, faults dropped, and triangles turned alike")
    ] = True
    weld_tolerance: Annotated[
        float, Meta(ge=0, le=0.01, description="Share of a mesh's diagonal within which places become one")
    ] = 1e-6
    fills_holes: Annotated[bool | None, Meta(description="Whether rims of holes are closed")] = None
    lods: Annotated[int, Meta(ge=0, le=LODS_MOST, description="Lighter levels beside the first")] = 0
    lod_ratio: Annotated[
        float, Meta(ge=0.1, le=0.9, description="Triangles of each level as a share of the one before")
    ] = 0.5
    lod_form: Annotated[
        Literal["msft_lod", "files"],
        Meta(description="Levels in the one file (MSFT_lod), or each in a file of its own"),
    ] = "msft_lod"
    seed: Annotated[int, Meta(ge=0, lt=2**53)] = 0
