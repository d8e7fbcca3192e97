"""Examples of each request and answer for admins, as spec 4 has them, and of the stream of a batch."""

from datetime import UTC, datetime
from typing import Any

from api.admins.admin import DiskShown, JobsShown, MemoryShown, SystemInfo, SystemShown, WorkerShown
from api.admins.cleanup import CleanupAnswer, CleanupRequest
from api.admins.logs import LineShown, LogsAnswer

AT = datetime(2024, 3, 15, 10, 30, tzinfo=UTC)
BATCH_ID = "batch_20240315_123456_01k0000000000000000000000a"
_DEVICE = {"kind": "cpu", "name": "AMD EPYC", "torch": "2.13.0+cpu", "gpus": []}
_WORKER = WorkerShown("host-1234-a1b2c3", ["cpu"], 1, 1, ["task_01k0000000000000000000000a"], "0.4.0", _DEVICE)
_SYSTEM = SystemShown(
    "linux", 8, MemoryShown(16384, 8192, 50.0), DiskShown(1024000, 512000, 512000, 50.0), cpu_usable=8
)
_LINE = LineShown(AT, "INFO", "attempt.ended", "req_123", {"role": "work", "pid": 4711, "duration_ms": 1830})

REQUESTS: dict[str, Any] = {"CleanUp": CleanupRequest(24)}
ANSWERS: dict[tuple[str, str], Any] = {
    ("ShowSystemInfo", "200"): SystemInfo(_SYSTEM, JobsShown(5, 100, 2), [_WORKER], "0.4.0"),
    ("ReadLogs", "200"): LogsAnswer([_LINE], 1),
    ("CleanUp", "200"): CleanupAnswer(
        cleaned_files=45, freed_space_mb=1024, freed_bytes=1_073_741_824, jobs=9, contents_deleted=44, contents_kept=1,
        files={"input": 9, "preview": 18, "result": 18}, cleanup_id="cleanup_01k0000000000000000000000a", dry_run=False,
    ),
    ("WatchBatch", "200"): (
        f'id: 91\ndata: {{"type": "progress", "job_id": "{BATCH_ID}", "file_id": "file_001", "progress": 50.0,'
        ' "stage": "shaping", "message": ""}\n\n'
    ),
}  # fmt: skip
