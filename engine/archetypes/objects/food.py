"""Sweet and baked things one eats: cake, cupcake, donut, ice cream, cookie."""

from engine.archetypes.brief import Brief, Finish
from engine.archetypes.drawing import Drawing
from engine.archetypes.objects.choices import has, plain, toned, usual
from engine.archetypes.objects.laying import around, serve
from engine.archetypes.objects.shaping import blend, limb, sized, spin, strut
from engine.archetypes.register import archetype

_ICING = {"chocolate": "#4a2b1b", "strawberry": "#f2a0b4", "vanilla": "#f6ecd2", "lemon": "#f4de7a", "mint": "#a9dcc0"}

# Of scoops, from the lowest one on.
_FLAVOURS = {
    "chocolate": "#6b4226", "strawberry": "#f2a0b4", "vanilla": "#f6ecd2", "mint pistachio": "#a9dcc0",
    "lemon": "#f4de7a", "blueberry": "#7a6bb0", "mango": "#f5a93b",
}  # fmt: skip


def flavour(brief: Brief, parts: str, default: str) -> Finish:
    """Return icing in the colour of what it tastes of, unless the text says a colour."""
    color = next((tint for word, tint in _ICING.items() if has(brief, word)), default)
    return usual(brief, parts, "paint_white", color)


@archetype(
    "cake", "object", "food",
    "cake, birthday cake, wedding cake, layer cake, chocolate cake, torte, tart, gateau, gâteau, kuchen, torta, "
    "pastel, "
    "cheesecake, cream cake, tiered cake, party cake, strawberry cake, geburtstagstorte, sponge cake",
    hints="bake sweets, birthday party", about="A round cake with icing, cream and candles, cut in slices at a party.",
    parts="icing, frosting, cream, candle, tier, layer, cherry, stand, plate, berry, cake stand",
    features="candle, cherry, drip",
)  # fmt: skip
def cake(drawing: Drawing, brief: Brief) -> None:
    """Draw an iced cake of one to five tiers on its stand, with cream, cherries and candles."""
    icing = flavour(brief, "icing frosting cake", _style_icing(brief))
    is_wedding = has(brief, "wedding")
    tiers = brief.count("tier", brief.count("layer", 3 if is_wedding or has(brief, "tiered") else 1), least=1, most=5)
    y, radius = _stand(drawing, brief, 0.12 + 0.022 * (tiers - 1)), 0.1 + 0.022 * (tiers - 1)
    cream = toned(brief, "cream", "paint_white", "#fbf3e4", is_main=False, second=True)
    for number in range(tiers):
        tall = 0.085 if number == 0 else 0.075
        edge = 0.012
        profile = [(radius - 0.002, 0.0), (radius, 0.004), (radius, tall - edge), (radius - 0.004, tall - 0.004),
                   (radius - edge, tall), (0.0005, tall)]  # fmt: skip
        spin(drawing, "tier", profile, icing, at=(0, y - 0.0005, 0))
        drawing.add("pearls", (2 * radius + 0.018, 0.018, 2 * radius + 0.018), (0, y, 0), count=round(radius * 330),
                    name="cream", **cream)  # fmt: skip
        y += tall - 0.0005
        radius -= 0.032
    _drips(drawing, brief, radius + 0.032, y)
    _topping(drawing, brief, radius + 0.032, y, cream)
    sized(drawing, brief, (0.28, y + 0.08, 0.28))


def _style_icing(brief: Brief) -> str:
    return {
        "steampunk": "#6b4226", "rustic": "#ead9b5", "art deco": "#14343c", "industrial": "#8d8f92",
        "gothic": "#2b2233",
        "futuristic": "#bfe3f2", "minimalist": "#faf8f3", "victorian": "#f0d3d3", "baroque": "#f3e3b8",
        "bauhaus": "#f2c230", "japanese": "#a9bf7a", "cyberpunk": "#26222f", "modern": "#ecebe8",
        "mid century": "#f0b85a", "scandinavian": "#dfe7e4", "contemporary": "#e2b49a",
    }.get(brief.style_name, brief.choose("#f6d3d9", "#f7efe0", "#f4e2b8"))  # fmt: skip


