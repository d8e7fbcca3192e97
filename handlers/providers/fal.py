"""FAL.AI's queue with Tripo3D: another machine makes the model, for money, which is not paid twice if it can be helped.

What is asked for is kept with the job at once: when the worker dies, the next attempt waits for the same request.
"""

import asyncio
import hashlib
from typing import Any

from domain.errors import Invalid, ProviderFailed, TooLarge
from domain.work import ImageToModel
from engine.glb_reading import parse_glb
from engine.models.model import Model
from engine.models.reading import read_model
from engine.shapes import Tick
from engine.single_view.photo import opened
from handlers.context import JobContext
from handlers.providers import Made
from handlers.providers.ordering import Order, Output, RemoteFile
from handlers.providers.picture import data_uri, encoded
from handlers.providers.watching import watched
from handlers.reconstructing.beating import beaten
from handlers.reconstructing.portions import part
from runtime.fal import FalQueue
from runtime.fal_files import fetched
from runtime.settings import Settings, load_settings
from runtime.settings_image import FalSettings

LICENCE = "a commercial service, under the terms of fal.ai and Tripo"
BY = {"by": "fal"}
SEED_MAX = 2**31


def made(work: ImageToModel, job: JobContext) -> Made:
    """Return the model that the queue made of the picture, as it gave it."""
    settings = load_settings()
    with job.stage("reading") as stage:
        photo = opened(job.load(work.image), pixels_max=settings.image.pixels_max)
        data, media_type = encoded(photo)
        stage.result = {"height": photo.pixels.shape[0], "width": photo.pixels.shape[1], "sent_bytes": len(data)}
    with job.stage("foreground") as stage:
        stage.result = BY
    asked = options_of(work, settings.fal)
    with job.stage("shaping") as stage:
        with job.elsewhere():
            output = asyncio.run(_ordered({"image_url": data_uri(data, media_type), **asked}, work, job, settings))
        file = _file_of(output)
        stage.result = BY | {"task": output.task_id}
    with job.stage("texturing") as stage:
        with job.elsewhere():
            glb = asyncio.run(
                watched(fetched(file.url, settings, job.log), lambda: job.progress(0.1, "Fetching the model"))
            )
        model = beaten(lambda tick: _checked(glb), part(job.progress, 0.5, 0.6))
        triangles = sum(len(placed.surface.faces) for placed in model.placed())
        stage.result = BY | {"size_bytes": len(glb), "triangles": triangles}
        is_theirs = work.face_limit is None or triangles <= work.face_limit
        if not is_theirs:
            glb = _lighter(model, work.face_limit or triangles, part(job.progress, 0.6, 1.0))
    notes = [] if is_theirs else [f"The provider made {triangles} faces; it was made lighter here"]
    facts = {
        "model": settings.fal.model, "licence": LICENCE, "asked": asked, "task": output.task_id,
        "triangles_made": triangles, "notes": [*photo.notes, *notes],
    }  # fmt: skip
    return Made(glb=glb, method="fal", facts=facts, source_url=file.url if is_theirs else "")


def options_of(work: ImageToModel, settings: FalSettings) -> dict[str, Any]:
    """Return what is asked of the model beside the picture.

    With PBR the model takes its own texture, whatever is asked (so says its documentation): a choice of texture goes
    without.
    """
    seed = int.from_bytes(hashlib.sha256(str(work.seed).encode()).digest()[:4], "big") % SEED_MAX
    asked: dict[str, Any] = {
        "texture": settings.texture, "pbr": settings.texture == "standard", "auto_size": True, "seed": seed,
        "texture_seed": seed,
    }  # fmt: skip
    return asked if work.face_limit is None else asked | {"face_limit": work.face_limit}


async def _ordered(arguments: dict[str, Any], work: ImageToModel, job: JobContext, settings: Settings) -> Output:
    async with FalQueue.opened(settings.fal, job.log) as queue:
        return await Order(queue, arguments, work, job, settings).filled()


def _file_of(output: Output) -> RemoteFile:
    file = output.model_mesh or output.pbr_model or output.base_model
    if file is None:
        raise ProviderFailed("The provider fal made no model of this picture")
    return file


def _checked(glb: bytes) -> Model:
    """Return what is in the file, which must be a GLB that is whole."""
    if glb[:4] != b"glTF":
        raise ProviderFailed("The provider's file is no GLB")
    try:
        parse_glb(glb)  # stricter about the file as such: our account is to be written into it
        return read_model(glb)
    except (Invalid, TooLarge) as error:
        raise ProviderFailed(f"The provider's file is no model that can be read: {error.message}") from error


def _lighter(model: Model, triangles: int, tick: Tick) -> bytes:
    """Return the model within the limit, its textures as they are."""
    from engine.models.writing import write_model  # these take a while to import, and are seldom needed
    from engine.optimizing.scene import simplified, without_dropped

    return write_model(without_dropped(simplified(model, triangles, tick=tick).model))
