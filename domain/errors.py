"""The errors that the domain raises, named by what the caller can do about them.

MeshwrightError
├── Refused                 the caller can change the request
│   ├── Invalid             a value is not allowed
│   ├── Unauthenticated     say who you are (again)
│   ├── Forbidden           you are known, and may not
│   ├── NotFound            no such thing, or it is not yours
│   ├── Conflict            what is true now does not allow it
│   ├── Gone                it was there, and is not any more
│   ├── TooLarge            send less
│   ├── UnsupportedMedia    send another format
│   └── TooMany             wait, then ask again
├── Failed                  the work could not be done
│   ├── GenerationFailed    a stage of a job refused its result
│   ├── ProviderFailed      a remote service did not do its part
│   └── StorageFailed       a file could not be kept or read
│       └── DiskFull        make room on the server
└── Unavailable             a part of the server is away for a moment; ask again
"""

from typing import Any


class MeshwrightError(Exception):
    """A sentence for people, and facts that are safe to show."""

    def __init__(self, message: str, **facts: Any) -> None:
        super().__init__(message)
        self.message = message
        self.facts = facts


class Refused(MeshwrightError):
    """The caller can change the request."""


class Invalid(Refused):
    """A value is not allowed; the facts name the field and what is allowed."""


class Unauthenticated(Refused):
    """The caller is not known."""


class Forbidden(Refused):
    """The caller is known and may not do this."""


class NotFound(Refused):
    """There is no such thing, or it belongs to somebody else."""


class Conflict(Refused):
    """What is true now does not allow this."""


class Gone(Refused):
    """It was there and is not any more."""


class TooLarge(Refused):
    """The input is larger than the limit; the facts name the limit."""


class UnsupportedMedia(Refused):
    """The format is not one that is read here; the facts name those that are."""


class TooMany(Refused):
    """Too many requests; the fact `retry_after_s` says when to come back."""


class Failed(MeshwrightError):
    """The work could not be done."""


class GenerationFailed(Failed):
    """A stage of a job refused its result; the fact `stage` names it."""


class ProviderFailed(Failed):
    """A remote service did not do its part."""


class StorageFailed(Failed):
    """A file could not be kept or read."""


class DiskFull(StorageFailed):
    """There is no room for a file; trying again does not help until somebody makes some."""


class Unavailable(MeshwrightError):
    """A part of the server is away for a moment; the fact `retry_after_s` says when to ask again."""
