"""What admins may know of the machine, the workers and the work."""

import asyncio
import sys
from typing import Annotated, Any

import msgspec
from litestar import get
from litestar.types import ControllerRouterHandler
from msgspec import Meta

from api.core import Core
from domain.errors import MeshwrightError
from domain.job import JobStatus
from runtime import live, machine
from runtime.bus import BUS_ERRORS
from runtime.version import VERSION

PING_S_MAX = 0.3
ASK_S_MAX = 2.0
_ACTIVE: tuple[JobStatus, ...] = ("queued", "running", "waiting")


class MemoryShown(msgspec.Struct):
    """The machine's memory."""

    total: Annotated[int, Meta(description="MiB", examples=[16384])]
    available: Annotated[int, Meta(description="MiB that can be had without swapping", examples=[8192])]
    percent: Annotated[float, Meta(description="Of it is taken", examples=[50.0])]
    limit: Annotated[int | None, Meta(description="MiB that the container may take; null: what the machine has")] = None


class DiskShown(msgspec.Struct):
    """The disk that the data folder lies on."""

    total: Annotated[int, Meta(description="MiB", examples=[1024000])]
    used: Annotated[int, Meta(description="MiB", examples=[512000])]
    free: Annotated[int, Meta(description="MiB that we may still write", examples=[512000])]
    percent: Annotated[float, Meta(description="Of what we may write is taken", examples=[50.0])]


class SystemShown(msgspec.Struct):
    """The machine that the API runs on."""

    platform: Annotated[str, Meta(examples=["linux"])]
    cpu_count: Annotated[int, Meta(description="Processors of the machine", examples=[8])]
    memory: MemoryShown
    disk: DiskShown
    cpu_usable: Annotated[int, Meta(description="Processors that the API may use", examples=[8])]


class JobsShown(msgspec.Struct):
    """How many jobs there are, of everybody and of all kinds."""

    active: Annotated[int, Meta(description="They wait or run", examples=[5])]
    completed: Annotated[int, Meta(examples=[100])]
    failed: Annotated[int, Meta(examples=[2])]
    cancelled: int = 0


class WorkerShown(msgspec.Struct):
    """A worker that answered just now, on whichever machine it runs."""

    name: str
    lanes: list[str]
    slots: Annotated[int, Meta(description="Jobs that it computes at the same time")]
    busy: Annotated[int, Meta(description="Jobs that it has at hand, also those that wait for another machine")]
    jobs: list[str]
    version: str
    device: Annotated[
        dict[str, Any] | None,
        Meta(
            description="What it computes on: `kind` cpu or cuda, `name`, version of `torch`, `gpus` with memory in"
            " MiB; null while it looks",
            examples=[{"kind": "cpu", "name": "AMD EPYC 7763", "torch": "2.13.0+cpu", "gpus": []}],
        ),
    ]


class SystemInfo(msgspec.Struct):
    """The machine, the work, and who does it; all sizes in MiB (2^20 bytes)."""

    system: SystemShown
    jobs: JobsShown
    workers: list[WorkerShown]
    version: str


@get("/admin/system-info", operation_id="ShowSystemInfo", opt={"admin": True}, tags=["Admin"])
async def system_info(core: Core) -> SystemInfo:
    """Return what the machine has, how many jobs there are, and which workers are there with which GPU; admins only."""
    counts, workers, system = await asyncio.gather(
        core.views.job.status_counts(), _workers(core), asyncio.to_thread(_system, core.settings.data_dir)
    )
    jobs = JobsShown(
        sum(counts.get(status, 0) for status in _ACTIVE), counts.get("succeeded", 0), counts.get("failed", 0),
        counts.get("cancelled", 0),
    )  # fmt: skip
    return SystemInfo(system, jobs, workers, VERSION)


routes: list[ControllerRouterHandler] = [system_info]


def _system(data_dir: str) -> SystemShown:
    memory, disk = machine.memory(), machine.disk(data_dir)
    return SystemShown(
        sys.platform, machine.cpus(),
        MemoryShown(memory.total, memory.free, memory.percent, machine.memory_limit_mib()),
        DiskShown(disk.total, disk.used, disk.free, disk.percent), machine.usable_cpus(),
    )  # fmt: skip


async def _workers(core: Core) -> list[WorkerShown]:
    """Return the workers that answer at once; none while the bus is away."""
    try:
        async with asyncio.timeout(ASK_S_MAX):
            found = await live.workers(await core.services.bus(), timeout_s=PING_S_MAX)
    except (MeshwrightError, *BUS_ERRORS):
        return []
    return [
        WorkerShown(
            one.name, list(one.lanes), one.slots, one.busy, list(one.jobs), one.version,
            msgspec.to_builtins(one.device) if one.device else None,
        )
        for one in sorted(found, key=lambda one: one.name)
    ]  # fmt: skip
