"""Space shuttles on their landing gear; front to +z."""

from engine.archetypes.brief import Brief, Finish
from engine.archetypes.drawing import Drawing
from engine.archetypes.register import archetype
from engine.archetypes.vehicles.shared import lying, part_of, plan_shape, side_shape, tubes

_STEEL = Finish(material="steel_brushed", color="")
_TILES = Finish(material="plastic_black", color="")


@archetype(
    "space shuttle",
    "vehicle",
    "spacecraft",
    "space shuttle, shuttle orbiter, spaceplane, space plane, buran, shuttle spacecraft, raumfähre, navette spatiale, "
    "transbordador espacial",
    hints="nasa, re-entry",
    about="A winged spacecraft that rides a rocket into orbit and lands on a runway like a glider.",
    parts="wing, nose, engine, tail, door, hull, belly, stripe",
    features="open bay, satellite=open bay",
)
def space_shuttle(drawing: Drawing, brief: Brief) -> None:
    """Draw an orbiter: white hull over a black belly, delta wings, tail, engines, pods, cockpit windows, wheels."""
    k = brief.box(24.0, 15.0, 37.0, keeps_shape=True)[2] / 37.0
    role = {
        "steampunk": "copper",
        "industrial": "steel_brushed",
        "rustic": "pine",
        "art deco": "silver",
        "cyberpunk": "carbon_fibre",
    }.get(brief.style_name, "paint_white")
    paint = brief.of("body hull", role, is_main=True)
    belly = brief.of("belly nose", "plastic_black", is_accent=True)
    low = 2.3 * k
    _hull(drawing, paint, belly, low, k)
    _wings(drawing, brief, paint, belly, low, k)
    _engines(drawing, paint, low, k)
    _bay(drawing, low, k)
    _landing_gear(drawing, low, k)


def _hull(drawing: Drawing, paint: Finish, belly: Finish, low: float, k: float) -> None:
    """Draw the white hull, split at its belly of tiles, with cockpit windows."""
    drawing.add(
        "streamlined",
        (5.6 * k, 5.8 * k, 34.0 * k),
        (0, low, 0),
        name="hull",
        along=[-1, -0.95, 0.4, 0.66, 0.86, 0.96, 1],
        half=[0.96, 1, 1, 0.96, 0.72, 0.4, 0.12],
        low=[0, 0, 0, 0.02, 0.06, 0.14, 0.24],
        high=[1, 1, 1, 0.98, 0.74, 0.52, 0.36],
        square=3.6,
        glazing=[0.72, 0.78, 0.8, 0.64, 0.85, 0.62, 0.79, 0.84],
        screens=[0.73, 0.12, 0.5, 0.7],
        is_split=True,
        stripes=[0.0, 0.2],
        **part_of("stripe", belly),
        **part_of("glass", _TILES),
        **paint,
    )


def _wings(drawing: Drawing, brief: Brief, paint: Finish, belly: Finish, low: float, k: float) -> None:
    """Draw the delta wing on its sheet of tiles, and the tail."""
    wing = [(1.5, 8.0), (2.9, 6.5), (4.6, -3.5), (11.6, -10.5), (11.8, -13.2), (2.0, -14.2)]
    outline = [(x * k, z * k) for x, z in wing] + [(-x * k, z * k) for x, z in reversed(wing)]
    plan_shape(drawing, outline, low + 0.5 * k, 0.6 * k, "wing", brief.of("wing", paint["material"]))
    plan_shape(drawing, outline, low + 0.2 * k, 0.36 * k, "wing_tiles", belly)
    fin = [(-9.5, 7.6), (-15.6, 14.4), (-18.0, 14.4), (-16.2, 7.6)]
    side_shape(
        drawing,
        [(z * k, y * k) for z, y in fin],
        0.8 * k,
        "tail_fin",
        brief.of("tail", paint["material"]),
        edge=0.3 * k,
    )


def _engines(drawing: Drawing, paint: Finish, low: float, k: float) -> None:
    """Draw the two pods, three main engines and two small ones."""
    for side in (1.0, -1.0):
        drawing.add(
            "streamlined",
            (2.6 * k, 2.4 * k, 6.4 * k),
            (side * 1.7 * k, low + 4.3 * k, -15.0 * k),
            name="pod",
            along=[-1, -0.5, 0.3, 1],
            half=[0.8, 1, 0.9, 0.2],
            low=[0, 0, 0, 0.1],
            high=[0.86, 1, 0.8, 0.3],
            square=2.6,
            **paint,
        )
    for x, y, size in ((1.4, 1.5, 2.3), (-1.4, 1.5, 2.3), (0.0, 3.7, 2.3), (2.0, 5.1, 1.1), (-2.0, 5.1, 1.1)):
        drawing.add(
            "nozzle",
            (size * k, size * 1.1 * k, size * k),
            (
                x * k,
                low + (y - 0.05 * size) * k - size * 0.25 * k,
                (-17.0 - size * 0.3 - (1.0 if y > 4.5 else 0.0)) * k,
            ),
            turn=(90, 0, 0),
            name="engine",
            **_STEEL,
        )


def _bay(drawing: Drawing, low: float, k: float) -> None:
    """Draw the seams of the doors over the payload bay."""
    for z in (-8.0, -4.0, 0.0, 4.0):
        drawing.add("box", (4.6 * k, 0.05 * k, 0.1 * k), (0, low + 5.75 * k, z * k), name="bay_seam", **_TILES)
    drawing.add("box", (0.1 * k, 0.06 * k, 14.6 * k), (0, low + 5.77 * k, -2.0 * k), name="bay_seam", **_TILES)


def _landing_gear(drawing: Drawing, low: float, k: float) -> None:
    """Draw struts with twin wheels under nose and wings."""
    for x, z, size in ((0.0, 12.6, 1.1), (3.2, -6.0, 1.5), (-3.2, -6.0, 1.5)):
        top = low + 0.6 * k
        tubes(drawing, [[(x * k, size / 2 * k, z * k), (x * k, top, z * k)]], 0.3 * k, "strut", _STEEL)
        for side in (-0.4, 0.4):
            drawing.add(
                "wheel",
                (0.44 * k, size * k, size * k),
                ((x + side) * k, 0, z * k),
                turn=(0, 0 if side > 0 else 180, 0),
                spokes=6,
                style="steel",
                rim_share=0.5,
                **_STEEL,
            )
        lying(drawing, "rod", 0.26 * k, 1.0 * k, (x * k, size / 2 * k, z * k), "axle", _STEEL, along="x")