def _stand(drawing: Drawing, brief: Brief, radius: float) -> float:
    """Draw a cake stand with a foot and return the height of its top."""
    china = toned(brief, "stand plate", {"steampunk": "brass_polished", "rustic": "oak", "art deco": "gold",
        "industrial": "steel_brushed", "futuristic": "acrylic_clear", "gothic": "pewter", "baroque": "gold",
        "cyberpunk": "gunmetal"}.get(brief.style_name, "porcelain"), is_main=False)  # fmt: skip
    china = Finish(material=china["material"], color=brief.part_colors.get("stand", brief.part_colors.get("plate", "")))
    r = radius
    profile = [(0.6 * r, 0.0), (0.6 * r, 0.004), (0.3 * r, 0.016), (0.13 * r, 0.03), (0.13 * r, 0.055), (0.3 * r,
        0.068),
               (0.96 * r, 0.072), (r, 0.078), (r, 0.081), (0.96 * r, 0.081), (0.0005, 0.08)]  # fmt: skip
    spin(drawing, "stand", profile, china)
    return 0.0795


def _drips(drawing: Drawing, brief: Brief, radius: float, y: float) -> None:
    """Draw glaze on the top that runs down the side here and there."""
    if not brief.has("drip", "glaze", default=brief.style_name in ("realistic", "contemporary", "rustic")):
        return
    glaze = plain("paint_white", "#4a2b1b" if not has(brief, "chocolate") else "#f6ecd2")
    bones = [
        limb((0, y - 0.001, 0), 0.004, (0, y - 0.0009, 0), 0.004, (radius / 0.004 * 0.985, 1.0, radius / 0.004 * 0.985))
    ]
    for x, z, turn in around(14, radius - 0.0015):
        long = 0.014 + 0.022 * abs(((turn * 7.3) % 1.0) - 0.2)
        bones.append(limb((x, y - 0.004, z), 0.0055, (x, y - long, z), 0.0068))
    blend(drawing, "glaze", bones, glaze, soft=0.006, fineness=1.5)


def _topping(drawing: Drawing, brief: Brief, radius: float, y: float, cream: Finish) -> None:
    """Draw cream, cherries and candles on the top."""
    wide = max(0.03, radius * 0.74)
    if not brief.excluded & {"cherry", "berry"}:
        count = max(5, round(radius * 85))
        drawing.add("pearls", (2 * wide + 0.022, 0.019, 2 * wide + 0.022), (0, y - 0.001, 0), count=count, ruffle=True,
                    name="cream", **cream)  # fmt: skip
        cherry = brief.of("cherry berry", "fruit")
        for x, z, _ in around(count, wide, first=1.5708):
            drawing.add("ball", (0.016, 0.015, 0.016), (x, y + 0.013, z), name="cherry", **cherry)
    count = brief.count("candle", 5 if brief.has("candle", "birthday") else 0, most=24)
    for number, (x, z, _) in enumerate(around(count, wide * 0.55) if count > 1 else [(0.0, 0.0, 0.0)] * count):
        tint = ("#4aa3df", "#e94f6f", "#f5d547")[number % 3]
        wax = brief.of("candle", "wax")
        strut(drawing, "candle", (x, y - 0.004, z), (x, y + 0.06, z), 0.007,
              wax if wax["color"] or "candle" in brief.part_materials else brief.finish("paint_white", tint),
                  edge=0.1)  # fmt: skip
        drawing.add("candle_flame", (0.008, 0.017, 0.008), (x, y + 0.0585, z), name="flame", material="emissive_warm")


