"""Fire engines; front to +z."""

from engine.archetypes.brief import Brief, Finish
from engine.archetypes.drawing import Drawing
from engine.archetypes.register import archetype
from engine.archetypes.vehicles.chassis import Lorry, axles_of, cab, frame, rear_of
from engine.archetypes.vehicles.shared import (
    Line,
    bright,
    lying,
    tubes,
    twins,
)

_IRON = Finish(material="iron_black", color="")


@archetype(
    "fire truck", "vehicle", "truck",
    "fire truck, fire engine, firetruck, fire lorry, ladder truck, fire brigade truck, feuerwehr, feuerwehrauto",
    hints="firefighter, rescue, emergency",
    about="A red lorry of the fire brigade with a ladder on its roof, hoses, lockers and blue lights.",
    parts="ladder, cab, locker, hose, bumper, stripe",
    features="ladder, hose, light bar",
)  # fmt: skip
def fire_truck(drawing: Drawing, brief: Brief) -> None:
    """Draw a fire engine: crew cab, lockers with roller doors, a ladder, hose reels and beacons."""
    width, height, length = brief.box(2.5, 3.3, 8.2, keeps_shape=True)
    at = Lorry(width, height, length, length * 0.32)
    paint = brief.of("body paint cab truck", "paint_red", is_main=True)
    metal = bright(brief, "metal")
    axles = [at.front, -length * 0.28]
    frame(drawing, at, axles, is_semi=False)
    cab(drawing, brief, at, paint)
    axles_of(drawing, brief, at, axles)
    reach, z = rear_of(at)
    top = height * 0.8
    drawing.add(
        "box", (width, top - at.deck * 1.02, reach), (0, at.deck * 1.02, z), name="body", radius_m=0.06, **paint
    )
    for share in (0.3, 0.0, -0.3):
        for side in (1.0, -1.0):
            drawing.add(
                "box", (0.06, (top - at.deck) * 0.74, reach * 0.26), (side * (width / 2 - 0.01), at.deck + 0.16,
                z + share * reach), name="locker", radius_m=0.01, **metal,
            )  # fmt: skip
            drawing.add(
                "box", (0.08, 0.05, reach * 0.1), (side * (width / 2), at.deck + 0.22, z + share * reach),
                name="locker_handle", material="plastic_black",
            )  # fmt: skip
    for side in (1.0, -1.0):
        drawing.add(
            "box", (0.03, 0.14, reach * 0.98), (side * width / 2, top - 0.2, z), name="stripe", material="paint_white"
        )
        for share, name in ((0.34, "paint_blue"), (-0.46, "paint_blue")):
            drawing.add(
                "disc", (0.2, 0.18, 0.2), (side * width * 0.42, top - 0.02, z + share * reach), name="beacon",
                material=name,
            )  # fmt: skip
    _ladder(drawing, brief, width, top, z, reach)
    drawing.add(
        "box", (width * 0.7, 0.16, 0.3), (0, height * 0.77, length / 2 - at.cab * 0.42), name="light_bar",
        radius_m=0.06, material="paint_blue",
    )  # fmt: skip
    lying(
        drawing, "rod", 0.7, width * 0.5, (0, at.deck + 0.7, -length / 2), "hose_reel", brief.of("hose", "paint_red"),
        along="x",
    )  # fmt: skip
    drawing.add("box", (width * 0.8, 0.06, 0.4), (0, at.deck * 0.9, -length / 2), name="step", **metal)
    drawing.add("box", (width * 0.6, 0.3, 0.3), (0, at.deck * 0.85, -length / 2 + 0.3), name="step_bracket", **_IRON)


def _ladder(drawing: Drawing, brief: Brief, width: float, top: float, z: float, reach: float) -> None:
    """Draw a turntable and a ladder of two extensions that reaches over the cab."""
    metal = brief.of("ladder", "aluminium")
    drawing.add("disc", (width * 0.5, 0.2, width * 0.5), (0, top - 0.03, z - reach * 0.3), name="turntable", **metal)
    front, rear = z + reach * 0.86, z - reach * 0.46
    for wide, y, start in ((0.26, top + 0.2, 0.0), (0.2, top + 0.3, 0.12)):
        x, back = wide * width, rear + start * reach
        rails: list[Line] = [[(x, y, back), (x, y, front)], [(x, y + 0.28, back), (x, y + 0.28, front - 0.4)]]
        posts: list[Line] = [
            [(x, y, back + step * (front - back - 0.4) / 9), (x, y + 0.28,
            back + (step + 0.5 * (step < 9)) * (front - back - 0.4) / 9)] for step in range(10)
        ]  # fmt: skip
        rungs: list[Line] = [
            [(-x, y, back + step * (front - back) / 18), (x, y, back + step * (front - back) / 18)]
            for step in range(19)
        ]
        tubes(drawing, twins([*rails, *posts]), 0.05, "ladder", metal)
        tubes(drawing, rungs, 0.036, "rung", metal)
    for x in (-0.22, 0.22):
        drawing.add("box", (0.16, 0.42, 0.5), (x * width, top + 0.1, z - reach * 0.3), name="ladder_mount", **metal)
    drawing.add("box", (width * 0.62, 0.24, 0.12), (0, top - 0.03, z + reach * 0.44), name="ladder_rest", **metal)
