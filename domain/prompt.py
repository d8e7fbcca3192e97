"""A prompt: words, parameters and reference pictures from which runs are started."""

from typing import Annotated, Literal

import msgspec
from msgspec import Meta

from domain.events import Event
from domain.spec import Scale

ExportFormat = Literal["glb", "gltf", "usdz"]

TEXT_LENGTH_MAX = 4000
POLY_BUDGET_MIN = 100
POLY_BUDGET_MAX = 500_000
REFERENCES_MAX = 4

STYLES = (
    "realistic", "modern", "futuristic", "steampunk", "minimalist", "rustic", "art deco", "industrial", "contemporary",
    "victorian", "gothic", "scandinavian", "mid century", "bauhaus", "japanese", "baroque", "cyberpunk",
)  # fmt: skip


class PromptParameters(msgspec.Struct, frozen=True):
    """What a run of this prompt should look like."""

    scale: Scale = "medium"
    poly_budget: Annotated[int, Meta(ge=POLY_BUDGET_MIN, le=POLY_BUDGET_MAX)] = 5000
    style: str = "realistic"
    export_format: ExportFormat = "glb"


class Reference(msgspec.Struct, frozen=True):
    """A picture that came with the prompt, kept as an asset."""

    kind: Literal["image"]
    url: str
    asset_id: str
    sha256: str
    media_type: str
    size_bytes: int


class PromptCreated(Event, frozen=True, tag="prompt.created"):
    """Somebody asked for a model in words."""

    owner: str
    text: str
    parameters: PromptParameters = PromptParameters()
    references: tuple[Reference, ...] = ()


PromptEvent = PromptCreated


class Prompt(msgspec.Struct, frozen=True):
    """A prompt as it stands."""

    owner: str = ""
    text: str = ""
    parameters: PromptParameters = PromptParameters()
    references: tuple[Reference, ...] = ()


def evolve(prompt: Prompt, event: PromptEvent) -> Prompt:
    """Return the prompt as it stands after `event`."""
    match event:
        case PromptCreated(owner=owner, text=text, parameters=parameters, references=references):
            return Prompt(owner, text, parameters, references)
