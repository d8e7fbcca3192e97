"""What stands in a workshop: drill, toolbox, ladder, pliers' bigger friends."""

from math import cos, radians, sin

import msgspec

from engine.archetypes.brief import Brief, Finish, Triple
from engine.archetypes.drawing import Drawing
from engine.archetypes.objects.choices import kin, tone, toned
from engine.archetypes.objects.shaping import blend, cut, limb, sized, spin, strut, wire
from engine.archetypes.ornament import dress
from engine.archetypes.register import archetype


@archetype(
    "drill", "object", "tool",
    "drill, power drill, cordless drill, electric drill, hand drill, bohrmaschine, perceuse, taladro, cordless driver, "
    "impact driver, power tool, "
    "drill driver, electric screwdriver, hammer drill, driller, cordless drill driver, screw gun, "
    "drill machine, boring machine",
    hints="drilling holes", about="A hand-held power tool that turns a bit to bore holes and drive screws.",
    parts="body, grip, chuck, bit, battery, trigger, trim",
)  # fmt: skip
def drill(drawing: Drawing, brief: Brief) -> None:
    """Draw a cordless drill that stands on its battery: motor housing, grip, trigger, keyless chuck and bit."""
    tint = {"realistic": brief.choose("#e3a81b", "#1f8f88", "#d9541e")}.get(brief.style_name, tone(brief))
    body = brief.of("body housing", "body", is_main=True)
    body = body if body["color"] or not tint or brief.materials else brief.finish("plastic_white", tint)
    dark = brief.of("grip trim battery accent", "rubber_black", is_accent=True)
    steel = brief.of("chuck bit", "metal")
    housing = [
        limb((0, 0.19, -0.075), 0.031, (0, 0.19, 0.02), 0.033), limb((0, 0.19, 0.02), 0.032, (0, 0.19, 0.052), 0.026),
        limb((0, 0.175, -0.03), 0.024, (0, 0.06, -0.052), 0.0195, (0.9, 1.0, 1.15)),
        limb((0, 0.068, -0.05), 0.019, (0, 0.056, -0.015), 0.017, (1.2, 0.8, 1.0)),
    ]  # fmt: skip
    blend(drawing, "body", housing, body, soft=0.018, fineness=1.2)
    blend(
        drawing,
        "grip",
        [limb((0, 0.148, -0.055), 0.0135, (0, 0.075, -0.0685), 0.0125, (1.3, 1.0, 0.9))],
        dark,
        soft=0.01,
    )
    blend(
        drawing,
        "trigger",
        [limb((0, 0.152, -0.008), 0.0095, (0, 0.128, -0.017), 0.0085, (0.9, 1.0, 1.2))],
        dark,
        soft=0.004,
    )
    drawing.add("box", (0.066, 0.014, 0.108), (0, 0.042, -0.028), radius_m=0.005, name="shoe", **body)
    drawing.add("box", (0.062, 0.046, 0.112), (0, 0, -0.026), radius_m=0.008, name="battery", **dark)
    drawing.add("box", (0.04, 0.01, 0.004), (0, 0.022, 0.0295), radius_m=0.001, name="gauge", material="emissive_warm")
    for z in (-0.07, -0.058, -0.046):
        for x in (-1, 1):
            drawing.add("box", (0.002, 0.026, 0.006), (x * 0.0305, 0.177, z), name="vent", radius_m=0.0008, **dark)
    strut(drawing, "collar", (0, 0.19, 0.06), (0, 0.19, 0.085), 0.048, dark, edge=0.14)
    strut(drawing, "sleeve", (0, 0.19, 0.082), (0, 0.19, 0.112), 0.04, dark, edge=0.12)
    strut(drawing, "chuck", (0, 0.19, 0.11), (0, 0.19, 0.132), 0.033, steel, kind="cone", top=0.45)
    strut(
        drawing,
        "bit",
        (0, 0.19, 0.125),
        (0, 0.19, 0.2),
        0.008,
        steel,
        kind="screw_thread",
        pitch_m=0.014,
        depth_m=0.0016,
    )
    sized(drawing, brief, (0.066, 0.223, 0.3))


