"""What is drawn when nothing in the text is known.

An abstract sculpture on a plinth, in the materials that were understood.
"""

from engine.archetypes.brief import Brief
from engine.archetypes.drawing import Drawing
from engine.archetypes.register import archetype


@archetype(
    "object", "object", "sculpture",
    "sculpture, statue, ornament, abstract sculpture, artwork, art object, figure",
)  # fmt: skip
def sculpture(drawing: Drawing, brief: Brief) -> None:
    """Draw a plinth with three interlocked forms, so that materials, colours and sizes still show."""
    width, height, _ = brief.box(0.3, 0.5, 0.3, keeps_shape=True)
    body = brief.of(
        "body object",
        {"steampunk": "bronze_aged", "rustic": "oak", "industrial": "iron_black"}.get(
            brief.style_name, "ceramic_white"
        ),
        is_main=True,
    )
    accent = brief.of("accent", "accent", is_accent=True)
    drawing.add(
        "box",
        (width * 0.8, height * 0.14, width * 0.8),
        radius_m=0.006,
        name="plinth",
        **brief.of("base plinth", "stone"),
    )
    drawing.add("rod", (width * 0.07, height * 0.2, width * 0.07), (0, height * 0.135, 0), name="stem", **accent)
    size = height * 0.5
    drawing.add(
        "rounded_ring",
        (size, size * 0.2, size),
        (0, height * 0.3 + size * 0.4, 0),
        turn=(90, brief.vary(-35, 35), 0),
        name="ring",
        **body,
    )
    drawing.add(
        "ball", (size * 0.42, size * 0.42, size * 0.42), (0, height * 0.3 + size * 0.17, 0), name="ball", **accent
    )
    drawing.add(
        "rounded_ring",
        (size * 0.8, size * 0.1, size * 0.8),
        (0, height * 0.3 + size * 0.42, 0),
        turn=(brief.vary(20, 35), 0, brief.vary(10, 25)),
        name="orbit",
        **accent,
    )
