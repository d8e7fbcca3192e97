"""A mesh gets texture coordinates."""

from typing import Annotated, ClassVar, Literal

from msgspec import Meta

from domain.work.base import Needs, Work

UnwrapMethod = Literal["auto", "xatlas", "uvatlas", "parts"]
Atlas = Literal["whole", "per_mesh"]
Weight = Annotated[float, Meta(ge=0, le=1000)]


class UnwrapMesh(Work, frozen=True, tag="unwrap_mesh"):
    """Lay the surface of a model flat into one picture, or one for each mesh."""

    needs: ClassVar[Needs] = Needs(lane="cpu", memory_mib=8192, time_limit_s=1800)
    version: ClassVar[str] = "1.1"
    stages: ClassVar[tuple[str, ...]] = ("reading", "unwrapping", "measuring", "packaging")
    lighter: ClassVar[str] = "Ask for the method `parts`, or give a mesh of fewer triangles."

    mesh: str  # asset id
    method: Annotated[
        UnwrapMethod,
        Meta(description="Whose charts: our own parts, xatlas, uvatlas (needs Open3D), or auto: parts, else xatlas"),
    ] = "auto"
    padding: Annotated[int, Meta(ge=0, le=64, description="Texels between charts")] = 2
    resolution: Annotated[int, Meta(ge=64, le=8192, description="Texels along a side of the picture")] = 1024
    texels_per_unit: Annotated[
        float, Meta(ge=0, le=1e9, description="Texels per metre of surface; 0 is as many as fit the resolution")
    ] = 0.0
    atlas: Annotated[Atlas, Meta(description="One picture for the whole scene, or one for each mesh")] = "whole"
    keeps_uvs: Annotated[
        bool,
        Meta(description="Keep the old texture coordinates as further sets, and the textures on them; else both go"),
    ] = True

    stretch: Annotated[
        float,
        Meta(ge=0.1, le=4, description="parts: how much charts may bend; more gives fewer charts and more stretch"),
    ] = 1.0
    max_stretch: Annotated[
        float, Meta(gt=0, lt=1, description="uvatlas: the most stretch, towards 1 without bound")
    ] = 1 / 6

    max_chart_area: Annotated[float, Meta(ge=0, description="xatlas: largest chart, square metres; 0 is no limit")] = (
        0.0
    )
    max_boundary_length: Annotated[
        float, Meta(ge=0, description="xatlas: longest outline of a chart, metres; 0 is no limit")
    ] = 0.0
    normal_deviation_weight: Annotated[Weight, Meta(description="xatlas: how much bending costs")] = 2.0
    roundness_weight: Annotated[Weight, Meta(description="xatlas: how much charts that are not round cost")] = 0.01
    straightness_weight: Annotated[Weight, Meta(description="xatlas: how much ragged outlines cost")] = 6.0
    normal_seam_weight: Annotated[
        Weight, Meta(description="xatlas: how much crossing a break of normals costs; over 1000 never")
    ] = 4.0
    texture_seam_weight: Annotated[
        Weight, Meta(description="xatlas: how much crossing a seam of the old coordinates costs")
    ] = 0.5
    max_cost: Annotated[float, Meta(gt=0, le=1000, description="xatlas: a chart grows until it costs this much")] = 2.0
    max_iterations: Annotated[int, Meta(ge=1, le=16, description="xatlas: how often charts are grown anew")] = 1
    use_input_uvs: Annotated[bool, Meta(description="xatlas: take the charts of the old coordinates, first set")] = (
        False
    )
    fix_winding: Annotated[bool, Meta(description="xatlas: turn mirrored charts of the old coordinates over")] = True
    max_chart_size: Annotated[
        int, Meta(ge=0, le=8192, description="xatlas: larger charts are shrunk, texels; 0 never")
    ] = 0
    bilinear: Annotated[bool, Meta(description="Leave a texel more, for filters that look at neighbours")] = True
    block_align: Annotated[bool, Meta(description="xatlas: place charts on blocks of 4x4 texels")] = False
    brute_force: Annotated[bool, Meta(description="xatlas: try every place; slow, a tenth denser")] = False
    rotate_charts: Annotated[
        bool, Meta(description="xatlas: also turn charts by a right angle; it mirrors them, and they are packed anew")
    ] = False
    rotate_charts_to_axis: Annotated[bool, Meta(description="xatlas: turn charts upright before packing")] = True
    seed: Annotated[int, Meta(ge=0, lt=2**53)] = 0
