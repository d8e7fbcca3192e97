"""Operations on meshes: lighter ones for a platform, and texture coordinates."""

from typing import TYPE_CHECKING, Any, TypeAlias

import msgspec
from litestar import Request, Response, get, post, route
from litestar.openapi.datastructures import ResponseSpec
from litestar.types import ASGIApp, ControllerRouterHandler

from api.core import Core
from api.designs.compliance_files import case_file
from api.designs.family3 import Family3
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
from api.wire.exchange import Exchange
from domain.work import OptimizeMesh, UnwrapMesh
from domain.work.optimize_mesh import Target

KINDS = (OptimizeMesh.kind(), UnwrapMesh.kind())

if TYPE_CHECKING:
    OptimizeOptions: TypeAlias = Any
    UnwrapOptions: TypeAlias = Any
else:
    OptimizeOptions = options_of(OptimizeMesh, ("mesh", "target"))
    UnwrapOptions = options_of(UnwrapMesh, ("mesh",))

FOUND = {
    200: ResponseSpec(OperationAnswer, description="The operation; of a case's `.stl`, the file"),
}


class OptimizeRequest(msgspec.Struct, forbid_unknown_fields=True):
    """A mesh to make lighter."""

    mesh_url: SourceUrl
    target: Target = "web"
    options: OptimizeOptions = msgspec.field(default_factory=OptimizeOptions)


class UnwrapRequest(msgspec.Struct, forbid_unknown_fields=True):
    """A mesh to lay flat."""

    mesh_url: SourceUrl
    options: UnwrapOptions = msgspec.field(default_factory=UnwrapOptions)


@post("/geometry/optimize", operation_id="OptimizeMesh", tags=["Geometry"], **STARTED)
async def optimize_mesh(data: OptimizeRequest, operations: Operations, wait: Wait = None) -> Response[OperationAnswer]:
    """Repair a mesh, simplify it, add levels of detail and pack it, for where it will be shown."""
    await operations.require_room()
    mesh = await operations.sources.model(data.mesh_url, "mesh_url")
    work = OptimizeMesh(mesh=mesh.id, target=data.target, **fields_of(data.options))
    return await operations.begin(work, [mesh], wait)


@post("/geometry/uv-unwrap", operation_id="UnwrapMesh", tags=["Geometry"], **STARTED)
async def unwrap_mesh(data: UnwrapRequest, operations: Operations, wait: Wait = None) -> Response[OperationAnswer]:
    """Lay the surface of a mesh flat into one picture, without overlap."""
    await operations.require_room()
    mesh = await operations.sources.model(data.mesh_url, "mesh_url")
    work = UnwrapMesh(mesh=mesh.id, **fields_of(data.options))
    return await operations.begin(work, [mesh], wait)


@get(
    "/geometry/{name:str}",
    operation_id="GetGeometryOperation",
    tags=["Geometry"],
    opt={"public": True, "signed": True, "timeout_s": None},
    responses=FOUND,
)
async def get_geometry(
    name: str,
    operations: Operations,
    request: Request[Any, Any, Any],
    exchange: Exchange,
    core: Core,
    designing: Family3,
    wait: Wait = None,
) -> ASGIApp:
    """Return how far an operation is, by its id, and its result once there is one.

    A name that ends with `.stl` is the geometry of a compliance case: binary STL in millimetres with Z up, under the
    path that an answer gave, or `{case_id}.stl` with credentials.
    """
    if name.endswith(".stl"):
        return await case_file("geometry", name, request, exchange, core, designing)
    answer = await operations.show(name, KINDS, wait)
    return answer.to_asgi_response(None, request)


@route(
    "/geometry/{name:str}",
    http_method=["HEAD"],
    operation_id="HeadCaseGeometry",
    tags=["Compliance"],
    opt={"public": True, "signed": True, "timeout_s": None},
    responses={200: ResponseSpec(None, description="Its length, ETag and name")},
)
async def head_case(
    name: str, request: Request[Any, Any, Any], exchange: Exchange, core: Core, designing: Family3
) -> ASGIApp:
    """Return the headers of the geometry of a compliance case."""
    return await case_file("geometry", name, request, exchange, core, designing)


routes: list[ControllerRouterHandler] = [
    optimize_mesh, unwrap_mesh, get_geometry, head_case, *common_routes("geometry", "Geometry", KINDS),
]  # fmt: skip