@archetype(
    "toolbox", "object", "tool",
    "toolbox, tool box, tool chest, tool case, werkzeugkasten, boîte à outils, caja de herramientas, "
    "toolkit, tool kit, tackle box, tool trunk",
    hints="tools storage", about="A box with a handle in which tools are kept and carried.",
    parts="body, lid, handle, latch, tray, corner",
)  # fmt: skip
def toolbox(drawing: Drawing, brief: Brief) -> None:
    """Draw a metal toolbox with a peaked lid, corner caps, two latches and a carrying handle."""
    if brief.has("wooden", "open") or brief.style_name == "rustic":
        return _tote(drawing, brief)
    body, metal = (
        toned(brief, "body box toolbox", "copper" if brief.style_name == "steampunk" else "paint_white", "#b3231c"),
        brief.of("latch corner handle", "metal", is_accent=True),
    )
    box = drawing.add("box", (0.46, 0.155, 0.2), radius_m=0.006, name="body", **body)
    roof = [
        (-0.1, 0.152),
        (0.1, 0.152),
        (0.1, 0.185),
        (0.088, 0.203),
        (0.04, 0.222),
        (-0.04, 0.222),
        (-0.088, 0.203),
        (-0.1, 0.185),
    ]
    cut(drawing, "lid", roof, 0.462, body, is_side=True, bevel_m=0.004)
    drawing.add("box", (0.47, 0.008, 0.208), (0, 0.149, 0), radius_m=0.003, name="seam", **metal)
    for x in (-0.222, 0.222):
        for z in (-0.092, 0.092):
            drawing.add("box", (0.03, 0.03, 0.03), (x, 0.0, z), radius_m=0.006, name="corner", **metal)
    for x in (-0.13, 0.13):
        drawing.add("box", (0.036, 0.062, 0.008), (x, 0.118, 0.103), radius_m=0.003, name="latch", **metal)
        drawing.add("box", (0.022, 0.022, 0.008), (x, 0.113, 0.107), radius_m=0.003, name="latch_pull", **metal)
        drawing.add("box", (0.03, 0.014, 0.036), (x * 0.72, 0.219, 0), radius_m=0.004, name="bracket", **metal)
    grip = [
        (-0.094, 0.226, 0),
        (-0.094, 0.262, 0),
        (-0.075, 0.28, 0),
        (0.075, 0.28, 0),
        (0.094, 0.262, 0),
        (0.094, 0.226, 0),
    ]
    wire(drawing, "handle", grip, 0.011, metal)
    strut(drawing, "grip", (-0.062, 0.2805, 0), (0.062, 0.2805, 0), 0.026, brief.of("grip", "rubber_black"), edge=0.2)
    dress(drawing, brief, box, "front")
    sized(drawing, brief, (0.47, 0.294, 0.208))
    return None


def _tote(drawing: Drawing, brief: Brief) -> None:
    """Draw an open wooden tote with a hammer's and other handles looking out."""
    wood = brief.of("body box toolbox", "wood", is_main=True)
    iron = brief.of("corner latch handle", "metal", is_accent=True)
    drawing.add("box", (0.5, 0.015, 0.21), radius_m=0.003, name="floor", **wood)
    for z in (-0.1, 0.1):
        drawing.add("box", (0.52, 0.13, 0.016), (0, 0, z), radius_m=0.004, name="side", **wood)
    gable = [
        (-0.092, 0.0),
        (0.092, 0.0),
        (0.092, 0.12),
        (0.03, 0.27),
        (0.018, 0.29),
        (-0.018, 0.29),
        (-0.03, 0.27),
        (-0.092, 0.12),
    ]
    for x in (-0.245, 0.245):
        cut(drawing, "gable", gable, 0.018, wood, at=(x, 0, 0), is_side=True, bevel_m=0.004)
        for y in (0.03, 0.1):
            for z in (-0.1, 0.1):
                drawing.add("ball", (0.012, 0.012, 0.008), (x, y - 0.006, z * 1.08), name="nail", **iron)
    strut(drawing, "bar", (-0.265, 0.262, 0), (0.265, 0.262, 0), 0.028, brief.of("handle bar", "oak"), edge=0.1)
    for x, z, tall, tint in ((-0.13, 0.05, 0.16, "#a33"), (-0.02, -0.05, 0.2, ""), (0.12, 0.045, 0.18, "")):
        finish = brief.finish("plastic_white", "#b0301f") if tint else brief.finish("walnut", "")
        spin(
            drawing,
            "tool_handle",
            [(0.011, 0.0), (0.013, tall * 0.7), (0.015, tall * 0.9), (0.008, tall)],
            finish,
            at=(x, 0.014, z),
        )
    sized(drawing, brief, (0.53, 0.29, 0.22))


