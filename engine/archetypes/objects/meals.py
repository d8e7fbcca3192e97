"""Savoury food: pizza, burger, sandwich, bread, cheese, sushi, chips."""

from itertools import pairwise
from math import cos, pi, radians, sin, tan

from engine.archetypes.brief import Brief, Finish
from engine.archetypes.drawing import Drawing
from engine.archetypes.objects.choices import has, plain, usual
from engine.archetypes.objects.laying import around, lay, serve
from engine.archetypes.objects.shaping import blend, chain, limb, sized
from engine.archetypes.register import archetype

_RED, _GREEN, _YOLK = "#b3261e", "#6f9a3a", "#f2b632"


@archetype(
    "pizza", "object", "food",
    "pizza, pepperoni pizza, pizza slice, slice of pizza, margherita pizza, flatbread, quiche, pizza margherita, "
    "salami pizza",
    about="A flat round baked dough with tomato, cheese and toppings, cut in slices.",
    parts="crust, cheese, sauce, salami, pepperoni, olive, basil, board, plate, slice",
    features="olive, basil, mushroom",
)  # fmt: skip
def pizza(drawing: Drawing, brief: Brief) -> None:
    """Draw a pizza with salami, olives and basil on a board, or one slice of it."""
    if brief.has("missing", "gone", "eaten") or brief.counts.get("slice", 1) > 1:
        return _sliced(drawing, brief)
    if has(brief, "slice"):
        return _slice(drawing, brief)
    y = serve(drawing, brief, 0.18, is_board=True) - 0.0005
    drawing.add("turning", (0.32, 0.022, 0.32), (0, y, 0), name="crust", **brief.of("crust dough", "bread"),
                profile=[0.93, 0.0, 0.98, 0.12, 1.0, 0.5, 0.98, 0.88, 0.94, 1.0, 0.9, 0.86, 0.86, 0.45, 0.01,
                    0.42])  # fmt: skip
    drawing.add(
        "disc",
        (0.28, 0.006, 0.28),
        (0, y + 0.008, 0),
        name="sauce",
        **usual(brief, "sauce", "paint_white", _RED, is_main=False),
    )
    drawing.add("grown", (0.268, 0.006, 0.268), (0, y + 0.01, 0), ribs=13, rib_depth=0.05, name="cheese",
                profile=[0.97, 0.0, 1.0, 0.5, 0.95, 0.95, 0.5, 1.0, 0.01, 1.0], **usual(brief, "cheese",
                    "paint_white", "#f4d675", is_main=False))  # fmt: skip
    top = y + 0.0155
    salami = usual(brief, "salami pepperoni", "paint_white", "#a8322a", is_main=False)
    places = [
        (0.0, 0.0),
        *((x, z) for x, z, _ in around(4, 0.062, first=0.4)),
        *((x, z) for x, z, _ in around(7, 0.105)),
    ]
    for x, z in places if not has(brief, "margherita") else ():
        drawing.add("disc", (0.036, 0.004, 0.036), (x, top - 0.001, z), edge=0.4, name="salami", **salami)
    for number, (x, z, turn) in enumerate((*around(5, 0.082, first=0.9), *around(3, 0.035, first=1.9))):
        if number % 2 and brief.has("olive", default=True):
            drawing.add(
                "rounded_ring",
                (0.016, 0.006, 0.016),
                (x, top - 0.001, z),
                section=0.5,
                name="olive",
                **plain("paint_white", "#2b2a24"),
            )
        else:
            leaf = [(-0.013, 0.0), (-0.006, 0.007), (0.004, 0.007), (0.014, 0.0), (0.004, -0.007), (-0.006, -0.007)]
            lay(drawing, "basil", [(x + a, z + b) for a, b in leaf], 0.0022, brief.of("basil", "leaf_green"),
                y=top - 0.0006,
                turn=(0.0, turn * 57, 0.0), round_m=0.003)  # fmt: skip
    return sized(drawing, brief, (0.36, 0.05, 0.36))


