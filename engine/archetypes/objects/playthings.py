"""Wooden and tin toys: train, car, blocks, spinning top, rocking horse; the front is +z."""

from math import cos, pi, sin

from engine.archetypes.brief import Brief, Finish
from engine.archetypes.drawing import Drawing
from engine.archetypes.objects.choices import kin, tone
from engine.archetypes.objects.shaping import blend, chain, cut, limb, lump, pose, sized, spin, strut, twins
from engine.archetypes.ornament import dress
from engine.archetypes.register import archetype

_PAINTS = ("#c8321f", "#1f5fb0", "#e0a21a", "#2f8a4f", "#7a4aa0", "#e07a2c")


def paint(brief: Brief, number: int) -> Finish:
    """Return one of the colours of toys, or the style's own material where a style paints nothing."""
    plain = {"steampunk": ("copper", "brass_polished", "bronze_aged"), "rustic": ("pine", "oak", "walnut"),
             "minimalist": ("pine", "paint_white", "pine"), "art deco": ("paint_black", "gold", "walnut"),
             "futuristic": ("plastic_white", "chrome", "screen_emissive"),
             "industrial": ("iron_black", "steel_brushed", "iron_black")}  # fmt: skip
    if brief.style_name in plain:
        return brief.finish(plain[brief.style_name][number % 3], "")
    paints = _PAINTS if brief.style_name == "realistic" else (tone(brief), tone(brief, second=True), "#efe8da")
    return brief.finish("paint_white", paints[number % len(paints)])


def _wheels(
    drawing: Drawing, xs: float, zs: tuple[float, ...], across: float, thick: float, finish: Finish, hub: Finish
) -> None:
    """Draw disc wheels with hub caps on both sides, and their axles."""
    for z in zs:
        strut(drawing, "axle", (-xs, across / 2, z), (xs, across / 2, z), across * 0.16, hub)
        for side in (-1, 1):
            start, end = (side * (xs - thick / 2), across / 2, z), (side * (xs + thick / 2), across / 2, z)
            strut(drawing, "wheel", start, end, across, finish, edge=0.12)
            cap = (side * (xs + thick * 0.72), across / 2, z)
            strut(drawing, "hub", end, cap, across * 0.42, hub, edge=0.2)


@archetype(
    "toy train", "object", "toy",
    "toy train, wooden train, toy locomotive, model train, train set, spielzeugeisenbahn, holzeisenbahn, petit train, "
    "train toy, brio train, toy railway, toy railroad, toy engine, model railway, model locomotive, "
    "clockwork train",
    about="A toy locomotive with wagons for children to push along.",
    parts="engine, wagon, wheel, chimney, cab, roof, boiler, funnel",
)  # fmt: skip
def toy_train(drawing: Drawing, brief: Brief) -> None:
    """Draw a locomotive with boiler, chimney, dome and cab, and wagons with a load each."""
    main = brief.of("engine body boiler train", "paint_white", is_main=True)
    main = main if main["color"] or brief.materials else paint(brief, 0)
    trim = (
        paint(brief, 2)
        if not (brief.colors[1:] or brief.materials[1:])
        else brief.of("accent", "accent", is_accent=True)
    )
    black, wood = brief.of("wheel", "paint_black"), brief.of("chassis frame", "wood")
    drawing.add("box", (0.062, 0.016, 0.19), (0, 0.022, 0), radius_m=0.004, name="chassis", **wood)
    strut(drawing, "boiler", (0, 0.066, -0.012), (0, 0.066, 0.088), 0.058, main, edge=0.12)
    for z in (0.012, 0.06):
        strut(drawing, "band", (0, 0.066, z - 0.003), (0, 0.066, z + 0.003), 0.06, trim)
    strut(drawing, "front", (0, 0.066, 0.086), (0, 0.066, 0.093), 0.044, black, edge=0.25)
    strut(drawing, "lamp", (0, 0.071, 0.09), (0, 0.071, 0.1), 0.016, brief.finish("emissive_warm", ""), edge=0.25)
    spin(
        drawing,
        "chimney",
        [(0.0115, 0.088), (0.0105, 0.112), (0.0185, 0.132), (0.0195, 0.138), (0.0145, 0.14)],
        black,
        at=(0, 0, 0.062),
    )
    spin(
        drawing,
        "dome",
        [(0.013, 0.09), (0.0135, 0.1), (0.009, 0.108), (0.0035, 0.112)],
        trim,
        at=(0, 0, 0.024),
        is_flowing=True,
    )
    cab = drawing.add(
        "frame", (0.064, 0.086, 0.066), (0, 0.036, -0.048), border_m=0.011, name="cab", turn=(0, 90, 0), **main
    )
    drawing.add("box", (0.064, 0.042, 0.06), (0, 0.036, -0.048), radius_m=0.003, name="cab_body", **main)
    drawing.add("box", (0.078, 0.012, 0.088), (0, 0.118, -0.048), radius_m=0.0055, name="roof", **trim)
    fender = [(-0.028, 0.008), (0.028, 0.008), (0.024, 0.036), (-0.024, 0.036)]
    cut(drawing, "cowcatcher", fender, 0.014, black, at=(0, 0, 0.1), bevel_m=0.004)
    _wheels(drawing, 0.036, (-0.055, 0.0, 0.052), 0.044, 0.011, black, trim)
    dress(drawing, brief, cab, "front")
    colors = brief.palette("wagon", "carriage")
    for number in range(brief.count("wagon", brief.count("carriage", 2), least=0, most=6)):
        z = -0.205 - 0.178 * number
        strut(drawing, "coupling", (0, 0.03, z + 0.112), (0, 0.03, z + 0.066), 0.007, black)
        tub = paint(brief, number + 1)
        tub["color"] = colors[number % len(colors)] if colors else tub["color"]
        _wagon(drawing, brief, z, tub, wood, black, trim, number)
    sized(drawing, brief, (0.09, 0.14, 0.55))


