"""Examples of the requests and answers of uploads and of operations on meshes and textures, made of the real types."""

from datetime import UTC, datetime
from typing import Any

import msgspec

from api.files.giving import AssetGiven, AssetGivenAnswer
from api.files.resumable import UploadAnswer, UploadShown
from api.files.upload import AssetPage, AssetsAnswer
from api.models.geometry import OptimizeRequest, UnwrapRequest
from api.models.operations import InputShown, OperationAnswer, OperationPage, OperationsAnswer, OperationShown
from api.models.run import StageShown
from api.models.textures import BakeRequest, EncodeRequest

AT = datetime(2026, 1, 31, 12, 0, tzinfo=UTC)
ASSET_ID = "asset_01k0000000000000000000000a"
JOB_ID = "job_01k0000000000000000000000a"
_BASE = "http://localhost:8000/api/v1"
_DUCK = f"{_BASE}/assets/{ASSET_ID}/duck.glb?expires=1769950800&signature=Zm9v"
_FILES = f"{_BASE}/assets/asset_01k0000000000000000000000b/"
_QUERY = "?expires=1769950800&signature=YmFy"
_TYPE, _HASH = "model/gltf-binary", "0" * 64

_GIVEN = AssetGiven(
    asset_id=ASSET_ID, name="duck.glb", media_type=_TYPE, sha256=_HASH, size_bytes=120_484, url=_DUCK, expires_at=AT,
    created_at=AT,
)  # fmt: skip
_UPLOAD = UploadShown(
    upload_id="upload_01k0000000000000000000000a", name="duck.glb", offset=65_536, size_bytes=120_484, expires_at=AT
)


def _operation(kind: str, options: dict[str, Any], result: dict[str, Any]) -> OperationShown:
    path = "textures" if kind.endswith("textures") else "geometry"
    account = {"parent_asset": ASSET_ID, "parent_sha256": _HASH, "operation": kind, "parameters": options, "seed": 0}
    return OperationShown(
        job_id=JOB_ID, kind=kind, status="completed", progress=1.0, current_stage=None,
        stages=[StageShown(name="reading", status="completed", progress=1.0, duration=0.05, result={})],
        options={"mesh": ASSET_ID, **options}, seed=0,
        inputs=[InputShown(ASSET_ID, "duck.glb", _TYPE, _HASH, 120_484, _DUCK)], attempt=1,
        status_url=f"{_BASE}/{path}/{JOB_ID}", websocket_url=f"ws://localhost:8000/api/v1/ws/runs/{JOB_ID}",
        result={**result, "provenance": account}, created_at=AT, updated_at=AT, started_at=AT, ended_at=AT,
    )  # fmt: skip


_LIGHTER = _operation(
    "optimize_mesh",
    {"target": "web", "max_triangles": 1000, "compression": "draco"},
    {
        "mesh_url": f"{_FILES}model.glb{_QUERY}",
        "preview_url": f"{_FILES}preview.png{_QUERY}",
        "metrics": {"triangles": {"before": 4212, "after": 1000}},
    },
)
_FLAT = _operation(
    "unwrap_mesh",
    {"method": "xatlas", "padding": 2},
    {
        "mesh_url": f"{_FILES}model.glb{_QUERY}",
        "layout_url": f"{_FILES}layout.png{_QUERY}",
        "metrics": {"charts": 24, "overlap": 0},
    },
)
_BAKED = _operation(
    "bake_textures",
    {"textures": ["albedo", "normal"], "resolution": 2048, "samples": 64},
    {
        "mesh_url": f"{_FILES}model.glb{_QUERY}",
        "texture_urls": {name: f"{_FILES}{name}.png{_QUERY}" for name in ("albedo", "normal")},
        "metrics": {},
    },
)
_PACKED = _operation(
    "optimize_textures",
    {"target": "mobile", "compression": "astc", "quality": 0.8},
    {"texture_urls": {"albedo": f"{_FILES}albedo.ktx2{_QUERY}"}, "metrics": {}},
)


def _started(shown: OperationShown) -> OperationShown:
    return msgspec.structs.replace(
        shown, status="started", progress=0.0, stages=[], attempt=0, result=msgspec.UNSET, started_at=None,
        ended_at=None,
    )  # fmt: skip


def _begun(name: str, shown: OperationShown) -> dict[tuple[str, str], Any]:
    waiting = OperationAnswer(data=_started(shown), message="Operation started")
    return {(name, "200"): OperationAnswer(data=shown), (name, "202"): waiting}


def _followed(what: str, shown: OperationShown) -> dict[tuple[str, str], Any]:
    stopped = msgspec.structs.replace(_started(shown), status="cancelled", ended_at=AT)
    return {
        (f"Get{what}Operation", "200"): OperationAnswer(data=shown),
        (f"List{what}Operations", "200"): OperationsAnswer(data=OperationPage([shown], "")),
        (f"Cancel{what}Operation", "200"): OperationAnswer(data=stopped, message="Cancel requested"),
        (f"Retry{what}Operation", "200"): OperationAnswer(data=_started(shown), message="The operation is tried again"),
    }


def _decoded(kind: Any, **value: Any) -> Any:
    return msgspec.convert(value, kind)


REQUESTS: dict[str, msgspec.Struct] = {
    "OptimizeMesh": _decoded(
        OptimizeRequest, mesh_url=_DUCK, target="web", options={"max_triangles": 1000, "compression": "draco"}
    ),
    "UnwrapMesh": _decoded(UnwrapRequest, mesh_url=_DUCK, options={"method": "xatlas", "padding": 2}),
    "BakeTextures": _decoded(
        BakeRequest, mesh_url=_DUCK, textures=["albedo", "normal", "roughness", "metallic"],
        options={"resolution": 2048, "samples": 64},
    ),
    "OptimizeTextures": _decoded(
        EncodeRequest, texture_urls={"albedo": f"{_FILES}albedo.png{_QUERY}"}, target="mobile",
        options={"compression": "astc", "quality": 0.8},
    ),
}  # fmt: skip
ANSWERS: dict[tuple[str, str], Any] = {
    ("UploadAsset", "201"): AssetGivenAnswer(data=_GIVEN, message="File kept"),
    ("ListAssets", "200"): AssetsAnswer(data=AssetPage([_GIVEN], "")),
    ("GetUpload", "200"): UploadAnswer(data=_UPLOAD),
    **_begun("OptimizeMesh", _LIGHTER),
    **_begun("UnwrapMesh", _FLAT),
    **_begun("BakeTextures", _BAKED),
    **_begun("OptimizeTextures", _PACKED),
    **_followed("Geometry", _LIGHTER),
    **_followed("Texture", _BAKED),
}
