"""Rockets, flying saucers and balloons."""

from math import cos, radians, sin

from engine.archetypes.brief import Brief, Finish
from engine.archetypes.drawing import Drawing
from engine.archetypes.register import archetype
from engine.archetypes.vehicles.shared import Line, bright, part_of, tubes, twins

_HULLS = {
    "steampunk": "copper", "rustic": "pine", "industrial": "steel_brushed", "futuristic": "silver",
    "art deco": "chrome", "cyberpunk": "carbon_fibre", "modern": "aluminium", "gothic": "iron_black",
}  # fmt: skip
_FINS = {
    "steampunk": "brass_polished", "rustic": "wood_reclaimed", "industrial": "iron_black", "futuristic": "carbon_fibre",
    "art deco": "gold", "cyberpunk": "paint_black", "modern": "paint_black", "minimalist": "paint_white",
}  # fmt: skip


@archetype(
    "rocket", "vehicle", "spacecraft",
    "rocket, spaceship, spacecraft, space rocket, rocket ship, rocketship, missile, space ship, moon "
    "rocket, launch vehicle, starship, rakete, raumschiff, fusée, cohete, nave espacial",
    hints="space, astronaut, launch, moon, mars, orbit",
    about="A tall vehicle with fins and a nozzle at its foot that flies into space.",
    parts="fin, nose, nozzle, band, window, booster, hull, flame",
    features="booster, flame, launch pad, ladder",
)  # fmt: skip
def rocket(drawing: Drawing, brief: Brief) -> None:
    """Draw a rocket that stands on its fins, with a nozzle, portholes and a red nose."""
    width, height, _ = brief.box(2.6, 9.0, 2.6, keeps_shape=True)
    girth = width * 0.52
    foot = height * 0.07
    paint = brief.of("body rocket hull", _HULLS.get(brief.style_name, "paint_white"), is_main=True)
    accent = brief.of("fin nose accent", _FINS.get(brief.style_name, "paint_red"), is_accent=True)
    body = height * 0.68
    drawing.add(
        "turning", (girth, body, girth), (0, foot, 0), profile=[0.6, 0, 0.78, 0.06, 0.97, 0.32, 1.0, 0.5, 0.93, 0.78,
        0.76, 1.0], name="body", **paint,
    )  # fmt: skip
    drawing.add(
        "turning", (girth * 0.765, height - foot - body, girth * 0.765), (0, foot + body - 0.002, 0), name="nose",
        profile=[1.0, 0, 0.9, 0.16, 0.62, 0.5, 0.26, 0.78, 0.09, 0.86, 0.07, 0.97, 0.02, 1.0], **accent,
    )  # fmt: skip
    drawing.add("nozzle", (girth * 0.62, foot * 0.9, girth * 0.62), (0, foot * 0.2, 0), material="steel_brushed")
    fins = brief.count("fin", 4, least=3, most=8)
    reach = (width - girth * 0.8) / 2
    for number in range(fins):
        angle = 360.0 * number / fins + 45
        middle = girth * 0.36 + reach / 2
        drawing.add(
            "fin", (girth * 0.09, height * 0.34, reach + girth * 0.1), (middle * sin(radians(angle)), 0,
            middle * cos(radians(angle))), turn=(0, angle + 180, 0), is_rocket=True, **accent,
        )  # fmt: skip
    for number in range(brief.count("window", 3, most=6)):
        y = foot + body * (0.78 - 0.15 * number)
        radius = girth * (0.465 + 0.012 * number)
        drawing.add(
            "porthole", (girth * 0.26, girth * 0.26, girth * 0.12), (0, y - girth * 0.13, radius - girth * 0.02),
            **brief.of("window", "brass_polished"),
        )  # fmt: skip
    if brief.has("booster"):
        _boosters(drawing, paint, accent, girth, height, foot)
    if brief.has("flame"):
        drawing.add(
            "cone", (girth * 0.5, foot * 0.7, girth * 0.5), (0, 0, 0), turn=(180, 0, 0), name="flame", top=0.1,
            material="emissive_warm",
        )  # fmt: skip
    if brief.has("launch pad", "ladder"):
        _ladder(drawing, girth, foot + body * 0.62)
    bands, band = [0.2, 0.6], accent
    if brief.style.ornament in ("light", "deco", "bolts", "straps", "rivets"):
        bands = [0.2, 0.34, 0.48, 0.6]
    if brief.style.ornament == "light":
        band = Finish(material=brief.style.material("glow"), color=brief.style.glow_tint)
    elif brief.style.ornament in ("deco", "straps", "bolts"):
        band = brief.of("band", "trim")
    for y in bands:
        across = girth * (0.955 if y < 0.5 else 1.0)
        drawing.add(
            "hoop", (across * 1.02, girth * 0.05, across * 1.02), (0, foot + body * y, 0), inner=0.9, name="band",
            **band,
        )  # fmt: skip


