"""Examples of each request and answer about batches, as spec 4 has them, made of the real types."""

from datetime import UTC, datetime
from typing import Any

from api.batches.batch import (
    BatchGiven,
    BatchListed,
    BatchPage,
    BatchShown,
    CancelRequest,
    PictureGiven,
    SingleAnswer,
)
from api.batches.family4 import FileFault, FileShown
from api.batches.generating import SingleRequest

AT = datetime(2024, 3, 15, 12, 34, 56, tzinfo=UTC)
JOB_ID = "batch_20240315_123456_01k0000000000000000000000a"
SESSION_ID = "sess_01k0000000000000000000000a"
TASK_ID = "task_01k0000000000000000000000a"
LINK = "http://localhost:8000/api/v1/assets/asset_01k0000000000000000000000a"
SIGNED = "expires=1769950800&signature=Zm9v"

_STANDING: dict[str, Any] = {
    "job_id": JOB_ID, "status": "processing", "total_files": 3, "processed_files": 2, "failed_files": 1,
    "progress": 75.0, "created_at": AT,
}  # fmt: skip
_NOTHING: dict[str, Any] = {
    "model_url": None, "method": None, "agreement": None, "note": None, "preview_url": None, "error": None,
    "face_limit": None,
}  # fmt: skip
_DONE = FileShown(**_NOTHING | {
    "file_id": "file_001", "filename": "image1.jpg", "status": "completed", "progress": 100.0,
    "model_url": f"{LINK}/model.glb?{SIGNED}", "model_task_id": TASK_ID, "method": "fit",
    "agreement": {"iou": 0.93, "edges": 0.41}, "note": "An approximation: what the picture does not show is guessed.",
    "preview_url": f"{LINK[:-1]}b/preview.png?{SIGNED}", "face_limit": 10_000,
})  # fmt: skip
_FAILED = FileShown(**_NOTHING | {
    "file_id": "file_002", "filename": "clouds.jpg", "status": "failed", "progress": 100.0,
    "model_task_id": f"{TASK_ID[:-1]}b", "face_limit": 10_000,
    "error": FileFault("PROCESSING_ERROR", "Nothing in the picture stands out from what is around it"),
})  # fmt: skip
_RUNNING = FileShown(**_NOTHING | {
    "file_id": "file_003", "filename": "key.png", "status": "processing", "progress": 25.0,
    "model_task_id": f"{TASK_ID[:-1]}c", "stage": "foreground",
})  # fmt: skip
_SHOWN = BatchShown(**_STANDING, files=[_DONE, _FAILED, _RUNNING])

REQUESTS: dict[str, Any] = {
    "UploadBatch": {"files": ["(the bytes of image1.jpg)"], "face_limit": 10_000},
    "GenerateSingle": SingleRequest(JOB_ID, "file_001", 10_000),
    "CancelGeneration": CancelRequest(JOB_ID, "file_003"),
}
ANSWERS: dict[tuple[str, str], Any] = {
    ("UploadBatch", "200"): BatchGiven(
        job_id=JOB_ID, session_id=SESSION_ID, total_files=1, status="processing",
        files=[PictureGiven(file_id="file_001", filename="image1.jpg", status="pending", model_task_id=TASK_ID)],
    ),
    ("GenerateSingle", "200"): SingleAnswer(
        job_id=JOB_ID, file_id="file_001", model_task_id=TASK_ID, status="processing"
    ),
    ("CancelGeneration", "200"): _SHOWN,
    ("ListBatches", "200"): BatchPage(batches=[BatchListed(**_STANDING)], next=""),
    ("GetBatchStatus", "200"): _SHOWN,
}  # fmt: skip