def _wagon(
    drawing: Drawing, brief: Brief, z: float, tub: Finish, wood: Finish, black: Finish, trim: Finish, number: int
) -> None:
    """Draw an open wagon with balls or logs in it."""
    drawing.add("box", (0.062, 0.014, 0.14), (0, 0.022, z), radius_m=0.004, name="wagon_floor", **wood)
    for x in (-0.0285, 0.0285):
        drawing.add("box", (0.008, 0.036, 0.13), (x, 0.033, z), radius_m=0.003, name="wagon_side", **tub)
    for end in (-0.061, 0.061):
        drawing.add("box", (0.064, 0.036, 0.008), (0, 0.033, z + end), radius_m=0.003, name="wagon_end", **tub)
    if number % 2:
        for x, y in ((-0.0125, 0.0345), (0.0125, 0.0345), (0.0, 0.055)):
            strut(
                drawing,
                "log",
                (x, y + 0.0125, z - 0.052),
                (x, y + 0.0125, z + 0.052),
                0.0255,
                brief.finish("walnut", ""),
            )
    else:
        for step, dz in enumerate((-0.036, 0.0, 0.036)):
            drawing.add("ball", (0.04, 0.04, 0.04), (0, 0.034, z + dz), name="load", **paint(brief, step + 2))
    _wheels(drawing, 0.036, (z - 0.042, z + 0.042), 0.036, 0.01, black, trim)