@archetype(
    "cupcake", "object", "food", "cupcake, muffin, fairy cake, cup cake, blueberry muffin, magdalena",
    about="A small round cake in a paper cup with a swirl of cream.", parts="cup, cream, frosting, icing, cherry, case",
)  # fmt: skip
def cupcake(drawing: Drawing, brief: Brief) -> None:
    """Draw a cake in a pleated paper cup under a swirl of cream with a cherry."""
    cup = toned(brief, "cup case", "paper", "#d9b77c", is_main=False)
    drawing.add("grown", (0.066, 0.042, 0.066), profile=[0.7, 0.0, 0.72, 0.02, 0.86, 0.5, 0.99, 0.98, 0.96, 1.0],
                ribs=24, rib_depth=0.06, name="cup", **cup)  # fmt: skip
    drawing.add("dome", (0.07, 0.016, 0.07), (0, 0.0405, 0), name="cake",
                **brief.of("cake", "chocolate" if has(brief, "chocolate muffin") else "bread"))  # fmt: skip
    if not has(brief, "muffin"):
        icing = flavour(brief, "frosting icing cream", _style_icing(brief))
        y = 0.049
        for wide, tall in ((0.06, 0.017), (0.046, 0.016), (0.031, 0.015), (0.017, 0.013)):
            drawing.add("grown", (wide, tall, wide), (0, y, 0), profile=[0.5, 0.0, 0.95, 0.25, 1.0, 0.5, 0.6, 0.95,
                0.02, 1.0],
                        ribs=9, rib_depth=0.14, name="frosting", **icing)  # fmt: skip
            y += tall * 0.66
        drawing.add("ball", (0.017, 0.016, 0.017), (0, y + 0.001, 0), name="cherry", **brief.of("cherry", "fruit"))
    sized(drawing, brief, (0.07, 0.107, 0.07))


@archetype(
    "donut", "object", "food",
    "donut, doughnut, bagel, glazed donut, ring donut, berliner, krapfen, donut with sprinkle, chocolate donut, dona",
    about="A fried ring of dough with sugar glaze and sprinkles.", parts="glaze, icing, frosting, dough, sprinkle, "
        "plate",
    features="sprinkle",
)  # fmt: skip
def donut(drawing: Drawing, brief: Brief) -> None:
    """Draw glazed rings of dough with sprinkles on a plate, or a bagel."""
    count = brief.count("donut", brief.count("bagel", 1), least=1, most=6)
    y = serve(drawing, brief, 0.075 if count == 1 else 0.09 + 0.022 * count)
    dough = brief.of("dough", "bread")
    places = [(0.0, 0.0)] if count == 1 else [(x, z) for x, z, _ in around(count, 0.03 + 0.018 * count)]
    glaze = flavour(
        brief, "glaze icing frosting donut", _style_icing(brief) if brief.style_name != "realistic" else "#e88aa8"
    )
    for number, (x, z) in enumerate(places):
        drawing.add("rounded_ring", (0.098, 0.036, 0.098), (x, y - 0.0005, z), section=0.6, name="dough", **dough)
        if has(brief, "bagel"):
            continue
        drawing.add("rounded_ring", (0.0995, 0.0245, 0.0995), (x, y + 0.0135, z), section=0.56, name="glaze", **glaze)
        if brief.has("sprinkle", default=True):
            drawing.add("sprinkles", (0.096, 0.0246, 0.096), (x, y + 0.0132, z), form="ring", inner=0.46, count=42,
                        grain_m=0.0055, seed=number, name="sprinkles", material="plastic_white", color="")  # fmt: skip
    sized(drawing, brief, (0.15, 0.045, 0.15))


@archetype(
    "ice cream", "object", "food",
    "ice cream, ice cream cone, icecream, gelato, soft serve, sundae, waffle cone, sorbet, eis, eistüte, glace, "
    "helado, "
    "popsicle, ice lolly, ice pop, lollipop, eiscreme, ice cream scoop",
    about="Scoops of ice cream in a waffle cone, or frozen on a stick.",
    parts="cone, scoop, waffle, holder, stick, cherry, stand, cup",
    features="stick, cup, vanilla, strawberry, chocolate, mint, pistachio, lemon, blueberry, mango",
)  # fmt: skip
def ice_cream(drawing: Drawing, brief: Brief) -> None:
    """Draw scoops in a cone that stands in a ring holder, scoops in a glass, or an ice lolly that lies."""
    if has(brief, "popsicle lolly lollipop pop"):
        return _lolly(drawing, brief)
    scoops = brief.count("scoop", 2, least=1, most=4)
    flavours = [tint for words, tint in _FLAVOURS.items() if has(brief, words)]
    mixed = [brief.choose("#f2a0b4", "#a9dcc0"), "#f6ecd2", "#6b4226"]
    tints = flavours or list(brief.colors) or mixed
    y = _sundae(drawing, brief) if has(brief, "sundae cup glass bowl") else _cone(drawing, brief)
    for number in range(scoops):
        wide = 0.062 - 0.004 * number
        ice = brief.finish(brief.materials[0] if brief.materials else "paint_white", tints[number % len(tints)])
        drawing.add("grown", (wide + 0.006, 0.05, wide + 0.006), (0, y, 0), ribs=11, rib_depth=0.05, name="scoop",
            profile=[0.55, 0.0, 0.97, 0.06, 1.0, 0.14, 0.9, 0.22, 0.93, 0.45, 0.8, 0.75, 0.45, 0.95, 0.02, 1.0],
                **ice)  # fmt: skip
        y += 0.0415
    drawing.add("ball", (0.02, 0.019, 0.02), (0, y + 0.0055, 0), name="cherry", **brief.of("cherry", "fruit"))
    sized(drawing, brief, (0.1, y + 0.0245, 0.1))
    return None


