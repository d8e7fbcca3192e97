"""A picture becomes a textured GLB, a picture of it, and an account of how."""

from typing import Any

import msgspec

from domain.work import ImageToModel
from handlers.context import JobContext
from handlers.picturing.packaging import packed
from handlers.providers import provider_of


class ImageToModelResult(msgspec.Struct, frozen=True):
    """What was made of a picture; files by asset id.

    `method` is fit, inflation, shap-e or fal; `agreement` says how well the model, seen from where the picture was
    taken, covers what the picture shows (`iou`) and has its edges (`edges`), in [0, 1]; empty where nobody measured.
    `spec_asset` is the editable design of a fit. `source_url` is where a remote provider itself serves the model.
    """

    glb_asset: str
    preview_asset: str
    provenance_asset: str
    mask_asset: str
    spec_asset: str
    provider: str
    method: str
    agreement: dict[str, float]
    approximation: bool
    sentence: str
    triangles: int
    size_bytes: int
    source_url: str
    facts: dict[str, Any]
    provenance: dict[str, Any]


def perform(work: ImageToModel, job: JobContext) -> ImageToModelResult:
    """Have the model made by the provider that is asked for, check it, and keep its files.

    Raises
    ------
    GenerationFailed
        There is nothing in the picture that a model can be made of.
    ProviderFailed
        A remote provider did not do its part.
    """
    made = provider_of(work.provider).made(work, job)
    with job.stage("packaging") as stage:
        kept = packed(work, made, job)
        stage.result = {"size_bytes": kept["size_bytes"], "triangles": kept["triangles"]}
    return ImageToModelResult(**kept)
