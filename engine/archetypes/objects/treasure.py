"""Barrels, crates, treasure chests, swords, shields, keys and padlocks; the front is +z."""

from math import cos, pi, sin

import msgspec

from domain.spec import DesignObject

from engine.archetypes.brief import Brief, Finish
from engine.archetypes.drawing import Drawing
from engine.archetypes.objects.shaping import Pair, blend, cut, limb, lump, pose, sized, spin, strut, wire
from engine.archetypes.ornament import dress
from engine.archetypes.register import archetype

_IRON = {"steampunk": "brass_polished", "art deco": "gold", "modern": "steel_brushed", "futuristic": "chrome"}


def iron_of(brief: Brief, words: str) -> Finish:
    """Return the metal of hoops, straps and fittings."""
    return brief.of(f"{words} accent", _IRON.get(brief.style_name, "iron_black"), is_accent=True)


@archetype(
    "barrel", "object", "container",
    "barrel, wooden barrel, wine barrel, keg, cask, fass, tonneau, barril, oil drum, beer barrel, whiskey barrel",
    about="A round bulging wooden container with metal hoops for wine, beer or water.",
    parts="stave, hoop, band, lid, tap, stand, body",
)  # fmt: skip
def barrel(drawing: Drawing, brief: Brief) -> None:
    """Draw a barrel of staves with six hoops, sunken heads and a bung; a drum of sheet metal for oil."""
    is_drum = brief.has("oil", "steel") or brief.style_name in ("industrial", "futuristic")
    wood = brief.of("stave body barrel", "paint_blue" if is_drum else "wood", is_main=True)
    iron = iron_of(brief, "hoop band")
    if is_drum:
        ridge = [(0.285, 0.0), (0.292, 0.01), (0.292, 0.026), (0.283, 0.036), (0.283, 0.27), (0.294, 0.285), (0.294, 0.3), (0.283, 0.315),
                 (0.283, 0.56), (0.294, 0.575), (0.294, 0.59), (0.283, 0.605), (0.283, 0.84), (0.292, 0.85), (0.292, 0.875), (0.28, 0.88), (0.272, 0.865)]  # fmt: skip
        spin(drawing, "body", ridge, wood)
        for x, across in ((0.18, 0.06), (-0.15, 0.035)):
            drawing.add("hex_nut", (across, 0.018, across), (x, 0.862, 0.03), name="bung", **iron)
        return sized(drawing, brief, (0.588, 0.88, 0.588))
    staves = brief.count("stave", 22, least=10, most=40)
    drawing.add("stave_barrel", (0.62, 0.88, 0.62), staves=staves, name="body", **wood)
    for y in (0.035, 0.17, 0.29, 0.55, 0.67, 0.805):
        at = (y + 0.02) / 0.88
        across = 2 * (0.243 + 0.067 * sin(pi * at) ** 0.9) + 0.012
        drawing.add("hoop", (across, 0.042, across), (0, y, 0), inner=0.93, name="hoop", **iron)
    if brief.has("tap", "spigot"):
        strut(drawing, "tap", (0, 0.2, 0.25), (0, 0.2, 0.38), 0.035, brief.of("tap", "brass_polished"))
        strut(drawing, "tap_key", (0, 0.2, 0.355), (0, 0.26, 0.355), 0.02, brief.of("tap", "brass_polished"))
    bung = (0.306 * cos(0.6), 0.44, 0.306 * sin(0.6))
    strut(drawing, "bung", (bung[0] * 0.9, 0.44, bung[2] * 0.9), (bung[0] * 1.03, 0.44, bung[2] * 1.03), 0.05, brief.of("bung", "walnut"))
    sized(drawing, brief, (0.632, 0.88, 0.632))
    return None


