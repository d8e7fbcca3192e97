"""Keeps a planning desk running beside a worker."""

import asyncio
import os
import signal
import sys
from contextlib import suppress

import structlog

from runtime.settings import Settings
from runtime.tasks import end, pause

RESTART_S = 0.5

log: structlog.stdlib.BoundLogger = structlog.get_logger()


async def keep_planning_desk(settings: Settings, stop: asyncio.Event) -> None:
    """Keep a desk running beside this process until `stop` is set, if one is wanted."""
    while settings.work.planning_desk == "on" and not stop.is_set():
        process = await asyncio.create_subprocess_exec(
            sys.executable, "-P", "-m", "handlers.planning_desk", str(os.getpid()),
            stdin=asyncio.subprocess.DEVNULL, stdout=2, start_new_session=True,
            env={**os.environ, **settings_for_child(settings),
                 "PYTHONPATH": os.pathsep.join(path for path in sys.path if path)},
        )  # fmt: skip
        ending = asyncio.create_task(process.wait())
        stopping = asyncio.create_task(stop.wait())
        try:
            await asyncio.wait((ending, stopping), return_when=asyncio.FIRST_COMPLETED)
        finally:
            await end([stopping])
            with suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)
            await ending
        if not stop.is_set():
            log.warning("planning.desk_ended", status=process.returncode)
            await pause(stop, RESTART_S)


def settings_for_child(settings: Settings) -> dict[str, str]:
    """Return what a desk must know of its worker's settings, as variables."""
    return {
        "MESHWRIGHT_DATA_DIR": settings.data_dir,
        "NATS_URL": settings.nats_url,
        "MESHWRIGHT_BUS_PREFIX": settings.bus.prefix,
        "MESHWRIGHT_WORK_PLANNING_LIMIT_S": str(settings.work.planning_limit_s),
        "MESHWRIGHT_WORK_PLANNING_QUEUE_MAX": str(settings.work.planning_queue_max),
    }
