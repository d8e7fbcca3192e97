"""Envelope, paint brush and palette, tape measure, magnet."""

from math import cos, pi, sin

from engine.archetypes.brief import Brief
from engine.archetypes.drawing import Drawing
from engine.archetypes.objects.choices import form_by, has, metal, toned, usual
from engine.archetypes.objects.laying import lay
from engine.archetypes.objects.shaping import sized, strut, wire
from engine.archetypes.register import archetype

_STRIPES = ("#d8342a", "#e88a22", "#f2c52e", "#3f9a4a", "#2f6fb8", "#6a3f9a")


@archetype(
    "envelope", "object", "stationery", "envelope, letter, love letter, briefumschlag, brief, enveloppe, sobre, "
    "wax seal letter, mail letter, postcard",
    about="A folded paper cover for a letter, closed with a seal.", parts="flap, seal, stamp",
)  # fmt: skip
def envelope(drawing: Drawing, brief: Brief) -> None:
    """Draw an envelope that lies with its flap up, closed by a wax seal."""
    paper = usual(
        brief,
        "envelope paper letter",
        "paper",
        {"rustic": "#d8bd8c", "steampunk": "#d9bf8e", "art deco": "#1f2d3a"}.get(brief.style_name, "#efe4cb"),
    )
    drawing.add("box", (0.22, 0.004, 0.15), radius_m=0.001, name="envelope", **paper)
    for side in (-1.0, 1.0):
        lay(
            drawing,
            "fold",
            [(side * 0.109, -0.073), (side * 0.109, 0.074), (side * 0.008, 0.0)],
            0.0012,
            paper,
            y=0.0036,
            edge_m=0.0003,
        )
    lay(drawing, "fold", [(-0.108, 0.0745), (0.108, 0.0745), (0.0, -0.002)], 0.0016, paper, y=0.0036, edge_m=0.0003)
    lay(
        drawing,
        "flap",
        [(-0.1095, -0.0745), (0.1095, -0.0745), (0.0, 0.022)],
        0.0016,
        paper,
        y=0.0042,
        edge_m=0.0003,
        round_m=0.004,
    )
    seal = usual(brief, "seal", "wax", "#a31f23", is_main=False)
    drawing.add(
        "grown",
        (0.032, 0.004, 0.032),
        (0, 0.0054, 0.012),
        profile=[0.9, 0.0, 1.0, 0.4, 0.9, 0.9, 0.7, 1.0, 0.01, 0.9],
        ribs=9,
        rib_depth=0.06,
        name="seal",
        **seal,
    )
    drawing.add("torus", (0.021, 0.0022, 0.021), (0, 0.0082, 0.012), name="seal_ring", **seal)
    sized(drawing, brief, (0.22, 0.011, 0.15))


@archetype(
    "paint brush", "object", "stationery",
    "paint brush, paintbrush, artist brush, pinsel, pinceau, pincel, paint palette, palette, artist palette, "
    "painter palette, paint roller, brush",
    hints="paint a picture", about="A brush with bristles, and the palette on which a painter mixes colours.",
        parts="bristle, ferrule, handle, palette, paint",
)  # fmt: skip
def paint_brush(drawing: Drawing, brief: Brief) -> None:
    """Draw a brush that lies; with a palette, the brush lies across its blobs of paint."""
    wood = brief.of("handle palette", "wood", is_main=True)
    y = 0.00575
    if has(brief, "palette"):
        outline = [
            (0.16 * cos(t) * (1.0 + 0.12 * cos(2 * t + 0.6)), 0.11 * sin(t) * (1.0 - 0.12 * sin(3 * t)))
            for t in (2 * pi * n / 36 for n in range(36))
        ]
        lay(drawing, "palette", outline, 0.007, wood, edge_m=0.002)
        drawing.add(
            "torus", (0.042, 0.004, 0.042), (0.09, 0.0045, 0.035), name="thumb_ring", **metal(brief, "ring", "walnut")
        )
        drawing.add(
            "disc", (0.036, 0.0015, 0.036), (0.09, 0.0062, 0.035), name="thumb_hole", material="paint_black", color=""
        )
        for number, tint in enumerate((*_STRIPES, "#f4f1e8")):
            t = 2.3 + 0.46 * number
            drawing.add("grown", (0.034, 0.011, 0.03), (0.115 * cos(t), 0.0062, 0.074 * sin(t)), profile=[1.0, 0.0,
                0.9, 0.4, 0.5, 0.75, 0.15, 1.0, 0.01, 1.0],
                        ribs=5, rib_depth=0.12, name="paint", material="paint_white", color=tint)  # fmt: skip
        y = 0.0125
    strut(drawing, "handle", (0.03, y, 0.015), (-0.05, y - 0.00127, 0.14), 0.009, wood, edge=0.45)
    strut(
        drawing,
        "ferrule",
        (0.05, y, -0.016),
        (0.028, y, 0.018),
        0.0115,
        metal(brief, "ferrule", "brass_polished"),
        edge=0.1,
    )
    hair = brief.of("bristle", "bark")
    strut(drawing, "bristle", (0.071, y, -0.049), (0.0495, y, -0.015), 0.0105, hair, kind="ball")
    sized(drawing, brief, (0.32, 0.02, 0.22) if has(brief, "palette") else (0.13, 0.012, 0.2))