def _sliced(drawing: Drawing, brief: Brief) -> None:
    """Draw a pizza cut in eight: the slices that the text counts, or all but one where it says that one is missing."""
    is_missing = brief.has("missing", "gone", "eaten")
    said = brief.count("slice", 1, least=1, most=8)
    y = serve(drawing, brief, 0.18, is_board=True) - 0.0005
    crust, cheese = brief.of("crust dough", "bread"), usual(brief, "cheese", "paint_white", "#f4d675", is_main=False)
    salami = usual(brief, "salami pepperoni", "paint_white", "#a8322a", is_main=False)
    for number in range(max(1, 8 - said) if is_missing else said):
        turn = 67.5 + 45.0 * number
        way = (sin(radians(turn)), cos(radians(turn)))
        _wedge(drawing, 0.145, 0.011, (y, 0.004), turn, "dough", crust)
        _wedge(drawing, 0.136, 0.006, (y + 0.0095, 0.006), turn, "cheese", cheese)
        turns = [radians(turn - 20.5 + 41.0 * step / 6) for step in range(7)]
        rim = [(0.148 * sin(t), y + 0.0125, 0.148 * cos(t), 0.0115) for t in turns]
        blend(drawing, "crust", chain(rim), crust, soft=0.003)
        for away in (0.06, 0.108):
            at = (away * way[0], y + 0.0145, away * way[1])
            drawing.add("disc", (0.034, 0.004, 0.034), at, edge=0.4, name="salami", **salami)
    sized(drawing, brief, (0.36, 0.03, 0.36))


def _wedge(
    drawing: Drawing, long: float, tall: float, at: tuple[float, float], turn: float, name: str, finish: Finish
) -> None:
    """Draw a wedge of 44 degrees that points to the middle; `at` is its height and how far its tip is from there."""
    away = at[1] + long / 2
    place = (away * sin(radians(turn)), at[0], away * cos(radians(turn)))
    size = (2 * long * tan(radians(22.0)), tall, long)
    drawing.add("wedge_slice", size, place, turn=(0, turn + 180.0, 0), name=name, **finish)


def _slice(drawing: Drawing, brief: Brief) -> None:
    y = serve(drawing, brief, 0.13) - 0.0005
    drawing.add("wedge_slice", (0.12, 0.011, 0.16), (0, y, 0.01), name="dough", **brief.of("crust dough", "bread"))
    drawing.add("wedge_slice", (0.112, 0.006, 0.148), (0, y + 0.0095, 0.012), name="cheese",
                **usual(brief, "cheese", "paint_white", "#f4d675", is_main=False))  # fmt: skip
    turns = [(-0.36 + 0.72 * n / 6) for n in range(7)]
    rim = [(0.163 * sin(t), y + 0.0125, 0.09 - 0.163 * (1 - t * t / 2), 0.0125) for t in turns]
    blend(drawing, "crust", chain(rim), brief.of("crust dough", "bread"), soft=0.003)
    for x, z in ((-0.022, -0.035), (0.026, -0.03), (0.0, 0.012), (0.0, -0.052)):
        drawing.add("disc", (0.034, 0.004, 0.034), (x, y + 0.0145, z), edge=0.4, name="salami",
                    **usual(brief, "salami pepperoni", "paint_white", "#a8322a", is_main=False))  # fmt: skip
    sized(drawing, brief, (0.26, 0.03, 0.26))


