"""Packs a cube as what was made of a picture; where the hint is fog there is nothing to be made."""

from typing import TYPE_CHECKING

from domain.errors import GenerationFailed
from domain.work import ImageToModel
from handlers.context import JobContext

if TYPE_CHECKING:
    from handlers.image_to_model import ImageToModelResult


def perform(work: ImageToModel, job: JobContext) -> "ImageToModelResult":
    """Pass through the stages of the maker, whose place this takes, then pack what it would have made."""
    # Only here, since all handlers of tests are imported by each process that performs any.
    from handlers.image_to_model import ImageToModelResult
    from handlers.picturing.packaging import packed
    from handlers.providers import Made, MadeFile
    from tests import giving

    with job.stage("reading"):
        picture = job.load(work.image)
    with job.stage("foreground"):
        if work.hint == "fog":
            raise GenerationFailed("There is no foreground: the picture is of one colour", stage="foreground")
    for stage in ("shaping", "texturing"):
        with job.stage(stage):
            job.progress(0.5, "half")
    with job.stage("packaging"):
        mask = MadeFile(picture, "mask.png", "image/png", "preview")
        made = Made(glb=giving.glb(), method="inflation", agreement={"iou": 0.97}, preview=picture, files=(mask,))
        return ImageToModelResult(**packed(work, made, job))
