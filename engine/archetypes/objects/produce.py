"""What grows to be eaten: fruit, vegetables, eggs."""

from collections.abc import Callable
from math import cos, pi, sin

from engine.archetypes.brief import Brief, Finish
from engine.archetypes.drawing import Drawing
from engine.archetypes.objects.choices import form_by, has, usual
from engine.archetypes.objects.laying import around, serve
from engine.archetypes.objects.shaping import blend, chain, settle, sized, strut, wire
from engine.archetypes.register import archetype

_ROUND = [0.3, 0.0, 0.72, 0.08, 1.0, 0.45, 0.8, 0.86, 0.3, 1.0, 0.02, 0.985]
_APPLE = [0.03, 0.05, 0.34, 0.0, 0.68, 0.12, 0.98, 0.5, 0.95, 0.74, 0.62, 0.97, 0.3, 1.0, 0.1, 0.9, 0.02, 0.86]
_PEAR = [0.03, 0.03, 0.4, 0.0, 0.85, 0.14, 1.0, 0.34, 0.78, 0.6, 0.48, 0.78, 0.4, 0.92, 0.22, 1.0, 0.02, 0.99]
_LEMON = [0.02, 0.0, 0.2, 0.04, 0.42, 0.12, 0.86, 0.28, 1.0, 0.5, 0.86, 0.72, 0.42, 0.88, 0.22, 0.95, 0.02, 1.0]
_STRAWBERRY = [0.02, 0.0, 0.3, 0.06, 0.7, 0.34, 0.98, 0.7, 0.9, 0.9, 0.5, 1.0, 0.02, 0.98]
_PINEAPPLE = [0.4, 0.0, 0.7, 0.05, 0.96, 0.3, 1.0, 0.55, 0.82, 0.88, 0.5, 1.0, 0.02, 0.99]
# Each kind: profile, natural width and height, material, colour.
_KINDS: dict[str, tuple[list[float], float, float, str, str]] = {
    "apple": (_APPLE, 0.08, 0.074, "fruit", ""),
    "pear": (_PEAR, 0.074, 0.1, "paint_white", "#b9bf3f"),
    "orange": (_ROUND, 0.08, 0.076, "citrus", ""),
    "lemon": (_LEMON, 0.06, 0.085, "citrus", "#f0cf2e"),
    "lime": (_LEMON, 0.05, 0.062, "citrus", "#6fa02c"),
    "peach": (_APPLE, 0.075, 0.07, "fruit", "#f0a05c"),
    "plum": (_APPLE, 0.048, 0.05, "fruit", "#4b2a5a"),
    "cherry": (_APPLE, 0.024, 0.022, "fruit", "#8f1020"),
    "strawberry": (_STRAWBERRY, 0.034, 0.042, "fruit", "#cf2330"),
    "watermelon": (_ROUND, 0.27, 0.25, "paint_white", "#2f6b33"),
    "coconut": (_ROUND, 0.13, 0.13, "bark", ""),
    "avocado": (_PEAR, 0.07, 0.1, "paint_white", "#33502b"),
    "mango": (_PEAR, 0.085, 0.11, "fruit", "#e9a13a"),
    "pomegranate": (_APPLE, 0.09, 0.088, "fruit", "#a3202c"),
    "melon": (_ROUND, 0.17, 0.165, "citrus", "#cdbb6a"),
    "tomato": (_APPLE, 0.075, 0.06, "fruit", "#d3311f"),
    "onion": (_LEMON, 0.075, 0.078, "paint_white", "#c98b4a"),
    "aubergine": (_PEAR, 0.085, 0.19, "paint_white", "#3a1f47"),
    "potato": (_ROUND, 0.06, 0.075, "paint_white", "#b88f55"),
    "egg": ([0.02, 0.0, 0.4, 0.03, 0.86, 0.22, 1.0, 0.42, 0.82, 0.74, 0.44, 0.96, 0.02, 1.0], 0.045, 0.058,
    "ceramic_white", "#e6c09a"),
}  # fmt: skip
PROFILES = {kind: profile for kind, (profile, *_) in _KINDS.items()}