@archetype(
    "burger", "object", "food",
    "burger, hamburger, cheeseburger, fast food, veggie burger, beef burger, slider burger, chicken burger, "
    "hamburguesa",
    about="A patty with cheese and salad between the halves of a bun.",
    parts="bun, patty, meat, cheese, lettuce, salad, tomato, onion, seed, plate, board", features="onion, cheese, "
        "tomato, lettuce",
)  # fmt: skip
def burger(drawing: Drawing, brief: Brief) -> None:
    """Draw a burger with as many patties as are asked for, each with its cheese."""
    y = serve(drawing, brief, 0.08, is_board=True) - 0.0005
    bun = brief.of("bun bread", "bread")
    drawing.add(
        "turning",
        (0.106, 0.022, 0.106),
        (0, y, 0),
        name="bun",
        profile=[0.8, 0.0, 0.96, 0.18, 1.0, 0.6, 0.96, 1.0, 0.01, 1.0],
        **bun,
    )
    y += 0.0212
    for _ in range(brief.count("patty", brief.count("layer", 1), least=1, most=4)):
        if brief.has("lettuce", "salad", default=True):
            drawing.add("grown", (0.122, 0.011, 0.122), (0, y - 0.002, 0), ribs=17, rib_depth=0.12, name="lettuce",
                        profile=[0.8, 0.0, 1.0, 0.4, 0.98, 0.8, 0.5, 1.0, 0.01, 1.0], **usual(brief,
                            "lettuce salad", "leaf_green", "#86b33c", is_main=False))  # fmt: skip
            y += 0.0075
        drawing.add("turning", (0.112, 0.02, 0.112), (0, y, 0), name="patty", profile=[0.9, 0.0, 1.0, 0.3, 1.0, 0.7,
            0.92, 1.0, 0.01, 1.0],
                    **usual(brief, "patty meat", "soil", "#6b3a22", is_main=False))  # fmt: skip
        y += 0.0192
        if brief.has("cheese", default=True):
            yellow = usual(brief, "cheese", "paint_white", _YOLK, is_main=False)
            drawing.add(
                "box",
                (0.098, 0.0035, 0.098),
                (0, y, 0),
                turn=(0.0, 45.0, 0.0),
                radius_m=0.0014,
                name="cheese",
                **yellow,
            )
            for x, z, turn in around(4, 0.061):
                drawing.add("cut_shape", (0.036, 0.02, 0.0035), (x, y - 0.0165, z), outline=[0, 0, 1, 1, -1, 1],
                            turn=(0.0, turn * 180 / pi, 0.0), name="cheese_corner", **yellow)  # fmt: skip
            y += 0.003
        if brief.has("tomato", default=True):
            for x, z, _ in around(3, 0.026, first=0.5):
                drawing.add(
                    "disc",
                    (0.05, 0.006, 0.05),
                    (x, y - 0.0004, z),
                    edge=0.3,
                    name="tomato",
                    **usual(brief, "tomato", "fruit", "#cf3320", is_main=False),
                )
            y += 0.0052
    drawing.add(
        "turning",
        (0.11, 0.042, 0.11),
        (0, y, 0),
        name="bun",
        profile=[0.92, 0.0, 1.0, 0.14, 0.97, 0.36, 0.74, 0.76, 0.36, 0.97, 0.01, 1.0],
        **bun,
    )
    drawing.add("sprinkles", (0.082, 0.0415, 0.082), (0, y, 0), form="dome", count=34, grain_m=0.0042, name="seed",
                colors=["#f3e3b8", "#ecd7a2", "#f7ecca"], material="plastic_white", color="")  # fmt: skip
    sized(drawing, brief, (0.16, y + 0.042, 0.16))


@archetype(
    "sandwich", "object", "food",
    "sandwich, toast sandwich, club sandwich, blt, hot dog, hotdog, sub sandwich, hoagie, grilled cheese, panini, "
    "taco, wrap",
    about="Slices of bread with cheese, ham and salad between them; or a sausage in a roll.",
    parts="bread, roll, sausage, cheese, ham, lettuce, tomato, mustard, plate, board",
)  # fmt: skip
def sandwich(drawing: Drawing, brief: Brief) -> None:
    """Draw a stacked sandwich cut in a triangle, a hot dog, or a taco."""
    y = serve(drawing, brief, 0.115, is_board=True) - 0.0005
    if has(brief, "hot hotdog dog"):
        _hot_dog(drawing, brief, y)
    elif has(brief, "taco"):
        _taco(drawing, brief, y)
    else:
        _stack(drawing, brief, y)
    sized(drawing, brief, (0.23, 0.09, 0.23))


