"""Helicopters with two rotors: one in front and one behind, or one above the other; front to +z."""

from engine.archetypes.brief import Brief, Finish
from engine.archetypes.drawing import Drawing
from engine.archetypes.vehicles.shared import glass_of, lying, part_of, side_shape

_TWO = frozenset({"tandem", "chinook", "coaxial", "twin"})


def rotors_of(brief: Brief) -> int:
    """Return how many main rotors a helicopter has: two where the text counts them or its kind has two."""
    return brief.count("rotor", 2 if brief.words & _TWO else 1, least=1, most=2)


def tandem(drawing: Drawing, brief: Brief, paint: Finish, dark: Finish, metal: Finish) -> None:
    """Draw a long hull on four wheels with a pylon and a rotor at each end."""
    k = brief.box(8.0, 4.2, 14.0, keeps_shape=True)[2] / 14.0
    low, tall, long, wide = 0.62 * k, 2.15 * k, 11.2 * k, 2.2 * k
    stripe = brief.of("stripe accent", "paint_white", is_accent=True)
    drawing.add(
        "streamlined", (wide, tall, long), (0, low, 0), name="body", along=[-1, -0.8, -0.4, 0.6, 0.8, 0.94, 1],
        half=[0.5, 0.9, 1.0, 1.0, 0.94, 0.66, 0.2], low=[0.5, 0.2, 0.0, 0.0, 0.03, 0.12, 0.3],
        high=[0.9, 1.0, 1.0, 1.0, 0.96, 0.66, 0.45], square=3.4, glazing=[0.66, 0.52, 0.78, 0.5, 0.9, 0.36, 1.08, 0.36,
        1.08, 0.9, 0.86, 0.9, 0.79, 0.92, 0.66, 0.9], pillars=[0.74, 0.84], is_split=True, stripes=[0.4, 0.46],
        **part_of("stripe", stripe), **glass_of(brief), **paint,
    )  # fmt: skip
    roof = low + tall
    for z, top, back in ((0.36, 0.5, 0.5), (-0.36, 1.35, 0.9)):
        middle = z * long
        shape = [(middle + 1.0 * k, roof - 0.2 * k), (middle + 0.4 * k, roof + top * k), (middle - 0.4 * k,
                 roof + top * k), (middle - back * k - 0.5 * k, roof - 0.3 * k)]  # fmt: skip
        side_shape(drawing, shape, 0.9 * k, "pylon", paint, edge=0.12 * k)
        rotor(drawing, brief, k, (middle, roof + top * k + 0.3 * k), dark, metal)
    _fittings(drawing, k, low, wide, long, metal)


def rotor(
    drawing: Drawing, brief: Brief, k: float, at: tuple[float, float], dark: Finish, metal: Finish, turn: float = 20.0
) -> None:
    """Draw a mast and a rotor whose hub is at z and y."""
    (z, y), blades = at, brief.count("blade", 3, least=2, most=8)
    drawing.add("rod", (0.22 * k, 0.6 * k, 0.22 * k), (0, y - 0.5 * k, z), name="mast", **metal)
    size = (8.0 * k, 0.24 * k, 8.0 * k)
    drawing.add("rotor", size, (0, y, z), turn=(0, turn, 0), name="rotor", blades=blades, chord=0.075, **dark)


def _fittings(drawing: Drawing, k: float, low: float, wide: float, long: float, metal: Finish) -> None:
    """Draw round windows along the hull, engines beside the rear pylon, and the wheels."""
    pane = Finish(material="glass_tinted", color="")
    for step in range(5):
        z = (0.2 - 0.13 * step) * long
        lying(drawing, "rod", 0.42 * k, wide + 0.02 * k, (0, low + 1.35 * k, z), "window", pane, along="x")
    for side in (1.0, -1.0):
        lying(drawing, "rod", 0.6 * k, 1.5 * k, (side * 0.72 * k, low + 2.2 * k, -0.38 * long), "engine", metal,
              edge=0.2)  # fmt: skip
        for z in (0.24, -0.28):
            lying(drawing, "disc", 0.7 * k, 0.26 * k, (side * (wide / 2 - 0.1 * k), 0.35 * k, z * long), "wheel",
                  Finish(material="rubber_black", color=""), along="x")  # fmt: skip
            size = (0.16 * k, 0.75 * k, 0.2 * k)
            drawing.add("box", size, (side * (wide / 2 - 0.3 * k), 0.3 * k, z * long), name="strut", **metal)