@archetype(
    "fruit", "object", "food",
    "fruit, apple, pear, orange, lemon, lime, peach, plum, apricot, nectarine, cherry, strawberry, berry, watermelon, "
    "coconut, avocado, mango, pomegranate, melon, banana, pineapple, grape, bunch of grape, bunch of banana, "
    "apfel, birne, zitrone, banane, ananas, erdbeere, pomme, poire, citron, manzana, plátano, naranja, fruta, obst, "
    "red apple, green apple, tangerine, mandarin, grapefruit, raspberry, blueberry",
    about="A piece of fruit such as an apple, a banana, a pineapple or a bunch of grapes.",
    parts="stalk, stem, leaf, plate, crown", features="leaf, plate",
)  # fmt: skip
def fruit(drawing: Drawing, brief: Brief) -> None:
    """Draw one fruit of its kind; of the smallest a few on a plate."""
    special: dict[str, Callable[[Drawing, Brief], None]] = {
        "banana": _bananas, "pineapple": _pineapple, "grape": _grapes,
    }  # fmt: skip
    table = {
        "banana banane plátano": "banana", "pineapple ananas": "pineapple", "grape grapes": "grape",
        "birne poire": "pear",
        "zitrone citron": "lemon", "erdbeere raspberry blueberry berry": "strawberry", "apricot nectarine": "peach",
        "naranja tangerine mandarin grapefruit": "orange", **{kind: kind for kind in _KINDS},
    }  # fmt: skip
    kind = form_by(brief, table, "apple")
    if kind in special:
        return special[kind](drawing, brief)
    _on_its_plate(drawing, brief, kind, count=5 if kind in ("cherry", "strawberry") else 1)
    return None


def _on_its_plate(drawing: Drawing, brief: Brief, kind: str, *, count: int) -> None:
    """Draw a few on a plate, or one by itself; large ones lie on a board where one is asked for."""
    width, height = _KINDS[kind][1:3]
    if count == 1 and not brief.has("plate", "board"):
        _one(drawing, brief, kind, (0.0, 0.0, 0.0), 0.0)
        sized(drawing, brief, (width, height * 1.15, width))
        return
    reach = 0.0 if count == 1 else width * 0.62 / sin(pi / count)
    small = width < 0.13
    y = serve(drawing, brief, (reach + width * 0.95) if small else width * 0.75, is_board=not small) - 0.0004
    for x, z, turn in around(count, reach):
        _one(drawing, brief, kind, (x, max(y, 0.0), z), turn)
    sized(drawing, brief, (2 * (reach + width * 0.95), y + height * 1.15, 2 * (reach + width * 0.95)))


def _one(drawing: Drawing, brief: Brief, kind: str, at: tuple[float, float, float], turn: float) -> None:
    """Draw one fruit with its stalk and leaf."""
    profile, width, height, material, color = _KINDS[kind]
    if kind == "apple" and has(brief, "green"):
        color = "#8fb23a"
    body = usual(brief, f"{kind} fruit skin", material, color)
    x, y, z = at
    if kind == "watermelon":
        drawing.add("ball", (width, height, width), at, name=kind, **body)
        return _stripes(drawing, width, height, at)
    lies = kind in ("lemon", "lime", "potato")
    y += (width - height) / 2 if lies else 0.0
    flat: list[str | float] = [*profile]
    drawing.add("grown", (width, height, width), (x, y, z), profile=flat, ribs=5 if kind in ("apple", "tomato",
        "pomegranate") else 0,
                rib_depth=0.03, turn=(0.0, 57.0 * turn, 90.0 if lies else 0.0), name=kind, **body)  # fmt: skip
    if lies or kind in ("orange", "coconut", "melon", "onion"):
        return None
    _stalk(drawing, brief, kind, (x, y, z))
    return None


def _stalk(drawing: Drawing, brief: Brief, kind: str, at: tuple[float, float, float]) -> None:
    """Draw what a fruit hung by."""
    profile, width, height, *_ = _KINDS[kind]
    x, y, z = at
    green = brief.of("leaf", "leaf_green")
    if kind in ("strawberry", "tomato", "aubergine"):
        drawing.add("foliage", (width * 0.86, height * 0.16, width * 0.86), (x, y + height * 0.9, z),
            form="rosette", leaves=7,
                    name="leaf", **green)  # fmt: skip
    stalk = brief.of("stalk stem", "bark")
    low, long = y + height * (0.86 if profile is _APPLE else 0.97), width * (0.26 if kind != "cherry" else 1.2)
    wire(drawing, "stalk", [(x, low - 0.02 * height, z), (x + long * 0.12, low + long * 0.6, z), (x + long * 0.4,
        low + long, z)],
         max(width * 0.045, 0.0018), stalk)  # fmt: skip
    if kind in ("apple", "pear", "peach") and brief.has("leaf", default=True):
        top = (x + long * 0.12, low + long * 0.55, z)
        rows = [(top[0] + s * width * 0.42, top[1] + 0.1 * width * sin(pi * s), z, max(0.0,
            sin(pi * s)) * width * 0.11 + 0.0012)
                for s in (0.0, 0.25, 0.5, 0.75, 1.0)]  # fmt: skip
        blend(drawing, "leaf", chain(rows, (1.0, 0.14, 1.0)), green, soft=width * 0.02)


