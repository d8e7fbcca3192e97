"""A deck chair: two frames that cross, and a sling of canvas between them; the front is +z."""

from engine.archetypes.brief import Brief, Finish, Triple
from engine.archetypes.drawing import Drawing
from engine.archetypes.objects.placing import banded
from engine.archetypes.objects.shaping import strut
from engine.archetypes.register import archetype

_STRIPES = 7
_FOOT_M = 0.016  # from the ground to the end of a rail
_SLING = ((-0.5, 0.9), (-0.4, 0.66), (-0.24, 0.4), (-0.04, 0.27), (0.2, 0.31), (0.42, 0.44))  # z and y


@archetype(
    "deck chair", "furniture", "chair",
    "deck chair, deckchair, beach chair, folding deck chair, canvas deck chair, sling chair, liegestuhl, transat, "
    "chaise longue de plage, silla de playa, tumbona, strandstuhl",
    hints="beach holiday, seaside", about="A deck chair: a folding frame with a sling of striped canvas.",
    parts="sling, canvas, cloth, frame, seat, stripe, armrest", features="armrest, striped=stripe",
)  # fmt: skip
def deck_chair(drawing: Drawing, brief: Brief) -> None:
    """Draw two crossing frames of wood, and strips of canvas that hang from bar to bar; arms where asked for."""
    width, height, depth = brief.box(0.6, 0.95, 1.05, keeps_shape=True)
    wood = brief.of("frame leg wood", "beech", is_accent=True)
    tall, deep = height / 0.95, depth / 1.05

    def at(x: float, y: float, z: float) -> Triple:
        return x, y * tall, z * deep

    inner = width / 2 - 0.055
    for side in (-1, 1):
        strut(drawing, "leg", at(side * (width / 2 - 0.015), _FOOT_M, 0.5), at(side * (width / 2 - 0.015), 0.92, -0.51),
              0.03, wood)  # fmt: skip
        strut(drawing, "leg", at(side * inner, _FOOT_M, -0.42), at(side * inner, 0.45, 0.44), 0.03, wood)
        for x, z in ((side * (width / 2 - 0.015), 0.495), (side * inner, -0.41)):
            drawing.add("box", (0.034, 0.022, 0.05), at(x, 0.0, z), radius_m=0.006, name="foot", **wood)
        if brief.has("armrest"):
            drawing.add("box", (0.05, 0.022, 0.5 * deep), at(side * (width / 2 - 0.015), 0.52, -0.12), radius_m=0.008,
                        name="armrest", **wood)  # fmt: skip
    for name, (y, z), wide in (
        ("bar", (0.9, -0.49), width), ("bar", (0.44, 0.42), width - 0.08), ("stretcher", (0.035, 0.46), width),
        ("stretcher", (0.04, -0.345), width - 0.09),
    ):  # fmt: skip
        strut(drawing, name, at(-wide / 2 + 0.01, y, z), at(wide / 2 - 0.01, y, z), 0.028, wood)
    _sling(drawing, brief, width - 0.15, [(z * deep, y * tall) for z, y in _SLING])


def _sling(drawing: Drawing, brief: Brief, wide: float, line: list[tuple[float, float]]) -> None:
    """Draw the canvas in strips of two colours; of one where the text says one and no stripes."""
    cloth = brief.of("sling canvas cloth seat body", "canvas", is_main=True)
    said = cloth["color"] or "#2f6fb0"
    is_striped = brief.has("stripe", default=not cloth["color"])
    colors = brief.palette("stripe", "sling", "canvas")[:2] if is_striped else (said, said)
    colors = colors if len(colors) > 1 else (brief.of("stripe", cloth["material"])["color"] or said, "#f2efe6")
    step = wide / _STRIPES
    for number in range(_STRIPES if is_striped else 1):
        across = step if is_striped else wide
        x = (number + 0.5) * across - wide / 2
        finish = Finish(material=cloth["material"], color=colors[number % 2])
        banded(drawing, line, across, 0.006, finish, x=x, name="sling")
