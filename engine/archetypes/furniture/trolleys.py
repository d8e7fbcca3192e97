"""A bar cart: shelves on wheels; the front is +z."""

from engine.archetypes.brief import Brief
from engine.archetypes.drawing import Drawing
from engine.archetypes.objects.shaping import strut
from engine.archetypes.register import archetype


@archetype(
    "bar cart", "furniture", "storage", "bar cart, drinks trolley, cocktail bar cart,"
    " drink trolley, bar trolley, serving cart, tea cart, "
    "tea trolley, serving trolley, drinks cart, kitchen trolley, cocktail cart, servierwagen, barwagen, "
    "desserte roulante, carrito de bar, beverage cart",
    hints="serve drinks, cocktails",
    about="A bar cart is a light frame on wheels with shelves for bottles and glasses.",
    parts="shelf, wheel, frame, handle, rail, leg, bottle", features="",
)  # fmt: skip
def bar_cart(drawing: Drawing, brief: Brief) -> None:
    """Draw four posts with shelves, rails around them, a handle, and wheels: four small, or two large ones and feet."""
    width, height, depth = brief.box(0.78, 0.84, 0.42)
    metal = brief.of(
        "frame body leg handle rail cart",
        "metal" if brief.style_name != "realistic" else "brass_polished",
        is_main=True,
    )
    shelves = brief.count("shelf", 2, least=1, most=5)
    wheels = 2 if brief.count("wheel", 4, least=2, most=4) < 4 else 4
    plate = brief.of("shelf", "glass_tinted", is_accent=True)
    thin, low, top = 0.022, 0.075, height - 0.07
    x, z = width / 2 - 0.035, depth / 2 - 0.03
    for sx in (-1, 1):
        for sz in (-1, 1):
            drawing.add("rod", (thin, top - low + 0.02, thin), (sx * x, low, sz * z), name="post", **metal)
    for number in range(shelves):
        y = low + 0.06 + (top - low - 0.09) * (number / max(shelves - 1, 1) if shelves > 1 else 1.0)
        drawing.add("plate", (2 * x + 0.01, 0.01, 2 * z + 0.01), (0, y, 0), corner_m=0.01, name="shelf", **plate)
        for sz in (-1, 1):
            for rise in (0.005, 0.055):
                strut(drawing, "rail", (-x, y + rise, sz * z), (x, y + rise, sz * z), thin * 0.6, metal)
        for sx in (-1, 1):
            for rise in (0.005, 0.055):
                strut(drawing, "rail", (sx * x, y + rise, -z), (sx * x, y + rise, z), thin * 0.6, metal)
    strut(drawing, "handle", (x + 0.03, height - 0.014, -z), (x + 0.03, height - 0.014, z), thin, metal)
    for sz in (-1, 1):
        strut(drawing, "handle_arm", (x, top - 0.01, sz * z), (x + 0.03, height - 0.012, sz * z), thin * 0.9, metal)
    _wheels(drawing, brief, x, z, wheels)


def _wheels(drawing: Drawing, brief: Brief, x: float, z: float, count: int) -> None:
    """Draw castors under the posts, or two large wheels at one end and feet at the other."""
    rubber, hub = brief.of("wheel tyre", "rubber_black"), brief.of("hub", "steel_polished")
    for sx in (-1, 1):
        for sz in (-1, 1):
            if count == 2 and sx < 0:
                drawing.add("rod", (0.026, 0.08, 0.026), (-x, 0, sz * z), name="foot", **rubber)
                continue
            across = 0.07 if count == 4 else 0.14
            strut(
                drawing,
                "wheel",
                (sx * x, across / 2, sz * z - 0.012),
                (sx * x, across / 2, sz * z + 0.012),
                across,
                rubber,
                edge=0.2,
            )
            strut(
                drawing,
                "hub",
                (sx * x, across / 2, sz * z - 0.016),
                (sx * x, across / 2, sz * z + 0.016),
                across * 0.35,
                hub,
            )
            drawing.add("rod", (0.018, 0.06, 0.018), (sx * x, 0.03, sz * z), name="fork", **hub)
