"""Trash cans; the front is +z."""

from engine.archetypes.brief import Brief
from engine.archetypes.drawing import Drawing
from engine.archetypes.objects.choices import kin
from engine.archetypes.objects.shaping import cut, sized, spin, strut, wire
from engine.archetypes.register import archetype


@archetype(
    "trash can", "object", "street",
    "trash can, garbage can, dustbin, rubbish bin, waste bin, trash bin, wheelie bin, mülleimer, mülltonne, "
    "poubelle, papelera, litter bin, "
    "wastebasket, recycling bin, bin, "
    "garbage bin, refuse bin, rubbish can, ash can, kitchen bin, pedal bin, dumpster, skip bin, "
    "litter basket, waste container, garbage container, compost bin, wastepaper basket",
    hints="garbage, waste, recycling", about="A container into which waste is thrown.",
    parts="lid, body, handle, pedal, wheel, rim, liner",
)  # fmt: skip
def trash_can(drawing: Drawing, brief: Brief) -> None:
    """Draw a ribbed metal can with lid and handles, a pedal bin for modern styles, or a wheelie bin."""
    if brief.has("wheelie", "recycling"):
        return _wheelie(drawing, brief)
    body = brief.of(
        "body can bin",
        {"realistic": "steel_brushed", "rustic": "steel_brushed"}.get(kin(brief), "metal"),
        is_main=True,
    )
    dark = brief.of("lid accent" if brief.style_name != "realistic" else "accent", body["material"], is_accent=True)
    if kin(brief) in ("modern", "minimalist", "futuristic", "contemporary"):
        spin(
            drawing,
            "base",
            [(0.145, 0.0), (0.15, 0.006), (0.15, 0.05), (0.146, 0.054)],
            brief.of("base", "plastic_black"),
        )
        spin(drawing, "body", [(0.146, 0.052), (0.146, 0.58), (0.143, 0.584)], body)
        spin(
            drawing,
            "lid",
            [(0.148, 0.59), (0.149, 0.61), (0.135, 0.645), (0.09, 0.668), (0.03, 0.676), (0.001, 0.677)],
            body,
        )
        drawing.add("rod", (0.284, 0.01, 0.284), (0, 0.582, 0), name="gap", **brief.of("rim", "plastic_black"))
        drawing.add(
            "box",
            (0.07, 0.012, 0.07),
            (0, 0.014, 0.17),
            radius_m=0.005,
            name="pedal",
            **brief.of("pedal", "plastic_black"),
        )
        return sized(drawing, brief, (0.3, 0.677, 0.36))
    drawing.add("ribbed_can", (0.5, 0.62, 0.5), ribs=24, name="body", **body)
    for y, wide in ((0.0, 0.43), (0.3, 0.468), (0.6, 0.512)):
        drawing.add("torus", (wide, 0.026, wide), (0, y, 0), name="rim", **body)
    lid = [
        (0.262, 0.6), (0.264, 0.61), (0.264, 0.645), (0.25, 0.655), (0.235, 0.66), (0.2, 0.69),
        (0.12, 0.72), (0.05, 0.73), (0.002, 0.732)
    ]  # fmt: skip
    spin(drawing, "lid", lid, dark)
    wire(
        drawing, "lid_handle", [(-0.075, 0.715, 0), (-0.07, 0.765, 0), (0.07, 0.765, 0), (0.075, 0.715, 0)], 0.018, dark
    )
    for side in (-1.0, 1.0):
        path = [
            (0.212 * side, 0.5, -0.09), (0.29 * side, 0.46, -0.085), (0.29 * side, 0.46, 0.085),
            (0.212 * side, 0.5, 0.09)
        ]  # fmt: skip
        wire(drawing, "handle", path, 0.018, dark)
    sized(drawing, brief, (0.6, 0.775, 0.53))
    return None


def _wheelie(drawing: Drawing, brief: Brief) -> None:
    """Draw a plastic bin on two wheels with a hinged lid and a bar to pull it."""
    body = brief.of("body bin can", "plastic_white", is_main=True)
    body = (
        body
        if body["color"] or brief.materials
        else brief.finish("plastic_white", "#2f6b46" if not brief.has("recycling") else "#1f5fb0")
    )
    dark = brief.of("wheel", "rubber_black")
    side = [(-0.2, 0.06), (-0.14, 0.0), (0.2, 0.0), (0.28, 0.9), (-0.28, 0.9)]
    cut(drawing, "body", side, 0.5, body, is_side=True, bevel_m=0.03)
    drawing.add("box", (0.56, 0.05, 0.62), (0, 0.885, 0), radius_m=0.018, name="rim", **body)
    drawing.add(
        "box",
        (0.57, 0.045, 0.64),
        (0, 0.93, 0.01),
        radius_m=0.02,
        name="lid",
        **brief.of("lid accent", body["material"], is_accent=True) if brief.colors[1:] else body,
    )
    strut(drawing, "bar", (-0.24, 0.93, -0.36), (0.24, 0.93, -0.36), 0.034, body, edge=0.2)
    for x in (-0.22, 0.22):
        drawing.add("box", (0.05, 0.05, 0.09), (x, 0.905, -0.325), radius_m=0.01, name="bracket", **body)
        strut(drawing, "wheel", (x * 1.02, 0.1, -0.22), (x * 1.26, 0.1, -0.22), 0.2, dark, edge=0.15)
        strut(drawing, "hub", (x * 1.24, 0.1, -0.22), (x * 1.29, 0.1, -0.22), 0.09, body, edge=0.15)
    strut(drawing, "axle", (-0.25, 0.1, -0.22), (0.25, 0.1, -0.22), 0.025, brief.of("axle", "metal"))
    sized(drawing, brief, (0.57, 0.975, 0.7))
