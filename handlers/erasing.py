"""Carries erasures out, step by step; each step may be done twice, so whoever comes after a crash begins at the first.

| step | afterwards |
|---|---|
| close | nobody signs in as the account, no token or API key of it opens anything |
| cancel | none of its jobs waits or runs |
| destroy the key | nothing that the log holds of it can be read, by anybody, for ever |
| delete files | no file is left that only its assets named |
| overwrite messages | nothing in the files of the bus holds its events, or it is known how many still lie there |
| record | `account.erased`: each view removes its rows |
| drop messages | the bus holds none of its events and jobs |
| rewrite | the pages of the tables, and what Postgres noted of their values, hold nothing of it |
"""

import asyncio
import time

import structlog
from nats.aio.msg import Msg

from commands.account import CloseAccount
from commands.do import Do
from commands.erasing import ERASURE, CompleteErasure, RecordErased
from commands.job import RequestCancel
from domain.access import SYSTEM, Caller
from domain.erasure import counted
from domain.errors import Conflict, Gone, NotFound, Unavailable
from handlers.forgetting import drop_messages, forget_files, overwrite_messages
from projections.views import VIEWS, Views
from runtime.bus import BUS_ERRORS
from runtime.crash import crash_point
from runtime.erasure import announce, rewrite
from runtime.services import Services
from runtime.tasks import pause

QUEUE = "erasers"
LOOK_S = 0.1
NOT_OVERWRITTEN = "messages_not_overwritten"
"""Said in the receipt where the bus holds messages no more, but its files still hold their bytes: docs/operating.md."""
OPEN = ("queued", "running", "waiting")

log: structlog.stdlib.BoundLogger = structlog.get_logger()


async def keep_erasing(services: Services, stop: asyncio.Event) -> None:
    """Carry erasures out as they are asked for, and finish those that were left open, until `stop` is set."""
    async with Views(services.pool, services.settings.views) as views:
        await Eraser(services, views).run(stop)


class Eraser:
    """Carries erasures out; several at once do each other no harm."""

    def __init__(self, services: Services, views: Views) -> None:
        self._services = services
        self._settings = services.settings.erasure
        self._store = services.store
        self._do = Do(services.store)
        self._views = views
        self._at_hand: dict[str, asyncio.Task[None]] = {}

    async def run(self, stop: asyncio.Event) -> None:
        """Listen for erasures, and look for open ones now and then."""
        bus = await self._services.bus()
        hearing = await bus.nats.subscribe(bus.subjects.erasing, queue=QUEUE, cb=self._heard)
        try:
            while not stop.is_set():
                await self._sweep()
                await pause(stop, self._settings.retry_s)
        finally:
            if not bus.nats.is_closed:
                await hearing.unsubscribe()
            for task in self._at_hand.values():
                task.cancel()

    async def erase(self, erasure_id: str) -> None:
        """Carry one erasure out to its end.

        Raises
        ------
        Unavailable
            A part is away, or did not follow in time; what was done stays done.
        """
        erasure = (await self._do.look(ERASURE, erasure_id, SYSTEM)).state
        begun = time.monotonic()
        if erasure.status == "begun":
            await self._erase(erasure_id, erasure.account)
        if erasure.status != "completed":
            await self._rewrite(erasure_id)
            log.info("erasure.completed", erasure=erasure_id, duration_ms=round((time.monotonic() - begun) * 1000))

    async def _erase(self, erasure_id: str, account: str) -> None:
        await self._close(account)
        crash_point("erasure.closed")
        await self._cancel_jobs(account)
        crash_point("erasure.cancelled")
        await self._store.erase(account)
        crash_point("erasure.key-destroyed")
        # Whatever its processes wrote at the last moment is known to the views now, though nobody can read it any more.
        upto = await self._store.last_position()
        await self._reached("asset", upto)
        deleted = counted(await self._store.counts_of(account))
        deleted |= await forget_files(self._services, self._views.asset, account)
        crash_point("erasure.files-deleted")
        left = await overwrite_messages(await self._services.bus(), self._store, account, upto, self._settings)
        deleted |= {NOT_OVERWRITTEN: left} if left else {}
        crash_point("erasure.messages-overwritten")
        done = await self._do(RecordErased(erasure_id, deleted), SYSTEM)
        log.info("account.erased", erasure=erasure_id, position=done.position)
        crash_point("erasure.recorded")

    async def _close(self, account: str) -> None:
        try:
            await self._do(CloseAccount(account), Caller(account, "system"))
        except (Gone, NotFound):
            log.info("erasure.resumed_without_key")
        await announce(self._services.pool)

    async def _cancel_jobs(self, account: str) -> None:
        """Cancel what waits or runs, and wait until it has stopped; a lost worker is not waited for very long."""
        until = time.monotonic() + self._settings.wait_s
        while time.monotonic() < until:
            await self._reached("job", await self._store.last_position())
            rows = (await self._views.job.list(Caller(account), statuses=OPEN, limit=100)).items
            if not rows:
                return
            for row in rows:
                await self._cancel(row.id, account)
            await asyncio.sleep(LOOK_S)
        log.warning("erasure.jobs_not_stopped")

    async def _cancel(self, job_id: str, account: str) -> None:
        try:
            await self._do(RequestCancel(job_id), Caller(account, "system"))
        except (Conflict, Gone, NotFound):
            return  # it has ended, or an earlier attempt has destroyed the key

    async def _rewrite(self, erasure_id: str) -> None:
        done = await self._do.look(ERASURE, erasure_id, SYSTEM)
        # Only now: dropped before they were counted, they would be missing in the receipt of whoever begins again.
        await drop_messages(await self._services.bus(), self._store, done.state.account)
        crash_point("erasure.messages-dropped")
        for name in VIEWS:
            await self._reached(name, done.position)
        tables = [f"{view.schema()}.{fold.table}" for view in VIEWS.values() for fold in view.folds if fold.owner]
        bytes_max = self._settings.rewrite_mib_max * 2**20
        rewritten, large = await rewrite(self._services.settings.database_url, tables, bytes_max=bytes_max)
        crash_point("erasure.rewritten")
        await self._do(CompleteErasure(erasure_id, rewritten, large), SYSTEM)

    async def _reached(self, view: str, position: int) -> None:
        await self._views.wait_for(view, position, self._settings.wait_s, is_needed=True)

    async def _heard(self, message: Msg) -> None:
        erasure_id = message.data.decode(errors="replace")
        self._begin(erasure_id).add_done_callback(lambda _: asyncio.ensure_future(self._answer(message)))

    async def _answer(self, message: Msg) -> None:
        await (await self._services.bus()).publish(message.reply, b"")

    async def _sweep(self) -> None:
        try:
            found = await self._views.erasure.open_ones()
        except Unavailable as error:
            log.warning("erasure.sweep_skipped", error=error.message)
            return
        for row in found:
            self._begin(row.id)

    def _begin(self, erasure_id: str) -> asyncio.Task[None]:
        if erasure_id not in self._at_hand:
            task = asyncio.create_task(self._try(erasure_id), name="erasure")
            task.add_done_callback(lambda _: self._at_hand.pop(erasure_id, None))
            self._at_hand[erasure_id] = task
        return self._at_hand[erasure_id]

    async def _try(self, erasure_id: str) -> None:
        try:
            await self.erase(erasure_id)
        except (*BUS_ERRORS, Unavailable, NotFound) as error:
            log.warning("erasure.interrupted", erasure=erasure_id, error=type(error).__name__)
        except Exception as error:
            log.error("erasure.failed", erasure=erasure_id, exc_info=error)