def _stripes(drawing: Drawing, width: float, height: float, at: tuple[float, float, float]) -> None:
    """Draw pale wavering stripes from pole to pole of a ball."""
    x, y, z = at
    for number in range(9):
        path = []
        for step in range(11):
            rise, turn = pi * (0.08 + 0.084 * step), 2 * pi * number / 9 + 0.06 * (-1) ** step
            out = 0.97 * sin(rise) * width / 2
            path.append((x + out * sin(turn), y + height / 2 * (1 - 0.97 * cos(rise)), z + out * cos(turn)))
        wire(drawing, "stripe", path, width * 0.045, Finish(material="paint_white", color="#9fbf6a"))


def _bananas(drawing: Drawing, brief: Brief) -> None:
    """Draw a bunch of bananas that lies with its tips up."""
    count = brief.count("banana", 3, least=1, most=6)
    skin = usual(brief, "banana fruit skin", "paint_white", "#eec52f")
    dark = brief.of("stalk stem tip", "bark")
    for number in range(count):
        side = (number - (count - 1) / 2) * 0.034
        rows = []
        for share in (0.0, 0.08, 0.2, 0.4, 0.6, 0.8, 0.93, 1.0):
            turn = -1.15 + 2.2 * share
            spread = side * (0.25 + 0.75 * min(1.0, 2 * share))
            thick = 0.0165 * min(1.0, 0.42 + 2.6 * share, 0.3 + 3.2 * (1 - share))
            rows.append((0.095 * sin(turn), 0.095 * (1 - cos(turn)) + 0.018, spread, thick))
        blend(drawing, "banana", chain(rows), skin, soft=0.004, sole=0.07)
        x, y, z, _ = rows[-1]
        drawing.add("ball", (0.011, 0.011, 0.011), (x, y, z), name="tip", **dark)
    x, y, z = -0.0875, 0.075, 0.0
    drawing.add(
        "box",
        (0.02, 0.024, 0.02 + 0.006 * count),
        (x, y - 0.02, z),
        turn=(0.0, 0.0, 20.0),
        radius_m=0.006,
        name="stalk",
        **dark,
    )
    settle(drawing)
    sized(drawing, brief, (0.2, 0.09, 0.1))


def _pineapple(drawing: Drawing, brief: Brief) -> None:
    """Draw a pineapple with its crown of leaves."""
    skin = usual(brief, "pineapple fruit skin", "paint_white", "#c58a2c")
    flat: list[str | float] = [*_PINEAPPLE]
    drawing.add("grown", (0.115, 0.165, 0.115), profile=flat, net=12, net_depth=0.11, name="pineapple", **skin)
    drawing.add("foliage", (0.12, 0.14, 0.12), (0, 0.158, 0), form="swords", leaves=26, name="crown",
                **brief.of("leaf crown", "leaf_green"))  # fmt: skip
    sized(drawing, brief, (0.12, 0.3, 0.12))


def _grapes(drawing: Drawing, brief: Brief) -> None:
    """Draw a bunch of grapes that lies on a plate."""
    y = serve(drawing, brief, 0.1)
    skin = usual(brief, "grape fruit", "fruit", "#8fae4a" if has(brief, "green white") else "#4b2450")
    for row, (z, count) in enumerate(
        ((-0.05, 3), (-0.032, 5), (-0.014, 5), (0.004, 4), (0.022, 3), (0.04, 2), (0.056, 1))
    ):
        for n in range(count):
            drawing.add(
                "ball", (0.021, 0.021, 0.021), ((n - (count - 1) / 2) * 0.0185, y - 0.001, z), name="grape", **skin
            )
        for n in range(count - 1):
            drawing.add("ball", (0.021, 0.021, 0.021), ((n - (count - 2) / 2) * 0.0185, y + 0.0145,
                z + 0.006 * (row % 2)),
                        name="grape", **skin)  # fmt: skip
    for side in (-1.0, 1.0):
        drawing.add("ball", (0.021, 0.021, 0.021), (side * 0.0095, y + 0.028, -0.026), name="grape", **skin)
    stalk = brief.of("stalk stem", "bark")
    wire(
        drawing,
        "stalk",
        [(0, y + 0.016, -0.045), (0.002, y + 0.024, -0.062), (0.012, y + 0.027, -0.082)],
        0.0045,
        stalk,
    )
    sized(drawing, brief, (0.2, 0.06, 0.2))