@archetype(
    "crate", "object", "container",
    "crate, wooden crate, shipping crate, wooden box, kiste, holzkiste, caisse en bois, caja de madera, cargo crate, fruit crate, "
    "storage box, box",
    hints="shipping, cargo, storage", about="A box of wooden boards for storing and shipping goods.",
    parts="board, slat, frame, corner, body, handle",
)  # fmt: skip
def crate(drawing: Drawing, brief: Brief) -> None:
    """Draw a crate: planks behind a frame with a diagonal brace on each side, nails at the joints."""
    wood = brief.of("board slat body crate box", {"futuristic": "plastic_white", "industrial": "steel_brushed"}.get(brief.style_name, "pine"), is_main=True)
    frame = brief.of("frame brace", wood["material"] if wood["material"] != "pine" else "oak", is_accent=True)
    nail, s, board = iron_of(brief, "corner nail"), 0.6, 0.02
    planks = brief.count("board", 5, least=3, most=9)
    tall = (s - 0.04) / planks
    for turn in range(4):
        side = Drawing(brief)
        for row in range(planks):
            side.add("box", (s - 0.05, tall - 0.003, board), (0, 0.02 + row * tall + 0.0015, s / 2 - 0.03), radius_m=0.003, name="board", **wood)
        _frame_of(side, s, frame, nail)
        drawing.include(side, turn_deg=90.0 * turn)
    for y in (0.006, s - board - 0.006):
        for row in range(planks):
            x = -s / 2 + 0.045 + (s - 0.09) / planks * (row + 0.5)
            drawing.add("box", ((s - 0.09) / planks - 0.003, board, s - 0.05), (x, y, 0), radius_m=0.003, name="lid_board", **wood)
    dress(drawing, brief, drawing.objects[0], "front")
    sized(drawing, brief, (s, s, s))


def _frame_of(side: Drawing, s: float, frame: Finish, nail: Finish) -> None:
    """Draw one side's frame in front of its planks: two rails, one post, a diagonal brace, nails."""
    wide, front = 0.075, s / 2 - 0.012
    for y in (0.0, s - wide):
        side.add("box", (s - 0.002, wide, 0.024), (0, y, front), radius_m=0.004, name="rail", **frame)
    for x in (-1, 1):
        side.add("box", (wide, s - 2 * wide + 0.004, 0.024), (x * (s / 2 - wide / 2 - 0.001), wide - 0.002, front), radius_m=0.004, name="post", **frame)
    reach = s / 2 - wide - 0.004
    brace = [(-reach, wide - 0.004), (-reach + wide * 0.9, wide - 0.004), (reach, s - wide - wide * 0.9), (reach, s - wide + 0.004),
             (reach - wide * 0.9, s - wide + 0.004), (-reach, wide + wide * 0.9)]  # fmt: skip
    cut(side, "brace", brace, 0.02, frame, at=(0, 0, front - 0.002), bevel_m=0.003)
    for x in (-1, 1):
        for y in (0.0375, s - 0.0375):
            side.add("ball", (0.02, 0.02, 0.012), (x * (s / 2 - 0.04), y - 0.01, s / 2), name="nail", **nail)


@archetype(
    "treasure chest", "object", "container",
    "treasure chest, pirate chest, treasure, chest, truhe, schatztruhe, schatzkiste, coffre au trésor, cofre del tesoro, hope chest, "
    "loot chest",
    hints="pirate, gold coins, loot", about="An old wooden chest with a domed lid and iron straps that holds treasure.",
    parts="lid, strap, band, lock, handle, coin, body, gem", features="open, closed, coins=coin, coin, gold coin=coin",
)  # fmt: skip
def treasure_chest(drawing: Drawing, brief: Brief) -> None:
    """Draw a chest of planks with a domed lid, straps, studs, ring handles and a lock; open it shows its gold."""
    wood, iron = brief.of("body chest lid", "walnut" if brief.style_name == "realistic" else "wood", is_main=True), iron_of(brief, "strap band lock")
    is_open = not brief.has("closed") and brief.has("open", "coin", "coins", "gold", "treasure", "loot", default=True)
    w, h, d = 0.7, 0.3, 0.42
    for row in range(3):
        drawing.add("box", (w, h / 3 - 0.002, d), (0, 0.03 + row * h / 3, 0), radius_m=0.004, name="board", **wood)
    drawing.add("box", (w + 0.03, 0.034, d + 0.03), radius_m=0.006, name="foot", **wood)
    lid = Drawing(brief)
    _lid(lid, brief, w, d, wood, iron)
    pose(drawing, lid, (0, h + 0.03, -d / 2), (-62.0 if is_open else 0.0, 0, 0))
    for x in (-w / 2 + 0.06, w / 2 - 0.06):
        drawing.add("box", (0.06, h + 0.004, d + 0.012), (x, 0.029, 0), radius_m=0.004, name="strap", **iron)
        for y in (0.08, 0.18, 0.28):
            drawing.add("ball", (0.024, 0.024, 0.016), (x, y - 0.012, d / 2 + 0.006), name="stud", **iron)
    for side in (-1, 1):
        drawing.add("rounded_ring", (0.1, 0.014, 0.1), (side * (w / 2 + 0.012), 0.14, 0), turn=(0, 0, 90), name="ring", **iron)
        drawing.add("box", (0.03, 0.03, 0.05), (side * (w / 2 + 0.006), 0.18, 0), radius_m=0.006, name="staple", **iron)
    gold = brief.of("lock", "brass_polished")
    cut(drawing, "lock", [(-0.045, 0), (0.045, 0), (0.05, 0.1), (-0.05, 0.1)], 0.02, gold, at=(0, h - 0.08, d / 2 + 0.006), bevel_m=0.005)
    strut(drawing, "keyhole", (0, h - 0.025, d / 2 + 0.01), (0, h - 0.025, d / 2 + 0.0175), 0.02, brief.finish("paint_black", ""))
    if is_open:
        _hoard(drawing, brief, w, h, d)
    sized(drawing, brief, (w + 0.03, 0.72 if is_open else 0.54, d + 0.03))


