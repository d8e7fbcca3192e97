"""A mesh gets texture coordinates."""

from typing import Any

import msgspec

from domain.work import UnwrapMesh
from engine.models.account import account_of
from engine.models.writing import write_model
from engine.unwrapping.layout_picture import layout_picture
from engine.unwrapping.unwrapping import Clock, Layout, finished, layouts_of
from handlers.context import JobContext
from handlers.reading import read

_PICTURES_MAX = 16


class UnwrapMeshResult(msgspec.Struct, frozen=True):
    """The model with its texture coordinates, and how good they are."""

    mesh: str
    metrics: dict[str, Any]
    provenance: dict[str, Any]


def perform(work: UnwrapMesh, job: JobContext) -> UnwrapMeshResult:
    """Lay the model's surface flat, check it, and keep the model and a picture of the layout."""
    clock = Clock()
    with job.stage("reading") as stage:
        job.progress(0.0, "Reading the model")
        source = job.load(work.mesh)
        with clock.timed("reading"):
            model = read(source)
        stage.result = {"triangles": model.triangles, "meshes": len(model.meshes)}
    with job.stage("unwrapping") as stage:
        layouts = layouts_of(model, work, clock, job.progress)
        stage.result = {"charts": sum(layout.charts.count for layout in layouts), "pictures": len(layouts)}
    with job.stage("measuring") as stage:
        done = finished(model, layouts, work, clock, job.progress)
        stage.result = done.metrics
    with job.stage("packaging") as stage:
        account = account_of(work, source)
        for number, (layout, quality) in enumerate(zip(layouts[:_PICTURES_MAX], done.qualities, strict=False)):
            picture = layout_picture(layout.charts, quality.stretch, tick=job.progress)
            job.preview(job.keep(picture, _name(layouts, number), "image/png", "preview"))
        data = write_model(done.model, provenance=account)
        asset = job.keep(data, "model.glb", "model/gltf-binary", "result")
        stage.result = {"size_bytes": len(data)}
    return UnwrapMeshResult(asset, done.metrics | {"notes": list(model.notes)}, account)


def _name(layouts: list[Layout], number: int) -> str:
    return "layout.png" if len(layouts) == 1 else f"layout_{layouts[number].meshes[0]}.png"