def _stack(drawing: Drawing, brief: Brief, y: float) -> None:
    layers = (
        ("bread", 0.0, 0.014, usual(brief, "bread", "bread", "")), ("lettuce", 0.006, 0.005, usual(brief, "lettuce",
        "leaf_green", "#86b33c", is_main=False)),
        ("ham", 0.003, 0.007, usual(brief, "ham meat", "paint_white", "#e59a92", is_main=False)),
        ("cheese", 0.004, 0.0055, usual(brief, "cheese", "paint_white", _YOLK, is_main=False)),
        ("tomato", 0.0, 0.006, usual(brief, "tomato", "fruit", "#cf3320", is_main=False)), ("bread", 0.0, 0.014,
        usual(brief, "bread", "bread", "")),
    )  # fmt: skip
    for shift, tip in ((0.0, 1.0), (0.012, -1.0)):
        low = y
        for name, grow, thick, finish in layers:
            half = 0.055 + grow
            shape = [(-half, tip * (0.006 - grow)), (half, tip * (0.006 - grow)), (0.0, tip * (0.066 + grow))]
            lay(drawing, name, [(x + shift, z) for x, z in shape], thick, finish, y=low, round_m=0.008, edge_m=0.002)
            low += thick - 0.0004


def _hot_dog(drawing: Drawing, brief: Brief, y: float) -> None:
    bread = usual(brief, "roll bread bun", "bread", "")
    for side in (-1.0, 1.0):
        bone = limb(
            (-0.062, y + 0.021, 0.021 * side), 0.023, (0.062, y + 0.021, 0.021 * side), 0.023, (1.0, 1.05, 0.85)
        )
        blend(drawing, "roll", [bone], bread, soft=0.004, sole=0.06)
    sausage = usual(brief, "sausage", "paint_white", "#a9452b", is_main=False)
    rows = [(-0.092, y + 0.045, 0.0, 0.014), (0.0, y + 0.04, 0.0, 0.0155), (0.092, y + 0.045, 0.0, 0.014)]
    blend(drawing, "sausage", chain(rows), sausage, soft=0.004)
    wave = [(-0.075 + 0.01 * n, y + 0.0555, 0.006 * (-1) ** n, 0.0028) for n in range(16)]
    blend(
        drawing,
        "mustard",
        chain(wave),
        usual(brief, "mustard ketchup sauce", "paint_white", "#eebc1f", is_main=False),
        soft=0.002,
        fineness=2.0,
    )


def _taco(drawing: Drawing, brief: Brief, y: float) -> None:
    shell = usual(brief, "shell taco bread", "paint_white", "#e8bf68")
    for side in (-1.0, 1.0):
        drawing.add("cut_shape", (0.16, 0.082, 0.004), (0, y - 0.004, 0.013 * side), turn=(16.0 * side, 0.0, 0.0),
            is_smooth=True, name="shell",
                    outline=[-1.0, 0.62, -0.72, 0.2, 0.0, 0.0, 0.72, 0.2, 1.0, 0.62, 0.7, 0.94, 0.0, 1.0, -0.7,
                        0.94], **shell)  # fmt: skip
    drawing.add(
        "box",
        (0.1, 0.045, 0.026),
        (0, y + 0.012, 0),
        radius_m=0.01,
        name="meat",
        **usual(brief, "meat", "soil", "#7a4326", is_main=False),
    )
    for number in range(7):
        x = -0.054 + 0.018 * number
        name, tint = (("lettuce", "#86b33c"), ("tomato", "#cf3320"), ("cheese", _YOLK))[number % 3]
        drawing.add("ball", (0.03, 0.028, 0.03), (x, y + 0.043 + 0.006 * (number % 2), 0), name=name,
                    **usual(brief, name, "paint_white", tint, is_main=False))  # fmt: skip


