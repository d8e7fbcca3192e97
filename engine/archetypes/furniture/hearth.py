"""Fireplaces, wall clocks and grandfather clocks; the front is +z."""

from domain.materials import CATALOGUE
from engine.archetypes.brief import Brief, Finish
from engine.archetypes.drawing import Drawing
from engine.archetypes.furniture.frames import path_of
from engine.archetypes.ornament import dress
from engine.archetypes.register import archetype


@archetype(
    "fireplace", "furniture", "decorative",
    "fireplace, mantel, mantelpiece, hearth, chimney piece, open fire, wood stove, wood burner, log burner, kamin, "
    "chimenea, "
    "chimneypiece, wood burning stove, stove fireplace, electric fireplace, inglenook",
    hints="fire, warm",
    about="An opening for a wood fire in a wall, with a stone surround, a hearth and a shelf above it.",
    parts="mantel, surround, hearth, log, grate",
    features="mantel, electric",
)  # fmt: skip
def fireplace(drawing: Drawing, brief: Brief) -> None:
    """Draw an open fire in its surround, or a stove with a flue."""
    if brief.words & {"stove", "burner"}:
        _stove(drawing, brief)
        return
    width, height, depth = brief.box(1.45, 1.2, 0.42)
    plain = brief.style_name in ("modern", "minimalist", "futuristic", "contemporary")
    role = {"rustic": "slate", "industrial": "brick_red", "minimalist": "concrete"}.get(brief.style_name, "stone")
    stone = brief.of("fireplace surround body stone", role, is_main=True)
    side, open_y, hearth = width * (0.2 if not plain else 0.13), height * (0.68 if not plain else 0.62), 0.05
    base = brief.of("hearth", "slate" if stone["material"] != "slate" else "brick_red")
    drawing.add("box", (width + 0.1, hearth, depth + 0.3), (0, 0, 0.15), radius_m=0.008, name="hearth", **base)
    low = hearth - 0.002
    for x in (1.0, -1.0):
        at = (x * (width - side) / 2, low, 0)
        post = drawing.add("box", (side, open_y - low + 0.01, depth), at, radius_m=0.006, name="surround", **stone)
        dress(drawing, brief, post, "front")
        if not plain:
            _pilaster(drawing, brief, at[0], side, open_y, depth, stone)
    drawing.add("box", (width, height - open_y - 0.05, depth), (0, open_y, 0), radius_m=0.006, name="surround", **stone)
    drawing.add(
        "box",
        (width - 0.02, height - 0.06, 0.06),
        (0, low, -depth / 2 + 0.03),
        name="firebox",
        material="brick_red",
        color="#5b3a30",
    )
    _mantel(drawing, brief, width, height, depth, plain=plain, stone=stone)
    _fire(drawing, brief, width - 2 * side, low, depth)


def _pilaster(
    drawing: Drawing, brief: Brief, x: float, side: float, open_y: float, depth: float, stone: Finish
) -> None:
    """Draw the flat column before a post, with its foot and head."""
    z, wide = depth / 2 + 0.012, side * 0.72
    drawing.add("front", (wide, open_y - 0.12, 0.04), (x, 0.1, z), style="raised", name="pilaster", **stone)
    for y, tall in ((0.045, 0.075), (open_y - 0.06, 0.08)):
        drawing.add("box", (side * 0.92, tall, 0.07), (x, y, z), radius_m=0.008, name="block", **stone)


def _mantel(
    drawing: Drawing, brief: Brief, width: float, height: float, depth: float, *, plain: bool, stone: Finish
) -> None:
    shelf = brief.of(
        "mantel shelf", "wood" if brief.style_name in ("rustic", "industrial", "realistic") else stone["material"]
    )
    if plain:
        drawing.add("box", (width, 0.052, depth), (0, height - 0.052, 0), radius_m=0.004, name="mantel", **shelf)
        return
    thick = 0.1 if brief.style_name == "rustic" else 0.055
    drawing.add(
        "box",
        (width + 0.22, thick, depth + 0.14),
        (0, height - thick, 0.06),
        radius_m=thick * 0.18,
        name="mantel",
        **shelf,
    )
    drawing.add(
        "box",
        (width + 0.12, 0.035, depth + 0.07),
        (0, height - thick - 0.034, 0.03),
        radius_m=0.012,
        name="moulding",
        **shelf,
    )


