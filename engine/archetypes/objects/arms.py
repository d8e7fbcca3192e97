"""Swords and shields on their stands; the front is +z."""

from math import cos, pi, sin

import msgspec

from domain.spec import DesignObject
from engine.archetypes.brief import Brief, Finish
from engine.archetypes.drawing import Drawing
from engine.archetypes.objects.choices import kin
from engine.archetypes.objects.shaping import blend, cut, limb, lump, pose, sized, spin, strut
from engine.archetypes.objects.treasure import iron_of
from engine.archetypes.register import archetype


@archetype(
    "sword", "object", "weapon",
    "sword, longsword, broadsword, katana, saber, sabre, schwert, épée, espada, rapier, excalibur, scimitar, "
    "claymore, greatsword, "
    "cutlass, falchion, short sword, shortsword, gladius, epee, wakizashi, two handed sword, zweihander, "
    "samurai sword, machete sword, bastard sword, viking sword, sabre sword",
    hints="knight, samurai, blade", about="A weapon with a long steel blade and a hilt, as knights carried.",
    parts="blade, hilt, guard, grip, pommel, stone, rock, gem, stand, rack",
)  # fmt: skip
def sword(drawing: Drawing, brief: Brief) -> None:
    """Draw a sword stuck in a stone: fullered blade, cross guard, bound grip, pommel; a katana on its rack."""
    if brief.has("katana", "samurai"):
        return _katana(drawing, brief)
    steel = brief.of(
        "blade sword",
        {"steampunk": "bronze_aged", "futuristic": "screen_emissive"}.get(kin(brief), "steel_brushed"),
        is_main=True,
    )
    gold, grip = (
        brief.of("guard hilt pommel accent", "gold" if brief.style_name != "rustic" else "iron_black", is_accent=True),
        brief.of("grip", "leather_brown"),
    )
    k = 0.45 if brief.has("dagger") else 1.0
    y0, y1 = 0.12, 0.14 + 0.72 * k
    section = [(-0.024, y1), (-0.021, y0), (0.021, y0), (0.024, y1)]
    cut(drawing, "blade", section, 0.0085, steel, bevel_m=0.004)
    for z in (-1, 1):
        drawing.add(
            "box",
            (0.0085, (y1 - y0) * 0.62, 0.002),
            (0, y1 - (y1 - y0) * 0.66, z * 0.0042),
            radius_m=0.0008,
            name="fuller",
            **brief.finish("iron_black", ""),
        )
    guard = [limb((-0.112, y1 + 0.022, 0), 0.0125, (-0.05, y1 + 0.012, 0), 0.009),
             limb((-0.05, y1 + 0.012, 0), 0.009, (0.05, y1 + 0.012, 0), 0.009),
             limb((0.05, y1 + 0.012, 0), 0.009, (0.112, y1 + 0.022, 0), 0.0125),
             lump((0, y1 + 0.01, 0), 0.019, (1.2, 0.9, 1))]  # fmt: skip
    blend(drawing, "guard", guard, gold, soft=0.01, fineness=1.3)
    spin(drawing, "grip", [(0.013, y1 + 0.01), (0.0165, y1 + 0.07), (0.0135, y1 + 0.15)], grip, is_flowing=True)
    for step in range(9):
        y = y1 + 0.03 + 0.013 * step
        drawing.add("torus", (0.0335, 0.005, 0.0335), (0, y, 0), name="binding", **brief.finish("walnut", ""))
    drawing.add("ball", (0.048, 0.046, 0.034), (0, y1 + 0.142, 0), name="pommel", **gold)
    drawing.add("ball", (0.02, 0.02, 0.04), (0, y1 + 0.155, 0), name="gem", **brief.of("gem", "paint_red"))
    rock = [lump((0, 0.02, 0), 0.15, (1.25, 0.9, 1.0)), lump((0.09, 0.0, 0.05), 0.12, (1.1, 0.8, 1)),
            lump((-0.1, 0.0, -0.02), 0.12, (1, 0.75, 1.1)),
            lump((0.02, 0.0, -0.09), 0.1, (1.2, 0.9, 1))]  # fmt: skip
    blend(drawing, "stone", rock, brief.of("stone rock base", "slate"), soft=0.03, sole=0.37)
    drop = drawing.objects[-1].position.y
    drawing.objects[-1] = _at_ground(drawing.objects[-1], drop)
    sized(drawing, brief, (0.37, y1 + 0.188, 0.29))
    return None