@archetype(
    "toy car", "object", "toy",
    "toy car, wooden car, toy truck, model car, spielzeugauto, petite voiture, coche de juguete, pull along car, "
    "die cast car, "
    "car toy, toy jeep, matchbox car, race car toy, toy racer, hot wheels, pull back car, push along car, "
    "toy lorry, toy van, toy vehicle",
    about="A small car for children to play with.", parts="body, wheel, window, bumper, hub, light",
)  # fmt: skip
def toy_car(drawing: Drawing, brief: Brief) -> None:
    """Draw a rounded wooden or painted car with inset windows, bumpers, lamps and chunky wheels."""
    body = brief.of("body car", "paint_white", is_main=True)
    body = body if body["color"] or brief.materials else paint(brief, int(brief.random.integers(4)))
    trim = brief.of(
        "bumper hub accent", "chrome" if kin(brief) in ("realistic", "modern") else "accent", is_accent=True
    )
    if brief.has("truck", "lorry"):
        side = [(-0.1, 0.022), (0.1, 0.022), (0.104, 0.05), (0.098, 0.062), (0.066, 0.068), (0.05, 0.108),
                (0.036, 0.116),
                (0.004, 0.116), (0.0, 0.108), (0.0, 0.05), (-0.1, 0.05)]  # fmt: skip
        panes = [[(0.012, 0.072), (0.05, 0.072), (0.04, 0.104), (0.012, 0.104)]]
    else:
        side = [(-0.1, 0.022), (0.1, 0.022), (0.106, 0.036), (0.102, 0.056), (0.084, 0.063), (0.048, 0.067),
                (0.02, 0.1),
                (0.004, 0.106), (-0.044, 0.106), (-0.058, 0.1), (-0.08, 0.07), (-0.1, 0.06),
                (-0.106, 0.045)]  # fmt: skip
        panes = [
            [(-0.016, 0.068), (0.034, 0.068), (0.012, 0.095), (-0.016, 0.095)],
            [(-0.07, 0.068), (-0.024, 0.068), (-0.024, 0.095), (-0.052, 0.095)],
        ]
    cut(drawing, "body", side, 0.088, body, is_side=True, bevel_m=0.012)
    for pane in panes:
        cut(drawing, "window", pane, 0.09, brief.of("window glass", "glass_tinted"), is_side=True, bevel_m=0.002)
    glass = brief.of("window glass", "glass_tinted")
    z, y, lean = (0.058, 0.088, -21.8) if brief.has("truck", "lorry") else (0.034, 0.0835, -40.3)
    drawing.add(
        "box", (0.066, 0.028, 0.004), (0, y - 0.014, z), turn=(lean, 0, 0), radius_m=0.0015, name="windscreen", **glass
    )
    for z in (0.102, -0.102):
        strut(drawing, "bumper", (-0.042, 0.03, z), (0.042, 0.03, z), 0.012, trim, edge=0.4)
    for x in (-0.028, 0.028):
        strut(
            drawing,
            "headlight",
            (x, 0.05, 0.094),
            (x, 0.05, 0.107),
            0.017,
            brief.finish("emissive_warm", ""),
            edge=0.25,
        )
        strut(
            drawing,
            "tail_light",
            (x, 0.052, -0.097),
            (x, 0.052, -0.107),
            0.012,
            brief.finish("paint_red", ""),
            edge=0.25,
        )
    if brief.has("truck", "lorry"):
        for x, z, wide, deep in ((-0.04, -0.05, 0.008, 0.1), (0.04, -0.05, 0.008, 0.1), (0.0, -0.096, 0.088, 0.008)):
            drawing.add("box", (wide, 0.04, deep), (x, 0.048, z), radius_m=0.003, name="bed", **trim)
    rubber = brief.of("wheel tyre", "rubber_black" if brief.style_name not in ("rustic", "minimalist") else "oak")
    _wheels(drawing, 0.043, (-0.062, 0.062), 0.048, 0.02, rubber, trim)
    sized(drawing, brief, (0.12, 0.106, 0.216))


@archetype(
    "building blocks", "object", "toy",
    "building block, toy block, wooden block, toy brick, stacking block, bauklotz, bauklötze, blocks, lego, "
    "alphabet block, abc block, play brick, wooden brick, construction toy, duplo",
    hints="stacking", about="Wooden blocks of simple shapes for children to build with.",
    parts="block, cube, arch, roof, column",
)  # fmt: skip
def building_blocks(drawing: Drawing, brief: Brief) -> None:
    """Draw a small castle of blocks: columns, an arch, a lintel, cubes and pointed roofs, some left lying."""
    first = brief.of("block body", "paint_white", is_main=True)
    chosen = [first] if first["color"] or brief.materials else []
    start = int(brief.random.integers(6))

    def tint(number: int) -> Finish:
        return chosen[0] if chosen and number % 2 == 0 else paint(brief, start + number)

    s = 0.04
    for x in (-1.5 * s, 1.5 * s):
        drawing.add("box", (s, s, s), (x, 0, 0), radius_m=0.0025, name="cube", **tint(0 if x < 0 else 1))
        drawing.add("rod", (s * 0.9, s * 1.5, s * 0.9), (x, s, 0), name="column", edge=0.05, **tint(2 if x < 0 else 3))
        cut(
            drawing,
            "roof",
            [(-s * 0.56, 0), (s * 0.56, 0), (0, s * 0.9)],
            s,
            tint(4),
            at=(x, s * 3.0, 0),
            bevel_m=0.0025,
        )
    arch = [(-s, 0), (-s * 0.62, 0), *_arc(s * 0.62), (s * 0.62, 0), (s, 0), (s, s), (-s, s)]
    cut(drawing, "arch", arch, s, tint(5), bevel_m=0.0025)
    drawing.add("box", (s * 4.0, s * 0.5, s), (0, s * 2.5, 0), radius_m=0.0025, name="lintel", **tint(1))
    drawing.add("box", (s, s, s), (0, s * 3.0, 0), radius_m=0.0025, name="cube", **tint(0))
    spin(
        drawing,
        "cone",
        [(s * 0.5, 0.0), (s * 0.47, s * 0.06), (s * 0.04, s * 0.95), (s * 0.01, s)],
        tint(2),
        at=(0, s * 4.0, 0),
    )
    drawing.add("box", (s * 2.0, s, s), (0, s, 0), radius_m=0.0025, name="brick", **tint(3))
    drawing.add("box", (s, s, s), (s * 1.2, 0, s * 2.0), turn=(0, 28, 0), radius_m=0.0025, name="cube", **tint(2))
    strut(drawing, "column", (-s * 2.2, s * 0.45, s * 1.5), (-s * 0.9, s * 0.45, s * 2.3), s * 0.9, tint(4), edge=0.05)
    drawing.add(
        "box", (s, s * 0.5, s), (-s * 2.9, 0, s * 0.4), turn=(0, -20, 0), radius_m=0.0025, name="slab", **tint(5)
    )
    sized(drawing, brief, (s * 6.5, s * 5.0, s * 3.6))


