"""Furniture of a clinic: the hospital bed."""

from engine.archetypes.brief import Brief
from engine.archetypes.drawing import Drawing
from engine.archetypes.objects.choices import plain, usual
from engine.archetypes.objects.shaping import sized, strut, wire
from engine.archetypes.register import archetype


@archetype(
    "hospital bed", "furniture", "bed",
    "hospital bed, medical bed, patient bed, sickbed, krankenhausbett, krankenbett, lit d'hôpital, cama de hospital, "
    "gurney, "
    "hospital stretcher, operating table",
    hints="patient, nurse, ward",
    about="A hospital bed: a frame on castors with a raised head, side rails and a mattress.",
    parts="frame, rail, mattress, headboard, wheel, pillow, castor, panel",
)  # fmt: skip
def hospital_bed(drawing: Drawing, brief: Brief) -> None:
    """Draw a frame on a scissor lift with castors, a mattress in three parts with its head raised, rails, panels."""
    steel = usual(brief, "frame body rail", "enamel_white", "")
    panel = usual(brief, "headboard panel footboard accent", "plastic_white", "#7fa8c4", is_main=False)
    sheet = brief.of("mattress sheet", "cotton")
    drawing.add("box", (0.8, 0.07, 1.7), (0, 0.14, 0), radius_m=0.01, name="base", **steel)
    for x in (-0.36, 0.36):
        for z in (-0.78, 0.78):
            drawing.add("rod", (0.03, 0.08, 0.03), (x, 0.09, z), name="stem", **plain("chrome"))
            strut(drawing, "wheel", (x - 0.025, 0.06, z), (x + 0.025, 0.06, z), 0.12, plain("rubber_black"), edge=0.2)
        strut(drawing, "lift", (x * 0.8, 0.18, -0.55), (x * 0.8, 0.5, 0.45), 0.05, plain("steel_brushed"), kind="box")
        strut(drawing, "lift", (x * 0.8, 0.18, 0.55), (x * 0.8, 0.5, -0.45), 0.05, plain("steel_brushed"), kind="box")
    drawing.add("box", (0.9, 0.06, 2.0), (0, 0.48, 0), radius_m=0.01, name="frame", **steel)
    drawing.add("box", (0.86, 0.13, 1.24), (0, 0.53, 0.36), radius_m=0.05, name="mattress", **sheet)
    drawing.add("box", (0.86, 0.13, 0.78), (0, 0.67, -0.52), turn=(28, 0, 0), radius_m=0.05, name="mattress", **sheet)
    strut(drawing, "prop", (0, 0.5, -0.6), (0, 0.72, -0.62), 0.06, plain("steel_brushed"))
    drawing.add(
        "pillow", (0.56, 0.12, 0.36), (0, 0.86, -0.68), turn=(28, 0, 0), name="pillow", **brief.of("pillow", "cotton")
    )
    drawing.add(
        "box",
        (0.87, 0.02, 0.85),
        (0, 0.65, 0.5),
        radius_m=0.009,
        name="blanket",
        **usual(brief, "blanket duvet", "fabric_grey", "#8fb3a6", is_main=False),
    )
    for z, tall in ((-1.02, 0.72), (1.02, 0.5)):
        drawing.add("box", (0.94, tall, 0.045), (0, 0.46, z), radius_m=0.02, name="panel", **panel)
    for x in (-0.475, 0.475):
        for start, end in ((-0.55, -0.02), (0.12, 0.62)):
            path = [
                (x, 0.5, start),
                (x, 0.88, start + 0.05),
                (x, 0.9, (start + end) / 2),
                (x, 0.88, end - 0.05),
                (x, 0.5, end),
            ]
            wire(drawing, "rail", path, 0.03, plain("chrome"))
            strut(drawing, "bar", (x, 0.68, start + 0.025), (x, 0.68, end - 0.025), 0.02, plain("chrome"))
        drawing.add("box", (0.07, 0.05, 1.4), (x * 0.95, 0.485, 0.03), radius_m=0.008, name="mount", **steel)
    sized(drawing, brief, (0.98, 1.18, 2.09))
