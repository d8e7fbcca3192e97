"""One model asked of the remote queue, from asking to the answer; taken up again where an attempt was cut off."""

import asyncio
import contextlib
import hashlib
import math
import time
from typing import Any

import msgspec

from domain.errors import NotFound, ProviderFailed
from domain.work import ImageToModel
from domain.work.reconstruct import KEPT_PREFIX
from handlers.context import Cancelled, JobContext
from handlers.providers.watching import watched
from runtime.fal import FalQueue, Status, Ticket
from runtime.fal_bell import bell
from runtime.settings import Settings

NOTE_NAME = f"{KEPT_PREFIX}fal.json"
JSON = "application/json"
USUAL_S = 60.0
"""How long a model takes there, about; nothing is said about how far it is, so progress is guessed from this."""


class RemoteFile(msgspec.Struct, frozen=True):
    """A file of a result."""

    url: str
    content_type: str | None = None
    file_size: float | None = None


class Output(msgspec.Struct, frozen=True):
    """What Tripo3D answers."""

    task_id: str = ""
    model_mesh: RemoteFile | None = None
    pbr_model: RemoteFile | None = None
    base_model: RemoteFile | None = None
    rendered_image: RemoteFile | None = None


class Note(msgspec.Struct, frozen=True):
    """What is kept of a request for the attempts after this one; `key` tells what was asked for."""

    key: str
    ticket: Ticket


class Order:
    """Asks for a model, waits for it, and withdraws the request when nobody wants it any more."""

    def __init__(
        self, queue: FalQueue, arguments: dict[str, Any], work: ImageToModel, job: JobContext, settings: Settings
    ) -> None:
        self._queue = queue
        self._arguments = arguments
        self._work = work
        self._job = job
        self._settings = settings
        self._key = hashlib.sha256(msgspec.json.encode([settings.fal.model, arguments], order="sorted")).hexdigest()
        self._said = (0.0, "Asking the provider")
        self._heard: set[tuple[str, str]] = set()

    async def filled(self) -> Output:
        """Return the result of the request, of an earlier attempt's if there is one that still can be had."""
        earlier = self._earlier()
        if earlier is not None:
            self._job.log("An earlier attempt asked for this already; its request is waited for", by="fal")
            try:
                return await self._followed(earlier)
            except ProviderFailed as error:
                if not error.facts.get("has_ended"):
                    raise
                self._job.log("That request cannot be had any more; a new one is made", by="fal", reason=error.message)
        for left in reversed(range(self._settings.fal.submits_max)):
            try:
                return await self._followed(await self._submitted(), is_new=True)
            except ProviderFailed as error:
                if not (left and error.facts.get("has_ended") and error.facts.get("may_pass")):
                    raise
                self._job.log("The provider failed and says that it may go well another time", reason=error.message)
        raise AssertionError("the last failure is raised")

    def _earlier(self) -> Ticket | None:
        for named in reversed(self._work.earlier):
            if named.name == NOTE_NAME:
                try:
                    note = msgspec.json.decode(self._job.load(named.asset_id), type=Note)
                    self._queue.check(note.ticket)
                except (NotFound, msgspec.MsgspecError, ProviderFailed):
                    return None
                return note.ticket if note.key == self._key else None
        return None

    async def _submitted(self) -> Ticket:
        self._beat()
        asking = asyncio.ensure_future(self._queue.submit(self._arguments))
        try:
            ticket = await watched(asyncio.shield(asking), self._beat)
        except Cancelled:
            await self._taken_back(asking)
            raise
        self._job.log("The provider took the request", by="fal", request=ticket.request_id)
        return ticket

    async def _taken_back(self, asking: "asyncio.Future[Ticket]") -> None:
        """Withdraw a request whose answer is still on its way: it may be taken, and would be paid for."""
        with contextlib.suppress(ProviderFailed, TimeoutError):
            async with asyncio.timeout(self._settings.fal.cancel_timeout_s):
                ticket = await asking
            await self._queue.cancel(ticket)

    async def _followed(self, ticket: Ticket, *, is_new: bool = False) -> Output:
        """Return the result of a request; when that is not waited for any longer, the request is withdrawn."""
        try:
            if is_new:
                self._job.keep(msgspec.json.encode(Note(self._key, ticket)), NOTE_NAME, JSON, "input")
            await self._completed(ticket)
            found = await watched(self._queue.result(ticket), self._beat)
            return msgspec.convert(found, Output)
        except msgspec.ValidationError as error:
            raise ProviderFailed("The provider fal answered with no result that is known", has_ended=True) from error
        except (Cancelled, ProviderFailed) as error:
            if isinstance(error, Cancelled) or not error.facts.get("has_ended"):
                is_heard = await self._queue.cancel(ticket)
                self._job.log("The request was withdrawn", by="fal", is_heard=is_heard)
            raise

    async def _completed(self, ticket: Ticket) -> None:
        """Wait until the request is done, well or not."""
        began, fal = time.monotonic(), self._settings.fal
        poll_s = fal.poll_webhook_s if fal.webhook_url else fal.poll_s
        async with bell(self._settings, ticket.request_id) as rung:
            while True:
                status = await watched(self._queue.status(ticket), self._beat)
                self._tell(status, time.monotonic() - began)
                if status.status == "COMPLETED":
                    return
                if time.monotonic() > self._queue.ends_at:
                    raise ProviderFailed(f"The provider fal did not make the model within {fal.timeout_s:g} seconds")
                await watched(_rest(rung, poll_s), self._beat)

    def _tell(self, status: Status, waited_s: float) -> None:
        for line in status.logs or ():
            seen = (line.timestamp or "", line.message)
            if seen not in self._heard:
                self._heard.add(seen)
                self._job.log(self._queue.cleaned(line.message), by="fal", level=line.level or "", at=seen[0])
        if status.status == "IN_QUEUE":
            before = status.queue_position
            self._said = (0.0, "Waiting at the provider" + (f": {before} before it" if before else ""))
        else:
            self._said = (0.95 * (1 - math.exp(-waited_s / USUAL_S)), "The provider makes the model")

    def _beat(self) -> None:
        self._job.progress(*self._said)


async def _rest(rung: asyncio.Event, seconds: float) -> None:
    """Wait a while, or until the bell rings."""
    try:
        async with asyncio.timeout(seconds):
            await rung.wait()
    except TimeoutError:
        return
    rung.clear()
