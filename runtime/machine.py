"""The machine that a process runs on: processors, memory, disk, and what computes models; torch is not imported."""

import asyncio
import importlib.metadata
import json
import os
import sys
from pathlib import Path
from typing import Literal

import msgspec
import psutil
import structlog

MIB = 2**20
PROBE_S_MAX = 120.0
GPU_NODES = ("/dev/nvidiactl", "/dev/dxg", "/dev/kfd")
"""What a kernel shows of a GPU that torch can use: of NVIDIA, of Windows' subsystem, of AMD."""
_MEMORY_LIMITS = ("/sys/fs/cgroup/memory.max", "/sys/fs/cgroup/memory/memory.limit_in_bytes")
_ASK_TORCH = """
import json, torch
found = [torch.cuda.get_device_properties(one) for one in range(torch.cuda.device_count())]
print(json.dumps([{"name": one.name, "memory_mib": one.total_memory // 2**20} for one in found]))
"""

log: structlog.stdlib.BoundLogger = structlog.get_logger()


class Space(msgspec.Struct, frozen=True):
    """Memory, or a disk, in MiB; `percent` of what can be had is taken."""

    total: int
    free: int
    used: int
    percent: float


class Gpu(msgspec.Struct, frozen=True):
    """A GPU."""

    name: str
    memory_mib: int


class Device(msgspec.Struct, frozen=True):
    """What a worker computes on; `torch` is the version that is installed, if one is."""

    kind: Literal["cpu", "cuda"]
    name: str
    torch: str = ""
    gpus: tuple[Gpu, ...] = ()


def memory() -> Space:
    """Return the memory of the machine; `free` is what can be had without swapping."""
    found = psutil.virtual_memory()
    return Space(found.total // MIB, found.available // MIB, (found.total - found.available) // MIB, found.percent)


def disk(folder: str | Path) -> Space:
    """Return the disk that a folder lies on; what is reserved for root is in `total` alone."""
    found = psutil.disk_usage(str(folder))
    return Space(found.total // MIB, found.free // MIB, found.used // MIB, found.percent)


def memory_limit_mib() -> int | None:
    """Return how much memory the container may take; None where nothing less than the machine limits it."""
    for path in _MEMORY_LIMITS:
        try:
            text = Path(path).read_text().strip()
        except OSError:
            continue
        if text.isdecimal() and int(text) < psutil.virtual_memory().total:
            return int(text) // MIB
    return None


def cpus() -> int:
    """Return how many processors the machine has."""
    return psutil.cpu_count() or 1


def usable_cpus() -> int:
    """Return how many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


async def device() -> Device:
    """Return what this machine computes models on; torch is asked in a process of its own, where there is a GPU."""
    torch = _version_of("torch")
    gpus = await _gpus() if torch and any(map(os.path.exists, GPU_NODES)) else ()
    if gpus:
        return Device("cuda", gpus[0].name, torch, gpus)
    return Device("cpu", _processor(), torch)


async def _gpus() -> tuple[Gpu, ...]:
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-P", "-c", _ASK_TORCH,
        stdin=asyncio.subprocess.DEVNULL, stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.DEVNULL,
    )  # fmt: skip
    try:
        async with asyncio.timeout(PROBE_S_MAX):
            said, _ = await process.communicate()
        return msgspec.convert(json.loads(said), tuple[Gpu, ...])
    except (TimeoutError, ValueError) as error:  # what torch says instead of JSON, and JSON of another shape
        log.warning("device.unknown", error=type(error).__name__)
        return ()
    finally:
        if process.returncode is None:
            process.kill()
            await process.wait()


def _version_of(package: str) -> str:
    try:
        return importlib.metadata.version(package)
    except importlib.metadata.PackageNotFoundError:
        return ""


def _processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text().splitlines()
    except OSError:
        return ""
    return next((line.partition(":")[2].strip() for line in lines if line.startswith("model name")), "")
