"""Runs one role in a process of its own, to be killed: `python -m tests.role MODULE SETTINGS`."""

import asyncio
import importlib
import signal
import sys

import msgspec

from runtime.logs import set_up_logs
from runtime.settings import Settings


async def _main(module: str, settings: Settings) -> None:
    stop = asyncio.Event()
    asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, stop.set)
    await importlib.import_module(module).run(settings, stop)


if __name__ == "__main__":
    set_up_logs(sys.argv[1], level="info")
    asyncio.run(_main(sys.argv[1], msgspec.json.decode(sys.argv[2], type=Settings)))
