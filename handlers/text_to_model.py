"""A sentence becomes a textured GLB, a picture of it, and an account of how."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import msgspec

from domain.prompt import POLY_BUDGET_MIN
from domain.spec import DesignSpec, Quality
from domain.work import TextToModel
from engine import planner
from engine.assembling.bake import Textures, bake
from engine.assembling.checks import refuse
from engine.assembling.mending import lightened
from engine.assembling.tint import dominant_colour, tinted
from engine.assembling.unwrap import UnwrappedMesh, unwrap
from engine.glb import write_glb
from engine.images import png
from engine.provenance import made_with, sha256_of
from engine.shapes import Assembly, Tick
from engine.studio.picture import render
from engine.studio.turntable import turntable
from engine.threads import side_by_side
from handlers.context import JobContext, Stage
from handlers.planning import SECONDS_FACT, planned
from handlers.previews import PREVIEW_FACT, Previews
from handlers.shaping import shaped

PNG, GLB, JSON, WEBP = "image/png", "model/gltf-binary", "application/json", "image/webp"


class Settings(msgspec.Struct, frozen=True):
    """What a quality means."""

    texture_size: int
    padding: int  # texels between charts
    occlusion_rays: int  # per texel
    picture_size: int
    picture_rays: int  # per pixel


SETTINGS: dict[Quality, Settings] = {
    "draft": Settings(512, 2, 8, 512, 2),
    "standard": Settings(1024, 3, 16, 768, 4),
    "high": Settings(2048, 4, 32, 1024, 9),
}


class TextToModelResult(msgspec.Struct, frozen=True):
    """What a run made; assets by id."""

    glb_asset: str
    textures: dict[str, str]
    preview_asset: str
    provenance_asset: str
    spec_id: str
    triangles: int
    triangles_full: int
    vertices: int
    parts: int
    charts: int
    uv_coverage: float
    texture_size: int
    size_bytes: int
    provenance: dict[str, Any]
    turntable_asset: str = ""


class _Diary:
    """The stages as they are passed through: how long each took, and the facts that came out."""

    def __init__(self, job: JobContext) -> None:
        self._job = job
        self.durations_ms: dict[str, int] = {}
        self.facts: dict[str, dict[str, Any]] = {}

    @contextmanager
    def stage(self, name: str) -> Iterator[Stage]:
        begun = time.perf_counter()
        with self._job.stage(name) as stage:
            yield stage
        self.durations_ms[name] = round((time.perf_counter() - begun) * 1000)
        self.facts[name] = stage.result


def perform(work: TextToModel, job: JobContext) -> TextToModelResult:
    """Plan, shape, unwrap, bake and pack; return the assets of the result."""
    diary, settings, previews = _Diary(job), SETTINGS[work.quality], Previews(job, work.seed, work.is_progressive)
    with diary.stage("planning") as stage:
        job.progress(0.0, "Reading the prompt")
        spec = planned(work, job, stage)
        previews.blocks(spec, stage)
    with diary.stage("geometry_generation") as stage:
        full, light = _shape(work, spec, job, stage, previews)
    with diary.stage("uv_unwrapping") as stage:
        mesh = unwrap(light, texture_size=settings.texture_size, padding=settings.padding, tick=job.progress)
        stage.result = {"charts": mesh.charts, "coverage": round(mesh.coverage, 4), "vertices": len(mesh.points)}
    with diary.stage("texture_baking") as stage:
        textures = bake(
            mesh, full, texture_size=settings.texture_size, samples=settings.occlusion_rays, seed=work.seed % 2**31,
            tick=job.progress,
        )  # fmt: skip
        pictures = _texture_files(textures)
        stage.result = {"texture_size": settings.texture_size, "textures": sorted(pictures)}
    with diary.stage("packaging") as stage:
        return _pack(work, spec, job, diary, stage, full, mesh, textures, pictures)


def _shape(
    work: TextToModel, spec: DesignSpec, job: JobContext, stage: Stage, previews: Previews
) -> tuple[Assembly, Assembly]:
    """Return the assembly at full detail and within the budget."""
    full, stage.result = shaped(work, spec, tick=_share(job.progress, 0.0, 0.4))
    if work.reference_assets and full.parts[0].paint is None:
        colour = dominant_colour([job.load(asset) for asset in work.reference_assets])
        full, material = tinted(full, colour)
        stage.result |= {"reference_colour": colour, "reference_material": material}
    previews.parts(full, stage)
    triangles, budget = _budget(work, spec)
    made = lightened(full, spec, triangles=triangles, tick=_share(job.progress, 0.45, 0.95))
    light = made.assembly
    if made.faults and not stage.result["checks"]["faults"]:
        refuse(made.faults)
    previews.model(light)
    stage.result |= {
        "parts": len(full.parts), "triangles_full": full.triangles, "triangles": light.triangles,
        "parts_left_out": len(full.parts) - len(light.parts), "budget": budget,
        "light": {"error_m": round(made.error_m, 6), "moved_m": round(made.moved_m, 6), "leaning": made.leaning},
    }  # fmt: skip
    return full, light


def _budget(work: TextToModel, spec: DesignSpec) -> tuple[int, dict[str, Any]]:
    """Return how many triangles the model may have, the fewer of what the request and its words say, and which did."""
    said = spec.reading.budget
    if said is None or said.unit != "triangles" or said.amount >= work.poly_budget:
        return work.poly_budget, {"triangles": work.poly_budget, "from": "poly_budget"}
    triangles = max(int(said.amount), POLY_BUDGET_MIN)
    facts: dict[str, Any] = {"triangles": triangles, "from": "prompt"}
    if said.amount < POLY_BUDGET_MIN:
        facts["note"] = f"{said.amount:g} triangles are asked for; {POLY_BUDGET_MIN} is the least"
    return triangles, facts


def _share(tick: Tick, low: float, high: float) -> Tick:
    """Return a tick that fills only part of a stage."""

    def told(fraction: float, message: str) -> None:
        tick(low + (high - low) * fraction, message)

    return told


def _texture_files(textures: Textures) -> dict[str, bytes]:
    pictures = {
        "albedo": textures.albedo, "normal": textures.normal, "roughness": textures.roughness,
        "metallic": textures.metallic, "occlusion": textures.occlusion,
    }  # fmt: skip
    if textures.emission is not None:
        pictures["emission"] = textures.emission
    return dict(zip(pictures, side_by_side(png, list(pictures.values())), strict=True))


def _pack(
    work: TextToModel,
    spec: DesignSpec,
    job: JobContext,
    diary: _Diary,
    stage: Stage,
    full: Assembly,
    mesh: UnwrappedMesh,
    textures: Textures,
    pictures: dict[str, bytes],
) -> TextToModelResult:
    settings = SETTINGS[work.quality]
    provenance = _provenance(work, spec, diary)
    job.progress(0.0, "Writing the model")
    glb = write_glb(mesh, textures, {"provenance": provenance}, encoded=pictures)
    pixels = render(
        mesh, textures, size=settings.picture_size, samples=settings.picture_rays, seed=work.seed,
        tick=_share(job.progress, 0.1, 0.3 if work.turntable else 0.9),
    )  # fmt: skip
    picture = png(pixels)
    preview = job.keep(picture, "preview.png", PNG, "preview")
    job.preview(preview)
    files = {f"{name}.png": data for name, data in pictures.items()} | {"model.glb": glb, "preview.png": picture}
    if work.turntable:
        film = turntable(mesh, textures, seed=work.seed, tick=_share(job.progress, 0.3, 0.95))
        files["turntable.webp"] = film
    stage.result = {"size_bytes": len(glb)}
    account = provenance | {
        "artefacts": {name: {"sha256": sha256_of(data), "size_bytes": len(data)} for name, data in files.items()},
        "run": {"job_id": job.id, "attempt": job.attempt, "durations_ms": diary.durations_ms},
    }
    texture_assets = {name: job.keep(data, f"{name}.png", PNG, "texture") for name, data in pictures.items()}
    return TextToModelResult(
        glb_asset=job.keep(glb, "model.glb", GLB, "result"),
        textures=texture_assets,
        preview_asset=preview,
        turntable_asset=job.keep(film, "turntable.webp", WEBP, "preview") if work.turntable else "",
        provenance_asset=job.keep(
            msgspec.json.format(msgspec.json.encode(account), indent=2), "provenance.json", JSON, "result"
        ),
        spec_id=work.spec_id,
        triangles=len(mesh.faces),
        triangles_full=full.triangles,
        vertices=len(mesh.points),
        parts=len(mesh.parts),
        charts=mesh.charts,
        uv_coverage=round(mesh.coverage, 4),
        texture_size=settings.texture_size,
        size_bytes=len(glb),
        provenance=account,
    )


def _provenance(work: TextToModel, spec: DesignSpec, diary: _Diary) -> dict[str, Any]:
    """Return what is the same whenever the same work is done with the same versions; it goes into the GLB."""
    parameters = msgspec.to_builtins(work)
    for name in ("kind", "prompt_id", "spec_id", "text", "seed", "is_progressive", "turntable", "spec"):
        parameters.pop(name, None)
    facts = {
        name: {key: fact for key, fact in facts.items() if key not in ("spec_id", SECONDS_FACT, PREVIEW_FACT)}
        for name, facts in diary.facts.items()
    }
    account = {
        "prompt": work.text, "seed": work.seed, "parameters": parameters, "spec": msgspec.to_builtins(spec),
        "stages": facts, "versions": {"work": work.version, **made_with(planner.VERSION)},
    }  # fmt: skip
    plain: dict[str, Any] = msgspec.json.decode(msgspec.json.encode(account))
    return plain