@archetype(
    "tape measure", "object", "stationery", "tape measure, measuring tape, tape, adhesive tape, sellotape, "
    "tape dispenser, duct tape, massband, mètre ruban",
    about="A case from which a steel tape with marks is drawn; or a roll of sticky tape.", parts="case, tape, hook, "
        "mark, core",
)  # fmt: skip
def tape_measure(drawing: Drawing, brief: Brief) -> None:
    """Draw a tape measure with its tape drawn out, or a roll of tape."""
    body = toned(brief, "case body tape", "plastic_white", "#f0b429")
    if has(brief, "adhesive sellotape duct dispenser"):
        drawing.add("hoop", (0.1, 0.048, 0.1), inner=0.76, name="tape", **brief.of("tape", "gunmetal", is_main=True))
        drawing.add("hoop", (0.078, 0.0482, 0.078), inner=0.94, name="core", **brief.of("core", "cardboard"))
        return sized(drawing, brief, (0.1, 0.048, 0.1))
    drawing.add("box", (0.038, 0.07, 0.075), radius_m=0.012, name="case", **body)
    for x in (-0.0185, 0.0185):
        drawing.add(
            "post",
            (0.052, 0.004, 0.052),
            (x, 0.034, 0),
            turn=(0, 0, 90),
            name="side",
            **brief.of("side grip", "rubber_black"),
        )
    drawing.add(
        "box",
        (0.026, 0.0012, 0.15),
        (0, 0.006, 0.1),
        radius_m=0.0004,
        name="tape",
        **usual(brief, "tape", "paint_white", "#f7e27a", is_main=False),
    )
    for number in range(14):
        drawing.add(
            "box",
            (0.012 if number % 2 else 0.02, 0.0006, 0.001),
            (-0.003 if number % 2 else 0.0, 0.0069, 0.045 + 0.009 * number),
            radius_m=0.0002,
            name="mark",
            material="paint_black",
            color="",
        )
    drawing.add(
        "box",
        (0.024, 0.012, 0.002),
        (0, 0.0, 0.1745),
        radius_m=0.0005,
        name="hook",
        **metal(brief, "hook", "steel_brushed"),
    )
    return sized(drawing, brief, (0.042, 0.07, 0.21))


@archetype(
    "magnet", "object", "stationery", "magnet, horseshoe magnet, bar magnet, imán, aimant, paper clip, paperclip, "
    "horseshoe",
    about="A horseshoe of steel with two poles that attracts iron.", parts="tip, pole, body",
)  # fmt: skip
def magnet(drawing: Drawing, brief: Brief) -> None:
    """Draw a horseshoe magnet that lies, a lucky horseshoe, or a paper clip."""
    kind = form_by(brief, {"clip paperclip": "clip"}, "magnet")
    if kind == "clip":
        steel = metal(brief, "clip body", "chrome", is_main=True)
        path = [(-0.003, 0.0, 0.012), (-0.003, 0, -0.014), (0.0, 0, -0.018), (0.003, 0, -0.014), (0.003, 0, 0.016),
            (-0.0005, 0, 0.021), (-0.0045, 0, 0.017),
                (-0.0045, 0, -0.02), (0.0, 0, -0.0255), (0.0048, 0, -0.02), (0.0048, 0, 0.012)]  # fmt: skip
        wire(drawing, "clip", [(x, 0.0006, z) for x, _, z in path], 0.0012, steel)
        return sized(drawing, brief, (0.011, 0.0012, 0.047))
    red, steel = toned(brief, "body magnet", "paint_white", "#c9271e"), metal(brief, "tip pole", "steel_polished")
    outer = [(0.05 * cos(t), -0.05 * sin(t)) for t in (pi * n / 20 for n in range(21))]
    inner = [(0.026 * cos(t), -0.026 * sin(t)) for t in (pi * n / 20 for n in range(20, -1, -1))]
    lay(
        drawing,
        "body",
        [*outer, (-0.05, 0.045), (-0.026, 0.045), *inner, (0.026, 0.045), (0.05, 0.045)],
        0.02,
        red,
        edge_m=0.0025,
    )
    for x in (-0.038, 0.038):
        drawing.add("box", (0.0242, 0.0202, 0.03), (x, 0, 0.059), radius_m=0.002, name="tip", **steel)
    return sized(drawing, brief, (0.1, 0.02, 0.125))
