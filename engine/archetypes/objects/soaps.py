"""Bars of soap in their dish, with some bubbles."""

from engine.archetypes.brief import Brief, Finish
from engine.archetypes.drawing import Drawing
from engine.archetypes.objects.choices import has, plain, tableware, usual
from engine.archetypes.objects.shaping import sized, strut
from engine.archetypes.register import archetype

_BUBBLES = ((-0.03, 0.016, 0.011), (-0.018, 0.021, 0.016), (-0.035, 0.002, 0.014), (0.032, -0.018, 0.012),
            (0.022, -0.02, 0.017), (-0.026, 0.008, 0.009))  # fmt: skip


@archetype(
    "soap", "object", "sanitary",
    "soap, bar of soap, soap bar, bar soap, cake of soap, piece of soap, hand soap, soap dish, soap on a dish, "
    "handmade soap, bath soap, seife, seifenstück, savon, jabón, barre de savon, pastilla de jabón",
    hints="wash hands, lather",
    about="A bar of soap: a rounded block with a pressed oval, on a ribbed dish with a few bubbles.",
    parts="bar, dish, bubble, foam, ribbon, body", features="dish, bubble, bubbles=bubble, foam=bubble, ribbon",
)  # fmt: skip
def soap(drawing: Drawing, brief: Brief) -> None:
    """Draw rounded bars one on the other, each with its pressed oval, on a ribbed dish, with bubbles on the last."""
    body = usual(brief, "bar soap body", "wax", brief.choose("#f3e3c8", "#bcd9bd", "#f0c0c8", "#cfc6ea"))
    low = _dish(drawing, brief) if brief.has("dish", default=True) else 0.0
    count = brief.count("bar", 1, least=1, most=4)
    is_round = has(brief, "round circular oval")
    for number in range(count):
        _bar(drawing, body, low + 0.0285 * number, 16.0 * (number % 2), is_round=is_round)
    top = low + 0.0285 * (count - 1) + 0.03
    if brief.has("ribbon"):
        _ribbon(drawing, brief, low, top)
    elif brief.has("bubble", default=low > 0):
        for x, z, across in _BUBBLES:
            drawing.add("ball", (across, across, across), (x, top - across * 0.3, z), name="bubble",
                        **plain("glass_clear"))  # fmt: skip
    sized(drawing, brief, (0.15, top + 0.01, 0.105))


def _bar(drawing: Drawing, body: Finish, y: float, turn: float, *, is_round: bool) -> None:
    """Draw one bar with the oval that its mould pressed."""
    size = (0.072, 0.03, 0.072) if is_round else (0.09, 0.03, 0.058)
    if is_round:
        drawing.add("post", size, (0, y, 0), edge=0.45, name="bar", **body)
    else:
        drawing.add("box", size, (0, y, 0), radius_m=0.0115, turn=(0, turn, 0), name="bar", **body)
    rim = (size[0] * 0.66, 0.004, size[2] * 0.6)
    drawing.add("torus", rim, (0, y + 0.0282, 0), turn=(0, turn, 0), name="stamp", **body)


def _dish(drawing: Drawing, brief: Brief) -> float:
    """Draw an oval dish with ribs, and return the height at which soap lies in it."""
    ware = tableware(brief, "dish")
    ware = brief.of("dish", ware["material"], is_accent=True) if brief.style_name == "realistic" else ware
    drawing.add("vessel", (0.15, 0.026, 0.105), profile=[0.62, 0.0, 0.7, 0.12, 0.94, 0.8, 1.0, 1.0], wall=0.05,
                name="dish", **ware)  # fmt: skip
    for number in range(4):
        x = (number - 1.5) * 0.02
        strut(drawing, "rib", (x, 0.0085, -0.028), (x, 0.0085, 0.028), 0.01, ware)
    return 0.0125


def _ribbon(drawing: Drawing, brief: Brief, low: float, top: float) -> None:
    """Draw a ribbon about the bars and its bow."""
    cloth = usual(brief, "ribbon bow", "silk", "#a83c4b", is_main=False)
    drawing.add("box", (0.012, top - low + 0.004, 0.0625), (0, low - 0.002, 0), radius_m=0.001, name="ribbon", **cloth)
    for side in (-1, 1):
        drawing.add("torus", (0.026, 0.008, 0.016), (side * 0.013, top + 0.001, 0), turn=(0, 0, side * 14), name="bow",
                    **cloth)  # fmt: skip