def _fire(drawing: Drawing, brief: Brief, opening: float, low: float, depth: float) -> None:
    """Draw a grate with logs and flames."""
    iron = brief.of("grate", "iron_black")
    wide, log = min(0.5, opening * 0.75), brief.of("log", "walnut")
    for step in range(5):
        x = wide * (step / 4 - 0.5)
        drawing.add("bent_bar", (0.014, 0.12, 0.26), (x, low - 0.009, 0.02),
                    path=path_of("0 -1 1, 0 .2 .95, 0 .2 -.95, 0 -1 -1"), thickness_m=0.014, radius_m=0.02,
                    name="grate", **iron)  # fmt: skip
    drawing.add("box", (wide + 0.02, 0.014, 0.016), (0, low + 0.06, 0.08), name="grate_bar", **iron)
    for number, (x, y, z, turn) in enumerate(
        ((-0.02, 0.068, 0.07, 4), (0.02, 0.065, -0.03, -5), (0.0, 0.122, 0.02, 12))
    ):
        size = (0.085 - 0.008 * number, wide * 0.95, 0.085 - 0.008 * number)
        drawing.add("post", size, (x, low + y - wide * 0.475 + 0.04, z), turn=(0, turn, 90), name="log", **log)
    for x, tall in ((-0.11, 0.2), (0.0, 0.29), (0.1, 0.22)):
        drawing.add(
            "candle_flame",
            (tall * 0.42, tall, tall * 0.3),
            (x, low + 0.13, 0.02),
            name="flame",
            material="emissive_warm",
            color="#ff9a3d",
        )


def _stove(drawing: Drawing, brief: Brief) -> None:
    """Draw an iron stove on legs: a glass door, a top plate, a flue."""
    width, height, depth = brief.box(0.56, 1.7, 0.44)
    iron = brief.of("stove body fireplace", "iron_black", is_main=True)
    if CATALOGUE[iron["material"]].family == "wood":  # "wood stove" says what it burns
        iron["material"] = "iron_black"
    body_y, tall = 0.16, 0.56
    style = brief.style.leg if brief.style.leg in ("turned", "tapered", "square") else "tapered"
    for x in (1.0, -1.0):
        for z in (1.0, -1.0):
            at = (x * (width / 2 - 0.06), 0, z * (depth / 2 - 0.06))
            drawing.add("leg", (0.06, body_y + 0.01, 0.06), at, style=style, **iron)
    body = drawing.add("box", (width, tall, depth), (0, body_y, 0), radius_m=0.02, name="body", **iron)
    dress(drawing, brief, body, "left", "right")
    drawing.add(
        "box", (width + 0.06, 0.035, depth + 0.06), (0, body_y + tall - 0.004, 0), radius_m=0.012, name="top", **iron
    )
    z = depth / 2
    drawing.add(
        "frame",
        (width * 0.8, tall * 0.74, 0.03),
        (0, body_y + tall * 0.16, z + 0.008),
        border_m=0.05,
        name="door",
        **iron,
    )
    drawing.add(
        "box",
        (width * 0.66, tall * 0.56, 0.008),
        (0, body_y + tall * 0.25, z + 0.006),
        name="pane",
        material="glass_tinted",
    )
    for x, flame in ((-0.08, 0.16), (0.02, 0.24), (0.1, 0.18)):
        drawing.add(
            "candle_flame",
            (flame * 0.45, flame, 0.014),
            (x, body_y + tall * 0.26, z + 0.011),
            name="flame",
            material="emissive_warm",
            color="#ff9a3d",
        )
    drawing.add(
        "handle",
        (0.03, 0.12, 0.04),
        (width * 0.34, body_y + tall * 0.45, z + 0.02),
        style="bar",
        is_upright=True,
        **brief.of("handle", "brass_polished"),
    )
    drawing.add(
        "post", (0.15, height - body_y - tall, 0.15), (0, body_y + tall + 0.005, -depth * 0.16), name="flue", **iron
    )
    drawing.add("disc", (0.19, 0.04, 0.19), (0, body_y + tall + 0.02, -depth * 0.16), name="collar", **iron)


