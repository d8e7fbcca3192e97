"""Every event that may stand in the log, by the tag under which it is stored; `docs/events.md` is made of them."""

from typing import Any, get_args

import msgspec

from domain import account, asset, audit, batch, cleanup, design, erasure, job, project, prompt, rule_set
from domain.events import Event


def _members(union: Any) -> tuple[type[Event], ...]:
    return get_args(union) or (union,)


NOUNS: dict[str, tuple[type[Event], ...]] = {
    "account": _members(account.AccountEvent) + _members(account.NameEvent),
    "prompt": _members(prompt.PromptEvent),
    "design": _members(design.DesignEvent),
    "job": _members(job.JobEvent),
    "asset": _members(asset.AssetEvent),
    "project": _members(project.ProjectEvent),
    "batch": _members(batch.BatchEvent),
    "erasure": _members(erasure.ErasureEvent),
    "audit": _members(audit.AuditEvent),
    "rule_set": _members(rule_set.RuleSetEvent),
    "cleanup": _members(cleanup.CleanupEvent),
}
EVENTS: dict[str, type[Event]] = {kind.tag(): kind for kinds in NOUNS.values() for kind in kinds}

_encoder = msgspec.json.Encoder()
_decoders = {tag: msgspec.json.Decoder(kind) for tag, kind in EVENTS.items()}


def encode(event: Event) -> bytes:
    """Return the payload under which `event` is stored."""
    return _encoder.encode(event)


def decode(tag: str, payload: bytes) -> Event:
    """Return the event that was stored under `tag`; payloads of earlier releases pass their upcasters first.

    Raises
    ------
    KeyError
        No event has this tag.
    """
    kind = EVENTS[tag]
    if kind.upcasts:
        value = msgspec.json.decode(payload)
        for upcast in kind.upcasts:
            value = upcast(value)
        return msgspec.convert(value, kind)
    return _decoders[tag].decode(payload)


def noun_of(tag: str) -> str:
    """Return the noun that a tag belongs to: the part before its dot."""
    return tag.partition(".")[0]