def _arc(radius: float) -> list[tuple[float, float]]:
    """Return a half circle from left to right."""
    return [(-radius * cos(pi * step / 12), radius * sin(pi * step / 12)) for step in range(1, 12)]


@archetype(
    "spinning top", "object", "toy",
    "spinning top, toy top, humming top, kreisel, brummkreisel, toupie, peonza, trompo, dreidel, gyroscope, "
    "whirligig, peg top, tippe top, spin top, whip top",
    hints="spinning", about="A toy that is spun and balances on its point.", parts="body, stem, tip, band, stand, knob",
)  # fmt: skip
def spinning_top(drawing: Drawing, brief: Brief) -> None:
    """Draw a turned top with coloured bands, tilted in a small dish as if it still spun."""
    top = Drawing(brief)
    body = brief.of("body top", "paint_white", is_main=True)
    body = body if body["color"] or brief.materials else paint(brief, int(brief.random.integers(4)))
    pale, metal = paint(brief, 2), brief.of("stem knob tip", "accent", is_accent=True)
    spin(top, "tip", [(0.0008, 0.0), (0.0022, 0.004), (0.0045, 0.01), (0.0045, 0.014)], metal)
    lower = [(0.005, 0.011), (0.012, 0.016), (0.026, 0.026), (0.0355, 0.038)]
    upper = [(0.0355, 0.046), (0.03, 0.055), (0.018, 0.061), (0.009, 0.066), (0.0055, 0.074)]
    spin(top, "lower", lower, body, is_flowing=True)
    spin(top, "band", [(0.0352, 0.0375), (0.0375, 0.0395), (0.0375, 0.0445), (0.0352, 0.0465)], pale)
    spin(top, "upper", upper, body, is_flowing=True)
    for y, radius in ((0.0525, 0.0335), (0.0585, 0.0245)):
        top.add("hoop", (2 * radius, 0.0024, 2 * radius), (0, y - 0.0012, 0), inner=0.75, name="stripe", **pale)
    spin(
        top,
        "stem",
        [(0.0042, 0.07), (0.0034, 0.088), (0.0034, 0.102), (0.0055, 0.106), (0.0055, 0.111), (0.003, 0.114)],
        metal,
    )
    pose(drawing, top, (-0.012, 0.0092, 0.0), (6.0, 0.0, -8.0))
    dish = [(0.044, 0.0), (0.047, 0.002), (0.055, 0.009), (0.055, 0.0115), (0.051, 0.0115), (0.042, 0.0095)]
    spin(drawing, "stand", dish, brief.of("stand base", "wood"))
    sized(drawing, brief, (0.11, 0.122, 0.11))


