"""Monster trucks; front to +z."""

from engine.archetypes.brief import Brief, Finish
from engine.archetypes.drawing import Drawing
from engine.archetypes.register import archetype
from engine.archetypes.vehicles.shared import Line, bright, glass_of, lying, paint_of, part_of, tubes, twins, wheels

_IRON = Finish(material="iron_black", color="")
_STEEL = Finish(material="steel_brushed", color="")


@archetype(
    "monster truck",
    "vehicle",
    "truck",
    "monster truck, bigfoot truck, big wheel truck, monstertruck, lifted truck, lifted pickup",
    hints="stunt show, car crushing",
    about="A pickup on enormous wheels with long springs, built to jump over and crush cars.",
    parts="body, wheel, axle, spring, tyre, frame, stripe",
    features="flag, light bar",
)
def monster_truck(drawing: Drawing, brief: Brief) -> None:
    """Draw a monster truck: pickup body on a frame, high above four huge chunky wheels with coil springs."""
    k = brief.box(3.3, 3.3, 5.3, keeps_shape=True)[2] / 5.3
    paint = brief.of("body paint", paint_of(brief, "paint_red", "paint_blue", "paint_black"), is_main=True)
    spring = brief.of("spring frame", "paint_red" if paint["material"] != "paint_red" else "paint_blue", is_accent=True)
    size, broad, low = 1.7 * k, 1.0 * k, 1.6 * k
    _pickup(drawing, brief, paint, low, k)
    _ladder_frame(drawing, spring, k)
    _axles(drawing, brief, spring, size, broad, k)
    if brief.has("light bar", default=True):
        _roof_lamps(drawing, low, k)


def _pickup(drawing: Drawing, brief: Brief, paint: Finish, low: float, k: float) -> None:
    """Draw the pickup's body with the bed behind."""
    drawing.add(
        "car_body",
        (2.1 * k, 1.5 * k, 5.0 * k),
        (0, low, 0),
        name="body",
        form="pickup",
        axles=[-0.6, 0.6],
        wheel_m=1.0 * k,
        axle_height_m=-0.1 * k,
        well_m=0.3 * k,
        bed=[-0.955, -0.265],
        racing=True,
        **glass_of(brief),
        **part_of("bright", bright(brief, "trim")),
        **paint,
    )
    drawing.add("board", (1.8 * k, 0.06 * k, 1.7 * k), (0, low + 0.5 * k, -1.52 * k), name="bed", **_IRON)


def _ladder_frame(drawing: Drawing, spring: Finish, k: float) -> None:
    """Draw the frame of tubes under the body."""
    rails: list[Line] = [
        [(0.5 * k, 1.52 * k, -2.2 * k), (0.5 * k, 1.52 * k, 2.2 * k)],
        [
            (0.5 * k, 1.52 * k, -2.2 * k),
            (0.5 * k, 1.1 * k, -1.0 * k),
            (0.5 * k, 1.1 * k, 1.0 * k),
            (0.5 * k, 1.52 * k, 2.2 * k),
        ],
    ]
    cross: list[Line] = [[(-0.55 * k, 1.52 * k, z * k), (0.55 * k, 1.52 * k, z * k)] for z in (-2.1, -0.8, 0.8, 2.1)]
    mounts: list[Line] = [[(0.5 * k, 1.5 * k, z * k), (0.5 * k, 1.8 * k, z * k)] for z in (-1.8, 0.0, 1.8)]
    tubes(drawing, [*twins(rails), *cross, *twins(mounts)], 0.14 * k, "frame", spring)


def _axles(drawing: Drawing, brief: Brief, spring: Finish, size: float, broad: float, k: float) -> None:
    """Draw two axles with their great wheels, springs and dampers."""
    for z in (-1.6, 1.6):
        wheels(drawing, brief, [(1.15 * k, z * k)], size, broad, spokes=8, is_chunky=True, rim_share=0.42)
        lying(drawing, "rod", 0.22 * k, 1.8 * k, (0, size / 2, z * k), "axle", _STEEL, along="x")
        drawing.add("ball", (0.5 * k, 0.5 * k, 0.5 * k), (0, size / 2 - 0.25 * k, z * k), name="differential", **_IRON)
        for side in (1.0, -1.0):
            drawing.add(
                "spring",
                (0.3 * k, 0.74 * k, 0.3 * k),
                (side * 0.5 * k, size / 2 + 0.02 * k, z * k),
                name="spring",
                turns=6,
                wire=0.16,
                **spring,
            )
            drawing.add(
                "rod",
                (0.12 * k, 0.74 * k, 0.12 * k),
                (side * 0.5 * k, size / 2 + 0.02 * k, z * k),
                name="damper",
                **_STEEL,
            )


def _roof_lamps(drawing: Drawing, low: float, k: float) -> None:
    """Draw a bar with four lamps on the roof."""
    drawing.add("box", (1.3 * k, 0.08 * k, 0.1 * k), (0, low + 1.47 * k, 0.15 * k), name="light_bar", **_IRON)
    for step in range(4):
        drawing.add(
            "lamp_round",
            (0.2 * k, 0.2 * k, 0.16 * k),
            ((step - 1.5) * 0.32 * k, low + 1.5 * k, 0.14 * k),
            name="roof_lamp",
            **_STEEL,
        )