def _boosters(drawing: Drawing, paint: Finish, accent: Finish, girth: float, height: float, foot: float) -> None:
    """Draw two boosters at the flanks."""
    for side in (1.0, -1.0):
        x = side * girth * 0.72
        drawing.add(
            "turning", (girth * 0.44, height * 0.5, girth * 0.44), (x, foot, 0), name="booster", profile=[0.8, 0, 1.0,
            0.03, 1.0, 0.82, 0.7, 0.93, 0.08, 1.0], **paint,
        )  # fmt: skip
        drawing.add("nozzle", (girth * 0.34, foot * 0.8, girth * 0.34), (x, foot * 0.5, 0), material="steel_brushed")
        for y in (0.12, 0.36):
            drawing.add(
                "box", (girth * 0.5, girth * 0.08, girth * 0.1), (side * girth * 0.46, foot + height * y, 0),
                name="booster_link", **accent,
            )  # fmt: skip


def _ladder(drawing: Drawing, girth: float, top: float) -> None:
    z = girth * 0.56
    rails: list[Line] = [[(x * girth, 0.02, z * 1.5), (x * girth, top, z * 0.84)] for x in (-0.12, 0.12)]
    rungs: list[Line] = []
    for step in range(1, 16):
        share = step / 16
        rungs.append([(x * girth, 0.02 + (top - 0.02) * share, z * (1.5 - 0.66 * share)) for x in (-0.12, 0.12)])
    tubes(drawing, [*rails, *rungs], girth * 0.025, "ladder", Finish(material="steel_brushed", color=""))


@archetype(
    "ufo", "vehicle", "spacecraft",
    "ufo, flying saucer, alien ship, alien spaceship, alien spacecraft, mothership, space saucer, ovni, fliegende "
    "untertasse",
    hints="alien, extraterrestrial, abduction",
    about="A round flying saucer of visitors from another world, with a glass dome, lights round its rim and legs to "
    "land on.",
    parts="dome, leg, light, hull, ramp, ring, antenna",
    features="ramp, antenna, beam, alien",
)  # fmt: skip
def ufo(drawing: Drawing, brief: Brief) -> None:
    """Draw a saucer on three legs: rim of lights, dome with a pilot, ramp."""
    width, height, _ = brief.box(8.0, 3.6, 8.0, keeps_shape=True)
    role = {"steampunk": "brass_polished", "rustic": "oak", "art deco": "gold", "minimalist": "paint_white"}.get(
        brief.style_name, "aluminium"
    )
    paint = brief.of("body hull ufo saucer", role, is_main=True)
    accent = brief.of("ring rim band", "chrome" if brief.style_name != "steampunk" else "copper", is_accent=True)
    low, tall = height * 0.26, height * 0.44
    drawing.add(
        "turning", (width, tall, width), (0, low, 0), name="hull", profile=[0.2, 0, 0.36, 0.05, 0.9, 0.36, 1.0, 0.45,
        0.97, 0.5, 0.62, 0.72, 0.36, 0.95, 0.3, 1.0], **paint,
    )  # fmt: skip
    drawing.add(
        "hoop", (width * 1.02, tall * 0.13, width * 1.02), (0, low + tall * 0.39, 0), name="rim", inner=0.93, **accent
    )
    drawing.add(
        "hoop", (width * 0.4, tall * 0.16, width * 0.4), (0, low + tall * 0.88, 0), name="collar", inner=0.8, **accent
    )
    drawing.add(
        "dome", (width * 0.34, height - low - tall * 0.96, width * 0.34), (0, low + tall * 0.95, 0), name="dome",
        **brief.of("dome window glass", "glass_tinted"),
    )  # fmt: skip
    lights = brief.count("light", 16, least=4, most=40)
    colors = ("emissive_warm", "screen_emissive")
    for step in range(lights):
        angle = radians(360 * step / lights)
        glow = brief.of("light", colors[step % 2])
        drawing.add(
            "ball", (width * 0.045,) * 3, (width * 0.5 * sin(angle), low + tall * 0.455 - width * 0.0225,
            width * 0.5 * cos(angle)), name="light", **glow,
        )  # fmt: skip
    for step in range(10):
        angle = 36.0 * step
        a = radians(angle)
        lying_turn = (0.0, angle, 0.0)
        drawing.add(
            "porthole", (tall * 0.17, tall * 0.17, tall * 0.2), (width * 0.285 * sin(a), low + tall * 0.66,
            width * 0.285 * cos(a)), turn=lying_turn, **accent,
        )  # fmt: skip
    drawing.add(
        "cone", (width * 0.34, height * 0.08, width * 0.34), (0, low - height * 0.04, 0), turn=(180, 0, 0),
        name="drive", top=0.6, material="screen_emissive",
    )  # fmt: skip
    _ufo_legs(drawing, brief, width, height, paint, accent)


