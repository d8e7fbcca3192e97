"""A cuckoo clock: a carved little house that hangs on a wall; its front is +z."""

from math import cos, pi, sin

from engine.archetypes.brief import Brief, Finish
from engine.archetypes.drawing import Drawing
from engine.archetypes.furniture.frames import same_as
from engine.archetypes.furniture.hearth import clock_face
from engine.archetypes.objects.shaping import Pair, blend, cut, limb, lump, sized, spin, strut
from engine.archetypes.register import archetype

_PLAIN = frozenset({"modern", "minimalist", "futuristic", "bauhaus", "contemporary", "scandinavian", "cyberpunk"})
_CONE: list[Pair] = [(0.004, 0.0), (0.014, 0.012), (0.02, 0.035), (0.018, 0.06), (0.012, 0.078), (0.003, 0.086)]


@archetype(
    "cuckoo clock", "furniture", "decorative",
    "cuckoo clock, black forest clock, kuckucksuhr, coucou suisse, pendule à coucou, reloj de cuco, reloj cucú, "
    "chalet clock, cuckoo wall clock",
    hints="bird calls the hour, black forest",
    about="A cuckoo clock: a carved house on the wall with a dial, a bird behind its door, pine cones and a pendulum.",
    parts="dial, hand, numeral, pendulum, weight, roof, bird, door, leaf, chain, case, cuckoo", features="bird, leaf",
)  # fmt: skip
def cuckoo_clock(drawing: Drawing, brief: Brief) -> None:
    """Draw a gabled case with a dial, a bird at its open door, carved leaves, two cones on chains, a pendulum."""
    wood = brief.of("clock case body house", "paint_white" if brief.style_name in _PLAIN else "walnut", is_main=True)
    roof = brief.of("roof", "oak" if brief.style_name in _PLAIN else "oak_dark", is_accent=True)
    low, wide, eaves, ridge = 0.3, 0.24, 0.54, 0.68
    front: list[Pair] = [(-wide / 2, low), (wide / 2, low), (wide / 2, eaves), (0.0, ridge), (-wide / 2, eaves)]
    cut(drawing, "case", front, 0.12, wood, bevel_m=0.002)
    drawing.add("box", (wide * 0.8, 0.2, 0.02), (0, low + 0.02, -0.056), name="back", held="wall", **wood)
    for side in (1.0, -1.0):
        drawing.add("box", (0.285, 0.018, 0.17), (side * 0.0915, 0.573, 0.02), turn=(0, 0, -side * 49.4), name="roof",
                    **roof)  # fmt: skip
    clock_face(drawing, brief, 0.14, 0.02, (0, low + 0.03, 0.062), wood)
    _bird(drawing, brief, roof)
    if brief.has("leaf", default=brief.style_name not in _PLAIN):
        _leaves(drawing, same_as(brief, "leaf", roof))
    brass = brief.of("chain", "brass_polished")
    for x, drop in ((-0.06, 0.02), (0.06, 0.11)):
        drawing.add("rod", (0.005, low - drop - 0.075, 0.005), (x, drop + 0.08, 0), name="chain", **brass)
        spin(
            drawing,
            "weight",
            _CONE,
            brief.of("weight", "iron_cast" if wood["material"] != "walnut" else "bronze_aged"),
            at=(x, drop, 0),
            is_flowing=True,
        )
    drawing.add(
        "pendulum", (0.06, 0.2, 0.012), (0, 0.12, 0.03), name="pendulum", **brief.of("pendulum", roof["material"])
    )
    sized(drawing, brief, (0.4, 0.7, 0.17))


def _bird(drawing: Drawing, brief: Brief, roof: Finish) -> None:
    """Draw the door above the dial, its leaf open, and the bird on its perch."""
    y = 0.515
    drawing.add("box", (0.062, 0.075, 0.012), (0, y, 0.056), radius_m=0.002, name="frame", **roof)
    drawing.add("box", (0.046, 0.06, 0.01), (0, y + 0.007, 0.06), name="opening", **brief.finish("felt", "#17161a"))
    drawing.add(
        "box", (0.006, 0.06, 0.044), (0.027, y + 0.007, 0.083), name="door", **brief.of("door", roof["material"])
    )
    strut(drawing, "perch", (0, y + 0.014, 0.06), (0, y + 0.014, 0.095), 0.006, roof)
    if "bird" in brief.excluded or "cuckoo" in brief.excluded:
        return
    blend(drawing, "bird", [lump((0, y + 0.03, 0.085), 0.012, (0.9, 0.85, 1.3)), lump((0, y + 0.045, 0.097), 0.009),
          limb((0, y + 0.028, 0.075), 0.007, (0, y + 0.034, 0.062), 0.003)],
          brief.of("bird cuckoo", "paint_blue"), soft=0.004)  # fmt: skip
    strut(drawing, "beak", (0, y + 0.044, 0.103), (0, y + 0.043, 0.116), 0.006, brief.finish("paint_white", "#e0a038"),
          kind="cone")  # fmt: skip


def _leaves(drawing: Drawing, finish: Finish) -> None:
    """Draw carved leaves along both sides and below, and a tuft on the ridge."""
    tip: list[Pair] = [(0.0, 0.0), (0.02, 0.012), (0.03, 0.035), (0.022, 0.05), (0.014, 0.058), (0.0, 0.085),
                       (-0.014, 0.058), (-0.022, 0.05), (-0.03, 0.035), (-0.02, 0.012)]  # fmt: skip
    places = [(side * 0.11, y, side * lean) for side in (1.0, -1.0) for y, lean in ((0.31, -120.0), (0.4, -100.0),
              (0.485, -75.0))]  # fmt: skip
    for x, y, lean in [*places, (0.03, 0.31, -160.0), (-0.03, 0.31, 160.0), (0.02, 0.66, -28.0), (-0.02, 0.66, 28.0),
                       (0.0, 0.655, 0.0)]:  # fmt: skip
        turn = lean * pi / 180
        outline = [(x + u * cos(turn) - v * sin(turn), y + u * sin(turn) + v * cos(turn)) for u, v in tip]
        cut(drawing, "leaf", outline, 0.022, finish, at=(0, 0, 0.062 if y < 0.6 else 0.085), bevel_m=0.004)
