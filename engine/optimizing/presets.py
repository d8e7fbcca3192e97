"""What each target usually takes: one table, shown in docs/operations/optimizing.md; options say otherwise."""

from collections.abc import Mapping
from dataclasses import dataclass

from domain.work.optimize_mesh import OptimizeMesh, Packing, Target


@dataclass(frozen=True, slots=True)
class Preset:
    """Triangles of the whole scene, how it is packed, and whether it is made closed; textures stay as they are.

    `is_ceiling`: more triangles than that are not given even where they are asked for.
    """

    triangles: int
    compression: Packing = "none"
    quantizes: bool = False
    fills_holes: bool = False
    is_ceiling: bool = False


PRESETS: Mapping[Target, Preset] = {
    "web": Preset(100_000, compression="draco"),
    "mobile": Preset(30_000, compression="meshopt", quantizes=True),
    "desktop": Preset(500_000),
    "ar": Preset(100_000, is_ceiling=True),
    "print": Preset(1_000_000, fills_holes=True),
}
"""Sources: Draco is what web viewers decode most widely; 30,000 triangles is a usual budget of a hero object on phones;
100,000 is what AR viewers of phones advise at most; slicers take a million and know no packed files."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What is done: the options where they say something, the target's preset where they do not."""

    triangles: int
    compression: Packing
    quantizes: bool
    fills_holes: bool
    notes: tuple[str, ...] = ()


def planned(work: OptimizeMesh) -> Plan:
    """Return what the options and the target's preset come to, and what of the options could not be had."""
    preset, notes = PRESETS[work.target], []
    triangles = work.max_triangles or preset.triangles
    if preset.is_ceiling and triangles > preset.triangles:
        notes.append(f"{work.target} takes at most {preset.triangles} triangles; {triangles} were asked for")
        triangles = preset.triangles
    compression = work.compression or preset.compression
    quantizes = preset.quantizes if work.quantizes is None else work.quantizes
    fills_holes = preset.fills_holes if work.fills_holes is None else work.fills_holes
    if work.target == "print" and (compression != "none" or quantizes):
        notes.append("Files for printing are neither packed nor quantised: few slicers read those")
        compression, quantizes = "none", False
    return Plan(triangles, compression, quantizes, fills_holes, tuple(notes))
