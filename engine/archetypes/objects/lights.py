"""Candles and lanterns."""

from math import cos, radians, sin

from engine.archetypes.brief import OWN_STAND, Brief, Finish
from engine.archetypes.drawing import Drawing
from engine.archetypes.objects.choices import has, kin, metal, plain
from engine.archetypes.objects.placing import bent
from engine.archetypes.register import archetype

_STICKS: dict[str, list[str | float]] = {  # turned profiles: radius, height
    "classic": [1, 0, 1, 0.03, 0.8, 0.06, 0.3, 0.12, 0.2, 0.2, 0.34, 0.3, 0.2, 0.4, 0.16, 0.6, 0.3, 0.72, 0.2, 0.82,
        0.5, 0.9,
                0.46, 1],
    "plain": [1, 0, 1, 0.04, 0.9, 0.07, 0.2, 0.1, 0.14, 0.3, 0.14, 0.8, 0.3, 0.9, 0.34, 1],
    "stepped": [1, 0, 1, 0.05, 0.99, 0.07, 0.8, 0.08, 0.8, 0.14, 0.6, 0.16, 0.6, 0.22, 0.24, 0.25, 0.22, 0.8, 0.4,
        0.84, 0.42, 1],
    "ball": [1, 0, 0.9, 0.06, 0.3, 0.1, 0.26, 0.16, 0.5, 0.3, 0.24, 0.44, 0.42, 0.56, 0.22, 0.68, 0.34, 0.78, 0.2,
        0.86, 0.44, 1],
}  # fmt: skip


@archetype(
    "candle", "object", "light",
    "candle, candlestick, candle holder, candelabra, candelabrum, pillar candle, scented candle, tea light, "
    "tealight, taper candle, "
    "menorah, kerze, bougie, vela, kerzenständer, birthday candle, candle stand, "
    "votive, votive candle, candleholder, tealight holder, advent candle, dinner candle, beeswax candle, "
    "chamberstick, sconce candle, altar candle",
    hints="wax, wick, flame",
    about=(
        "A candle: a stick of wax with a burning wick, in a candlestick, a glass or on a plate, for soft light "
        "at dinner."
    ),
    parts="flame, holder, stick, wick, wax, jar, base, arm", features="unlit, jar, scented=jar, holder",
)  # fmt: skip
def candle(drawing: Drawing, brief: Brief) -> None:
    """Draw a candle in its stick, a candelabra with arms, a candle in a glass, or a pillar on its plate."""
    arms = brief.count(
        "arm", 0 if not has(brief, "candelabra candelabrum menorah") else 7 if "menorah" in brief.words else 5, most=9
    )
    is_held = has(brief, "candlestick holder candelabra candelabrum menorah")
    is_holder_told = bool({"candlestick", "holder"} & {*brief.part_materials, *brief.part_colors})
    wax = brief.of("candle wax", "paper", is_main=not is_held or is_holder_told)
    wax = plain("paint_white", wax["color"] or "#efe6cf") if wax["material"] == "paper" or wax["color"] else wax
    if arms > 1:
        return _candelabra(drawing, brief, wax, arms)
    if has(brief, "jar scented tealight tea glass"):
        return _in_glass(drawing, brief, wax)
    if has(brief, "pillar") or (kin(brief) in ("minimalist", "modern") and not has(brief, "candlestick stick")):
        return _pillar(drawing, brief, wax)
    width, height, _ = brief.box(0.11, 0.36, 0.11, keeps_shape=True)
    form = {
        "art deco": "stepped",
        "futuristic": "ball",
        "contemporary": "ball",
        "industrial": "plain",
        "minimalist": "plain",
    }
    if OWN_STAND in brief.excluded:
        _stick(drawing, brief, wax, (0.0, 0.0, 0.0), width * 0.19, height * 0.7)
        return None
    holder = metal(brief, "candlestick holder stick base", is_main=is_held and not is_holder_told)
    tall = height * 0.46
    profile = _STICKS[form.get(kin(brief), "classic")]
    drawing.add("turning", (width, tall, width), profile=profile, name="candlestick", **holder)
    _stick(drawing, brief, wax, (0.0, tall * 0.97, 0.0), width * 0.21, height - tall)
    if kin(brief) in ("rustic", "realistic"):
        ring = [
            (width * 0.46 + width * 0.2 * cos(radians(a)), width * 0.2 + width * 0.17 * sin(radians(a)), 0.0)
            for a in range(0, 360, 45)
        ]
        bent(drawing, ring, width * 0.05, holder, name="finger_ring", is_closed=True)
    return None


