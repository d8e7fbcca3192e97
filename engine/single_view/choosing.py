"""Two makers shape what a picture shows: one fits what the planner knows, one inflates the outline; one is chosen."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray
from scipy.ndimage import distance_transform_edt

from domain.errors import GenerationFailed
from domain.spec import DesignSpec
from engine.assembling.assembly import assemble
from engine.assembling.checks import require_sound
from engine.planner.staging.sizing import factor_to
from engine.shapes import Assembly, Tick, no_tick
from engine.single_view.agreement import edge_agreement
from engine.single_view.back import Back
from engine.single_view.candidates import understood
from engine.single_view.edges import drawn
from engine.single_view.fitting import Fit, fitted
from engine.single_view.foreground import Foreground
from engine.single_view.inflating import Inflated, inflated, silhouette_iou
from engine.single_view.photo import Photo
from engine.single_view.settling import settled
from engine.single_view.shape import Shape
from engine.single_view.standing_up import moved
from engine.single_view.target import target_of
from engine.single_view.view import SeenFrom

Method = Literal["fit", "inflation"]
_COMPARED_PX = 160  # longer side at which inner edges are compared
_NAMED, _UNNAMED = 0.8, 0.9
"""Least agreement of silhouettes at which a fit is believed: where the words name the thing, and where they do not."""
_SPINDLY_NAMED = 0.72  # the same where words name what is all legs and rails: beside it an inflation is a bag
_SPINDLY = 0.55  # twice its thickest place, of the root of its area: a disc has 1.1, a square 1
_TURNED_NAMED, _TURNED_UNNAMED = 0.92, 0.95
"""The same where the outline is that of a body of revolution, whose back is known too, or of a board."""
_EDGES_LOST_NAMED, _EDGES_LOST = 0.06, 0.04  # so much less than the inflation's may the inner edges of a fit agree
_EDGES_FAR, _EDGES_GOOD = 0.2, 0.6
"""So much better agreeing, and so well, a named fit need not agree as well in outline as a lathe or a board does."""
_LEGGY_IOU, _LEGGY_EDGES = 0.6, 0.7
"""The same beside a solid: legs and rails hardly overlap, and what is drawn inside tells what it is all the same."""
_BEHIND = 0.03  # so much less than a lathe, a box or a board may a named fit agree in outline
_EXACT = 1e-3  # of a size
_THIN_IOU, _THIN_EDGES, _EDGES_WON, _THIN_MARGIN = 0.76, 0.88, 0.03, 0.1
_LIFT_MOST = 0.82  # sine of the elevation: from higher up a silhouette says little of what it is
_LIFT_NAMED = 0.966  # the same where words name the thing and its inner edges agree better than the inflation's


@dataclass(frozen=True, slots=True, eq=False)
class Shaped:
    """What was chosen: parts, the design they are checked by, the camera, and why.

    `design` is the editable spec of a fit; an inflation has none. `agreement` holds `iou` and `edges`, in [0, 1].
    """

    method: Method
    assembly: Assembly
    spec: DesignSpec
    view: SeenFrom
    agreement: dict[str, float]
    design: DesignSpec | None = None
    back: Back = field(default_factory=Back)
    mask: NDArray[np.floating] | None = None
    facts: dict[str, Any] = field(default_factory=dict)


def shaped(
    photo: Photo,
    foreground: Foreground,
    *,
    hint: str,
    seed: int,
    largest_m: float,
    named: str = "",
    sides_m: Mapping[str, float] | None = None,
    depth: NDArray[np.floating] | None = None,
    tick: Tick = no_tick,
) -> Shaped:
    """Return the shape that agrees best with the picture; a fit, which has a true back, where both are close.

    Parameters
    ----------
    named : str
        The archetype that the words name, if any: its fit is believed sooner.
    largest_m : float, > 0
        Longer side of an inflation, metres; a fit has its own size.
    sides_m : mapping of names to metres, or None
        What the words state of the size, by the planner's names: an inflation is scaled to it, a fit obeys the hint.
    """

    def blow(largest_m: float) -> Inflated:
        return inflated(
            photo, foreground, largest_m=largest_m, depth=depth, hint=hint,
            tick=lambda done, told: tick(0.2 * done, told),
        )  # fmt: skip

    made = blow(largest_m)
    if sides_m and abs((factor := factor_to(sides_m, _size_m(made.assembly))) - 1) > _EXACT:
        made = blow(largest_m * factor)
    blown = _of_inflation(made, photo, foreground)
    if made.facts.get("is_drawing") and not named:
        return _with(blown, {"fit": None})
    fit = fitted(photo, foreground, hint=hint, seed=seed, tick=lambda done, told: tick(0.2 + 0.7 * done, told))
    if fit is None:
        return _with(blown, {"fit": None})
    seen = understood(hint)
    told = {named, *(thing.archetype for thing in seen.things)} if seen else {named}
    considered = {
        "archetype": fit.archetype,
        "iou": round(fit.iou, 4),
        "edges": round(fit.edges, 4),
        "tried": fit.tried,
        "is_named": fit.archetype in told,
    }
    spindly = is_spindly(foreground.mask)
    if not believes(fit, made, blown.agreement["edges"], is_named=fit.archetype in told, is_spindly=spindly):
        return _with(blown, {"fit": considered})
    tick(0.9, "Assembling the design")
    try:
        return _of_fit(fit, photo, foreground, {"fit": considered, "inflation": blown.agreement})
    except GenerationFailed as error:  # a design that cannot stand is none
        return _with(blown, {"fit": considered | {"refused": error.message}})


def _size_m(assembly: Assembly) -> NDArray[np.float64]:
    return np.asarray(np.ptp(np.concatenate([part.points for part in assembly.parts]), axis=0), np.float64)


def is_spindly(mask: NDArray[np.floating]) -> bool:
    """Return whether an (h, w) mask is of something that is all legs and rails, as a stool is."""
    solid = np.pad(mask >= 0.5, 1)
    thickest = 2 * float(np.asarray(distance_transform_edt(solid)).max())
    return thickest < _SPINDLY * float(np.sqrt(np.count_nonzero(solid)))


def believes(fit: Fit, made: Inflated, edges: float, *, is_named: bool, is_spindly: bool = False) -> bool:
    """Return whether a fit is what the picture shows, rather than something of like outline."""
    is_turned = made.kind in ("lathe", "relief", "box") and not made.facts.get("is_thin")
    lift = abs(float(fit.view.axes[2, 1]))
    if lift > _LIFT_MOST and not (is_named and lift <= _LIFT_NAMED and fit.edges > edges):
        return False
    if is_named:
        if made.kind == "solid" and fit.iou >= _LEGGY_IOU and fit.edges >= max(edges + _EDGES_FAR, _LEGGY_EDGES):
            return True
        least = _SPINDLY_NAMED if is_spindly and made.kind == "solid" else _NAMED
        is_far_better = fit.edges >= max(edges + _EDGES_FAR, _EDGES_GOOD)
        least = max(_TURNED_NAMED, made.iou - _BEHIND) if is_turned and not is_far_better else least
        return fit.iou >= least and fit.edges >= edges - _EDGES_LOST_NAMED
    if _is_sure(fit, edges) and not is_turned:
        return True
    is_drawing = bool(made.facts.get("is_drawing"))
    least = _TURNED_UNNAMED if is_turned else _UNNAMED
    return not is_drawing and fit.iou >= least and fit.edges >= edges - _EDGES_LOST


def _is_sure(fit: Fit, edges: float) -> bool:
    """Return whether a fit agrees where silhouettes hardly can: spokes and rails beside each other seldom overlap."""
    return fit.iou >= _THIN_IOU and fit.edges >= max(_THIN_EDGES, edges + _EDGES_WON) and fit.margin >= _THIN_MARGIN


def agreement_of(assembly: Assembly, view: SeenFrom, photo: Photo, foreground: Foreground) -> dict[str, float]:
    """Return how well an assembly agrees with a picture: `iou` of silhouettes and `edges` inside them, in [0, 1]."""
    found = {"iou": round(silhouette_iou(assembly, view, foreground.mask), 4), "edges": 0.0}
    target = target_of(photo.pixels, foreground.mask, _COMPARED_PX)
    if target is not None:
        shape = Shape(assembly)
        camera = target.on_canvas(moved(view, -shape.middle))
        edges = drawn(shape, shape.seen(camera, np.ones(3)), camera, np.ones(3))
        found["edges"] = round(edge_agreement(edges, target.edges), 4)
    return found


def _of_inflation(made: Inflated, photo: Photo, foreground: Foreground) -> Shaped:
    return Shaped(
        "inflation", made.assembly, made.spec, made.view, agreement_of(made.assembly, made.view, photo, foreground),
        back=made.back, mask=made.mask, facts={"kind": made.kind, **made.facts},
    )  # fmt: skip


def _of_fit(fit: Fit, photo: Photo, foreground: Foreground, considered: dict[str, Any]) -> Shaped:
    spec = settled(fit.spec)
    assembly = assemble(spec, quality="standard")
    facts = {"kind": fit.archetype, **considered, "checks": require_sound(assembly, spec)}
    agreement = agreement_of(assembly, fit.view, photo, foreground)
    return Shaped("fit", assembly, spec, fit.view, agreement, design=spec, facts=facts)


def _with(shape: Shaped, facts: dict[str, Any]) -> Shaped:
    return Shaped(
        shape.method, shape.assembly, shape.spec, shape.view, shape.agreement, shape.design, shape.back, shape.mask,
        shape.facts | facts,
    )  # fmt: skip
