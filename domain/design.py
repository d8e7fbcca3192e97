"""A design: a spec and what became of it."""

from typing import Literal

import msgspec

from domain.events import Event
from domain.spec import DesignSpec

GenerationMethod = Literal["planner", "lm_adapter", "planner_fallback"]


class DesignGenerated(Event, frozen=True, tag="design.generated"):
    """A spec was made from words."""

    owner: str
    spec: DesignSpec
    prompt_id: str = ""
    job_id: str = ""
    method: GenerationMethod = "planner"
    planner_version: str = ""
    model: str = ""  # the language model that was asked
    fallback_reason: str = ""  # why its reading was not taken


DesignEvent = DesignGenerated


class Design(msgspec.Struct, frozen=True):
    """A design as it stands."""

    owner: str = ""
    spec: DesignSpec | None = None


def evolve(design: Design, event: DesignEvent) -> Design:
    """Return the design as it stands after `event`."""
    match event:
        case DesignGenerated(owner=owner, spec=spec):
            return Design(owner, spec)