def _stick(
    drawing: Drawing, brief: Brief, wax: Finish, at: tuple[float, float, float], wide: float, tall: float
) -> None:
    """Draw a candle with wick and flame that ends at `tall` above its foot."""
    x, y, z = at
    flame = 0.0 if "unlit" in brief.features or brief.excluded & {"flame"} else min(wide * 1.5, tall * 0.22)
    body = tall - flame - wide * 0.3
    profile: list[str | float] = [1, 0, 1, 0.5, 0.99, 0.95, 0.92, 0.985, 0.7, 1, 0.3, 0.985]
    drawing.add("turning", (wide, body, wide), at, profile=profile, name="candle", is_flowing=False, **wax)
    drawing.add(
        "rod", (wide * 0.07, wide * 0.62, wide * 0.07), (x, y + body * 0.98, z), name="wick", material="plastic_black"
    )
    if flame:
        drawing.add("candle_flame", (flame * 0.33, flame, flame * 0.33), (x, y + body + wide * 0.28, z), name="flame",
                    material="emissive_warm")  # fmt: skip


def _candelabra(drawing: Drawing, brief: Brief, wax: Finish, arms: int) -> None:
    width, height, _ = brief.box(0.36, 0.5, 0.13, keeps_shape=True)
    brass = metal(brief, "candelabra holder base arm", is_main=True)
    foot, low = height * 0.3, height * 0.62
    drawing.add("turning", (foot, low, foot), profile=_STICKS["classic"], name="stem", **brass)
    pairs, cup = arms // 2, width * 0.1
    places = [(0.0, low * 0.97)] if arms % 2 else []
    for number in range(pairs):
        reach, rise = width / 2 * 0.92 * (number + 1) / pairs, low * (0.92 if pairs > 2 else 0.86)
        for hand in (-1, 1):
            arm = [(0.0, low * (0.74 - 0.14 * number / pairs), 0.0), (hand * reach * 0.45,
                low * (0.56 - 0.12 * number / pairs), 0.0),
                   (hand * reach * 0.92, low * 0.68, 0.0), (hand * reach, rise, 0.0)]  # fmt: skip
            bent(drawing, arm, width * 0.03, brass, name="arm")
            places.append((hand * reach, rise))
    for x, y in places:
        profile: list[str | float] = [0.3, 0, 1, 0.3, 1, 0.4, 0.5, 0.46, 0.6, 0.9, 0.6, 1]
        drawing.add("turning", (cup, cup * 0.7, cup), (x, y - cup * 0.08, 0), profile=profile, name="cup", **brass)
        _stick(drawing, brief, wax, (x, y + cup * 0.58, 0.0), cup * 0.46, height - low)


def _in_glass(drawing: Drawing, brief: Brief, wax: Finish) -> None:
    is_small = has(brief, "tealight") or ("tea" in brief.words)
    width, height, _ = brief.box(*((0.06, 0.045, 0.06) if is_small else (0.085, 0.1, 0.085)), keeps_shape=True)
    glass = brief.of("jar glass holder", "glass_clear", is_accent=True)
    drawing.add("vessel", (width, height, width), form="tumbler", wall=0.05, fill=0.62, label=[0.25,
        0.62] if not is_small else [],
                label_material="paper", content_material=wax["material"], content_color=wax["color"], name="jar",
                    **glass)  # fmt: skip
    drawing.add(
        "rod", (width * 0.02, width * 0.2, width * 0.02), (0, height * 0.6, 0), name="wick", material="plastic_black"
    )
    drawing.add("candle_flame", (width * 0.11, width * 0.32, width * 0.11), (0, height * 0.6 + width * 0.12, 0),
        name="flame",
                material="emissive_warm")  # fmt: skip


def _pillar(drawing: Drawing, brief: Brief, wax: Finish) -> None:
    width, height, _ = brief.box(0.14, 0.2, 0.14, keeps_shape=True)
    plate = metal(brief, "plate holder base", "slate")
    profile: list[str | float] = [0.9, 0, 1, 0.3, 1, 1]
    drawing.add("vessel", (width, height * 0.07, width), profile=profile, wall=0.04, name="plate", **plate)
    _stick(drawing, brief, wax, (0.0, height * 0.01, 0.0), width * 0.5, height * 0.99)


