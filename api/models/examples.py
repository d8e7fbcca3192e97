"""A story from the prompt to the file, as examples of each request and answer of family 1, made of the real types."""

from datetime import UTC, datetime
from typing import Any

import msgspec

from api.accounts import examples as account_examples
from api.admins import examples as admin_examples
from api.batches import examples as batch_examples
from api.files.asset import AssetAnswer, AssetShown
from api.models import operation_examples
from api.models.export import ExportAnswer, ExportRequest, ExportShown
from api.models.prompt import (
    EXAMPLE_TEXT,
    ParametersRequest,
    PromptAnswer,
    PromptPage,
    PromptRequest,
    PromptsAnswer,
    PromptShown,
)
from api.models.references import ReferenceRequest
from api.models.run import (
    EXAMPLE_RESULT,
    OptionsRequest,
    RunAnswer,
    RunPage,
    RunRequest,
    RunsAnswer,
    RunShown,
    RunStarted,
    RunStartedAnswer,
    StageShown,
)
from api.models.story import EventShown, HistoryAnswer, HistoryShown, LinesAnswer, LinesShown
from api.projects import examples as project_examples
from api.watching.live import RETRY_MS
from domain.prompt import PromptParameters

AT = datetime(2026, 1, 31, 12, 0, tzinfo=UTC)
PROMPT_ID = "prompt_01k0000000000000000000000a"
RUN_ID = "run_01k0000000000000000000000a"
EXPORT_ID = "export_01k0000000000000000000000a"
ASSET_ID = "asset_01k0000000000000000000000a"
LINK = f"http://localhost:8000/api/v1/assets/{ASSET_ID}/model.glb?expires=1769950800&signature=Zm9v"
SOCKET = f"ws://localhost:8000/api/v1/ws/runs/{RUN_ID}"
OPTIONS = {"quality": "standard", "enable_progressive": True, "seed": 12345, "turntable": False}

_PROMPT = PromptShown(
    id=PROMPT_ID,
    text=EXAMPLE_TEXT,
    parameters=PromptParameters("small", 5000, "steampunk", "glb"),
    references=[],
    status="created",
    created_at=AT,
    updated_at=AT,
)
_QUEUED = RunShown(
    id=RUN_ID, prompt_id=PROMPT_ID, status="started", progress=0.0, current_stage=None, stages=[], options=OPTIONS,
    attempt=0, created_at=AT, updated_at=AT,
)  # fmt: skip
_STAGE = StageShown(name="planning", status="completed", progress=1.0, duration=0.05, result={})
_DONE = msgspec.structs.replace(
    _QUEUED, status="completed", progress=1.0, stages=[_STAGE], attempt=1, result=EXAMPLE_RESULT, started_at=AT,
    ended_at=AT,
)  # fmt: skip
_STOPPED = msgspec.structs.replace(_QUEUED, status="cancelled", ended_at=AT)
_CITATION = {
    "kind": "library", "name": "xatlas", "reference": "Young and contributors: xatlas",
    "url": "https://github.com/jpcy/xatlas", "licence": "MIT", "version": "0.0.11", "used_for": "texture coordinates",
}  # fmt: skip
_EXPORT = ExportShown(
    export_id=EXPORT_ID, run_id=RUN_ID, format="glb", status="completed", download_url=LINK, expires_at=AT,
    size_bytes=1_843_112, sha256="0" * 64, provenance_url=LINK.replace("model.glb", "provenance.json"),
    c2pa_url=LINK.replace("model.glb", f"{EXPORT_ID}.c2pa"),
    notes=["With the content credentials a changed byte is noticed; their certificate is trusted by nobody."],
    metrics={
        "size_before_bytes": 1_843_112, "size_after_bytes": 1_843_112, "triangles": 4988,
        "units_and_axes": "metres, Y up",
    },
    provenance={**EXAMPLE_RESULT["provenance"], "citations": [_CITATION]},
)  # fmt: skip
_WAITING = ExportShown(
    export_id=EXPORT_ID, run_id=RUN_ID, format="glb", status="started",
    provenance={**EXAMPLE_RESULT["provenance"], "citations": [_CITATION]},
)  # fmt: skip
_ASSET = AssetShown(
    id=ASSET_ID, asset_id=ASSET_ID, name="model.glb", role="result", media_type="model/gltf-binary", sha256="0" * 64,
    size_bytes=1_843_112, url=LINK, expires_at=AT, created_at=AT, job_id=RUN_ID, prompt_id=PROMPT_ID,
    stage="packaging", provenance=EXAMPLE_RESULT["provenance"],
)  # fmt: skip
_EVENT = EventShown(7, 1, "job.requested", AT, {"owner": "acct_01k0000000000000000000000a"})
_LINE = {"at": AT.isoformat(), "message": "The plan has 9 parts"}
_STREAM = f'retry: {RETRY_MS}\nid: 9\nevent: progress\ndata: {{"stage":"planning","progress":0.5,"message":""}}\n\n'

