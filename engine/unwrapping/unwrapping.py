"""A model gets texture coordinates: charts, flat, packed, checked."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from domain.errors import GenerationFailed, TooLarge
from domain.work import UnwrapMesh
from engine.models.model import Model, Surface
from engine.shapes import Tick, no_tick
from engine.unwrapping.applying import Key, applied, laid_out, textures_of
from engine.unwrapping.measures import Quality, measured
from engine.unwrapping.packing import Packed, packed
from engine.unwrapping.parts import charted, lifted, mended, thin_of
from engine.unwrapping.plain import in_metres, scale_of, unwrapped_by_uvatlas, unwrapped_by_xatlas
from engine.unwrapping.sheet import Charts, Indices, Sheet, overlaps, sheet_of, spoilt
from engine.unwrapping.tucking import tucked

TRIANGLES_MAX = {"parts": 2_000_000, "xatlas": 400_000, "uvatlas": 1_000_000}
"""The most triangles in one picture, by method: beyond, half an hour does not do."""
ATLASES_MAX = 256
_REPAIRS = 3
_PACE_S = 0.1


@dataclass(frozen=True, slots=True, eq=False)
class Layout:
    """One picture's charts and how good they are."""

    meshes: tuple[int, ...]
    sheet: Sheet
    charts: Charts
    method: str
    is_mended: bool
    texels_per_metre: float


@dataclass(slots=True)
class Clock:
    """Seconds by what they were spent on."""

    seconds: dict[str, float] = field(default_factory=dict)

    @contextmanager
    def timed(self, name: str) -> Iterator[None]:
        """Add the seconds of a block to those of a name."""
        begun = time.perf_counter()
        yield
        self.seconds[name] = self.seconds.get(name, 0.0) + time.perf_counter() - begun


def layouts_of(model: Model, work: UnwrapMesh, clock: Clock, tick: Tick = no_tick) -> list[Layout]:
    """Return the layout of each picture that was asked for.

    Raises
    ------
    Invalid
        There is nothing to lay out, or the charts do not fit.
    TooLarge
        More triangles than the method takes, or more pictures than are made.
    GenerationFailed
        A surface could not be laid flat without overlaps.
    """
    groups = _groups(model, work)
    tick = _paced(tick)
    layouts = []
    for number, meshes in enumerate(groups):

        def told(done: float, text: str, number: int = number) -> None:
            tick((number + done) / len(groups), text)

        layouts.append(_layout(model, meshes, work, clock, told))
    return layouts


def _paced(tick: Tick) -> Tick:
    """Return a tick that passes on few of its calls, and never goes back."""
    heard, most = -_PACE_S, 0.0

    def told(done: float, text: str) -> None:
        nonlocal heard, most
        now = time.monotonic()
        if now - heard >= _PACE_S:
            heard, most = now, max(most, done)
            tick(most, text)

    return told


def _groups(model: Model, work: UnwrapMesh) -> list[tuple[int, ...]]:
    filled = [number for number, mesh in enumerate(model.meshes) if any(len(each.faces) for each in mesh.surfaces)]
    if work.atlas == "whole" or not filled:
        return [tuple(filled)]
    if len(filled) > ATLASES_MAX:
        raise TooLarge(f"The model has {len(filled)} meshes; at most {ATLASES_MAX} get pictures of their own")
    return [(number,) for number in filled]


def _layout(model: Model, meshes: tuple[int, ...], work: UnwrapMesh, clock: Clock, tick: Tick) -> Layout:
    sheet = sheet_of(model, meshes)
    methods = methods_for(work, len(sheet.faces))
    for method in methods[:-1]:
        try:
            return _laid_by(method, sheet, meshes, model, work, clock, tick)
        except GenerationFailed:
            tick(0.0, f"The method {method} failed; trying the next")
    return _laid_by(methods[-1], sheet, meshes, model, work, clock, tick)


def methods_for(work: UnwrapMesh, triangles: int) -> tuple[str, ...]:
    """Return the methods to try one after the other, for a surface of so many triangles."""
    if work.method != "auto":
        return (work.method,)
    return ("parts", "xatlas") if triangles <= TRIANGLES_MAX["xatlas"] else ("parts",)


def _laid_by(
    method: str, sheet: Sheet, meshes: tuple[int, ...], model: Model, work: UnwrapMesh, clock: Clock, tick: Tick
) -> Layout:
    if len(sheet.faces) > TRIANGLES_MAX[method]:
        raise TooLarge(
            f"The surface has {len(sheet.faces)} triangles; {method} takes at most {TRIANGLES_MAX[method]}",
            limit=TRIANGLES_MAX[method],
        )
    found = _unwrapped(sheet, model, method, work, clock, tick)
    is_mended = False
    for turn in range(_REPAIRS):
        with clock.timed("checking"):
            bad = _faults(sheet, found)
        if not len(bad):
            return Layout(meshes, sheet, found.charts, method, is_mended, found.texels_per_metre)
        is_mended = True
        with clock.timed("mending"):
            charts = _mended(sheet, found, bad, tick, is_first=turn == 0)
        with clock.timed("packing"):
            beside = _tucked(sheet, found, charts, work, tick) if turn < _REPAIRS - 1 else None
            found = beside or _packed(charts, work, tick)
    raise GenerationFailed("The surface could not be laid flat without overlaps", stage="unwrapping")