def _at_ground(thing: DesignObject, drop: float) -> DesignObject:
    return msgspec.structs.replace(thing, position=msgspec.structs.replace(thing.position, y=thing.position.y - drop))


def _katana(drawing: Drawing, brief: Brief) -> None:
    """Draw a katana and its lacquered scabbard on a two-tier rack."""
    steel, dark = (
        brief.of("blade sword", "steel_brushed", is_main=True),
        brief.of("grip scabbard accent", "paint_black", is_accent=True),
    )
    wood, gold = brief.of("rack stand base", "walnut"), brief.of("guard hilt pommel", "brass_polished")
    drawing.add("box", (0.5, 0.03, 0.16), radius_m=0.006, name="base", **wood)
    for x in (-0.19, 0.19):
        post = [
            (-0.05, 0.028),
            (0.05, 0.028),
            (0.035, 0.12),
            (0.035, 0.22),
            (0.045, 0.33),
            (-0.03, 0.33),
            (-0.035, 0.22),
            (-0.04, 0.12),
        ]
        cut(drawing, "post", post, 0.022, wood, at=(x, 0, 0), is_side=True, is_smooth=True, bevel_m=0.005)
        for y in (0.155, 0.275):
            drawing.add("box", (0.022, 0.018, 0.075), (x, y, 0.055), radius_m=0.004, name="cradle", **wood)
            drawing.add("box", (0.022, 0.04, 0.014), (x, y, 0.09), radius_m=0.004, name="lip", **wood)
    curve = [
        limb((-0.33, 0.295, 0.06), 0.0125, (0.0, 0.286, 0.06), 0.0135, (1, 1, 0.55)),
        limb((0.0, 0.286, 0.06), 0.0135, (0.42, 0.325, 0.06), 0.0085, (1, 1, 0.42)),
    ]
    blend(drawing, "blade", curve, steel, soft=0.02, fineness=1.8)
    strut(drawing, "guard", (-0.333, 0.2952, 0.06), (-0.339, 0.2954, 0.06), 0.07, gold, edge=0.3)
    blend(
        drawing,
        "grip",
        [limb((-0.34, 0.2955, 0.06), 0.0145, (-0.58, 0.315, 0.06), 0.0145, (1, 1, 0.8))],
        dark,
        soft=0.01,
    )
    for step in range(8):
        x = -0.362 - 0.027 * step
        strut(
            drawing,
            "binding",
            (x, 0.2972 - (x + 0.36) * 0.08, 0.06),
            (x - 0.006, 0.2974 - (x + 0.36) * 0.08, 0.06),
            0.031,
            brief.finish("fabric_grey", "#e8e2d2"),
        )
    sheath = [
        limb((-0.36, 0.172, 0.06), 0.0155, (0.05, 0.168, 0.06), 0.0165, (1, 1, 0.7)),
        limb((0.05, 0.168, 0.06), 0.0165, (0.4, 0.2, 0.06), 0.0125, (1, 1, 0.7)),
    ]
    blend(drawing, "scabbard", sheath, dark, soft=0.02, fineness=1.5)
    sized(drawing, brief, (1.02, 0.36, 0.18))