def _lid(lid: Drawing, brief: Brief, w: float, d: float, wood: Finish, iron: Finish) -> None:
    """Draw the domed lid as a shell of staves whose hinge is at the origin, with ends and straps."""
    outer = [(d / 2 - d / 2 * cos(pi * step / 14), 0.02 + 0.19 * sin(pi * step / 14)) for step in range(15)]
    inner = [(0.025 + (z - 0.0) * (d - 0.05) / d, 0.02 + (y - 0.02) * 0.88) for z, y in reversed(outer)]
    shell: list[Pair] = [(0.0, 0.0), *outer, (d, 0.0), (d - 0.025, 0.0), *inner[:], (0.025, 0.0)]
    cut(lid, "lid", shell, w, wood, is_side=True, bevel_m=0.003)
    end = [(0.012, 0.0), *((0.012 + z * (d - 0.024) / d, y * 0.96) for z, y in outer), (d - 0.012, 0.0)]
    for x in (-w / 2 + 0.012, w / 2 - 0.012):
        cut(lid, "lid_end", end, 0.024, wood, at=(x, 0, 0), is_side=True, bevel_m=0.003)
    strap = [(-0.006, 0.0), *((z * (d + 0.012) / d - 0.006, 0.02 + (y - 0.02) * 1.035) for z, y in outer), (d + 0.006, 0.0), *inner, (0.03, 0.0)]
    for x in (-w / 2 + 0.06, w / 2 - 0.06):
        cut(lid, "lid_strap", strap, 0.06, iron, at=(x, 0, 0), is_side=True, bevel_m=0.003)
    cut(lid, "hasp", [(-0.03, -0.03), (0.03, -0.03), (0.035, 0.05), (-0.035, 0.05)], 0.014, brief.of("lock", "brass_polished"), at=(0, 0, d + 0.004), bevel_m=0.004)


def _hoard(drawing: Drawing, brief: Brief, w: float, h: float, d: float) -> None:
    """Draw a heap of coins with a few gems and a goblet's cup on it."""
    gold = brief.of("coin gold", "gold")
    top = h + 0.025
    heap = [lump((0, top, 0.0), 0.16, (1.85, 0.42, 1.1)), lump((-0.12, top + 0.02, 0.02), 0.11, (1.2, 0.55, 1)), lump((0.13, top + 0.01, -0.02), 0.12, (1.2, 0.6, 1))]
    blend(drawing, "heap", heap, gold, soft=0.04, sole=0.5)
    for number in range(42):
        reach, angle = 0.96 * brief.vary(0.0, 1.0) ** 0.5, brief.vary(0.0, 2 * pi)
        x, z = 0.28 * reach * cos(angle), 0.165 * reach * sin(angle)
        y = top - 0.004 + 0.068 * (1 - reach**2) ** 0.5
        drawing.add("rod", (0.042, 0.006, 0.042), (x, y, z), turn=(brief.vary(-35, 35), 0, brief.vary(-35, 35)), edge=0.3, name="coin", **gold)
        if number % 9 == 0:
            gem = brief.finish("glass_tinted" if number % 2 else "paint_red", ("#2f9e6a", "#c2203a", "#2f5fc0")[number % 3])
            drawing.add("ball", (0.034, 0.03, 0.034), (x * 0.8, y, z * 0.8), name="gem", **gem)


