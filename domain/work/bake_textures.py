"""What a detailed surface looks like goes into the textures of a light one."""

from typing import Annotated, ClassVar, Literal

from msgspec import Meta

from domain.work.base import Needs, Work

BakedKind = Literal[
    "albedo", "normal", "roughness", "metallic", "ambient_occlusion", "curvature", "thickness", "emissive"
]  # fmt: skip


class BakeTextures(Work, frozen=True, tag="bake_textures"):
    """Bake textures from a high-poly model onto a low-poly one."""

    needs: ClassVar[Needs] = Needs(lane="cpu", memory_mib=8192, time_limit_s=1800)
    version: ClassVar[str] = "1.1"
    stages: ClassVar[tuple[str, ...]] = ("reading", "preparing", "texture_baking", "packaging")
    lighter: ClassVar[str] = "Ask for a lower resolution, fewer samples or fewer textures."

    mesh: str  # asset id of the high-poly model
    low: str = ""  # asset id of the low-poly model; without it, one is made
    textures: Annotated[tuple[BakedKind, ...], Meta(min_length=1, description="What is baked")] = (
        "albedo", "normal", "roughness", "metallic",
    )  # fmt: skip
    resolution: Annotated[int, Meta(ge=16, le=8192, description="Texels along a side of each picture")] = 2048
    samples: Annotated[int, Meta(ge=1, le=1024, description="Rays for each texel of occlusion and thickness")] = 64
    supersampling: Annotated[
        Literal[1, 4, 9, 16], Meta(description="Places of each texel that are looked at and averaged")
    ] = 4
    onto: Annotated[
        Literal["auto", "self", "light"],
        Meta(description="Without a low-poly model: bake onto the model itself, or onto a lighter version made of it"),
    ] = "auto"
    low_triangles: Annotated[
        int, Meta(ge=16, le=1_000_000, description="Triangles of the low-poly model where one is made")
    ] = 10_000
    unwraps: Annotated[
        Literal["auto", "always", "never"],
        Meta(description="Whether the low-poly model gets new texture coordinates; auto: where its own cannot be used"),
    ] = "auto"
    cage_offset_m: Annotated[
        float, Meta(ge=0, le=1e6, description="How far from the low-poly surface the other is looked for; 0: measured")
    ] = 0.0
    search: Annotated[
        Literal["nearest", "outermost"], Meta(description="Which surface within that distance counts")
    ] = "nearest"
    margin_texels: Annotated[int, Meta(ge=0, le=256, description="How far charts are spread over their edges")] = 8
    padding: Annotated[
        Literal["mips", "background"], Meta(description="What fills the rest: what mip levels need, or one colour")
    ] = "mips"
    background: Annotated[
        str,
        Meta(
            pattern=r"^#[0-9a-fA-F]{6}$",
            description="Colour of empty texels of albedo, sRGB",
            extra={"in_words": "# and six hexadecimal digits, like #1a2b3c"},
        ),
    ] = "#000000"
    bits: Annotated[Literal[8, 16], Meta(description="Bits of each channel of normal and curvature")] = 8
    packs_orm: Annotated[
        bool, Meta(description="Whether occlusion, roughness and metallic are also kept as one picture, orm.png")
    ] = False
    occlusion_distance_m: Annotated[
        float, Meta(ge=0, le=1e6, description="What is farther hides nothing; 0: everything counts")
    ] = 0.0
    curvature_radius_m: Annotated[
        float, Meta(ge=0, le=1e6, description="Distance over which bends are measured; 0: by texels and size")
    ] = 0.0
    curvature_max_per_m: Annotated[
        float, Meta(ge=0, le=1e9, description="Curvature that white stands for, its negative is black; 0: measured")
    ] = 0.0
    thickness_max_m: Annotated[
        float, Meta(ge=0, le=1e6, description="Thickness that white stands for; 0: measured")
    ] = 0.0
    device: Annotated[
        Literal["auto", "cpu", "gpu"],
        Meta(description="Where rays are traced; auto: on an accelerator if there is one"),
    ] = "auto"
    seed: Annotated[int, Meta(ge=0, lt=2**53)] = 0