def _cone(drawing: Drawing, brief: Brief) -> float:
    """Draw a waffle cone in its stand and return the height where the ice begins."""
    metal = brief.of("holder stand", {"rustic": "oak", "minimalist": "birch"}.get(brief.style_name, "metal"))
    drawing.add("post", (0.1, 0.008, 0.1), edge=0.3, name="stand", **metal)
    drawing.add("torus", (0.058, 0.006, 0.058), (0, 0.074, 0), name="holder", **metal)
    for x, z, _ in around(3, 0.026):
        strut(drawing, "holder_rod", (1.3 * x, 0.006, 1.3 * z), (x, 0.077, z), 0.005, metal)
    drawing.add("grown", (0.06, 0.115, 0.06), (0, 0.0075, 0), profile=[0.06, 0.0, 0.12, 0.02, 0.55, 0.5, 1.0, 0.99,
        0.99, 1.0],
                net=14, net_depth=-0.05, name="cone", **brief.of("cone waffle", "bread"))  # fmt: skip
    return 0.112


def _sundae(drawing: Drawing, brief: Brief) -> float:
    glass = brief.of("cup glass bowl", "glass_clear")
    drawing.add("vessel", (0.1, 0.1, 0.1), wall=0.05, name="cup", floor=0.5,
                profile=[0.55, 0.0, 0.5, 0.06, 0.14, 0.2, 0.13, 0.4, 0.5, 0.56, 0.86, 0.8, 1.0, 1.0],
                    **glass)  # fmt: skip
    return 0.064


def _lolly(drawing: Drawing, brief: Brief) -> None:
    """Draw a lolly that lies with its stick towards the front."""
    ice = usual(brief, "lolly ice body", "paint_white", brief.choose("#e8573f", "#f08fb0", "#7cc4e8"))
    wood = brief.of("stick", "birch")
    if has(brief, "lollipop"):
        drawing.add("disc", (0.05, 0.013, 0.05), (0, 0, -0.05), edge=0.45, name="lolly", **ice)
        strut(drawing, "stick", (0, 0.0065, -0.03), (0, 0.0065, 0.085), 0.006, plain("paint_white"))
        return sized(drawing, brief, (0.05, 0.013, 0.16))
    drawing.add("plate", (0.052, 0.024, 0.09), (0, 0, -0.045), corner_m=0.02, name="lolly", **ice)
    for x in (-0.011, 0.011):
        drawing.add("box", (0.007, 0.003, 0.06), (x, 0.0225, -0.045), radius_m=0.0014, name="groove", **ice)
    drawing.add("plate", (0.011, 0.004, 0.075), (0, 0.01, 0.03), corner_m=0.005, name="stick", **wood)
    return sized(drawing, brief, (0.052, 0.024, 0.155))


