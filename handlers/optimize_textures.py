"""Textures are resized, packed into the blocks that were asked for, and measured."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

import msgspec

from domain.errors import Invalid, MeshwrightError, TooLarge
from domain.work import OptimizeTextures
from engine.encoding.choosing import Wishes
from engine.encoding.encoding import PNG, SUFFIXES
from engine.encoding.opening import open_texels
from engine.encoding.optimizing import Optimized, Plan, Source, optimized
from engine.encoding.packing import PACKABLE, packed_orm
from engine.encoding.targets import TARGETS
from engine.encoding.uses import Use, pairs_to_pack, uses_of, with_packed, with_pictures
from engine.images import png
from engine.models.account import account_of
from engine.models.model import Model, Picture
from engine.models.writing import write_model
from engine.shapes import Tick
from handlers.context import JobContext
from handlers.reading import read

GLB = "model/gltf-binary"
TEXTURES_MAX = 64
_BLOCKS = ("astc", "etc2", "bc7")
_MIPS = 4 / 3
"""What mip levels add to a picture in memory."""


class OptimizedTextures(msgspec.Struct, frozen=True):
    """The files of an optimisation: a model, or textures by kind, and what each lost and saved."""

    mesh: str
    textures: dict[str, str]
    metrics: dict[str, Any]
    provenance: dict[str, Any]


@dataclass(frozen=True, slots=True)
class _Item:
    """One texture to make: `read` opens it when its turn comes, so that one picture is in memory at a time."""

    name: str
    read: Callable[[], Source]


def perform(work: OptimizeTextures, job: JobContext) -> OptimizedTextures:
    """Optimise single textures, or those of a model."""
    if bool(work.mesh) == bool(work.textures):
        raise Invalid("Give either textures or a model", field="textures")
    return _model(work, job) if work.mesh else _singles(work, job)


def _singles(work: OptimizeTextures, job: JobContext) -> OptimizedTextures:
    if len(work.textures) > TEXTURES_MAX:
        raise TooLarge(f"At most {TEXTURES_MAX} textures are taken at once", limit="textures_max", most=TEXTURES_MAX)
    with job.stage("reading") as stage:
        files = {kind: job.load(asset) for kind, asset in work.textures.items()}
        items = _items_of(files, packs_orm=work.packs_orm)
        stage.result = {"textures": len(items), "bytes": sum(map(len, files.values()))}
    plan = _plan(work, in_model=False)
    kept: dict[str, str] = {}
    metrics: dict[str, Any] = {}
    with job.stage("encoding") as stage:
        for name, made in _made(items, plan, job.progress):
            kept[name] = job.keep(made.file.data, f"{name}{SUFFIXES[made.file.media_type]}", made.file.media_type)
            metrics[name] = _shown(name, made, job)
        stage.result = _totals(metrics)
    with job.stage("packaging"):
        account = account_of(work, files)
    return OptimizedTextures("", kept, _metrics(plan, metrics), account)


def _items_of(files: Mapping[str, bytes], *, packs_orm: bool) -> list[_Item]:
    packed = {kind: data for kind, data in files.items() if packs_orm and kind in PACKABLE}
    if packs_orm and not packed:
        raise Invalid("There is nothing to pack: give occlusion, roughness or metallic", allowed=sorted(PACKABLE))
    items = [_Item(kind, _reader(data, kind)) for kind, data in files.items() if kind not in packed]
    return [*items, _Item("orm", lambda: _packed(packed))] if packed else items


def _reader(data: bytes, kind: str, use: Use | None = None) -> Callable[[], Source]:
    def read() -> Source:
        texels, form = open_texels(Picture(data, ""))
        source = Source(texels, kind, len(data), form, data)
        if use is None:
            return source
        return replace(source, is_tiled=use.is_tiled, counts_alpha=use.counts_alpha, alpha_cutoff=use.alpha_cutoff)

    return read


def _packed(files: Mapping[str, bytes]) -> Source:
    texels = packed_orm({kind: open_texels(Picture(data, ""))[0] for kind, data in files.items()})
    return Source(texels, "orm", sum(map(len, files.values())))


def _model(work: OptimizeTextures, job: JobContext) -> OptimizedTextures:
    with job.stage("reading") as stage:
        job.progress(0.0, "Reading the model")
        data = job.load(work.mesh)
        model = read(data)
        if work.packs_orm:
            job.progress(0.5, "Packing occlusion, roughness and metallic")
            model = _with_packed(model)
        uses = uses_of(model)
        if not uses:
            raise Invalid("The model has no textures", field="mesh")
        stage.result = {"textures": len(uses), "bytes": len(data)}
    plan = _plan(work, in_model=True)
    names = dict(zip(uses, _names(uses), strict=True))
    items = [_Item(names[use], _reader(model.pictures[use.picture].data, use.kind, use)) for use in uses]
    beside = plan.wishes.compression in _BLOCKS
    inside = replace(plan, wishes=replace(plan.wishes, compression="none")) if beside else plan
    pictures: dict[str, Picture] = {}
    kept: dict[str, str] = {}
    metrics: dict[str, Any] = {}
    with job.stage("encoding") as stage:
        for name, made in _made(items, plan, job.progress):
            if beside:
                kept[name] = job.keep(made.file.data, f"{name}.ktx2", made.file.media_type, "texture")
            else:
                pictures[name] = Picture(made.file.data, made.file.media_type, name)
            metrics[name] = _shown(name, made, job)
        stage.result = _totals(metrics)
    with job.stage("packaging") as stage:
        # glTF holds no such blocks: the model keeps pictures that everything opens, at the same size.
        for name, made in _made(items if beside else [], inside, job.progress):
            pictures[name] = Picture(made.file.data, made.file.media_type, name)
        account = account_of(work, data)
        written = write_model(with_pictures(model, {use: pictures[names[use]] for use in uses}), provenance=account)
        asset = job.keep(written, "model.glb", GLB)
        sizes = {"model_bytes_before": len(data), "model_bytes_after": len(written)}
        stage.result = sizes
    return OptimizedTextures(asset, kept, _metrics(plan, metrics) | sizes | {"notes": list(model.notes)}, account)


def _with_packed(model: Model) -> Model:
    """Return the model with one picture for occlusion, roughness and metallic where both lie alike."""
    packed: dict[tuple[int, int], Picture] = {}
    for rough, occlusion in pairs_to_pack(model):
        parts = {"metallic_roughness": model.pictures[rough], "occlusion": model.pictures[occlusion]}
        texels = packed_orm({kind: open_texels(picture)[0] for kind, picture in parts.items()})
        packed[(rough, occlusion)] = Picture(png(texels[..., :3]), PNG, "orm")
    return with_packed(model, packed) if packed else model


def _plan(work: OptimizeTextures, *, in_model: bool) -> Plan:
    defaults = TARGETS[work.target]
    wishes = Wishes(
        compression=work.compression or (defaults.in_model if in_model else defaults.single),
        quality=work.quality,
        effort=work.effort,
        is_compact=work.layout == "compact",
        astc_block=work.astc_block or "",
        is_supercompressed=work.is_supercompressed,
    )
    size = work.max_size_px or defaults.max_size_px
    return Plan(wishes, size, work.power_of_two or defaults.power_of_two, work.has_mipmaps)


def _names(uses: list[Use]) -> list[str]:
    """Return a name for each use: its kind, and a number from the second of a kind on."""
    counts: dict[str, int] = {}
    names = []
    for use in uses:
        counts[use.kind] = counts.get(use.kind, 0) + 1
        names.append(use.kind if counts[use.kind] == 1 else f"{use.kind}_{counts[use.kind]}")
    return names


def _made(items: list[_Item], plan: Plan, progress: Tick) -> Iterator[tuple[str, Optimized]]:
    """Go through the textures, one after another; what is wrong with one names it."""
    for number, item in enumerate(items):

        def said(fraction: float, message: str, number: int = number, name: str = item.name) -> None:
            progress((number + fraction) / len(items), f"{message}: {name} ({number + 1} of {len(items)})")

        said(0.0, "Opening")
        try:
            source = item.read()
        except MeshwrightError as error:
            raise type(error)(str(error), **(error.facts | {"texture": item.name})) from error
        yield item.name, optimized(source, plan, tick=said)


def _shown(name: str, made: Optimized, job: JobContext) -> dict[str, Any]:
    """Show what a texture lost, and return its figures."""
    job.preview(job.keep(made.comparison, f"{name}_comparison.png", PNG, "preview"))
    return dict(made.metrics)


def _metrics(plan: Plan, textures: Mapping[str, Any]) -> dict[str, Any]:
    wishes = plan.wishes
    return {
        "compression": wishes.compression, "quality": wishes.quality, "max_size_px": plan.max_size_px,
        "power_of_two": plan.power_of_two, **_totals(textures), "textures": dict(textures),
    }  # fmt: skip


def _totals(textures: Mapping[str, Any]) -> dict[str, Any]:
    every = list(textures.values())
    return {
        "bytes_before": sum(each["bytes_before"] for each in every),
        "bytes_after": sum(each["bytes_after"] for each in every),
        "gpu_bytes_before": round(sum(each["width_before"] * each["height_before"] * 4 * _MIPS for each in every)),
        "gpu_bytes_after": sum(each["gpu_bytes"] for each in every),
        "seconds": round(sum(each["seconds"] for each in every), 3),
    }
