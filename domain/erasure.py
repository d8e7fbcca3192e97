"""An erasure: everything that is held about a person goes, and what remains says only that it did.

Its stream belongs to the system and names the account by its id, which means nothing to anybody afterwards.
"""

from typing import Literal

import msgspec
from msgspec.structs import replace

from domain.events import Event

RequestedBy = Literal["owner", "admin"]
ErasureStatus = Literal["", "begun", "erased", "completed"]


class ErasureBegan(Event, frozen=True, tag="erasure.began"):
    """Somebody asked that an account and everything of it be erased; there is no way back."""

    account: str
    requested_by: RequestedBy


class AccountErased(Event, frozen=True, tag="account.erased"):
    """The key and files of an account are gone; each view removes its rows when it meets this."""

    account: str
    deleted: dict[str, int]  # how much of each kind there was


class ErasureCompleted(Event, frozen=True, tag="erasure.completed"):
    """Messages and rows are gone too, and the tables were written anew without what they had held."""

    tables_rewritten: int
    tables_too_large: tuple[str, ...] = ()  # only their rows were removed; their pages are filled again in time


ErasureEvent = ErasureBegan | AccountErased | ErasureCompleted


class Erasure(msgspec.Struct, frozen=True):
    """An erasure as it stands."""

    account: str = ""
    requested_by: RequestedBy = "owner"
    status: ErasureStatus = ""
    deleted: dict[str, int] = {}


def evolve(erasure: Erasure, event: ErasureEvent) -> Erasure:
    """Return the erasure as it stands after `event`."""
    match event:
        case ErasureBegan(account=account, requested_by=requested_by):
            return Erasure(account, requested_by, "begun")
        case AccountErased(account=account, deleted=deleted):
            return replace(erasure, account=account, status="erased", deleted=deleted)
        case ErasureCompleted():
            return replace(erasure, status="completed")


KINDS: dict[str, tuple[str, ...]] = {
    "specs": ("design.generated", "design.branched"),
    "evaluations": ("design.evaluated",),
    "iterations": ("design.iterated", "design.objects-switched"),
    "feedback": ("design.compliance-feedback-given",),
    "compliance_cases": ("design.compliance-checked",),
    "prompts": ("prompt.created",),
    "jobs": ("job.requested",),
    "uploads": ("asset.uploaded",),
    "projects": ("project.created",),
    "batches": ("batch.opened",),
    "sessions": ("account.signed-in",),
    "api_keys": ("account.api-key-issued",),
    "audit_notes": ("audit.requests-noted",),
}
"""What is counted, and by which events."""


def counted(events: dict[str, int]) -> dict[str, int]:
    """Return how many there were of each kind, from how many events had each tag."""
    found = {kind: sum(events.get(tag, 0) for tag in tags) for kind, tags in KINDS.items()}
    return {**found, "events": sum(events.values())}