def _mended(sheet: Sheet, found: Packed, bad: Indices, tick: Tick, *, is_first: bool) -> Charts:
    """Return charts in metres: with few faces taken out where that does, otherwise with the spoilt charts cut again."""
    charts = in_metres(sheet, found.charts)
    few = lifted(sheet, charts, bad) if is_first else None
    return mended(sheet, charts, tick, known=bad) if few is None else few


def _unwrapped(sheet: Sheet, model: Model, method: str, work: UnwrapMesh, clock: Clock, tick: Tick) -> Packed:
    if method == "xatlas":
        with clock.timed("charting_and_packing"):
            return unwrapped_by_xatlas(sheet, model, work, lambda done, text: tick(0.9 * done, text))
    if method == "uvatlas":
        with clock.timed("charting_and_packing"):
            return unwrapped_by_uvatlas(sheet, work, lambda done, text: tick(0.9 * done, text))
    with clock.timed("charting"):
        charts = charted(sheet, work.stretch, lambda done, text: tick(0.6 * done, text))
    with clock.timed("packing"):
        return _packed(charts, work, lambda done, text: tick(0.6 + 0.3 * done, text))


def _packed(charts: Charts, work: UnwrapMesh, tick: Tick) -> Packed:
    return packed(
        charts, resolution=work.resolution, padding=_padding(work), texels_per_metre=work.texels_per_unit, tick=tick
    )


def _tucked(sheet: Sheet, found: Packed, charts: Charts, work: UnwrapMesh, tick: Tick) -> Packed | None:
    return tucked(
        sheet, found, charts, resolution=work.resolution, padding=_padding(work), is_fixed=work.texels_per_unit > 0,
        tick=tick,
    )  # fmt: skip


def _padding(work: UnwrapMesh) -> int:
    return work.padding + (1 if work.bilinear else 0)


def _faults(sheet: Sheet, found: Packed) -> Indices:
    """Return the faces that overlap, lie upside down or are crushed."""
    scale = scale_of(sheet, found.charts)
    as_they_lie = Charts(found.charts.uvs / max(scale, 1e-300), found.charts.faces, found.charts.chart_of_face)
    wrong = np.flatnonzero(spoilt(sheet, as_they_lie, thin_of(sheet)))
    return np.union1d(wrong, overlaps(found.charts).reshape(-1))


@dataclass(frozen=True, slots=True, eq=False)
class Unwrapped:
    """A model with new texture coordinates, and their figures."""

    model: Model
    metrics: dict[str, Any]
    qualities: list[Quality]


def finished(model: Model, layouts: list[Layout], work: UnwrapMesh, clock: Clock, tick: Tick = no_tick) -> Unwrapped:
    """Return the model with its layouts, measured."""
    surfaces: dict[Key, Surface] = {}
    qualities = []
    with clock.timed("measuring"):
        for number, layout in enumerate(layouts):
            tick(number / len(layouts), "Measuring the layout")
            qualities.append(measured(layout.sheet, layout.charts, work.resolution))
    with clock.timed("applying"):
        for layout in layouts:
            surfaces |= laid_out(layout.sheet, layout.charts, model, keeps_uvs=work.keeps_uvs)
        made = applied(model, surfaces, keeps_uvs=work.keeps_uvs)
    if any(quality.metrics["overlaps"] for quality in qualities):
        raise GenerationFailed("The surface could not be laid flat without overlaps", stage="measuring")
    return Unwrapped(made, _summary(model, made, layouts, qualities, work) | {"seconds": _rounded(clock)}, qualities)


def _summary(
    model: Model, made: Model, layouts: list[Layout], qualities: list[Quality], work: UnwrapMesh
) -> dict[str, Any]:
    each = [
        {
            "meshes": list(layout.meshes), "method": layout.method, "triangles": len(layout.sheet.faces),
            "mended": layout.is_mended, **quality.metrics,
        }
        for layout, quality in zip(layouts, qualities, strict=True)
    ]  # fmt: skip
    textures = textures_of(model)
    summary = {
        "triangles": made.triangles, "vertices_before": _corners(model), "vertices": _corners(made),
        "resolution": work.resolution, "padding": work.padding,
        "textures_kept_on_old_uvs": textures if work.keeps_uvs else 0,
        "textures_dropped": 0 if work.keeps_uvs else textures,
    }  # fmt: skip
    if len(each) == 1:
        return {name: value for name, value in each[0].items() if name != "meshes"} | summary
    return summary | {
        "charts": sum(one["charts"] for one in each), "overlaps": sum(one["overlaps"] for one in each),
        "coverage": float(np.mean([one["coverage"] for one in each])),
        "mirrored_share": max(one["mirrored_share"] for one in each), "atlases": each,
    }  # fmt: skip


def _corners(model: Model) -> int:
    return sum(len(surface.points) for mesh in model.meshes for surface in mesh.surfaces)


def _rounded(clock: Clock) -> dict[str, float]:
    return {name: round(seconds, 3) for name, seconds in clock.seconds.items()}
