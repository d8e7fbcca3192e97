"""From cameras to a model: the stages dense, meshing and texturing."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from engine.models.model import Model
from engine.photographs import patch_match
from engine.photographs.caching import key_of, unzipped, zipped
from engine.photographs.cloud_file import cloud_of, cloud_ply, mesh_files, mesh_of
from engine.photographs.depths import DepthOptions, depth_maps, device_of
from engine.photographs.fusing import fused
from engine.photographs.presets import Preset
from engine.photographs.quality import coverage_of
from engine.photographs.showing import depth_sheet
from engine.photographs.surface import SurfaceOptions, meshed
from engine.photographs.texturing import textured
from engine.photographs.troubles import check_surface, notes_on_surface
from engine.photographs.views import Cloud, Depth, Sparse
from engine.shapes import Faces, Pixels, Points, Tick
from handlers.context import JobContext, Stage
from handlers.reconstructing.beating import beaten
from handlers.reconstructing.cameras import UNDISTORTED, tell
from handlers.reconstructing.portions import part
from handlers.reconstructing.shelf import Shelf

PNG = "image/png"
_CLOUD = "cloud.ply"
Mesh = tuple[Points, Faces, Pixels]


@dataclass(frozen=True, slots=True, eq=False)
class Shape:
    """What the cameras saw: points on the surface, the surface, and the model with its texture."""

    cloud: Cloud
    mesh: Mesh
    model: Model
    facts: dict[str, Any]
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class Dense:
    """Points on the surface, and the share of all pixels whose depth other views confirm."""

    cloud: Cloud
    consistent: float


def found_shape(sparse: Sparse, key: str, preset: Preset, job: JobContext, shelf: Shelf) -> Shape:
    """Measure depths, join them, lay a surface through them, and texture it; `key` stands for the cameras."""
    with job.stage("dense") as stage:
        way = "patch_match" if patch_match.is_there() else "sweep"
        key = key_of("dense", key, view_px=preset.view_px, others=preset.others, way=way)
        dense = _dense(sparse, key, preset, job, shelf, stage)
    with job.stage("meshing") as stage:
        key = key_of("meshing", key, faces_max=preset.faces_max)
        mesh = _mesh(dense.cloud, sparse, key, preset, job, shelf, stage)
        coverage = coverage_of(mesh[0], mesh[1], sparse.views)
        stage.result |= {"triangles": len(mesh[1]), "vertices": len(mesh[0]), "coverage": round(coverage, 4)}
        check_surface(coverage)
        notes = notes_on_surface(dense.consistent, coverage)
        tell(notes, job)
    with job.stage("texturing") as stage:
        model = beaten(
            lambda tick: textured(mesh[0], mesh[1], sparse, texture_px=preset.texture_px, tick=tick), job.progress
        )
        stage.result |= {"texture_px": preset.texture_px}
    facts = {
        "dense_points": len(dense.cloud.points), "consistent": dense.consistent, "coverage": round(coverage, 4),
        "triangles": len(mesh[1]), "vertices": len(mesh[0]),
    }  # fmt: skip
    return Shape(dense.cloud, mesh, model, facts, notes)


def _dense(sparse: Sparse, key: str, preset: Preset, job: JobContext, shelf: Shelf, stage: Stage) -> Dense:
    dense = shelf.taken(
        stage,
        key,
        read=_read_dense,
        make=lambda: _made_dense(sparse, preset, job),
        pack=lambda dense: zipped({"consistent": dense.consistent}, {_CLOUD: cloud_ply(dense.cloud)}),
    )
    device = "cuda" if patch_match.is_there() else device_of()
    stage.result |= {"points": len(dense.cloud.points), "consistent": dense.consistent, "device": device}
    return dense


def _made_dense(sparse: Sparse, preset: Preset, job: JobContext) -> Dense:
    def make(tick: Tick) -> tuple[list[Depth], Cloud]:
        told = part(tick, 0.0, 0.9)
        if patch_match.is_there():
            depths = patch_match.patch_matched(job.workdir / UNDISTORTED, sparse.views, tick=told, said=job.log)
        else:
            options = DepthOptions(others=preset.others)
            depths = depth_maps(sparse, options=options, device=device_of(), tick=told)
        return depths, fused(sparse, depths, tick=part(tick, 0.9, 1.0))

    depths, cloud = beaten(make, job.progress)
    job.preview(job.keep(depth_sheet(depths), "depths.png", PNG, "preview"))
    consistent = float(np.mean([(depth.depth > 0).mean() for depth in depths]))
    return Dense(cloud_of(cloud_ply(cloud)), round(consistent, 4))


def _read_dense(path: Path) -> Dense:
    facts, files = unzipped(path)
    return Dense(cloud_of(files.get(_CLOUD, b"")), float(facts.get("consistent", 0.0)))


def _mesh(cloud: Cloud, sparse: Sparse, key: str, preset: Preset, job: JobContext, shelf: Shelf, stage: Stage) -> Mesh:
    options = SurfaceOptions(faces_most=preset.faces_max)

    def make() -> Mesh:
        return mesh_of(
            mesh_files(*beaten(lambda tick: meshed(cloud, sparse, options=options, tick=tick), job.progress))
        )

    return shelf.taken(
        stage,
        key,
        read=lambda path: mesh_of(unzipped(path)[1]),
        make=make,
        pack=lambda mesh: zipped({}, mesh_files(*mesh)),
    )
