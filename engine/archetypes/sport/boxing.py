"""The boxing ring."""

from engine.archetypes.brief import Brief
from engine.archetypes.drawing import Drawing
from engine.archetypes.objects.choices import tone, usual
from engine.archetypes.objects.placing import bent
from engine.archetypes.objects.shaping import sized, strut
from engine.archetypes.register import archetype

_CORNERS = ((1.0, 1.0), (1.0, -1.0), (-1.0, -1.0), (-1.0, 1.0))
_DECK, _POST, _ROPE = 1.0, 2.98, 2.74


@archetype(
    "boxing ring", "object", "sport",
    "boxing ring, box ring, wrestling ring, fighting ring, fight ring, kickboxing ring, boxing arena, squared circle, "
    "boxer ring, boxring, ring de boxe, ring de boxeo, cuadrilátero, ring da boxe",
    hints="boxing match, boxer, fight, bout, wrestler",
    about="A boxing ring: a raised square platform with four posts, ropes around it and padded corners, for bouts.",
    parts="rope, post, pad, canvas, platform, skirt, corner, step, floor, mat, turnbuckle",
    features="step, stairs=step",
)  # fmt: skip
def boxing_ring(drawing: Drawing, brief: Brief) -> None:
    """Draw a platform with a skirt, canvas, four posts with pads, ropes held by turnbuckles, and steps."""
    red = usual(brief, "pad corner accent", "leather_white", tone(brief, "#b3201f"), is_main=False)
    blue = usual(brief, "pad corner", "leather_white", tone(brief, "#1f4fa3", second=True), is_main=False)
    white = brief.of("pad corner", "leather_white")
    skirt = usual(brief, "skirt platform body", "canvas", tone(brief, "#23324f"))
    drawing.add("box", (6.5, _DECK - 0.04, 6.5), radius_m=0.02, name="platform", **skirt)
    drawing.add("box", (6.7, 0.12, 6.7), (0, _DECK - 0.12, 0), radius_m=0.03, name="apron", **white)
    drawing.add(
        "box",
        (6.1, 0.03, 6.1),
        (0, _DECK - 0.01, 0),
        radius_m=0.012,
        name="canvas",
        **usual(brief, "canvas floor mat", "canvas", "#d9d4c7", is_main=False),
    )
    drawing.add("disc", (1.8, 0.008, 1.8), (0, _DECK + 0.017, 0), name="emblem", **red)
    drawing.add("hoop", (2.3, 0.008, 2.3), (0, _DECK + 0.017, 0), inner=0.92, name="emblem", **blue)
    steel = brief.of("post", "metal")
    ropes = brief.count("rope", 4, least=2, most=5)
    heights = [_DECK + 0.42 + 0.9 * number / (ropes - 1) for number in range(ropes)]
    for number, (x, z) in enumerate(_CORNERS):
        pad = (red, white, blue, white)[number]
        drawing.add("rod", (0.11, 1.55, 0.11), (x * _POST, _DECK - 0.02, z * _POST), name="post", **steel)
        drawing.add("ball", (0.13, 0.08, 0.13), (x * _POST, _DECK + 1.49, z * _POST), name="cap", **steel)
        for y in heights:
            strut(
                drawing,
                "turnbuckle",
                (x * _POST, y, z * _POST),
                (x * (_ROPE - 0.1), y, z * (_ROPE - 0.1)),
                0.035,
                steel,
            )
        turn = 45.0 if x * z > 0 else -45.0
        drawing.add(
            "box",
            (0.3, 1.14, 0.13),
            (x * (_ROPE - 0.1), _DECK + 0.3, z * (_ROPE - 0.1)),
            turn=(0, turn, 0),
            radius_m=0.055,
            name="pad",
            **pad,
        )
    _ropes(drawing, brief, heights)
    if brief.has("step", default=True):
        wood = brief.of("step stairs", "iron_black" if brief.style_name in ("industrial", "realistic") else "wood")
        for x, turn in ((2.3, 0.0), (-2.3, 180.0)):
            z = 3.62 if turn == 0.0 else -3.62
            drawing.add("steps", (0.9, _DECK - 0.12, 0.8), (x, 0, z), turn=(0, turn, 0), name="step", **wood)
    sized(drawing, brief, (6.7, 2.57, 6.7))


def _ropes(drawing: Drawing, brief: Brief, heights: list[float]) -> None:
    """Draw the ropes at their heights, and straps that keep them apart."""
    for number, y in enumerate(heights):
        _rope(drawing, brief, y, number)
    for side in (-1.0, 1.0):
        for at in (-0.9, 0.9):
            for place in ((at, side * _ROPE), (side * _ROPE, at)):
                drawing.add(
                    "box",
                    (0.05, heights[-1] - heights[0] + 0.05, 0.05),
                    (place[0], heights[0] - 0.025, place[1]),
                    radius_m=0.01,
                    name="spacer",
                    **brief.of("spacer strap", "canvas"),
                )


def _rope(drawing: Drawing, brief: Brief, y: float, number: int) -> None:
    """Draw one rope around, its corners cut."""
    near, path = _ROPE - 0.22, []
    for x, z in _CORNERS:
        first, second = (x * near, y, z * _ROPE), (x * _ROPE, y, z * near)
        path += [first, second] if x * z > 0 else [second, first]
    tint = (tone(brief, "#b3201f"), "#f1f0ec", tone(brief, "#1f4fa3", second=True))[number % 3]
    bent(
        drawing,
        path,
        0.06,
        usual(brief, "rope", "leather_white", tint, is_main=False),
        name="rope",
        is_closed=True,
        is_straight=True,
    )
