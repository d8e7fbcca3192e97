"""Cloth that hangs: curtains on their rod, a shirt on a stand; the front is +z."""

from engine.archetypes.brief import Brief, Finish
from engine.archetypes.drawing import Drawing
from engine.archetypes.objects.shaping import blend, lifted, limb, lump, settle, sized, strut, twins
from engine.archetypes.register import archetype


@archetype(
    "curtain", "furniture", "decorative", "curtain, drape, drapery, window curtain, pair of curtains, rideau",
    hints="window cover, blackout",
    about="Curtains are two lengths of cloth that hang in folds from a rod at a window.",
    parts="rod, cloth, ring, finial, stand", features="",
)  # fmt: skip
def curtain(drawing: Drawing, brief: Brief) -> None:
    """Draw lengths of cloth in folds, that reach the floor, under a rod on rings, held at the wall."""
    width, height, depth = brief.box(2.0, 2.3, 0.14)
    cloth = brief.of("curtain cloth drape panel", "fabric", is_main=True)
    metal = brief.of("rod ring finial", "metal", is_accent=True)
    rail = height - 0.045
    number = brief.count("panel", 2, least=1, most=4)
    share = width * (0.62 if number == 2 else 0.9) / number
    for index in range(number):
        x = 0.0 if number == 1 else (index / (number - 1) - 0.5) * (width * 0.92 - share)
        drawing.add("curtain", (share, rail - 0.02, depth), (x, 0.0, 0), name="cloth", **cloth)
        for step in range(5):
            place = x + share * (step - 2) / 5.2
            drawing.add("torus", (0.055, 0.008, 0.055), (place, rail - 0.005, 0), turn=(0, 0, 90), name="ring", **metal)
            drawing.add("box", (0.02, 0.05, depth * 0.8), (place, rail - 0.06, 0), name="tape", **cloth)
    strut(drawing, "rod", (-width / 2, rail + 0.01, 0), (width / 2, rail + 0.01, 0), 0.032, metal)
    drawing.objects[-1].properties["held"] = "wall"
    for side in (-1, 1):
        drawing.add("ball", (0.06, 0.06, 0.06), (side * width / 2, rail - 0.02, 0), name="finial", **metal)


@archetype(
    "shirt", "object", "clothing", "shirt, t-shirt, t shirt, tshirt, tee shirt, jersey, football shirt, polo shirt, "
    "blouse, sweater, pullover, jumper, hoodie, sweatshirt, jacket, coat, chemise, hemd, camisa, camiseta, pulli",
    hints="wear, torso", about="A shirt with short or long sleeves is worn on the upper body.",
    parts="sleeve, collar, button, cloth, stand, base, hem", features="",
)  # fmt: skip
def shirt(drawing: Drawing, brief: Brief) -> None:
    """Draw a shirt with its sleeves on a stand, as a shop shows it; jackets and pullovers have long sleeves."""
    cloth = brief.of("shirt cloth fabric body", "cotton", is_main=True)
    cloth = (
        Finish(material="cotton", color=brief.choose("#d9dde2", "#2f4a73", "#8f2f34")) if _is_plain(brief) else cloth
    )
    long = bool(
        brief.words & {"jacket", "coat", "sweater", "pullover", "jumper", "hoodie", "sweatshirt", "blouse", "long"}
    )
    body = [
        limb((0, 0.06, 0), 0.2, (0, 0.3, 0), 0.19, (1.0, 1.0, 0.62)),
        limb((0, 0.3, 0), 0.19, (0, 0.5, 0), 0.2, (1.0, 1.0, 0.6)),
        *twins(limb((0.09, 0.6, 0), 0.085, (0.19, 0.56, 0), 0.085, (1.0, 1.0, 0.9))),
    ]  # fmt: skip
    elbow, cuff = (0.3, 0.4, 0.02), (0.34, 0.08, 0.06)
    sleeves = [limb((0.2, 0.56, 0), 0.085, elbow, 0.085)] + ([limb(elbow, 0.08, cuff, 0.055)] if long else [])
    blend(drawing, "shirt", body, cloth, soft=0.05, sole=0.12)
    blend(drawing, "sleeve", twins(*sleeves), brief.of("sleeve", cloth["material"]) if _said(brief,
        "sleeve") else cloth,
          soft=0.02)  # fmt: skip
    rim = brief.of("collar", cloth["material"]) if _said(brief, "collar") else cloth
    drawing.add("torus", (0.19, 0.03, 0.15), (0, 0.668, 0.005), turn=(12, 0, 0), name="collar", **rim)
    if brief.words & {"hoodie", "hood"}:
        blend(drawing, "hood", [lump((0, 0.67, -0.08), 0.11, (1.0, 0.8, 0.7))], cloth, soft=0.02)
    settle(drawing)
    drawing.objects[:] = lifted(drawing, 0.72)
    metal = brief.of("stand base pole", "metal")
    drawing.add("rod", (0.03, 1.4, 0.03), (0, 0.01, 0), name="pole", **metal)
    drawing.add("disc", (0.36, 0.02, 0.36), name="base", edge=0.3, **metal)
    sized(drawing, brief, (0.8, 1.45, 0.36))


def _said(brief: Brief, part: str) -> bool:
    return part in brief.part_materials or part in brief.part_colors


def _is_plain(brief: Brief) -> bool:
    return not (brief.materials or brief.colors or "shirt" in brief.part_colors or "shirt" in brief.part_materials)
