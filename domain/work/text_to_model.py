"""A sentence becomes a textured GLB."""

from typing import Annotated, ClassVar

from msgspec import Meta

from domain.prompt import POLY_BUDGET_MAX, POLY_BUDGET_MIN
from domain.spec import DesignSpec, Quality, Scale
from domain.work.base import Needs, Work


class TextToModel(Work, frozen=True, tag="text_to_model"):
    """Plan a design from a prompt, make its shape, unwrap, bake and pack it."""

    needs: ClassVar[Needs] = Needs(lane="cpu", memory_mib=4096, time_limit_s=600)
    version: ClassVar[str] = "1.1"
    stages: ClassVar[tuple[str, ...]] = (
        "planning", "geometry_generation", "uv_unwrapping", "texture_baking", "packaging",
    )  # fmt: skip
    lighter: ClassVar[str] = "Ask for a lower quality or for fewer things."

    prompt_id: str
    text: str
    spec_id: str
    seed: Annotated[int, Meta(ge=0, lt=2**53)]
    scale: Scale = "medium"
    poly_budget: Annotated[int, Meta(ge=POLY_BUDGET_MIN, le=POLY_BUDGET_MAX, description="Most triangles")] = 5000
    style: str = "realistic"
    quality: Quality = "standard"
    is_progressive: bool = True
    reference_assets: tuple[str, ...] = ()
    turntable: bool = False  # also a film of the model turning once
    spec: DesignSpec | None = None  # the design as somebody left it; the words are then not read again
