"""What a bake is asked for."""

from dataclasses import dataclass
from typing import Literal, get_args

from engine.baking.casting import Device
from engine.baking.projecting import Search

Kind = Literal[
    "albedo", "normal", "roughness", "metallic", "ambient_occlusion", "curvature", "thickness", "emissive"
]  # fmt: skip
KINDS: tuple[Kind, ...] = get_args(Kind)
Supersampling = Literal[1, 4, 9, 16]


@dataclass(frozen=True, slots=True)
class Options:
    """How textures are baked; lengths of 0 are found by measuring.

    Attributes
    ----------
    size : texels along a side
    samples : rays per texel for occlusion and thickness
    supersampling : places per texel, a square number
    reach_m : how far from the light surface the detailed one is looked for
    search : the nearest surface, or the one farthest out
    margin_texels : how far charts are spread before the rest is filled
    fills : whether the rest follows the mips, else it shows `background` (sRGB)
    bits : of normal and curvature
    occlusion_m : what is farther hides nothing; 0: everything hides
    curvature_radius_m : at which distance bends are measured
    curvature_max_per_m, thickness_max_m : what white stands for
    """

    kinds: tuple[Kind, ...]
    size: int = 1024
    samples: int = 64
    supersampling: Supersampling = 4
    reach_m: float = 0.0
    search: Search = "nearest"
    margin_texels: int = 8
    fills: bool = True
    background: tuple[int, int, int] = (0, 0, 0)
    bits: Literal[8, 16] = 8
    occlusion_m: float = 0.0
    curvature_radius_m: float = 0.0
    curvature_max_per_m: float = 0.0
    thickness_max_m: float = 0.0
    seed: int = 0
    device: Device = "auto"

    @property
    def finer(self) -> int:
        """Return how many places a texel has along each side."""
        return {1: 1, 4: 2, 9: 3, 16: 4}[self.supersampling]