@archetype(
    "cookie", "object", "food",
    "cookie, biscuit, chocolate chip cookie, gingerbread, gingerbread man, keks, galleta, macaron, pretzel, cracker",
    about="A small flat baked sweet, like a biscuit with chocolate chips.", parts="chip, icing, plate, button",
)  # fmt: skip
def cookie(drawing: Drawing, brief: Brief) -> None:
    """Draw cookies with chips on a plate, macarons, or a gingerbread man that lies on it."""
    count = brief.count("cookie", brief.count("biscuit", brief.count("macaron", 3)), least=1, most=7)
    y = serve(drawing, brief, 0.07 if has(brief, "macaron") else 0.115)
    if has(brief, "gingerbread"):
        return _gingerbread(drawing, brief, y)
    spots = (
        [(0.0, 0.0)]
        if count == 1
        else [(x, z) for x, z, _ in around(count, (0.03 + 0.006 * count) * (0.6 if has(brief, "macaron") else 1.0))]
    )
    for number, (x, z) in enumerate(spots):
        (_macaron if has(brief, "macaron") else _biscuit)(drawing, brief, (x, y - 0.0005, z), number)
    sized(drawing, brief, (0.2, 0.05, 0.2))
    return None


def _biscuit(drawing: Drawing, brief: Brief, at: tuple[float, float, float], number: int) -> None:
    dough = brief.of("cookie dough", "bread", is_main=True)
    x, y, z = at
    drawing.add("grown", (0.072, 0.014, 0.072), at, profile=[0.86, 0.0, 0.98, 0.15, 1.0, 0.5, 0.8, 0.9, 0.5, 1.0,
        0.02, 1.0],
                ribs=7, rib_depth=0.025, name="cookie", turn=(0.0, 40.0 * number, 0.0), **dough)  # fmt: skip
    drawing.add("sprinkles", (0.052, 0.0136, 0.052), (x, y, z), form="disc", count=9, grain_m=0.0095, is_long=False,
                seed=number, colors=["#3a2115", "#4a2b1b", "#2f1a10"], name="chip", material="plastic_white",
                    color="")  # fmt: skip


def _macaron(drawing: Drawing, brief: Brief, at: tuple[float, float, float], number: int) -> None:
    x, y, z = at
    tint = (
        brief.colors[number % len(brief.colors)]
        if brief.colors
        else ("#e88aa8", "#a9cf8a", "#f2cf7a", "#8fb4dc")[number % 4]
    )
    shell = brief.finish("paint_white", tint)
    for low, turn in ((y, 180.0), (y + 0.014, 0.0)):
        drawing.add("grown", (0.036, 0.011, 0.036), (x, low, z), profile=[0.97, 0.0, 1.0, 0.12, 0.96, 0.3, 0.8,
            0.75, 0.4, 0.98, 0.02, 1.0],
                    turn=(turn, 0.0, 0.0), name="macaron", **shell)  # fmt: skip
    drawing.add(
        "disc", (0.0335, 0.0045, 0.0335), (x, y + 0.0104, z), name="cream", **brief.of("cream", "ceramic_white")
    )


def _gingerbread(drawing: Drawing, brief: Brief, y: float) -> None:
    dough = brief.of("gingerbread dough cookie", "bread", is_main=True)
    at = y + 0.0045
    bones = [limb((0, at, -0.048), 0.02, (0, at, -0.046), 0.02), limb((0, at, -0.015), 0.018, (0, at, 0.015), 0.02)]
    for side in (-1.0, 1.0):
        bones.append(limb((0.012 * side, at, -0.012), 0.012, (0.048 * side, at, -0.02), 0.011))
        bones.append(limb((0.01 * side, at, 0.02), 0.013, (0.027 * side, at, 0.06), 0.013))
    flat = [(a, ra, b, rb, (1.0, 0.35, 1.0)) for a, ra, b, rb, _ in bones]
    blend(drawing, "gingerbread", flat, dough, soft=0.006, sole=0.15, fineness=1.4)
    icing = toned(brief, "icing button", "paint_white", "#fbf3e4", is_main=False)
    for x, z in ((-0.007, -0.052), (0.007, -0.052), (0.0, -0.02), (0.0, -0.006), (0.0, 0.008)):
        drawing.add("ball", (0.006, 0.005, 0.006), (x, at + 0.0045, z), name="button", **icing)
    drawing.add("pipe", (0.018, 0.0024, 0.006), (0, at + 0.0058, -0.04), path=[-1, 0, -1, -0.5, 0, 0.6, 0.5, 0, 0.6,
        1, 0, -1],
                thickness_m=0.0024, name="icing", **icing)  # fmt: skip
    sized(drawing, brief, (0.2, 0.05, 0.2))
