"""What is said about a job while it runs: messages on the bus that nobody keeps."""

from collections.abc import AsyncIterator
from typing import Any, Literal

import msgspec

from runtime.bus import Bus
from runtime.machine import Device

PreviewKind = Literal["blocks", "parts", "model", "picture", "turntable", "other"]
_PREVIEW_KINDS: dict[str, PreviewKind] = {
    "blocks.png": "blocks", "parts.png": "parts", "preview.glb": "model", "preview.png": "picture",
    "turntable.webp": "turntable",
}  # fmt: skip


def preview_kind(name: str) -> PreviewKind:
    """Return what a preview shows, by the name of its file."""
    return _PREVIEW_KINDS.get(name, "other")


class _Live(msgspec.Struct, frozen=True, tag_field="what"):
    job_id: str
    attempt: int
    stage: str
    at: float  # seconds since 1970


class Progressed(_Live, frozen=True, tag="progress"):
    """So much of the current stage is done, in [0, 1]; `count` things of it, where the stage counts them."""

    fraction: float
    message: str = ""
    count: int | None = None


class Logged(_Live, frozen=True, tag="log"):
    """A line of the job's log."""

    message: str
    values: dict[str, Any] = {}


class Previewed(_Live, frozen=True, tag="preview"):
    """A kept artefact is worth looking at already."""

    asset_id: str
    media_type: str = ""
    kind: PreviewKind = "other"


class Arriving(msgspec.Struct, frozen=True):
    """A file that a project is given arrives: so much of it has come; `total_bytes` is 0 where nobody said."""

    project_id: str
    file_name: str
    received_bytes: int
    total_bytes: int = 0


LiveMessage = Progressed | Logged | Previewed
"""All that is said about a running job."""


class WorkerPresence(msgspec.Struct, frozen=True):
    """A worker is there: what it serves, and what it does."""

    name: str
    lanes: tuple[str, ...]
    slots: int
    jobs: tuple[str, ...] = ()
    version: str = ""
    device: Device | None = None  # not known yet, for the first moments of a worker
    warm: int = 0  # slots whose child process has started: they take jobs, or perform one

    @property
    def busy(self) -> int:
        """Return how many jobs it has at hand, also those that wait for another machine."""
        return len(self.jobs)


_encoder = msgspec.json.Encoder()
_arrivals = msgspec.json.Decoder(Arriving)
_messages: msgspec.json.Decoder[LiveMessage] = msgspec.json.Decoder(LiveMessage)
_presences = msgspec.json.Decoder(WorkerPresence)


async def say(bus: Bus, owner: str, message: LiveMessage) -> None:
    """Publish a message about a job; while the bus is away it is lost, which nobody minds."""
    what = str(message.__struct_config__.tag)
    await bus.publish(bus.subjects.live(owner, message.job_id, what), _encoder.encode(message))


async def say_arriving(bus: Bus, owner: str, message: Arriving) -> None:
    """Publish how much of a file has come; while the bus is away it is lost, which nobody minds."""
    await bus.publish(bus.subjects.live(owner, message.project_id, "upload"), _encoder.encode(message))


def read_arriving(data: bytes) -> Arriving:
    """Return what was published of a file that arrives."""
    return _arrivals.decode(data)


def read_live(data: bytes) -> LiveMessage:
    """Return the message that was published."""
    return _messages.decode(data)


async def watch(bus: Bus, owner: str, job_id: str = "*") -> AsyncIterator[LiveMessage]:
    """Yield what is said about a job, or about all jobs of `owner`, until the caller stops."""
    async with bus.listen(bus.subjects.live(owner, job_id)) as messages:
        async for message in messages:
            yield read_live(message.data)


def encode_presence(presence: WorkerPresence) -> bytes:
    """Return a worker's presence as it is published."""
    return _encoder.encode(presence)


async def workers(bus: Bus, timeout_s: float = 0.5, at_least: int = 10_000) -> list[WorkerPresence]:
    """Ask all workers, and return those that answered in time, or as soon as `at_least` did."""
    answers = await bus.ask_all(bus.subjects.ping, timeout_s=timeout_s, answers_max=at_least)
    return [_presences.decode(answer) for answer in answers]
