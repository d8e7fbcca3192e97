"""Shap-E's variant for pictures: a neural maker from a folder on this machine."""

import numpy as np

from domain.errors import GenerationFailed
from domain.work import ImageToModel
from engine.assembling.bake import Textures, bake
from engine.assembling.checks import faults_of
from engine.assembling.mending import lightened
from engine.assembling.unwrap import UnwrappedMesh, unwrap
from engine.glb import write_glb
from engine.images import png
from engine.neural.maker import Made as MadeShape
from engine.neural.maker import Wish
from engine.neural.shap_e import shap_e_of_picture
from engine.neural.standing import stood
from engine.planner.staging.sizing import factor_to
from engine.shapes import Assembly
from engine.single_view.foreground import Foreground, foreground_of
from engine.single_view.photo import Photo, opened
from engine.single_view.standing_up import spec_of
from engine.threads import side_by_side
from handlers.context import JobContext, Stage
from handlers.picturing.sizing import Guess, size_guess
from handlers.providers import Made, MadeFile
from handlers.providers.picture import before_white
from handlers.reconstructing.beating import beaten
from handlers.reconstructing.portions import part
from runtime.settings import load_settings

FACES_USUAL = 10_000
"""Of a model for which no limit is asked."""
TEXTURE_PX, PADDING_PX, OCCLUSION_RAYS = 1024, 3, 8
PNG = "image/png"


def made(work: ImageToModel, job: JobContext) -> Made:
    """Return the surface that the model sees in the picture, closed, in the model's own colours."""
    settings = load_settings().image
    with job.stage("reading") as stage:
        photo = opened(job.load(work.image), pixels_max=settings.pixels_max)
        stage.result = {"height": photo.pixels.shape[0], "width": photo.pixels.shape[1], "notes": list(photo.notes)}
    with job.stage("foreground") as stage:
        found = beaten(lambda tick: foreground_of(photo, tick=tick), job.progress)
        stage.result = {"method": found.method, "confidence": round(float(found.confidence), 4)}
    with job.stage("shaping") as stage:
        guess = size_guess(work.hint)
        shape = _shape(work, photo, found, job)
        full, light = _fitted(shape, guess, work, job, stage)
    with job.stage("texturing") as stage:
        mesh, textures = _textured(full, light, work, job, stage)
        glb = _packed(mesh, textures)
    mask = png(np.asarray(np.rint(np.clip(found.mask, 0, 1) * 255), np.uint8))
    facts = {**stage.result, **_about(shape), "size_from": guess.sentence, "triangles_full": full.triangles}
    files = (MadeFile(mask, "mask.png", PNG, "texture"),)
    return Made(glb=glb, method="shap-e", facts=facts, files=files, doubts=(*photo.notes, *found.notes))


def _shape(work: ImageToModel, photo: Photo, found: Foreground, job: JobContext) -> MadeShape:
    settings = load_settings().image
    parameters = {"steps": float(settings.shap_e_steps), "guidance": settings.shap_e_guidance}
    wish = Wish("", work.seed, parameters, picture=before_white(photo, found))
    try:
        maker = beaten(lambda _: shap_e_of_picture(settings.shap_e), part(job.progress, 0.0, 0.1))
        return beaten(lambda tick: maker.make(wish, tick=tick), part(job.progress, 0.1, 0.8))
    except GenerationFailed as error:  # it names the stage that it has for words
        raise GenerationFailed(error.message, stage="shaping") from error


def _fitted(
    shape: MadeShape, guess: Guess, work: ImageToModel, job: JobContext, stage: Stage
) -> tuple[Assembly, Assembly]:
    """Return the shape closed and on the ground, and the same within the limit of faces."""
    full, mended = beaten(lambda _: stood(shape.mesh, largest_m=guess.largest_m), part(job.progress, 0.8, 0.85))
    if guess.sides_m:
        largest_m = guess.largest_m * factor_to(guess.sides_m, np.ptp(full.parts[0].points, axis=0))
        full, mended = beaten(lambda _: stood(shape.mesh, largest_m=largest_m), part(job.progress, 0.85, 0.9))
    spec = spec_of(full.parts[0], is_held=False)
    if faults_of(full, spec):
        spec = spec_of(full.parts[0], is_held=True)  # it would fall over: it is shown as on a stand
    limit = work.face_limit or FACES_USUAL
    light = beaten(
        lambda tick: lightened(full, spec, triangles=limit, tick=tick), part(job.progress, 0.9, 1.0)
    ).assembly  # fmt: skip
    stage.result = {**_about(shape), **mended, "triangles": light.triangles, "triangles_full": full.triangles}
    return full, light


def _about(shape: MadeShape) -> dict[str, str | int | float]:
    about = shap_e_of_picture(load_settings().image.shap_e).about
    return {"model": about.model, "licence": about.licence, **shape.facts}


def _textured(
    full: Assembly, light: Assembly, work: ImageToModel, job: JobContext, stage: Stage
) -> tuple[UnwrappedMesh, Textures]:
    mesh = beaten(
        lambda tick: unwrap(light, texture_size=TEXTURE_PX, padding=PADDING_PX, tick=tick), part(job.progress, 0.0, 0.4)
    )
    textures = beaten(
        lambda tick: bake(
            mesh, full, texture_size=TEXTURE_PX, samples=OCCLUSION_RAYS, seed=work.seed % 2**31, tick=tick
        ),
        part(job.progress, 0.4, 1.0),
    )
    stage.result = {"charts": mesh.charts, "coverage": round(mesh.coverage, 4), "texture_size": TEXTURE_PX}
    return mesh, textures


def _packed(mesh: UnwrappedMesh, textures: Textures) -> bytes:
    names = ("albedo", "normal", "roughness", "metallic", "occlusion")
    files = side_by_side(png, [getattr(textures, name) for name in names])
    return write_glb(mesh, textures, {}, encoded=dict(zip(names, files, strict=True)))