@archetype(
    "wall clock", "furniture", "decorative",
    "wall clock, clock, kitchen clock, station clock, pendulum clock, wanduhr, horloge, reloj de pared, "
    "railway clock, sunburst clock",
    hints="time, o'clock",
    about="A round clock that hangs on a wall and tells the time with two hands.",
    parts="dial, hand, numeral, rim, pendulum",
    features="pendulum",
)  # fmt: skip
def wall_clock(drawing: Drawing, brief: Brief) -> None:
    """Draw a round clock for a wall, over a pendulum if one is asked for."""
    width, _, depth = brief.box(0.34, 0.34, 0.05)
    rim = brief.of(
        "clock rim frame case body",
        "metal" if brief.style_name in ("modern", "futuristic", "industrial") else "wood",
        is_main=True,
    )
    lift = 0.0
    if brief.has("pendulum"):
        lift = 0.26
        drawing.add("box", (width * 0.4, lift + width * 0.2, depth * 0.4), (0, 0, -depth * 0.28), name="case", **rim)
        drawing.add(
            "pendulum",
            (0.07, lift * 0.8, 0.012),
            (0, 0.03, -depth * 0.08 + 0.004),
            name="pendulum",
            **brief.of("pendulum", "brass_polished"),
        )
    clock_face(drawing, brief, width, depth, (0, lift, 0), rim, is_held=True)
    if brief.style_name == "steampunk":
        for x, size in ((-0.1, 0.14), (0.1, 0.1)):
            drawing.add(
                "gear",
                (size, 0.012, size),
                (x, max(lift + 0.01 - size * 0.35, size / 2), -depth * 0.1),
                turn=(90, 0, 0),
                teeth=20,
                spokes=5,
                **brief.of("gear", "copper"),
            )


def clock_face(
    drawing: Drawing,
    brief: Brief,
    width: float,
    depth: float,
    at: tuple[float, float, float],
    rim: Finish,
    *,
    is_held: bool = False,
) -> None:
    dial = brief.of("dial face", "enamel_white")
    hands = brief.of("hand", "paint_black")
    numerals = brief.of("numeral", "paint_black")
    drawing.add(
        "clock_face", (width, width, depth), at, name="clock", numerals=brief.numerals, hands=brief.style.hand,
        hour=10.0, minute=float(brief.random.integers(5, 14)), dial_material=dial["material"], dial_color=dial["color"],
        hands_material=hands["material"], hands_color=hands["color"], numerals_material=numerals["material"],
        numerals_color=numerals["color"], held="wall" if is_held else "", **rim,
    )  # fmt: skip