REQUESTS: dict[str, Any] = {
    **account_examples.REQUESTS,
    **operation_examples.REQUESTS,
    **project_examples.REQUESTS,
    **batch_examples.REQUESTS,
    **admin_examples.REQUESTS,
    "CreatePrompt": PromptRequest(
        EXAMPLE_TEXT,
        ParametersRequest("small", 5000, "steampunk", "glb"),
        [ReferenceRequest("image", "https://example.com/reference.jpg")],
    ),
    "StartRun": RunRequest(PROMPT_ID, OptionsRequest("standard", True, 12345)),
    "CreateExport": ExportRequest(RUN_ID, "glb"),
}
ANSWERS: dict[tuple[str, str], Any] = {
    **account_examples.ANSWERS,
    **operation_examples.ANSWERS,
    **project_examples.ANSWERS,
    **batch_examples.ANSWERS,
    **admin_examples.ANSWERS,
    ("CreatePrompt", "201"): PromptAnswer(data=_PROMPT, message="Prompt created"),
    ("GetPrompt", "200"): PromptAnswer(data=_PROMPT),
    ("ListPrompts", "200"): PromptsAnswer(data=PromptPage([_PROMPT], "")),
    ("StartRun", "201"): RunStartedAnswer(
        data=RunStarted(run_id=RUN_ID, prompt_id=PROMPT_ID, status="started", websocket_url=SOCKET, seed=12345),
        message="Run started",
    ),
    ("GetRun", "200"): RunAnswer(data=_DONE),
    ("ListRuns", "200"): RunsAnswer(data=RunPage([_DONE], "")),
    ("CancelRun", "200"): RunAnswer(data=_STOPPED, message="Cancel requested"),
    ("RetryRun", "200"): RunAnswer(data=_QUEUED, message="The run is tried again"),
    ("GetRunHistory", "200"): HistoryAnswer(data=HistoryShown([_EVENT], 0)),
    ("GetRunLogs", "200"): LinesAnswer(data=LinesShown([_LINE])),
    ("WatchRun", "200"): _STREAM,
    ("CreateExport", "201"): ExportAnswer(data=_EXPORT),
    ("CreateExport", "202"): ExportAnswer(data=_WAITING),
    ("GetExport", "200"): ExportAnswer(data=_EXPORT),
    ("GetAsset", "200"): AssetAnswer(data=_ASSET),
}


def add_examples(operation: dict[str, Any]) -> None:
    """Put the examples of an operation of an OpenAPI document into it."""
    name = operation["operationId"]
    if name in REQUESTS:
        _add(operation["requestBody"], REQUESTS[name])
    for status, answer in operation["responses"].items():
        if (name, status) in ANSWERS:
            _add(answer, ANSWERS[name, status])


def _add(place: dict[str, Any], example: Any) -> None:
    for content in place["content"].values():
        content["example"] = msgspec.to_builtins(example)
