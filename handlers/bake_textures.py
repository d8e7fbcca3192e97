"""What a detailed model looks like goes into the textures of a light one."""

from typing import Any

import msgspec

from domain.errors import TooLarge
from domain.work import BakeTextures
from engine.baking.baker import Baked, bake
from engine.baking.binding import bound, files_of, packed
from engine.baking.charts import charted
from engine.baking.light import Light, light_of
from engine.baking.options import Options
from engine.models.account import account_of
from engine.models.model import Json, Model
from engine.models.showing import pictures_beside
from engine.models.writing import write_model
from engine.shapes import Tick
from handlers.context import JobContext
from handlers.reading import read

RAYS_MAX = 8_000_000_000
"""What half an hour has room for on two cores, with something to spare."""
_PREVIEW_SIDE = 512
_PADDING = 4  # texels between charts
_MISSES_SAID = 0.05
"""Share of the texels that may find nothing before a note says so."""


class BakeResult(msgspec.Struct, frozen=True):
    """The light model with its textures, and each texture by kind."""

    mesh: str
    textures: dict[str, str]
    preview: str
    metrics: dict[str, Any]
    provenance: dict[str, Any]


def perform(work: BakeTextures, job: JobContext) -> BakeResult:
    """Read both models, make a light one where none was given, bake, and keep what came of it."""
    _check_effort(work)
    sources, high, low = _read(work, job)
    with job.stage("preparing") as stage:
        light = light_of(
            high, low, _unwrapper(work), onto=work.onto, triangles=work.low_triangles, unwraps=work.unwraps,
            tick=job.progress,
        )  # fmt: skip
        stage.result = {"triangles": light.model.triangles_shown, "notes": list(light.notes)}
    with job.stage("texture_baking") as stage:
        baked = bake(high, light.model, options_of(work), is_same=light.is_same, tick=job.progress)
        stage.result = {name: baked.facts[name] for name in ("rays", "rays_per_s", "miss_share", "coverage")}
    with job.stage("packaging") as stage:
        result = _packaged(work, job, sources, high, light, baked)
        stage.result = {"size_bytes": result.metrics["size_bytes"]}
    return result


def options_of(work: BakeTextures) -> Options:
    """Return what the engine is asked for."""
    red, green, blue = bytes.fromhex(work.background[1:])
    return Options(
        kinds=tuple(dict.fromkeys(work.textures)), size=work.resolution, samples=work.samples,
        supersampling=work.supersampling, reach_m=work.cage_offset_m, search=work.search,
        margin_texels=work.margin_texels, fills=work.padding == "mips", background=(red, green, blue), bits=work.bits,
        occlusion_m=work.occlusion_distance_m, curvature_radius_m=work.curvature_radius_m,
        curvature_max_per_m=work.curvature_max_per_m, thickness_max_m=work.thickness_max_m, seed=work.seed,
        device=work.device,
    )  # fmt: skip


def _check_effort(work: BakeTextures) -> None:
    """Refuse what could not be done in time."""
    per_texel = work.samples * len({"ambient_occlusion", "thickness"} & set(work.textures)) + 2 * work.supersampling
    rays = work.resolution**2 * per_texel
    if rays > RAYS_MAX:
        raise TooLarge(
            f"This bake needs {rays:,} rays, at most {RAYS_MAX:,} are thrown; ask for fewer texels or samples",
            rays=rays,
            rays_max=RAYS_MAX,
        )


def _read(work: BakeTextures, job: JobContext) -> tuple[dict[str, bytes], Model, Model | None]:
    with job.stage("reading") as stage:
        job.progress(0.0, "Reading the detailed model")
        sources = {"mesh": job.load(work.mesh)}
        high, low = read(sources["mesh"]), None
        if work.low:
            job.progress(0.6, "Reading the light model")
            sources["low"] = job.load(work.low)
            low = read(sources["low"])
        stage.result = {"triangles": high.triangles_shown, "size_bytes": sum(len(data) for data in sources.values())}
    return sources, high, low


def _unwrapper(work: BakeTextures) -> Any:
    def unwrap(model: Model, tick: Tick) -> Model:
        return charted(model, resolution=work.resolution, padding=_PADDING, tick=tick)

    return unwrap


def _packaged(
    work: BakeTextures, job: JobContext, sources: dict[str, bytes], high: Model, light: Light, baked: Baked
) -> BakeResult:
    job.progress(0.0, "Writing pictures")
    pictures: dict[str, Any] = {str(kind): picture for kind, picture in baked.pictures.items()}
    orm = packed(baked)
    if orm is not None:
        pictures["orm"] = orm
    files = files_of(pictures)
    account = account_of(work, sources)
    job.progress(0.3, "Writing the model")
    model = bound(light, baked, files)
    data = write_model(model, provenance=account)
    kept = [kind for kind in files if kind != "orm" or work.packs_orm]
    textures = {kind: job.keep(files[kind], f"{kind}.png", "image/png", "texture") for kind in kept}
    asset = job.keep(data, "model.glb", "model/gltf-binary", "result")
    picture = pictures_beside(
        [high, model], size=_PREVIEW_SIDE, tick=lambda done, text: job.progress(0.4 + 0.6 * done, text)
    )
    preview = job.keep(picture, "preview.png", "image/png", "preview")
    job.preview(preview)
    return BakeResult(asset, textures, preview, _metrics(work, high, light, baked, files, data), account)


def _metrics(work: BakeTextures, high: Model, light: Light, baked: Baked, files: dict[str, bytes], data: bytes) -> Json:
    return baked.facts | {
        "triangles": {"high": high.triangles_shown, "low": light.model.triangles_shown},
        "triangles_stored": {"high": high.triangles, "low": light.model.triangles},
        "samples": work.samples,
        "supersampling": work.supersampling,
        "unwrapped": not light.keeps_uvs,
        "notes": _notes(high, light, baked),
        "size_bytes": len(data),
        "texture_bytes": {kind: len(file) for kind, file in files.items()},
    }


def _notes(high: Model, light: Light, baked: Baked) -> list[str]:
    """Return sentences about what was decided, missed, and left out of the files."""
    missed = float(baked.facts["miss_share"])
    told = f"{missed:.0%} of the texels found nothing of the detailed model and were filled from beside:"
    notes = [f"{told} do both models lie in the same place, and is `cage_offset_m` large enough?"]
    return list(dict.fromkeys([*light.notes, *notes * (missed >= _MISSES_SAID), *high.notes, *light.model.notes]))
