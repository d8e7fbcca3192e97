"""What a worker and its child process say to each other: length-prefixed msgpack over a socket pair."""

from pathlib import Path
from typing import Any

import msgspec

from domain.job import ArtefactRole
from domain.work import AnyWork

LENGTH_BYTES = 4


class _Message(msgspec.Struct, frozen=True, tag=True):
    pass


class Ready(_Message, frozen=True):
    """The child has imported its handlers."""

    kinds: tuple[str, ...]


class Entered(_Message, frozen=True):
    """A stage began."""

    stage: str


class Completed(_Message, frozen=True):
    """A stage ended well."""

    stage: str
    duration_ms: int
    result: dict[str, Any]


class Kept(_Message, frozen=True):
    """A file is to be kept; it lies at `path` and nobody writes to it any more."""

    path: str
    asset_id: str
    name: str
    role: ArtefactRole
    media_type: str
    sha256: str
    size_bytes: int
    stage: str


class Progressed(_Message, frozen=True):
    """So much of the current stage is done."""

    stage: str
    fraction: float
    message: str
    count: int | None = None  # so many things are done, where the stage counts them


class Logged(_Message, frozen=True):
    """A line of the job's log."""

    at: float  # seconds since 1970
    stage: str
    message: str
    values: dict[str, Any]


class Shown(_Message, frozen=True):
    """An artefact is worth looking at while the job runs."""

    asset_id: str
    stage: str


class Recorded(_Message, frozen=True):
    """A command that the handler gives besides those of its job."""

    name: str
    payload: bytes


class Wanted(_Message, frozen=True):
    """The child waits for the content of an asset."""

    asset_id: str


class Returned(_Message, frozen=True):
    """The handler is done."""

    result: dict[str, Any]
    provenance: dict[str, Any]


class Raised(_Message, frozen=True):
    """The handler raised; `code` and `message` are safe to show, `detail` is for the server's log.

    A traceback is only in the detail of a bug; of what is raised on purpose it is the place in one line.
    """

    code: str
    message: str
    stage: str
    is_passing: bool = False
    is_bug: bool = False
    is_refusal: bool = False  # the input is at fault, not the server
    detail: str = ""


class Stopped(_Message, frozen=True):
    """The handler noticed that its job is cancelled, and stopped."""


class Left(_Message, frozen=True):
    """The handler waits for another machine from now on: others may compute meanwhile."""


class Back(_Message, frozen=True):
    """The handler has what it waited for, and wants to compute again."""


FromChild = (
    Ready | Entered | Completed | Kept | Progressed | Logged | Shown | Recorded | Wanted | Returned | Raised | Stopped
    | Left | Back
)  # fmt: skip
"""All that a child says."""


class Perform(_Message, frozen=True):
    """Perform this work."""

    job_id: str
    owner: str
    attempt: int
    work: AnyWork
    workdir: str
    log_lines_max: int
    asset_bytes_max: int


class Cancel(_Message, frozen=True):
    """Stop the work at hand."""


class Given(_Message, frozen=True):
    """The content of a wanted asset lies at `path`, or `error` says why not."""

    path: str = ""
    error: str = ""


class Admitted(_Message, frozen=True):
    """The handler that came back may compute again."""


ToChild = Perform | Cancel | Given | Admitted
"""All that a child hears."""

_encoder = msgspec.msgpack.Encoder(enc_hook=str)
_from_child: msgspec.msgpack.Decoder[FromChild] = msgspec.msgpack.Decoder(FromChild)
_to_child: msgspec.msgpack.Decoder[ToChild] = msgspec.msgpack.Decoder(ToChild)


def frame(message: FromChild | ToChild) -> bytes:
    """Return a message as it goes over the socket."""
    body = _encoder.encode(message)
    return len(body).to_bytes(LENGTH_BYTES, "big") + body


def read_from_child(body: bytes) -> FromChild:
    """Return what the child said."""
    return _from_child.decode(body)


def read_to_child(body: bytes) -> ToChild:
    """Return what the child is told."""
    return _to_child.decode(body)


def outbox(workdir: Path) -> Path:
    """Return the folder in which files wait for being kept."""
    return workdir / ".outbox"
