"""What a job says while it runs: to those who watch now, and to its log, which is kept."""

import asyncio
import time
from typing import Any

import msgspec

from handlers.messages import Logged, Progressed
from runtime import live
from runtime.bus import Bus
from runtime.tasks import pause

Line = dict[str, Any]


class Outlet:
    """Says at most so many progress messages a second, and always the last one."""

    def __init__(self, bus: Bus, owner: str, job_id: str, attempt: int, *, per_s_max: float) -> None:
        self._bus = bus
        self._owner = owner
        self._job_id = job_id
        self._attempt = attempt
        self._interval_s = 1 / per_s_max
        self._said_at = 0.0
        self._unsaid: Progressed | None = None
        self._later: asyncio.Task[None] | None = None
        self._closing = asyncio.Event()
        self._lines: list[bytes] = []
        self._kept: dict[str, tuple[str, str]] = {}

    async def progress(self, message: Progressed) -> None:
        """Say how far the job is, now or, when that was said just now, a little later."""
        self._unsaid = message
        wait_s = self._said_at + self._interval_s - time.monotonic()
        if wait_s <= 0:
            await self.flush()
        elif self._later is None or self._later.done():
            self._later = asyncio.create_task(self._say_later(wait_s))

    async def _say_later(self, wait_s: float) -> None:
        await pause(self._closing, wait_s)
        await self.flush()

    async def flush(self) -> None:
        """Say the progress that was held back."""
        message, self._unsaid = self._unsaid, None
        if message is not None:
            self._said_at = time.monotonic()
            await self._say(
                live.Progressed(
                    self._job_id, self._attempt, message.stage, time.time(), message.fraction, message.message,
                    message.count,
                )
            )  # fmt: skip

    async def logged(self, line: Logged) -> None:
        """Say a line of the log, and keep it."""
        self._keep(line.at, line.stage, line.message, line.values)
        await self._say(live.Logged(self._job_id, self._attempt, line.stage, line.at, line.message, line.values))

    def noted(self, stage: str, message: str, **values: Any) -> None:
        """Keep a line that the worker adds: the beginning and end of stages and of the attempt."""
        self._keep(time.time(), stage, message, values)

    def kept(self, asset_id: str, name: str, media_type: str) -> None:
        """Remember what kind of file an asset is."""
        self._kept[asset_id] = name, media_type

    async def preview(self, stage: str, asset_id: str) -> None:
        """Show an artefact."""
        name, media_type = self._kept.get(asset_id, ("", ""))
        kind = live.preview_kind(name)
        await self._say(live.Previewed(self._job_id, self._attempt, stage, time.time(), asset_id, media_type, kind))

    def log_file(self, outcome: str) -> bytes:
        """Return the log, which ends with the outcome: one JSON object a line."""
        self.noted("", "attempt ended", outcome=outcome)
        return b"".join(self._lines)

    async def close(self) -> None:
        """Say what was held back, and nothing more."""
        self._closing.set()
        if self._later is not None:
            await self._later  # it may have taken the last message already: cancelled, it would lose it
        await self.flush()

    def _keep(self, at: float, stage: str, message: str, values: Line) -> None:
        line: Line = {
            "at": round(at, 3),
            "attempt": self._attempt,
            "stage": stage,
            "message": message,
            **({"values": values} if values else {}),
        }
        self._lines.append(msgspec.json.encode(line) + b"\n")

    async def _say(self, message: live.LiveMessage) -> None:
        await live.say(self._bus, self._owner, message)