@archetype(
    "sword", "object", "weapon",
    "sword, longsword, broadsword, katana, saber, sabre, schwert, épée, espada, rapier, excalibur, dagger, scimitar, claymore, greatsword",
    hints="knight, samurai, blade", about="A weapon with a long steel blade and a hilt, as knights carried.",
    parts="blade, hilt, guard, grip, pommel, stone, rock, gem",
)  # fmt: skip
def sword(drawing: Drawing, brief: Brief) -> None:
    """Draw a sword stuck in a stone: fullered blade, cross guard, bound grip, pommel; a katana on its rack."""
    if brief.has("katana", "samurai"):
        return _katana(drawing, brief)
    steel = brief.of("blade sword", {"steampunk": "bronze_aged", "futuristic": "screen_emissive"}.get(brief.style_name, "steel_brushed"), is_main=True)
    gold, grip = brief.of("guard hilt pommel accent", "gold" if brief.style_name != "rustic" else "iron_black", is_accent=True), brief.of("grip", "leather_brown")
    k = 0.45 if brief.has("dagger") else 1.0
    y0, y1 = 0.12, 0.14 + 0.72 * k
    section = [(-0.024, y1), (-0.021, y0), (0.021, y0), (0.024, y1)]
    cut(drawing, "blade", section, 0.0085, steel, bevel_m=0.004)
    for z in (-1, 1):
        drawing.add("box", (0.0085, (y1 - y0) * 0.62, 0.002), (0, y1 - (y1 - y0) * 0.66, z * 0.0042), radius_m=0.0008, name="fuller", **brief.finish("iron_black", ""))
    guard = [limb((-0.112, y1 + 0.022, 0), 0.0125, (-0.05, y1 + 0.012, 0), 0.009), limb((-0.05, y1 + 0.012, 0), 0.009, (0.05, y1 + 0.012, 0), 0.009),
             limb((0.05, y1 + 0.012, 0), 0.009, (0.112, y1 + 0.022, 0), 0.0125), lump((0, y1 + 0.01, 0), 0.019, (1.2, 0.9, 1))]  # fmt: skip
    blend(drawing, "guard", guard, gold, soft=0.01, fineness=1.3)
    spin(drawing, "grip", [(0.013, y1 + 0.01), (0.0165, y1 + 0.07), (0.0135, y1 + 0.15)], grip, is_flowing=True)
    for step in range(9):
        y = y1 + 0.03 + 0.013 * step
        drawing.add("torus", (0.0335, 0.005, 0.0335), (0, y, 0), name="binding", **brief.finish("walnut", ""))
    drawing.add("ball", (0.048, 0.046, 0.034), (0, y1 + 0.142, 0), name="pommel", **gold)
    drawing.add("ball", (0.02, 0.02, 0.04), (0, y1 + 0.155, 0), name="gem", **brief.of("gem", "paint_red"))
    rock = [lump((0, 0.02, 0), 0.15, (1.25, 0.9, 1.0)), lump((0.09, 0.0, 0.05), 0.12, (1.1, 0.8, 1)), lump((-0.1, 0.0, -0.02), 0.12, (1, 0.75, 1.1)),
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
    steel, dark = brief.of("blade sword", "steel_brushed", is_main=True), brief.of("grip scabbard accent", "paint_black", is_accent=True)
    wood, gold = brief.of("rack stand base", "walnut"), brief.of("guard hilt pommel", "brass_polished")
    drawing.add("box", (0.5, 0.03, 0.16), radius_m=0.006, name="base", **wood)
    for x in (-0.19, 0.19):
        post = [(-0.05, 0.028), (0.05, 0.028), (0.035, 0.12), (0.035, 0.22), (0.045, 0.33), (-0.03, 0.33), (-0.035, 0.22), (-0.04, 0.12)]
        cut(drawing, "post", post, 0.022, wood, at=(x, 0, 0), is_side=True, is_smooth=True, bevel_m=0.005)
        for y in (0.155, 0.275):
            drawing.add("box", (0.022, 0.018, 0.075), (x, y, 0.055), radius_m=0.004, name="cradle", **wood)
            drawing.add("box", (0.022, 0.04, 0.014), (x, y, 0.09), radius_m=0.004, name="lip", **wood)
    curve = [limb((-0.33, 0.295, 0.06), 0.0125, (0.0, 0.286, 0.06), 0.0135, (1, 1, 0.55)), limb((0.0, 0.286, 0.06), 0.0135, (0.42, 0.325, 0.06), 0.0085, (1, 1, 0.42))]
    blend(drawing, "blade", curve, steel, soft=0.02, fineness=1.8)
    strut(drawing, "guard", (-0.333, 0.2952, 0.06), (-0.339, 0.2954, 0.06), 0.07, gold, edge=0.3)
    blend(drawing, "grip", [limb((-0.34, 0.2955, 0.06), 0.0145, (-0.58, 0.315, 0.06), 0.0145, (1, 1, 0.8))], dark, soft=0.01)
    for step in range(8):
        x = -0.362 - 0.027 * step
        strut(drawing, "binding", (x, 0.2972 - (x + 0.36) * 0.08, 0.06), (x - 0.006, 0.2974 - (x + 0.36) * 0.08, 0.06), 0.031, brief.finish("fabric_grey", "#e8e2d2"))
    sheath = [limb((-0.36, 0.172, 0.06), 0.0155, (0.05, 0.168, 0.06), 0.0165, (1, 1, 0.7)), limb((0.05, 0.168, 0.06), 0.0165, (0.4, 0.2, 0.06), 0.0125, (1, 1, 0.7))]
    blend(drawing, "scabbard", sheath, dark, soft=0.02, fineness=1.5)
    sized(drawing, brief, (1.02, 0.36, 0.18))


@archetype(
    "shield", "object", "weapon",
    "shield, knight shield, round shield, viking shield, heater shield, schild, bouclier, escudo, coat of arms, buckler",
    hints="knight armor", about="A piece of armour that is held in front of the body to ward off blows.",
    parts="rim, boss, face, emblem, cross, stand, band",
)  # fmt: skip
def shield(drawing: Drawing, brief: Brief) -> None:
    """Draw a heater shield with a cross and a rim of rivets, or a round one of planks, leaning on an easel."""
    is_round = brief.has("round", "viking", "buckler") or brief.style_name == "rustic"
    face, iron = brief.of("face body shield", "wood" if is_round else {"realistic": "paint_blue"}.get(brief.style_name, "metal"), is_main=True), iron_of(brief, "rim boss band rivet")
    mark, plate = brief.of("emblem cross", "gold"), Drawing(brief)
    if is_round:
        drawing_of_round(plate, brief, face, iron)
    else:
        half = [(0.0, 0.0), (0.09, 0.075), (0.17, 0.18), (0.225, 0.31), (0.25, 0.46), (0.255, 0.66), (0.12, 0.64), (0.0, 0.65)]
        outline = [*half, *((-x, y) for x, y in half[-2:0:-1])]
        cut(plate, "rim", [(x * 1.06, 0.34 + (y - 0.34) * 1.05) for x, y in outline], 0.024, iron, bevel_m=0.006)
        cut(plate, "face", outline, 0.034, face, bevel_m=0.008)
        for points in ([(-0.03, 0.07), (0.03, 0.07), (0.03, 0.63), (-0.03, 0.63)], [(-0.225, 0.4), (0.225, 0.4), (0.228, 0.46), (-0.228, 0.46)]):
            cut(plate, "cross", points, 0.04, mark, bevel_m=0.002)
        for x, y in outline:
            plate.add("ball", (0.02, 0.02, 0.012), (x * 1.028, 0.34 + (y - 0.34) * 1.026 - 0.01, 0.012), name="rivet", **iron)
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
        half = [(sign * right if number != planks // 2 else -wide / 2 + 0.001, tall[1] if number != planks // 2 else tall[0]), (sign * left, tall[0])]
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


@archetype(
    "key", "object", "tool",
    "key, skeleton key, door key, old key, schlüssel, clé, llave antigua, antique key, house key",
    about="A small metal piece that turns in a lock to open it.", parts="bow, bit, shank, ring",
)  # fmt: skip
def key(drawing: Drawing, brief: Brief) -> None:
    """Draw an old key with a trefoil bow and a cut bit, lying on its collar; a flat one for modern styles."""
    metal = brief.of("body key", {"rustic": "iron_black", "industrial": "iron_black"}.get(brief.style_name, "brass_polished"), is_main=True)
    tool = Drawing(brief)
    if brief.style_name in ("modern", "minimalist", "futuristic", "contemporary"):
        blade = [(-0.0045, 0.0), (0.0, -0.004), (0.0045, 0.0), *((0.0045 if step % 2 else (0.0022, 0.0015, 0.003)[step % 3], 0.004 + 0.0028 * step) for step in range(9)),
                 (0.0045, 0.032), (0.012, 0.034), (0.0135, 0.044), (0.011, 0.056), (0.0, 0.06), (-0.011, 0.056), (-0.0135, 0.044), (-0.012, 0.034), (-0.0045, 0.032)]  # fmt: skip
        cut(tool, "body", blade, 0.0024, metal, bevel_m=0.0004, holes=[0.0, 0.82, 0.26])
        lay_flat(drawing, tool, 0.0012, brief.vary(20, 50))
        return sized(drawing, brief, (0.027, 0.0024, 0.064))
    strut(tool, "shank", (0, 0.0, 0), (0, 0.075, 0), 0.0065, metal)
    for y in (0.062, 0.068, 0.0745):
        strut(tool, "collar", (0, y - 0.0015, 0), (0, y + 0.0015, 0), 0.0105, metal, edge=0.4)
    bit = [(0.0, 0.003), (0.02, 0.003), (0.02, 0.0085), (0.0145, 0.0085), (0.0145, 0.0115), (0.02, 0.0115), (0.02, 0.0165), (0.012, 0.0165), (0.012, 0.0195), (0.02, 0.0195),
           (0.02, 0.0235), (0.0, 0.0235)]  # fmt: skip
    cut(tool, "bit", bit, 0.0042, metal, bevel_m=0.0005)
    for x, y in ((-0.0105, 0.087), (0.0105, 0.087), (0.0, 0.104)):
        ring = Drawing(brief)
        ring.add("rounded_ring", (0.0215, 0.005, 0.0215), (0, -0.0025, 0), name="bow", **metal)
        pose(tool, ring, (x, y, 0), (90, 0, 0))
    tool.add("ball", (0.009, 0.009, 0.0105), (0, 0.0895, 0), name="knot", **metal)
    lay_flat(drawing, tool, 0.003236, brief.vary(20, 50), -1.8684)
    sized(drawing, brief, (0.04, 0.0105, 0.115))
    return None


def lay_flat(drawing: Drawing, tool: Drawing, lift: float, turn: float, tilt: float = 0.0) -> None:
    """Lay what was drawn upright on its back."""
    flat = Drawing(drawing.brief)
    pose(flat, tool, (0.0, lift, 0.0), (-90.0 - tilt, 0.0, 0.0))
    drawing.include(flat, turn_deg=turn)


@archetype(
    "padlock", "object", "tool",
    "padlock, lock, combination lock, vorhängeschloss, cadenas, candado, pad lock",
    hints="locking, security", about="A small portable lock with a hinged shackle.", parts="body, shackle, keyhole, plate",
)  # fmt: skip
def padlock(drawing: Drawing, brief: Brief) -> None:
    """Draw a padlock that stands on its body: shackle, face plate with a keyhole, rivets; dials if it has a code."""
    body = brief.of("body lock padlock", {"industrial": "steel_brushed", "rustic": "iron_black", "futuristic": "plastic_white"}.get(brief.style_name, "brass_polished"), is_main=True)
    steel, dark = brief.of("shackle accent", "chrome" if brief.style_name != "rustic" else "iron_black", is_accent=True), brief.of("keyhole", "paint_black")
    outline = [(-0.024, 0.0), (0.024, 0.0), (0.0265, 0.01), (0.0265, 0.034), (0.022, 0.044), (-0.022, 0.044), (-0.0265, 0.034), (-0.0265, 0.01)]
    cut(drawing, "body", outline, 0.021, body, bevel_m=0.004)
    open_up = 0.012 if brief.has("open", "unlocked") else 0.0
    arch = [(0.0165 * cos(pi * step / 8), 0.056 + open_up + 0.0165 * sin(pi * step / 8), 0.0) for step in range(9)]
    wire(drawing, "shackle", [(0.0165, 0.04, 0), *arch, (-0.0165, 0.046 if open_up else 0.04, 0)], 0.0085, steel)
    if brief.has("combination"):
        for x in (-0.0135, -0.0045, 0.0045, 0.0135):
            strut(drawing, "dial", (x - 0.0036, 0.018, 0.006), (x + 0.0036, 0.018, 0.006), 0.012, steel, edge=0.2)
    else:
        strut(drawing, "plate", (0, 0.02, 0.0095), (0, 0.02, 0.0118), 0.02, steel, edge=0.3)
        strut(drawing, "keyhole", (0, 0.022, 0.0112), (0, 0.022, 0.0123), 0.006, dark)
        drawing.add("box", (0.0026, 0.008, 0.001), (0, 0.0145, 0.0118), name="slot", **dark)
    for x in (-0.02, 0.02):
        for y in (0.006, 0.036):
            drawing.add("ball", (0.0036, 0.0036, 0.003), (x, y - 0.0018, 0.0105), name="rivet", **steel)
    sized(drawing, brief, (0.053, 0.077, 0.023))