@archetype(
    "ladder", "object", "tool",
    "ladder, step ladder, stepladder, leiter, échelle, escalera de mano, escabeau, trittleiter, "
    "rope ladder, extension ladder, library ladder, loft ladder, pair of step, household step, "
    "rolling ladder, kitchen step",
    hints="climbing up", about="A frame with rungs or steps for climbing up to high places.",
    parts="rung, step, rail, frame, foot, top",
)  # fmt: skip
def ladder(drawing: Drawing, brief: Brief) -> None:
    """Draw a folding step ladder with flat treads, back stays, spreader bars and rubber feet."""
    is_wood = kin(brief) in ("rustic", "steampunk", "art deco", "contemporary")
    rail = brief.of("frame rail ladder body", "wood" if is_wood else "aluminium", is_main=True)
    tread = brief.of("step rung tread", rail["material"], is_accent=True)
    foot = brief.of("foot", "rubber_black")
    count = brief.count("step", brief.count("rung", 5), least=2, most=12)
    height, lean = 0.28 * (count + 1), 16.0
    reach = height / cos(radians(lean)) * sin(radians(lean))
    for x in (-1, 1):
        low, high = 0.25 * x, 0.19 * x
        _rail(drawing, "rail", (low, 0.02, reach * 0.62), (high, height, 0.0), 0.052, rail)
        _rail(drawing, "stay", (low * 1.02, 0.02, -reach * 0.62), (high * 1.02, height - 0.03, -0.035), 0.036, rail)
        for z, k in ((reach * 0.62, 1.0), (-reach * 0.62, 1.02)):
            drawing.add("box", (0.045, 0.045, 0.07), (low * k, 0, z), radius_m=0.012, name="foot", **foot)
        strut(drawing, "spreader", (0.222 * x, height * 0.5, reach * 0.3), (0.222 * x, height * 0.5, -reach * 0.33),
              0.012,
              brief.of("spreader", "metal"))  # fmt: skip
    for step in range(1, count + 1):
        y = 0.28 * step
        share = (y - 0.02) / (height - 0.02)
        drawing.add("box", (2 * (0.25 - 0.06 * share) + 0.01, 0.024, 0.09), (0, y - 0.024, reach * 0.62 * (1 - share)),
                    radius_m=0.006, name="step", **tread)  # fmt: skip
    strut(drawing, "brace", (-0.24, height * 0.24, -reach * 0.49), (0.24, height * 0.24, -reach * 0.49), 0.022, rail)
    drawing.add("box", (0.44, 0.03, 0.17), (0, height - 0.014, -0.03), radius_m=0.008, name="top", **tread)
    sized(drawing, brief, (0.55, height + 0.016, reach * 1.24 + 0.07))


def _rail(drawing: Drawing, name: str, low: Triple, high: Triple, wide: float, finish: Finish) -> None:
    """Draw a flat rail that leans from its foot to its top."""
    rail = strut(drawing, name, low, high, wide, finish, kind="box", radius_m=0.005)
    size = msgspec.structs.replace(rail.dimensions, width=0.026)
    drawing.objects[-1] = msgspec.structs.replace(rail, dimensions=size)