@archetype(
    "bread", "object", "food",
    "bread, loaf, loaf of bread, bread loaf, baguette, sourdough, sliced bread, bread roll, brot, pain, pan de molde, "
    "toast, slice of bread, croissant, brioche, ciabatta, rye bread, breakfast roll, challah",
    about="A baked loaf of bread, a baguette or a croissant.", parts="crust, crumb, board, slice", features="slice",
)  # fmt: skip
def bread(drawing: Drawing, brief: Brief) -> None:
    """Draw a scored loaf, a baguette, a croissant, or a tin loaf with slices, on a board."""
    y = serve(drawing, brief, 0.17, is_board=True) - 0.002
    crust = brief.of("crust bread loaf", "bread", is_main=True)
    if has(brief, "baguette"):
        _long_loaf(drawing, brief, y, 0.03, 0.135, 5)
    elif has(brief, "croissant"):
        rows = []
        for share in (-1.0, -0.8, -0.5, -0.2, 0.2, 0.5, 0.8, 1.0):
            thick = 0.034 * (1 - 0.72 * abs(share) ** 1.6)
            rows.append((0.09 * sin(share * 1.25), y + thick * 0.9, 0.055 * share * share, thick))
        for first, second in pairwise(rows):
            x, h, z, thick = first
            blend(drawing, "fold", [limb((x, h, z), thick, second[:3], second[3] * 0.94)], crust, soft=0.002)
    elif has(brief, "sliced slice toast"):
        outline: list[str | float] = [
            -0.86,
            0.0,
            0.86,
            0.0,
            0.9,
            0.55,
            1.0,
            0.72,
            0.86,
            0.96,
            0.4,
            1.0,
            -0.4,
            1.0,
            -0.86,
            0.96,
            -1.0,
            0.72,
            -0.9,
            0.55,
        ]
        for number in range(8):
            thick, z = (0.013, -0.08 + 0.0125 * number) if number else (0.07, -0.115)
            drawing.add("cut_shape", (0.12, 0.115, thick), (0, y, z + 0.006 * max(0, number - 4)),
                        outline=outline, is_smooth=True, name="slice" if number else "loaf", **crust)  # fmt: skip
    else:
        _long_loaf(drawing, brief, y, 0.062, 0.09, 3)
    sized(drawing, brief, (0.34, 0.12, 0.34))


def _long_loaf(drawing: Drawing, brief: Brief, y: float, thick: float, half: float, cuts: int) -> None:
    crust = brief.of("crust bread loaf", "bread", is_main=True)
    at = y + thick * 0.64
    rows = [
        (-half, at, 0.0, thick * 0.66),
        (-half * 0.6, at, 0.0, thick * 0.95),
        (half * 0.6, at, 0.0, thick * 0.95),
        (half, at, 0.0, thick * 0.66),
    ]
    blend(drawing, "loaf", chain(rows, (1.0, 0.85, 1.0)), crust, soft=thick * 0.3, sole=0.1)
    crumb = usual(brief, "crumb", "bread", "#efd3a0", is_main=False)
    for number in range(cuts):
        x = (number - (cuts - 1) / 2) * 2 * half / cuts
        high = at + thick * 0.8
        blend(drawing, "crumb", [limb((x - thick * 0.3, high - 0.2 * thick, -thick * 0.45), thick * 0.1, (x,
            high - 0.03 * thick, 0.0), thick * 0.15),
                                 limb((x, high - 0.03 * thick, 0.0), thick * 0.15, (x + thick * 0.3,
                                     high - 0.2 * thick, thick * 0.45), thick * 0.1)], crumb,
                                     soft=thick * 0.05)  # fmt: skip