@archetype(
    "vegetable", "object", "food",
    "vegetable, carrot, tomato, onion, aubergine, eggplant, potato, egg, "
    "karotte, tomate, zanahoria, gemüse, "
    "easter egg, chili pepper, cauliflower, radish, hard boiled egg",
    about="A vegetable such as a carrot, an onion or a tomato; or an egg.",
    parts="stalk, stem, leaf, plate, cup",
)  # fmt: skip
def vegetable(drawing: Drawing, brief: Brief) -> None:
    """Draw one vegetable of its kind, or an egg in its cup."""
    special: dict[str, Callable[[Drawing, Brief], None]] = {
        "carrot": _carrot, "egg": _egg, "corn": _corn,
    }  # fmt: skip
    table = {
        "carrot karotte zanahoria radish": "carrot",          "egg": "egg", "corn": "corn", "eggplant": "aubergine",
        "tomate": "tomato", **{kind: kind for kind in ("tomato", "onion", "aubergine", "potato")},
    }  # fmt: skip
    kind = form_by(brief, table, "carrot")
    if kind in special:
        return special[kind](drawing, brief)
    _on_its_plate(drawing, brief, kind, count=1)
    return None


def _carrot(drawing: Drawing, brief: Brief) -> None:
    """Draw a carrot that lies, with its green."""
    skin = usual(brief, "carrot skin", "paint_white", "#c92a4a" if has(brief, "radish") else "#e87722")
    rows = [(0.0, 0.02, -0.07, 0.019), (0.0, 0.0185, -0.04, 0.0185), (0.0, 0.014, 0.02, 0.0135), (0.0, 0.008, 0.07,
        0.0075),
            (0.0, 0.003, 0.105, 0.0025)]  # fmt: skip
    blend(drawing, "carrot", chain(rows), skin, soft=0.003)
    green = brief.of("leaf", "leaf_green")
    for x, y, z in (
        (-0.03, 0.012, -0.17),
        (0.0, 0.03, -0.18),
        (0.035, 0.008, -0.165),
        (0.015, 0.05, -0.155),
        (-0.015, 0.045, -0.15),
    ):
        wire(drawing, "stalk", [(0, 0.02, -0.085), (x * 0.4, 0.7 * y + 0.006, -0.12), (x, y, z)], 0.0042, green)
        drawing.add(
            "bush",
            (0.036, 0.022, 0.05),
            (x, max(0.0, y - 0.011), z - 0.012),
            seed=round(1000 * abs(z)),
            name="leaf",
            **green,
        )
    sized(drawing, brief, (0.08, 0.06, 0.3))


def _egg(drawing: Drawing, brief: Brief) -> None:
    """Draw an egg in its cup; an Easter egg with bands."""
    cup = brief.of("cup", {"realistic": "porcelain", "rustic": "oak"}.get(brief.style_name, "metal"))
    drawing.add("turning", (0.05, 0.045, 0.05), name="cup", **cup,
                profile=[0.9, 0.0, 0.92, 0.05, 0.4, 0.16, 0.22, 0.34, 0.35, 0.48, 0.8, 0.7, 0.92, 1.0, 0.8,
                    1.0])  # fmt: skip
    shell = usual(brief, "egg shell", "ceramic_white", brief.choose("#e6c09a", "#efe2cf", "#d9a878"))
    flat: list[str | float] = [*_KINDS["egg"][0]]
    drawing.add("turning", (0.046, 0.06, 0.046), (0, 0.026, 0), profile=flat, name="egg", **shell)
    if has(brief, "easter"):
        for y, wide, tint in ((0.058, 0.0462, "#e94f6f"), (0.066, 0.0422, "#f5d547"), (0.073, 0.0355, "#4aa3df")):
            drawing.add(
                "torus", (wide, 0.0045, wide), (0, y - 0.002, 0), name="band", material="paint_white", color=tint
            )
    sized(drawing, brief, (0.05, 0.086, 0.05))


def _corn(drawing: Drawing, brief: Brief) -> None:
    """Draw a cob of corn that stands in its husk."""
    drawing.add("grown", (0.05, 0.19, 0.05), (0, 0.012, 0), profile=[0.7, 0.0, 0.98, 0.15, 1.0, 0.4, 0.8, 0.8, 0.3,
        1.0, 0.02, 1.0], net=18,
                net_depth=0.1, name="corn", **usual(brief, "corn", "paint_white", "#f2c02e"))  # fmt: skip
    husk = brief.of("leaf husk", "leaf_green")
    drawing.add("foliage", (0.14, 0.13, 0.14), (0, 0.0, 0), form="swords", leaves=9, name="leaf", **husk)
    strut(drawing, "stalk", (0, 0, 0), (0, 0.02, 0), 0.03, husk)
    sized(drawing, brief, (0.14, 0.2, 0.14))
