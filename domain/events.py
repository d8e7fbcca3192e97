"""What every event is, and the record in which the log keeps it."""

from datetime import datetime
from typing import Any, ClassVar

import msgspec


class Event(msgspec.Struct, frozen=True, tag_field="type", omit_defaults=False):
    """A fact in past tense; subclasses set `tag="noun.happened"`, the name under which it is stored for ever."""

    upcasts: ClassVar[tuple[Any, ...]] = ()

    @classmethod
    def tag(cls) -> str:
        """Return the stored name of this kind of event."""
        return str(cls.__struct_config__.tag)


class Record(msgspec.Struct, frozen=True):
    """One event in its envelope, as the log keeps it.

    `event` is None when the key of its subject has been destroyed: the fact remains, its content does not.
    """

    position: int
    stream: str
    version: int
    tag: str
    recorded_at: datetime
    actor: str
    subject: str
    correlation: str
    causation: str
    event: Event | None
    hash: bytes
