"""A rowing machine; the rower faces +z."""

from engine.archetypes.brief import Brief, Finish
from engine.archetypes.drawing import Drawing
from engine.archetypes.furniture.frames import same_as
from engine.archetypes.objects.choices import usual
from engine.archetypes.objects.shaping import Pair, cut, pose, sized, strut
from engine.archetypes.ornament import dress
from engine.archetypes.register import archetype


@archetype(
    "rowing machine", "object", "sport",
    "rowing machine, rower machine, indoor rower, rowing ergometer, water rower, rudergerät, rameur d'appartement, "
    "máquina de remo",
    hints="row, cardio, workout",
    about="A rowing machine: a sliding seat on a long rail before a flywheel with foot plates and a handle to pull.",
    parts="seat, rail, handle, flywheel, foot plate, screen, frame, leg, housing", features="screen",
)  # fmt: skip
def rowing_machine(drawing: Drawing, brief: Brief) -> None:
    """Draw a rail on two cross feet, a sliding seat, a round housing with its handle, foot plates and a screen."""
    frame = brief.of("frame rail body machine", "aluminium" if brief.style_name == "realistic" else "wood" if
                     brief.style.ornament in ("straps", "beading", "lattice") else "metal", is_main=True)  # fmt: skip
    dark = usual(brief, "housing flywheel", "plastic_black", "", is_main=False)
    rail = drawing.add("box", (0.07, 0.09, 1.62), (0, 0.3, -0.24), radius_m=0.01, name="rail", **same_as(brief, "rail",
                       frame))  # fmt: skip
    dress(drawing, brief, rail, "left", "right")
    for z, wide in ((0.72, 0.5), (-0.98, 0.4)):
        drawing.add("box", (wide, 0.05, 0.07), (0, 0.02, z), radius_m=0.012, name="foot", **frame)
        for x in (-wide / 2 + 0.05, wide / 2 - 0.05):
            drawing.add("disc", (0.06, 0.03, 0.06), (x, 0, z), name="pad", material="rubber_black")
        strut(drawing, "leg", (0, 0.04, z), (0, 0.34, z * 0.98 if z < 0 else 0.54), 0.06, same_as(brief, "leg", frame))
    strut(drawing, "flywheel", (-0.1, 0.4, 0.7), (0.1, 0.4, 0.7), 0.54, dark, edge=0.15)
    for side in (1.0, -1.0):
        strut(
            drawing, "guard", (side * 0.095, 0.4, 0.7), (side * 0.108, 0.4, 0.7), 0.3, brief.of("guard accent", "metal")
        )
    _seat(drawing, brief)
    _plates(drawing, brief)
    grip = brief.of("handle grip", "rubber_black")
    strut(drawing, "chain", (0, 0.52, 0.46), (0, 0.52, 0.2), 0.014, brief.of("chain", "steel_brushed"))
    strut(drawing, "handle", (-0.22, 0.52, 0.2), (0.22, 0.52, 0.2), 0.034, grip)
    if brief.has("screen", default=brief.style_name not in ("rustic", "victorian", "steampunk")):
        strut(drawing, "stalk", (0, 0.62, 0.64), (0, 1.02, 0.44), 0.04, frame)
        screen = Drawing(brief)
        screen.add("display", (0.2, 0.2, 0.03), (0, 0, 0), name="screen", **brief.of("screen", "plastic_black"))
        pose(drawing, screen, (0, 0.92, 0.425), (-12.0, 180.0, 0.0))
    sized(drawing, brief, (0.5, 1.12, 2.05))


def _seat(drawing: Drawing, brief: Brief) -> None:
    """Draw the seat on its carriage."""
    hide = brief.of("seat", "leather_brown" if brief.style_name in ("steampunk", "rustic", "victorian") else
                    "rubber_black")  # fmt: skip
    drawing.add("box", (0.13, 0.05, 0.16), (0, 0.38, -0.5), radius_m=0.01, name="carriage", material="steel_brushed")
    drawing.add("cushion", (0.32, 0.06, 0.26), (0, 0.42, -0.5), name="seat", crown=0.4, **hide)


def _plates(drawing: Drawing, brief: Brief) -> None:
    """Draw a slanted plate with a strap for each foot."""
    plate: Finish = brief.of("plate", "plastic_black")
    sole: list[Pair] = [(0.1, 0.24), (0.125, 0.25), (0.275, 0.52), (0.25, 0.53)]
    for side in (1.0, -1.0):
        x = side * 0.115
        cut(drawing, "plate", sole, 0.12, plate, at=(x, 0, 0), is_side=True, bevel_m=0.004)
        strut(
            drawing,
            "strap",
            (x - 0.058, 0.42, 0.185),
            (x + 0.058, 0.42, 0.185),
            0.035,
            brief.of("strap", "fabric_grey"),
        )
    strut(drawing, "bar", (-0.13, 0.33, 0.16), (0.13, 0.33, 0.16), 0.04, brief.of("frame", "steel_brushed"))
