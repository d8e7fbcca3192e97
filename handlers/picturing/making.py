"""The maker of this server: a fit of what the planner knows or an inflation, wrapped in the picture."""

import time
from dataclasses import replace
from typing import Any

import msgspec
import numpy as np

from domain.work import ImageToModel
from engine import planner
from engine.assembling.bake import Textures, bake
from engine.assembling.checks import refuse
from engine.assembling.mending import lightened
from engine.assembling.unwrap import UnwrappedMesh, unwrap
from engine.glb import write_glb
from engine.images import png
from engine.shapes import Assembly
from engine.single_view.adapters import Models, depth_of
from engine.single_view.choosing import Shaped, agreement_of, shaped
from engine.single_view.foreground import Foreground, foreground_of
from engine.single_view.photo import Photo, opened
from engine.single_view.picture_texture import wrapped
from engine.studio.picture import render
from engine.threads import side_by_side
from handlers.context import JobContext, Stage
from handlers.picturing.sizing import Guess, size_guess
from handlers.providers import Made, MadeFile
from handlers.reconstructing.beating import beaten
from handlers.reconstructing.portions import part
from runtime.settings import load_settings

PNG, JSON = "image/png", "application/json"
FACES_USUAL = 10_000
"""Of a model for which no limit is asked."""
TEXTURE_PX, SMALL_TEXTURE_PX, PADDING_PX, OCCLUSION_RAYS = 1024, 512, 3, 8
SMALL_THING_PX = 320
"""Longer side of a thing in its picture: one that is not larger fills no more than the small texture."""
PICTURE_PX, PICTURE_RAYS = 640, 3


def made(work: ImageToModel, job: JobContext) -> Made:
    """Pass through the stages from reading to texturing; return the model, its picture and its mask."""
    with job.stage("reading") as stage:
        photo, guess = _read(work, job, stage)
    with job.stage("foreground") as stage:
        foreground = _foreground(photo, job, stage)
        seen = stage.result | {"notes": [*photo.notes, *foreground.notes]}
    mask = png(np.asarray(np.rint(np.clip(foreground.mask, 0, 1) * 255), np.uint8))
    with job.stage("shaping") as stage:
        full, light = _shape(work, photo, foreground, guess, job, stage)
    with job.stage("texturing") as stage:
        mesh, textures = _texture(work, full, light, photo, foreground, job, stage)
        job.progress(0.8, "Drawing a picture of it")
        pixels = beaten(
            lambda tick: render(
                mesh, textures, size=PICTURE_PX, samples=PICTURE_RAYS, seed=work.seed % 2**31, tick=tick
            ),
            part(job.progress, 0.8, 0.95),
        )
        job.progress(0.95, "Writing the model")
        glb = beaten(lambda tick: _glb(mesh, textures), part(job.progress, 0.95, 1.0))
    files = [MadeFile(mask, "mask.png", PNG, "texture")]
    if full.design is not None:
        files.append(MadeFile(_json(full.design), "spec.json", JSON))
    facts = _facts(full, light, guess, mesh) | {"foreground": seen}
    return Made(
        glb=glb, method=full.method, agreement=full.agreement, facts=facts, preview=png(pixels), files=tuple(files),
        doubts=(*photo.notes, *foreground.notes),
    )  # fmt: skip


def _read(work: ImageToModel, job: JobContext, stage: Stage) -> tuple[Photo, Guess]:
    job.progress(0.0, "Reading the picture")
    data = job.load(work.image)
    photo = beaten(lambda tick: opened(data, pixels_max=load_settings().image.pixels_max), job.progress)
    guess = size_guess(work.hint)
    height, width = photo.pixels.shape[:2]
    stage.result = {"width": width, "height": height, "notes": list(photo.notes), "has_alpha": photo.alpha is not None}
    for note in photo.notes:
        job.log(note)
    return photo, guess


def _foreground(photo: Photo, job: JobContext, stage: Stage) -> Foreground:
    job.progress(0.0, "Looking for the thing")
    found = beaten(lambda tick: foreground_of(photo, tick=tick, models=_models()), job.progress)
    share = float((found.mask >= 0.5).mean())
    stage.result = {
        "method": found.method, "confidence": round(float(found.confidence), 4), "share": round(share, 4),
        "notes": list(found.notes),
    }  # fmt: skip
    job.log("The foreground was found", **stage.result)
    return found


