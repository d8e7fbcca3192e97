"""What dries hair; the air leaves to +z."""

from engine.archetypes.brief import Brief
from engine.archetypes.drawing import Drawing
from engine.archetypes.objects.shaping import sized, strut
from engine.archetypes.ornament import dress
from engine.archetypes.register import archetype


@archetype(
    "hair dryer", "appliance", "personal care", "hair dryer, hairdryer, blow dryer, blowdryer, hair drier, föhn, fön, "
    "haartrockner, sèche cheveux, secador de pelo", hints="dry hair, salon, bathroom",
    about="A hair dryer blows warm air through a nozzle; one holds it by its handle.",
    parts="nozzle, handle, grille, button, cable, body, stand, base", features="",
)  # fmt: skip
def hair_dryer(drawing: Drawing, brief: Brief) -> None:
    """Draw a barrel with a flat nozzle and a grille behind, on its handle, which stands in a foot."""
    body = brief.of("body case dryer barrel", brief.style.material("body") or "plastic_black", is_main=True)
    trim = brief.of("nozzle accent", "plastic_black", is_accent=True)
    metal = brief.of("grille ring", "steel_brushed")
    strut(drawing, "barrel", (0, 0.235, -0.085), (0, 0.235, 0.075), 0.086, body, kind="turning",
          profile=[0.72, 0.0, 0.96, 0.06, 1.0, 0.3, 0.92, 0.7, 0.7, 1.0], is_flowing=True)  # fmt: skip
    strut(drawing, "grille", (0, 0.235, -0.092), (0, 0.235, -0.08), 0.06, metal, edge=0.2)
    for step in range(3):
        across = 0.05 - 0.014 * step
        strut(drawing, "ring", (0, 0.235, -0.095), (0, 0.235, -0.09), across, metal if step % 2 else trim, edge=0.1)
    strut(drawing, "nozzle", (0, 0.235, 0.065), (0, 0.235, 0.105), 0.062, trim, kind="turning",
          profile=[1.0, 0.0, 0.98, 0.3, 0.8, 1.0])  # fmt: skip
    drawing.add("box", (0.088, 0.026, 0.03), (0, 0.222, 0.098), radius_m=0.006, name="nozzle", **trim)
    handle = brief.of("handle grip", body["material"]) if "handle" in brief.part_colors else body
    drawing.add("pod", (0.036, 0.2, 0.044), (0, 0.012, -0.01), turn=(-4, 0, 0), radius_m=0.015, edge_m=0.012,
                       is_facing=True, name="handle", **handle)  # fmt: skip
    for number in range(2):
        drawing.add("box", (0.014, 0.022, 0.006), (0, 0.125 + 0.034 * number, 0.0095 - 0.002 * number), turn=(-4, 0, 0),
                    radius_m=0.002, name="button", **brief.of("button", "chrome"))  # fmt: skip
    base = drawing.add(
        "disc", (0.15, 0.018, 0.15), (0, 0, 0), edge=0.3, name="stand", **brief.of("stand base", "plastic_black")
    )
    drawing.add("hoop", (0.07, 0.02, 0.07), (0, 0.012, -0.004), inner=0.6, name="socket", **trim)
    dress(drawing, brief, base, "front")
    sized(drawing, brief, (0.15, 0.28, 0.2))