@archetype(
    "lantern", "object", "light",
    "lantern, oil lamp, hurricane lantern, kerosene lamp, storm lantern, camping lantern, oil lantern, laterne, "
    "lanterne, farol, "
    "paper lantern, candle lantern, moroccan lantern, gas lantern, miner lamp, kerosene lantern, "
    "storm lamp, railway lantern, hurricane lamp, carriage lantern, chinese lantern, jack o lantern lamp, "
    "tilley lamp, davy lamp, pit lamp, tea light lantern",
    hints="carry light, camp",
    about="A lantern: a portable lamp whose flame or candle burns behind glass in a metal cage with a handle on top.",
    parts="glass, handle, frame, roof, base, flame, candle, ring", features="handle",
)  # fmt: skip
def lantern(drawing: Drawing, brief: Brief) -> None:
    """Draw a storm lantern with chimney and guard, a paper lantern, or a candle lantern of glass panes."""
    if has(brief, "paper chinese"):
        return _paper(drawing, brief)
    if has(brief, "hurricane kerosene oil storm camping miner") or kin(brief) in ("steampunk", "industrial"):
        return _storm(drawing, brief)
    return _panes(drawing, brief)


def _panes(drawing: Drawing, brief: Brief) -> None:
    """Draw a square lantern: base, four posts with panes, a stepped roof with vents, and a ring."""
    width, height, _ = brief.box(0.19, 0.4, 0.19, keeps_shape=True)
    is_wood = kin(brief) in ("minimalist", "contemporary")
    frame = brief.of("lantern frame base roof", "oak" if is_wood else _frame(brief), is_main=True)
    glass = brief.of("glass pane", "glass_clear")
    base, body = height * 0.08, height * 0.56
    drawing.add("box", (width, base * 0.6, width), radius_m=width * 0.012, name="base", **frame)
    drawing.add(
        "box",
        (width * 0.9, base * 0.5, width * 0.9),
        (0, base * 0.55, 0),
        radius_m=width * 0.01,
        name="plinth",
        **frame,
    )
    post, half = width * 0.07, width * 0.41
    for x in (-1.0, 1.0):
        for z in (-1.0, 1.0):
            drawing.add("box", (post, body + base * 0.1, post), (x * half, base, z * half), name="post", **frame)
    for turn in (0, 90, 180, 270):
        x, z = half * sin(radians(turn)), half * cos(radians(turn))
        drawing.add(
            "box", (2 * half, body, width * 0.014), (x, base * 1.02, z), turn=(0, turn, 0), name="pane", **glass
        )
        if not is_wood:
            bar = (2 * half, width * 0.025, width * 0.03)
            drawing.add("box", bar, (x, base + body * 0.72, z), turn=(0, turn, 0), name="bar", **frame)
    top = base + body
    drawing.add(
        "box", (width * 0.98, height * 0.03, width * 0.98), (0, top, 0), name="cornice", radius_m=width * 0.01, **frame
    )
    if is_wood:
        drawing.add("box", (width * 0.6, height * 0.05, width * 0.6), (0, top + height * 0.028, 0), name="cap", **frame)
    else:
        drawing.add("vessel", (width * 1.06, height * 0.17, width * 1.06), (0, top + height * 0.029, 0), turn=(0, 45,
            0), sides=4, wall=0.05,
                    profile=[0.94, 0, 0.7, 0.4, 0.42, 0.66, 0.36, 1], name="roof", **frame)  # fmt: skip
        drawing.add(
            "disc",
            (width * 0.4, height * 0.03, width * 0.4),
            (0, top + height * 0.19, 0),
            edge=0.3,
            name="cap",
            **frame,
        )
    crest = top + height * (0.07 if is_wood else 0.215)
    ring = width * (0.34 if is_wood else 0.17)
    loop = [(ring * sin(radians(a)), crest + ring - ring * cos(radians(a)), 0.0) for a in range(0, 360, 30)]
    bent(drawing, loop, width * 0.035, brief.of("handle ring", frame["material"]), name="ring", is_closed=True)
    wax = plain("paint_white", "#efe6cf")
    _stick(drawing, brief, wax, (0.0, base * 1.0, 0.0), width * 0.34, body * 0.72)


def _frame(brief: Brief) -> str:
    return {"art deco": "gold", "futuristic": "chrome", "modern": "steel_brushed"}.get(kin(brief), "iron_black")