def _models() -> Models:
    settings = load_settings().image
    return Models(settings.segmentation, settings.depth, settings.models_timeout_s)


def _shape(
    work: ImageToModel, photo: Photo, foreground: Foreground, guess: Guess, job: JobContext, stage: Stage
) -> tuple[Shaped, Assembly]:
    """Return the shape at full detail, and its parts within the limit of faces."""
    notes: list[str] = []
    depth = beaten(
        lambda tick: depth_of(photo, foreground.mask, models=_models(), tick=tick, note=notes.append),
        part(job.progress, 0.0, 0.1),
    )
    full = beaten(
        lambda tick: shaped(
            photo, foreground, hint=work.hint, seed=work.seed % 2**31, largest_m=guess.largest_m,
            named=guess.archetype, sides_m=guess.sides_m, depth=depth, tick=tick,
        ),
        part(job.progress, 0.1, 0.7),
    )  # fmt: skip
    job.log("The shape was chosen", method=full.method, **full.agreement)
    limit = work.face_limit or FACES_USUAL
    made = beaten(
        lambda tick: lightened(full.assembly, full.spec, triangles=limit, tick=tick), part(job.progress, 0.7, 1.0)
    )
    if made.faults:
        refuse(made.faults)
    agreement = agreement_of(made.assembly, full.view, photo, foreground)
    full = replace(full, agreement=agreement, facts=full.facts | {"agreement_full": full.agreement})
    stage.result = {
        "method": full.method, "agreement": agreement, **full.facts, "notes": notes, "face_limit": limit,
        "triangles_full": full.assembly.triangles, "triangles": made.assembly.triangles, "size": guess.sentence,
    }  # fmt: skip
    return full, made.assembly


def _texture(
    work: ImageToModel,
    full: Shaped,
    light: Assembly,
    photo: Photo,
    foreground: Foreground,
    job: JobContext,
    stage: Stage,
) -> tuple[UnwrappedMesh, Textures]:
    begun, size = time.monotonic(), _texture_px(foreground)
    painted = (
        full.assembly
        if full.design is not None
        else beaten(
            lambda tick: wrapped(
                full.assembly, photo, foreground.mask if full.mask is None else full.mask, full.view, back=full.back
            ),
            part(job.progress, 0.0, 0.1),
        )
    )
    mesh = beaten(
        lambda tick: unwrap(light, texture_size=size, padding=PADDING_PX, tick=tick),
        part(job.progress, 0.1, 0.4),
    )
    textures = beaten(
        lambda tick: bake(mesh, painted, texture_size=size, samples=OCCLUSION_RAYS, seed=work.seed % 2**31, tick=tick),
        part(job.progress, 0.4, 0.8),
    )
    stage.result = {"charts": mesh.charts, "coverage": round(mesh.coverage, 4), "texture_size": size}
    job.log("The picture was laid onto the model", seconds=round(time.monotonic() - begun, 1))
    return mesh, textures


def _texture_px(foreground: Foreground) -> int:
    rows, columns = np.nonzero(foreground.mask >= 0.5)
    return TEXTURE_PX if max(np.ptp(rows), np.ptp(columns)) > SMALL_THING_PX else SMALL_TEXTURE_PX


def _glb(mesh: UnwrappedMesh, textures: Textures) -> bytes:
    pictures = {
        "albedo": textures.albedo, "normal": textures.normal, "roughness": textures.roughness,
        "metallic": textures.metallic, "occlusion": textures.occlusion,
    }  # fmt: skip
    if textures.emission is not None:
        pictures["emission"] = textures.emission
    encoded = dict(zip(pictures, side_by_side(png, list(pictures.values())), strict=True))
    return write_glb(mesh, textures, {}, encoded=encoded)


def _facts(full: Shaped, light: Assembly, guess: Guess, mesh: UnwrappedMesh) -> dict[str, Any]:
    corners = np.concatenate([each.points for each in light.parts])
    width, height, depth = np.ptp(corners, axis=0)
    size = {"width_m": round(float(width), 4), "height_m": round(float(height), 4), "depth_m": round(float(depth), 4)}
    return {
        **full.facts, "size": size, "size_from": guess.sentence, "triangles_full": full.assembly.triangles,
        "parts": len(light.parts), "charts": mesh.charts, "planner": planner.VERSION,
    }  # fmt: skip


def _json(value: Any) -> bytes:
    return msgspec.json.format(msgspec.json.encode(value), indent=2)