@archetype(
    "rocking horse", "object", "toy",
    "rocking horse, rocking toy, schaukelpferd, cheval à bascule, caballito balancín, hobby horse, ride on horse, "
    "wooden horse, nursery horse, rocking pony, toy horse",
    hints="rocking child", about="A toy horse on curved runners that a child rides and rocks on.",
    parts="body, runner, rocker, saddle, mane, tail, handle, rail",
)  # fmt: skip
def rocking_horse(drawing: Drawing, brief: Brief) -> None:
    """Draw a carved horse with saddle, bridle, mane and a bar to hold, on two curved runners joined by treads."""
    coat = brief.of("body horse", "wood", is_main=True)
    wood = brief.of(
        "runner rocker rail base", {"steampunk": "brass_polished", "modern": "oak"}.get(kin(brief), "walnut")
    )
    red = brief.of(
        "saddle accent",
        {"realistic": "paint_red", "contemporary": "paint_red"}.get(kin(brief), "leather_brown"),
        is_accent=True,
    )
    shape = [
        limb((0, 0.5, 0.13), 0.105, (0, 0.5, -0.15), 0.105, (0.9, 1, 1)),
        lump((0, 0.51, 0.16), 0.105, (0.88, 1.1, 1.0)),
        limb((0, 0.55, 0.19), 0.09, (0, 0.74, 0.31), 0.058, (0.74, 1, 1)),
        limb((0, 0.755, 0.325), 0.06, (0, 0.66, 0.44), 0.036, (0.8, 1, 1)),
        *twins(limb((0.025, 0.79, 0.3), 0.02, (0.035, 0.86, 0.295), 0.005),
               *chain([(0.06, 0.45, 0.18, 0.055), (0.115, 0.29, 0.27, 0.032), (0.15, 0.115, 0.32, 0.026)]),
               *chain([(0.06, 0.45, -0.18, 0.068), (0.115, 0.29, -0.25, 0.036), (0.15, 0.115, -0.32, 0.028)])),
    ]  # fmt: skip
    blend(drawing, "body", shape, coat, soft=0.045, fineness=1.1)
    hair = brief.of("mane tail hair", {"realistic": "paper", "rustic": "leather_brown"}.get(kin(brief), "fabric_grey"))
    mane = chain(
        [
            (0, 0.845, 0.34, 0.017),
            (0, 0.835, 0.285, 0.028),
            (0, 0.75, 0.215, 0.034),
            (0, 0.65, 0.15, 0.034),
            (0, 0.58, 0.09, 0.018),
        ],
        (0.8, 1, 1),
    )
    tail = chain([(0, 0.56, -0.235, 0.022), (0, 0.54, -0.31, 0.036), (0, 0.42, -0.345, 0.042), (0, 0.3, -0.335, 0.012)])
    blend(drawing, "mane", [*mane, *tail], hair, soft=0.03)
    saddle = [
        lump((0, 0.545, -0.01), 0.075, (1.12, 0.95, 1.5)),
        *twins(lump((0.076, 0.5, -0.01), 0.05, (0.5, 1.3, 1.2))),
    ]
    blend(drawing, "saddle", saddle, red, soft=0.03)
    blend(
        drawing,
        "eye",
        twins(lump((0.0385, 0.752, 0.352), 0.0125, (0.6, 1, 1))),
        brief.of("eye", "paint_black"),
        soft=0.01,
    )
    strut(drawing, "handle", (-0.13, 0.7, 0.265), (0.13, 0.7, 0.265), 0.026, wood, edge=0.3)
    runner = [(-0.52, 0.17), (-0.36, 0.062), (-0.18, 0.012), (-0.05, 0.0), (0.05, 0.0), (0.18, 0.012), (0.36, 0.062),
              (0.52, 0.17), (0.535, 0.205),
              (0.5, 0.215), (0.35, 0.118), (0.18, 0.07), (0.0, 0.056), (-0.18, 0.07), (-0.35, 0.118), (-0.5, 0.215),
              (-0.535, 0.205)]  # fmt: skip
    for x in (-0.16, 0.16):
        cut(drawing, "runner", runner, 0.034, wood, at=(x, 0, 0.026), is_side=True, is_smooth=True, bevel_m=0.008)
    for z, y in ((-0.33, 0.075), (0.0, 0.028), (0.33, 0.075)):
        drawing.add("box", (0.33, 0.022, 0.06), (0, y, z), radius_m=0.006, name="tread", **wood)
    sized(drawing, brief, (0.36, 0.87, 1.08))