def _storm(drawing: Drawing, brief: Brief) -> None:
    """Draw a storm lantern: tank, burner, glass chimney in its guard, air tubes, hood and bail."""
    width, height, _ = brief.box(0.19, 0.36, 0.15, keeps_shape=True)
    default = {"realistic": "paint_red", "industrial": "iron_black", "rustic": "iron_black"}
    body = metal(brief, "lantern body tank", default.get(kin(brief), "brass_polished"), is_main=True)
    body = (
        body
        if brief.style_name not in default or body["color"] or brief.materials
        else plain(default[brief.style_name])
    )
    wide = width * 0.74
    tank: list[str | float] = [0.94, 0, 1, 0.06, 1, 0.34, 0.96, 0.5, 0.6, 0.76, 0.4, 0.86, 0.42, 1]
    drawing.add("turning", (wide, height * 0.24, wide), profile=tank, name="tank", **body)
    drawing.add(
        "disc", (wide * 0.62, height * 0.03, wide * 0.62), (0, height * 0.235, 0), edge=0.3, name="burner", **body
    )
    glass: list[str | float] = [0.66, 0, 0.8, 0.1, 1, 0.38, 0.86, 0.7, 0.6, 0.94, 0.58, 1]
    drawing.add("vessel", (wide * 0.78, height * 0.36, wide * 0.78), (0, height * 0.26, 0), profile=glass, wall=0.05,
        name="chimney",
                **brief.of("glass chimney", "glass_clear"))  # fmt: skip
    drawing.add(
        "rod",
        (wide * 0.16, height * 0.06, wide * 0.16),
        (0, height * 0.262, 0),
        name="wick_tube",
        material="brass_polished",
    )
    drawing.add(
        "candle_flame",
        (wide * 0.26, height * 0.15, wide * 0.26),
        (0, height * 0.315, 0),
        name="flame",
        material="emissive_warm",
    )
    hood: list[str | float] = [1, 0, 0.92, 0.2, 0.6, 0.36, 0.6, 0.7, 0.7, 0.74, 0.5, 0.94, 0.1, 1]
    drawing.add(
        "turning", (wide * 0.66, height * 0.2, wide * 0.66), (0, height * 0.605, 0), profile=hood, name="hood", **body
    )
    for hand in (-1, 1):
        r = width / 2 * 0.94
        tube = [(hand * wide * 0.44, height * 0.14, 0.0), (hand * r, height * 0.22, 0.0), (hand * r, height * 0.45,
            0.0),
                (hand * r * 0.94, height * 0.66, 0.0), (hand * wide * 0.2, height * 0.72, 0.0)]  # fmt: skip
        bent(drawing, tube, width * 0.07, body, name="air_tube")
    wire = metal(brief, "handle bail wire", "steel_brushed")
    for turn in (35, 145):
        a = radians(turn)
        guard = [(wide * 0.34 * cos(a) * s, height * y, wide * 0.34 * sin(a) * s) for s, y in
                 ((0.8, 0.25), (1.28, 0.3), (1.32, 0.42), (1.1, 0.54), (0.6, 0.62))]  # fmt: skip
        bent(drawing, guard, width * 0.014, wire, name="guard")
        bent(drawing, [(-x, y, -z) for x, y, z in guard], width * 0.014, wire, name="guard")
    bail = [(-width * 0.44, height * 0.56, 0.0), (-width * 0.5, height * 0.74, 0.0), (-width * 0.3, height * 0.95,
        0.0), (0.0, height, 0.0),
            (width * 0.3, height * 0.95, 0.0), (width * 0.5, height * 0.74, 0.0), (width * 0.44, height * 0.56,
                0.0)]  # fmt: skip
    bent(drawing, bail, width * 0.022, wire, name="handle")


def _paper(drawing: Drawing, brief: Brief) -> None:
    """Draw a round paper lantern with bamboo hoops, on a low ring."""
    width, height, _ = brief.box(0.36, 0.36, 0.36, keeps_shape=True)
    paper = brief.of("lantern paper shade", "paper", is_main=True)
    tint = paper["color"] or ("#c62f26" if has(brief, "chinese red") else "")
    wood = brief.of("frame ring", "walnut")
    drawing.add("hoop", (width * 0.5, height * 0.05, width * 0.5), inner=0.84, name="ring", **wood)
    profile: list[str | float] = [0.42, 0, 0.7, 0.1, 0.92, 0.28, 1, 0.5, 0.92, 0.72, 0.7, 0.9, 0.42, 1]
    drawing.add("vessel", (width, height * 0.92, width), (0, height * 0.04, 0), profile=profile, wall=0.012,
        name="shade",
                bands=[0.08, 0.2, 0.35, 0.5, 0.65, 0.8, 0.92], bands_material=wood["material"], fill=0.97,
                    content_material="emissive_warm",
                content_color=tint or "#ffe2b0", material=paper["material"], color=tint)  # fmt: skip
    drawing.add(
        "hoop", (width * 0.44, height * 0.05, width * 0.44), (0, height * 0.94, 0), inner=0.84, name="ring", **wood
    )
