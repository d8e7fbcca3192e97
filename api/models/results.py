"""Results of operations on meshes and textures, as the wire shows them: links by what each file is."""

import re
from collections.abc import Mapping
from pathlib import PurePath
from typing import Any

from api.files.links import Links, result_of
from domain.job import Artefact, Job
from domain.work import BakeTextures, OptimizeMesh, OptimizeTextures, UnwrapMesh

OPERATIONS = (OptimizeMesh, UnwrapMesh, BakeTextures, OptimizeTextures)
_LAYOUT = re.compile(r"layout_\d+\.png")
AS_THEY_ARE = frozenset(("metrics", "provenance"))


def shown_result(job: Job, links: Links) -> dict[str, Any]:
    """Return the result of a job that succeeded, whatever its kind."""
    return operation_result(job, links) if isinstance(job.work, OPERATIONS) else result_of(job, links)


def operation_result(job: Job, links: Links) -> dict[str, Any]:
    """Return what an operation made: `mesh_url`, `texture_urls` by kind, its pictures and other files, and figures.

    The model is `mesh_url`, a picture `layout.png` is `layout_url`, files `model_lod1.glb`, … are `lod_urls`. Where
    each mesh has a layout, `layout_urls` are the pictures by the number of the mesh, and `layout_url` is the first.
    """
    files = {kept.asset_id: kept for kept in job.artefacts if kept.role != "log"}
    shown: dict[str, Any] = {}
    for name, value in job.result.items():
        shown |= {name: value} if name in AS_THEY_ARE else _linked(name, value, files, links)
    named = set(_texts(job.result))
    newest = {kept.name: kept for kept in files.values() if kept.asset_id not in named}
    lods = [links.to(kept.asset_id, name) for name, kept in sorted(newest.items()) if "_lod" in name]
    layouts = {name[7:-4]: links.to(kept.asset_id, name) for name, kept in newest.items() if _LAYOUT.match(name)}
    for name, kept in newest.items():
        if "_lod" not in name and not _LAYOUT.match(name):
            shown.setdefault(f"{PurePath(name).stem}_url", links.to(kept.asset_id, name))
    if lods:
        shown["lod_urls"] = lods
    if layouts:
        shown |= {"layout_url": next(iter(layouts.values())), "layout_urls": layouts}
    return {"metrics": {}, **shown, "provenance": job.provenance}


def _linked(name: str, value: Any, files: Mapping[str, Artefact], links: Links) -> dict[str, Any]:
    """Return one member of a result with links where asset ids stand."""
    if isinstance(value, str):
        if value in files:
            return {f"{name.removesuffix('_asset')}_url": links.to(value, files[value].name)}
        return {name: value} if value else {}
    plain = value.values() if isinstance(value, Mapping) else value if isinstance(value, list | tuple) else ()
    if not plain or not all(isinstance(one, str) and one in files for one in plain):
        return {} if value in ({}, []) else {name: value}
    singular = f"{name.removesuffix('s')}_urls"
    if isinstance(value, Mapping):
        return {singular: {kind: links.to(one, files[one].name) for kind, one in value.items()}}
    return {singular: [links.to(one, files[one].name) for one in value]}


def _texts(value: Any) -> list[str]:
    """Return all texts in a result."""
    if isinstance(value, str):
        return [value]
    inner = value.values() if isinstance(value, Mapping) else value if isinstance(value, list | tuple) else ()
    return [text for one in inner for text in _texts(one)]
