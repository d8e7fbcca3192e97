"""Charts by xatlas or UVAtlas, as they stand: one process, all of xatlas' options."""

from typing import Any

import numpy as np

from domain.errors import Invalid
from domain.work import UnwrapMesh
from engine.models.model import Model
from engine.shapes import Tick, no_tick
from engine.unwrapping.native import Answer, Patch, by_uvatlas, by_xatlas
from engine.unwrapping.packing import Packed
from engine.unwrapping.segmentation import connected
from engine.unwrapping.sheet import Charts, Floats, Sheet, areas_of, flat_areas_of, links_of

_UNITS = 1000.0  # xatlas has absolute tolerances near 1e-4: the sheet is this long while it is unwrapped
_TALLER = 1.2  # xatlas' pictures come out about this much larger than asked for


def unwrapped_by_xatlas(sheet: Sheet, model: Model, work: UnwrapMesh, tick: Tick = no_tick) -> Packed:
    """Return the sheet as xatlas lays it out."""
    unit = _UNITS / float(np.linalg.norm(np.ptp(sheet.points, axis=0)))
    patches = _patches(sheet, model, unit, work.use_input_uvs)
    answer = by_xatlas(patches, _chart_options(work, unit), _pack_options(work, unit), tick)
    if answer.atlases != 1:
        raise Invalid(
            f"The charts need {answer.atlases} pictures of {work.resolution}² texels; ask for fewer texels per metre "
            "or a higher resolution", field="texels_per_unit",
        )  # fmt: skip
    side = work.resolution if work.texels_per_unit else max(answer.width, answer.height)
    return _packed(sheet, answer, side, work.resolution)


def unwrapped_by_uvatlas(sheet: Sheet, work: UnwrapMesh, tick: Tick = no_tick) -> Packed:
    """Return the sheet as UVAtlas lays it out: places welded, all surfaces as one."""
    unit = 1 / float(np.linalg.norm(np.ptp(sheet.points, axis=0)))
    used, first = np.unique(sheet.welded, return_index=True)
    faces = np.searchsorted(used, sheet.knots)
    patch = Patch((sheet.points[first] * unit).astype(np.float32), faces.astype(np.uint32))
    answer = by_uvatlas(
        [patch], resolution=work.resolution, padding=work.padding, max_stretch=work.max_stretch, tick=tick
    )
    return _packed(sheet, answer, work.resolution, work.resolution)


def _patches(sheet: Sheet, model: Model, unit: float, uses_uvs: bool) -> list[Patch]:
    low = sheet.points.min(axis=0)
    corners = [first for _, first, _ in sheet.surfaces] + [len(sheet.points)]
    faces = [first for _, _, first in sheet.surfaces] + [len(sheet.faces)]
    patches = []
    for number, ((mesh, place), corner, face) in enumerate(sheet.surfaces):
        surface = model.meshes[mesh].surfaces[place]
        points = (sheet.points[corner : corners[number + 1]] - low) * unit
        patches.append(
            Patch(
                points.astype(np.float32),
                (sheet.faces[face : faces[number + 1]] - corner).astype(np.uint32),
                _finite(surface.normals),
                _finite(surface.uvs[0]) if uses_uvs and surface.uvs else None,
            )
        )
    return patches


def _finite(values: Any) -> Any:
    return None if values is None or not np.isfinite(values).all() else np.ascontiguousarray(values, np.float32)


def _chart_options(work: UnwrapMesh, unit: float) -> dict[str, Any]:
    return {
        "max_chart_area": work.max_chart_area * unit * unit,
        "max_boundary_length": work.max_boundary_length * unit,
        "normal_deviation_weight": work.normal_deviation_weight,
        "roundness_weight": work.roundness_weight,
        "straightness_weight": work.straightness_weight,
        "normal_seam_weight": work.normal_seam_weight,
        "texture_seam_weight": work.texture_seam_weight,
        "max_cost": work.max_cost,
        "max_iterations": work.max_iterations,
        "use_input_mesh_uvs": work.use_input_uvs,
        "fix_winding": work.fix_winding,
    }


def _pack_options(work: UnwrapMesh, unit: float) -> dict[str, Any]:
    asked = work.resolution if work.texels_per_unit else round(work.resolution / _TALLER)
    return {
        "max_chart_size": work.max_chart_size,
        "padding": work.padding,
        "texels_per_unit": work.texels_per_unit / unit,
        "resolution": asked,
        "bilinear": work.bilinear,
        "blockAlign": work.block_align,
        "bruteForce": work.brute_force,
        "rotate_charts": work.rotate_charts,
        "rotate_charts_to_axis": work.rotate_charts_to_axis,
    }


def _packed(sheet: Sheet, answer: Answer, side: int, resolution: int) -> Packed:
    faces, start = [], 0
    for laid in answer.laid:
        faces.append(laid.faces + start)
        start += len(laid.uvs)
    uvs = np.concatenate([laid.uvs for laid in answer.laid]).astype(np.float64) / max(side, 1)
    charts = charts_of(*joined(sheet, np.clip(np.nan_to_num(uvs), 0, 1), np.concatenate(faces)))
    return Packed(charts, resolution * scale_of(sheet, charts))


def joined(sheet: Sheet, uvs: Floats, faces: Any) -> tuple[Floats, Any]:
    """Return flat corners and faces, with corners as one that lie at one place both on the sheet and in the picture.

    xatlas keeps a corner for each of the file's, also where these stand at one place: there is no seam between them.
    """
    corner = faces.reshape(-1)
    flat = uvs[corner].astype(np.float32).astype(np.float64) + 0.0
    _, first, number = np.unique(
        np.column_stack([sheet.knots.reshape(-1), flat]), axis=0, return_index=True, return_inverse=True
    )
    return uvs[corner[first]], number.reshape(-1, 3)


def charts_of(uvs: Floats, faces: Any) -> Charts:
    """Return flat faces as charts: what hangs together by sides is one."""
    label = connected(np.zeros(len(faces), np.int64), links_of(faces))
    corner = faces.reshape(-1)
    key, faces = np.unique(np.repeat(label, 3) * len(uvs) + corner, return_inverse=True)
    return Charts(uvs[key % len(uvs)], faces.reshape(-1, 3), label)


def scale_of(sheet: Sheet, charts: Charts) -> float:
    """Return how long a metre is in the charts, on average."""
    flat = float(np.abs(flat_areas_of(charts.uvs[charts.faces])).sum())
    return float(np.sqrt(flat / areas_of(sheet.points[sheet.faces]).sum()))


def in_metres(sheet: Sheet, charts: Charts) -> Charts:
    """Return packed charts true to size on average, those that were mirrored turned over."""
    uvs = charts.uvs / max(scale_of(sheet, charts), 1e-300)
    areas = np.bincount(charts.chart_of_face, flat_areas_of(uvs[charts.faces]), charts.count)
    turned = np.unique(charts.faces[areas[charts.chart_of_face] < 0])
    uvs[turned, 0] *= -1
    return Charts(uvs, charts.faces, charts.chart_of_face)
