"""From a film to a model, as examples of each request and answer of family 5, made of the real types."""

from datetime import UTC, datetime
from typing import Any

import msgspec

from api.projects.family5 import ProjectJobShown
from api.projects.files import (
    AttachRequest,
    FileGiven,
    FileListed,
    FilesListed,
    ImageRemoved,
    ImagesUploaded,
    VideoUploaded,
)
from api.projects.processing import JobsStatus, LogsShown
from api.projects.project import ProjectChange, ProjectRequest, ProjectShown, ProjectStatusShown
from api.projects.work import FramesRequest, FramesStarted

AT = datetime(2026, 1, 31, 12, 0, tzinfo=UTC)
ASSET_ID = "asset_01k0000000000000000000000a"
LINK = f"http://localhost:8000/api/v1/assets/{ASSET_ID}/fountain.mp4?expires=1769950800&signature=Zm9v"

_PROJECT = ProjectShown(
    id=1, name="The fountain in the yard", description="Of stone, 1902", status="draft", total_frames=0,
    processed_frames=0, reconstruction_quality=0.0, processing_time=0.0, created_at=AT, updated_at=AT,
)  # fmt: skip
_JOB = ProjectJobShown(
    id=42, project_id=1, job_type="reconstruction", status="processing", progress=43.8, current_stage="mapping",
    parameters={"quality": "medium", "seed": 0}, result=None, error_message=None, created_at=AT, started_at=AT,
    completed_at=None, updated_at=AT,
)  # fmt: skip
_PENDING = msgspec.structs.replace(_JOB, status="pending", progress=0.0, current_stage=None, started_at=None)
_STOPPED = msgspec.structs.replace(_PENDING, status="cancelled", completed_at=AT)
_FRAMES = msgspec.structs.replace(
    _PENDING, id=41, job_type="frame_extraction", parameters={"interval": 0.5, "frames_max": 200}
)
_RUNNING = {
    **{name: getattr(_PROJECT, name) for name in _PROJECT.__struct_fields__}, "status": "processing",
    "total_frames": 120, "processed_frames": 60, "processing_time": 48.2,
}  # fmt: skip
_FILM: dict[str, Any] = {
    "asset_id": ASSET_ID, "file_name": "fountain.mp4", "file_path": "/api/v1/files/download/1/video",
    "file_size": 48_211_377, "media_type": "video/mp4", "sha256": "0" * 64,
}  # fmt: skip
_PICTURE = FileGiven(**{
    **_FILM, "file_name": "IMG_0001.JPG", "file_path": f"/api/v1/files/download/1/images?asset_id={ASSET_ID}",
    "file_size": 3_120_484, "media_type": "image/jpeg",
})  # fmt: skip

REQUESTS: dict[str, Any] = {
    "CreateProject": ProjectRequest("The fountain in the yard", "Of stone, 1902"),
    "EditProject": ProjectChange(name="The fountain", description="Of stone", status="draft"),
    "UploadVideo": {"project_id": 1, "file": "(the bytes of fountain.mp4)"},
    "UploadImages": {"project_id": 1, "files": ["(the bytes of IMG_0001.JPG)"]},
    "AttachFiles": AttachRequest(1, ASSET_ID),
    "ExtractFrames": FramesRequest(1, 0.5, 200),
}
ANSWERS: dict[tuple[str, str], Any] = {
    ("ListProjects", "200"): [_PROJECT],
    ("CreateProject", "201"): _PROJECT,
    ("GetProject", "200"): _PROJECT,
    ("EditProject", "200"): _PROJECT,
    ("DeleteProject", "200"): {"message": "Project deleted successfully"},
    ("StartReconstruction", "200"): _PENDING,
    ("GetProjectStatus", "200"): ProjectStatusShown(
        **_RUNNING, progress=43.8, current_stage="mapping", error_message=None, job=_JOB
    ),
    ("UploadVideo", "200"): VideoUploaded(message="Video uploaded successfully", project_id=1, **_FILM),
    ("UploadImages", "200"): ImagesUploaded(
        message="1 image uploaded successfully", project_id=1, file_path="/api/v1/files/list/1", file_size=3_120_484,
        files=[_PICTURE],
    ),
    ("AttachFiles", "200"): VideoUploaded(message="Video attached successfully", project_id=1, **_FILM),
    ("ExtractFrames", "200"): FramesStarted(
        message="Frame extraction started", job_id=41, project_id=1, job=_FRAMES
    ),
    ("RemoveImage", "200"): ImageRemoved("Image removed successfully", 1, ASSET_ID, "IMG_0001.JPG"),
    ("ListFiles", "200"): FilesListed(1, [FileListed(file_type="video", url=LINK, created_at=AT, **_FILM)]),
    ("ListJobs", "200"): [_JOB, _FRAMES],
    ("GetJob", "200"): _JOB,
    ("CancelJob", "200"): _STOPPED,
    ("GetJobLogs", "200"): LogsShown(42, [{"at": AT.isoformat(), "stage": "frames", "message": "120 frames"}]),
    ("GetProjectJobs", "200"): JobsStatus(
        project_id=1, total_jobs=2, pending=1, processing=1, completed=0, failed=0, cancelled=0, jobs=[_FRAMES, _JOB]
    ),
}  # fmt: skip