@archetype(
    "shield", "object", "weapon",
    "shield, knight shield, round shield, viking shield, heater shield, schild, bouclier, escudo, coat of arms, "
    "buckler, "
    "tower shield, kite shield, medieval shield, spartan shield, aegis, targe, roman shield, hoplite shield, "
    "riot shield, escutcheon",
    hints="knight armor", about="A piece of armour that is held in front of the body to ward off blows.",
    parts="rim, boss, face, emblem, cross, stand, band",
)  # fmt: skip
def shield(drawing: Drawing, brief: Brief) -> None:
    """Draw a heater shield with a cross and a rim of rivets, or a round one of planks, leaning on an easel."""
    is_round = brief.has("round", "viking", "buckler") or brief.style_name == "rustic"
    face, iron = (
        brief.of(
            "face body shield",
            "wood" if is_round else {"realistic": "paint_blue"}.get(kin(brief), "metal"),
            is_main=True,
        ),
        iron_of(brief, "rim boss band rivet"),
    )
    mark, plate = brief.of("emblem cross", "gold"), Drawing(brief)
    if is_round:
        drawing_of_round(plate, brief, face, iron)
    else:
        half = [
            (0.0, 0.0),
            (0.09, 0.075),
            (0.17, 0.18),
            (0.225, 0.31),
            (0.25, 0.46),
            (0.255, 0.66),
            (0.12, 0.64),
            (0.0, 0.65),
        ]
        outline = [*half, *((-x, y) for x, y in half[-2:0:-1])]
        cut(plate, "rim", [(x * 1.06, 0.34 + (y - 0.34) * 1.05) for x, y in outline], 0.024, iron, bevel_m=0.006)
        cut(plate, "face", outline, 0.034, face, bevel_m=0.008)
        for points in (
            [(-0.03, 0.07), (0.03, 0.07), (0.03, 0.63), (-0.03, 0.63)],
            [(-0.225, 0.4), (0.225, 0.4), (0.228, 0.46), (-0.228, 0.46)],
        ):
            cut(plate, "cross", points, 0.04, mark, bevel_m=0.002)
        for x, y in outline:
            plate.add(
                "ball", (0.02, 0.02, 0.012), (x * 1.028, 0.34 + (y - 0.34) * 1.026 - 0.01, 0.012), name="rivet", **iron
            )
    wood = brief.of("stand easel base", "walnut")
    pose(drawing, plate, (0, 0.06, 0.06), (-12.0, 0, 0))
    for side in (-1.0, 1.0):
        strut(drawing, "leg", (0.2 * side, 0.012, 0.03), (0.01 * side, 0.56, -0.088), 0.024, wood)
        drawing.add("ball", (0.036, 0.03, 0.036), (0.2 * side, 0, 0.03), name="foot", **wood)
    strut(drawing, "back_leg", (0, 0.012, -0.27), (0, 0.57, -0.088), 0.024, wood)
    drawing.add("ball", (0.036, 0.03, 0.036), (0, 0, -0.27), name="foot", **wood)
    drawing.add("box", (0.44, 0.024, 0.1), (0, 0.042, 0.062), radius_m=0.006, name="ledge", **wood)
    drawing.add("box", (0.44, 0.045, 0.016), (0, 0.042, 0.115), radius_m=0.006, name="lip", **wood)
    for side in (-1.0, 1.0):
        strut(drawing, "front_leg", (0.19 * side, 0.012, 0.15), (0.19 * side, 0.06, 0.085), 0.022, wood)
        drawing.add("ball", (0.034, 0.028, 0.034), (0.19 * side, 0, 0.15), name="foot", **wood)
    sized(drawing, brief, (0.54, 0.75, 0.45))


def drawing_of_round(plate: Drawing, brief: Brief, face: Finish, iron: Finish) -> None:
    """Draw a round shield of planks with a rim, a boss and rivets, its lowest point at the origin."""
    planks, radius = 7, 0.33
    wide = 2 * radius / planks
    for number in range(planks):
        x = -radius + wide * (number + 0.5)
        left, right = abs(x) + wide / 2 - 0.001, abs(x) - wide / 2 + 0.001
        tall = [(radius**2 - min(edge, radius - 0.004) ** 2) ** 0.5 for edge in (left, max(right, 0.0))]
        sign = 1.0 if x >= 0 else -1.0
        half = [
            (
                sign * right if number != planks // 2 else -wide / 2 + 0.001,
                tall[1] if number != planks // 2 else tall[0],
            ),
            (sign * left, tall[0]),
        ]
        points = [*((px, radius + py) for px, py in half), *((px, radius - py) for px, py in reversed(half))]
        finish = face if number % 2 == 0 or brief.colors[1:] == () else brief.of("plank", "wood", is_accent=True)
        cut(plate, "plank", points, 0.022, finish, bevel_m=0.003)
    ring = Drawing(brief)
    ring.add("hoop", (2 * radius + 0.02, 0.034, 2 * radius + 0.02), (0, -0.017, 0), inner=0.91, name="rim", **iron)
    ring.add("dome", (0.18, 0.08, 0.18), (0, 0.008, 0), name="boss", **iron)
    ring.add("disc", (0.23, 0.01, 0.23), (0, 0.008, 0), edge=0.3, name="boss_rim", **iron)
    for step in range(16):
        angle = 2 * pi * step / 16
        reach = radius - 0.008 if step % 2 else 0.104
        ring.add("ball", (0.02, 0.014, 0.02), (reach * cos(angle), 0.011, reach * sin(angle)), name="rivet", **iron)
    pose(plate, ring, (0, radius, 0), (90, 0, 0))