@archetype(
    "grandfather clock", "furniture", "decorative",
    "grandfather clock, longcase clock, long case clock, tall case clock, standing clock, floor clock, standuhr, "
    "grandmother clock",
    about="A clock as tall as a person in a wooden case, with a swinging pendulum behind glass.",
    parts="dial, hand, numeral, pendulum, weight, case, pediment",
    features="pendulum",
)  # fmt: skip
def grandfather_clock(drawing: Drawing, brief: Brief) -> None:
    """Draw plinth, trunk with a glass door, hood with the face, pediment, pendulum and weights."""
    width, height, depth = brief.box(0.52, 2.1, 0.3)
    wood = brief.of("clock case body frame", "walnut" if brief.style_name == "realistic" else "wood", is_main=True)
    base, hood = height * 0.24, width * 0.98
    trunk_w, trunk = width * 0.74, height - height * 0.24 - hood - height * 0.05
    foot = drawing.add(
        "box", (width * 0.94, base - 0.05, depth * 0.94), (0, 0.05, 0), radius_m=0.006, name="base", **wood
    )
    dress(drawing, brief, foot, "front")
    drawing.add("box", (width, 0.075, depth), (0, 0, 0), radius_m=0.012, name="plinth", **wood)
    drawing.add(
        "front", (width * 0.74, base - 0.14, 0.024), (0, 0.09, depth * 0.47), style="raised", name="panel", **wood
    )
    drawing.add("box", (width * 0.9, 0.035, depth * 0.9), (0, base - 0.01, 0), radius_m=0.014, name="moulding", **wood)
    low = base + 0.02
    drawing.add(
        "shelf_unit", (trunk_w, trunk, depth * 0.72), (0, low, 0), shelves=0, wall_m=0.022, name="trunk", **wood
    )
    z = depth * 0.36
    drawing.add(
        "frame", (trunk_w - 0.01, trunk - 0.01, 0.022), (0, low + 0.005, z + 0.006), border_m=0.05, name="door", **wood
    )
    drawing.add(
        "box", (trunk_w - 0.09, trunk - 0.09, 0.005), (0, low + 0.045, z + 0.006), name="pane", material="glass_clear"
    )
    brass = brief.of("pendulum weight", "brass_polished")
    drawing.add("pendulum", (0.14, trunk * 0.8, 0.02), (0, low + trunk * 0.14, 0.03), name="pendulum", **brass)
    drawing.add(
        "rod", (0.016, 0.16, 0.016), (0, low + trunk * 0.93 - 0.08, -0.04), turn=(90, 0, 0), name="arbor", **brass
    )
    for side in (1.0, -1.0):
        x = side * trunk_w * 0.24
        drawing.add("rod", (0.005, trunk * 0.4, 0.005), (x, low + trunk * 0.58, -0.02), name="chain", **brass)
        drawing.add("disc", (0.05, 0.18, 0.05), (x, low + trunk * 0.58 - 0.17, -0.02), name="weight", edge=0.1, **brass)
    _hood(drawing, brief, width, depth, low + trunk, hood, height, wood)


def _hood(
    drawing: Drawing, brief: Brief, width: float, depth: float, y: float, hood: float, height: float, wood: Finish
) -> None:
    """Draw the head of the clock: mouldings, columns, face and pediment."""
    drawing.add("box", (width * 0.96, 0.04, depth * 0.96), (0, y - 0.012, 0), radius_m=0.014, name="moulding", **wood)
    body = (width * 0.9, hood - 0.03, depth * 0.84)
    drawing.add("box", body, (0, y + 0.025, 0), radius_m=0.004, name="hood", **wood)
    clock_face(
        drawing,
        brief,
        width * 0.74,
        0.04,
        (0, y + 0.02 + (hood - width * 0.74) / 2, depth * 0.42 + 0.008),
        brief.of("rim", "brass_polished"),
    )
    for side in (1.0, -1.0):
        at = (side * width * 0.42, y + 0.025, depth * 0.42)
        drawing.add("leg", (0.04, hood - 0.03, 0.04), at, style="turned", name="column", **wood)
    top = y + hood - 0.012
    drawing.add("box", (width, 0.045, depth), (0, top, 0), radius_m=0.014, name="cornice", **wood)
    rest = height - top - 0.04
    if rest < 0.03 or brief.style_name in ("modern", "minimalist", "futuristic"):
        return
    drawing.add("gable_end", (width * 0.92, rest * 0.8, 0.05), (0, top + 0.043, depth * 0.3), name="pediment", **wood)
    profile = path_of(".5 0, .8 .1, .4 .25, 1 .5, .5 .8, .05 1")
    for x in (-width * 0.42, 0.0, width * 0.42):
        lift = top + 0.04 + (rest * 0.74 if not x else 0.0)
        drawing.add(
            "turning",
            (0.045, 0.09, 0.045),
            (x, lift, depth * 0.3),
            profile=profile,
            name="finial",
            **brief.of("finial", "brass_polished"),
        )
