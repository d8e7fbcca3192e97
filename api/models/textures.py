"""Operations on textures: baked from detailed meshes, and packed for graphics cards."""

from typing import TYPE_CHECKING, Annotated, Any, TypeAlias, get_args

import msgspec
from litestar import Response, get, post
from litestar.types import ControllerRouterHandler
from msgspec import Meta

from api.models.operations import (
    STARTED,
    OperationAnswer,
    Operations,
    SourceUrl,
    common_routes,
    fields_of,
    options_of,
)
from api.watching.waiting import Wait
from api.wire.wording import IN_WORDS
from domain.errors import Invalid
from domain.work import BakeTextures, OptimizeTextures
from domain.work.bake_textures import BakedKind
from domain.work.optimize_mesh import Target

KINDS = (BakeTextures.kind(), OptimizeTextures.kind())
TEXTURES_MAX = 16
BAKED_MAX = len(get_args(BakedKind))

if TYPE_CHECKING:
    BakeOptions: TypeAlias = Any
    EncodeOptions: TypeAlias = Any
else:
    BakeOptions = options_of(BakeTextures, ("mesh", "low", "textures"))
    EncodeOptions = options_of(OptimizeTextures, ("mesh", "textures", "target"))

KindName = Annotated[
    str,
    Meta(
        pattern=r"^[a-z][a-z_]{0,31}$",
        extra={IN_WORDS: "small letters a to z and underscores, beginning with a letter, at most 32 characters"},
    ),
]


class BakeRequest(msgspec.Struct, forbid_unknown_fields=True):
    """A detailed mesh whose look goes into textures."""

    mesh_url: Annotated[SourceUrl, Meta(description="The detailed mesh")]
    low_url: Annotated[
        str, Meta(max_length=2048, description="The light mesh that is textured; without it, one is made")
    ] = ""
    textures: Annotated[
        list[BakedKind],
        Meta(min_length=1, max_length=BAKED_MAX, description="What is baked; one that is named twice is baked once"),
    ] = msgspec.field(default_factory=lambda: ["albedo", "normal", "roughness", "metallic"])
    options: BakeOptions = msgspec.field(default_factory=BakeOptions)


class EncodeRequest(msgspec.Struct, forbid_unknown_fields=True):
    """Textures to make smaller: single pictures, or those of a model."""

    texture_urls: Annotated[
        dict[KindName, SourceUrl],
        Meta(max_length=TEXTURES_MAX, description="Pictures by kind: albedo, normal, roughness, …"),
    ] = {}
    mesh_url: Annotated[
        str, Meta(max_length=2048, description="A model whose textures are meant; it comes back with the new ones")
    ] = ""
    target: Target = "web"
    options: EncodeOptions = msgspec.field(default_factory=EncodeOptions)


@post("/textures/bake", operation_id="BakeTextures", tags=["Textures"], **STARTED)
async def bake_textures(data: BakeRequest, operations: Operations, wait: Wait = None) -> Response[OperationAnswer]:
    """Bake the look of a detailed mesh into textures of a light one."""
    await operations.require_room()
    kinds = tuple(dict.fromkeys(data.textures))
    mesh = await operations.sources.model(data.mesh_url, "mesh_url")
    low = await operations.sources.model(data.low_url, "low_url") if data.low_url else None
    work = BakeTextures(mesh=mesh.id, low=low.id if low else "", textures=kinds, **fields_of(data.options))
    return await operations.begin(work, [mesh, *([low] if low else [])], wait)


@post("/textures/optimize", operation_id="OptimizeTextures", tags=["Textures"], **STARTED)
async def optimize_textures(
    data: EncodeRequest, operations: Operations, wait: Wait = None
) -> Response[OperationAnswer]:
    """Resize, pack and compress pictures, or those of a model, into forms that graphics cards read."""
    if bool(data.texture_urls) == bool(data.mesh_url):
        raise Invalid("Give either `texture_urls` or `mesh_url`", field="texture_urls")
    await operations.require_room()
    sources = operations.sources
    pictures = {kind: await sources.picture(url, f"texture_urls.{kind}") for kind, url in data.texture_urls.items()}
    mesh = await sources.model(data.mesh_url, "mesh_url") if data.mesh_url else None
    work = OptimizeTextures(
        textures={kind: row.id for kind, row in pictures.items()}, mesh=mesh.id if mesh else "", target=data.target,
        **fields_of(data.options),
    )  # fmt: skip
    return await operations.begin(work, [*pictures.values(), *([mesh] if mesh else [])], wait)


@get("/textures/{job_id:str}", operation_id="GetTextureOperation", tags=["Textures"], opt={"timeout_s": None})
async def get_textures(job_id: str, operations: Operations, wait: Wait = None) -> Response[OperationAnswer]:
    """Return how far an operation is, and its result once there is one."""
    return await operations.show(job_id, KINDS, wait)


routes: list[ControllerRouterHandler] = [
    bake_textures, optimize_textures, get_textures, *common_routes("textures", "Texture", KINDS),
]  # fmt: skip