def _ufo_legs(
    drawing: Drawing, brief: Brief, width: float, height: float, paint: Finish, accent: Finish
) -> None:  # fmt: skip
    """Draw the legs on their feet, the ramp and the antenna."""
    low, tall = height * 0.26, height * 0.44
    for step in range(brief.count("leg", 3, least=3, most=8)):
        a = radians(360 / brief.count("leg", 3, least=3, most=8) * step + 60)
        foot, hip = width * 0.36, width * 0.27
        tubes(
            drawing, [[(hip * sin(a), low + tall * 0.2, hip * cos(a)), (foot * sin(a), 0.08, foot * cos(a))]], 0.14,
            "leg", brief.of("leg", accent["material"]),
        )  # fmt: skip
        drawing.add(
            "turning", (width * 0.1, 0.16, width * 0.1), (foot * sin(a), 0, foot * cos(a)), name="foot", profile=[1, 0,
            1, 0.4, 0.3, 1.0], **accent,
        )  # fmt: skip
    if brief.has("ramp", default=True):
        drawing.add(
            "box", (width * 0.12, 0.07, width * 0.34), (0, low * 0.48, width * 0.26), turn=(18.0, 0, 0), name="ramp",
            **paint,
        )  # fmt: skip
    tubes(drawing, [[(0, height - 0.15, 0), (0, height + 0.3, 0)]], 0.05, "antenna", accent)
    drawing.add("ball", (0.16, 0.16, 0.16), (0, height + 0.24, 0), name="antenna_tip", material="paint_red")


@archetype(
    "hot air balloon", "vehicle", "aircraft",
    "hot air balloon, hot-air balloon, air balloon, montgolfier, balloon ride, heissluftballon, heißluftballon, "
    "montgolfière",
    hints="basket flight",
    about="A huge bag of cloth filled with hot air above a wicker basket with a burner, in which people drift over "
    "the land.",
    parts="basket, envelope, rope, burner, stripe",
    features="sandbag, flag",
)  # fmt: skip
def hot_air_balloon(drawing: Drawing, brief: Brief) -> None:
    """Draw a balloon above its basket, with gores in two colours."""
    width, height, _ = brief.box(13.0, 18.5, 13.0, keeps_shape=True)
    main = brief.of(
        "envelope body balloon", {"steampunk": "leather_brown", "art deco": "paint_black",
        "minimalist": "fabric_grey"}.get(brief.style_name, brief.choose("paint_red", "paint_blue")), is_main=True,
    )  # fmt: skip
    other = brief.of(
        "stripe gore accent", {"steampunk": "brass_polished", "art deco": "gold"}.get(brief.style_name, "paint_white"),
        is_accent=True,
    )  # fmt: skip
    bag_y = height * 0.2
    drawing.add(
        "balloon", (width, height - bag_y, width), (0, bag_y, 0), name="envelope", gores=brief.count("stripe", 16,
        least=4, most=32), **part_of("gore", other), **main,
    )  # fmt: skip
    wide, tall = height * 0.088, height * 0.068
    wicker = brief.of("basket gondola", "oak")
    drawing.add(
        "basket_wicker", (wide, tall, wide), (0, 0, 0), name="basket", **part_of("rim", brief.of("rim",
        "leather_brown")), **wicker,
    )  # fmt: skip
    metal = bright(brief, "burner")
    x, top = wide * 0.44, height * 0.145
    tubes(drawing, twins([[(x, tall * 0.8, z), (x * 0.8, top, z * 0.8)] for z in (x, -x)]), wide * 0.03, "pole", metal)
    ring = [
        (x * 0.8, top, x * 0.8), (-x * 0.8, top, x * 0.8), (-x * 0.8, top, -x * 0.8), (x * 0.8, top, -x * 0.8),
        (x * 0.8, top, x * 0.8),
    ]  # fmt: skip
    tubes(drawing, [ring, [(-x * 0.8, top, 0), (x * 0.8, top, 0)]], wide * 0.04, "burner_frame", metal)
    for side in (1.0, -1.0):
        drawing.add(
            "turning", (wide * 0.2, wide * 0.34, wide * 0.2), (side * wide * 0.14, top - wide * 0.02, 0),
            name="burner", profile=[0.6, 0, 0.9, 0.1, 1.0, 1.0], **metal,
        )  # fmt: skip
        drawing.add(
            "turning", (wide * 0.12, wide * 0.8, wide * 0.12), (side * wide * 0.14, top + wide * 0.3, 0), name="flame",
            profile=[0.8, 0, 1.0, 0.2, 0.5, 0.7, 0.05, 1.0], material="emissive_warm",
        )  # fmt: skip
    mouth = width * 0.094
    lines: list[Line] = []
    for step in range(8):
        a = radians(45 * step)
        corner = (x * 0.8 * (1 if sin(a) > 0 else -1), top, x * 0.8 * (1 if cos(a) > 0 else -1))
        lines.append([corner, (mouth * sin(a), bag_y + 0.04 * wide, mouth * cos(a))])
    tubes(drawing, lines, wide * 0.022, "rope", brief.of("rope", "fabric_grey"))
    for side in (1.0, -1.0):
        for z in (-0.25, 0.25):
            drawing.add(
                "ball", (wide * 0.16, wide * 0.26, wide * 0.16), (side * wide * 0.55, tall * 0.36, z * wide),
                name="sandbag", material="fabric_grey",
            )  # fmt: skip
