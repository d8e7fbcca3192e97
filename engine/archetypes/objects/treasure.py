"""Barrels, crates, treasure chests, swords, shields, keys and padlocks; the front is +z."""

from math import cos, pi, sin

from engine.archetypes.brief import Brief, Finish
from engine.archetypes.drawing import Drawing
from engine.archetypes.objects.choices import kin
from engine.archetypes.objects.gifts import carton
from engine.archetypes.objects.shaping import Pair, blend, cut, lump, pose, sized, spin, strut
from engine.archetypes.ornament import dress
from engine.archetypes.register import archetype

_IRON = {"steampunk": "brass_polished", "art deco": "gold", "modern": "steel_brushed", "futuristic": "chrome"}


def iron_of(brief: Brief, words: str) -> Finish:
    """Return the metal of hoops, straps and fittings."""
    return brief.of(f"{words} accent", _IRON.get(kin(brief), "iron_black"), is_accent=True)


@archetype(
    "barrel", "object", "container",
    "barrel, wooden barrel, wine barrel, keg, cask, fass, tonneau, barril, oil drum, beer barrel, whiskey barrel, "
    "oak barrel, rain barrel, water barrel, hogshead, tun, powder keg, pickle barrel, rum barrel, firkin, "
    "water butt, gunpowder barrel",
    about="A round bulging wooden container with metal hoops for wine, beer or water.",
    parts="stave, hoop, band, lid, tap, stand, body",
)  # fmt: skip
def barrel(drawing: Drawing, brief: Brief) -> None:
    """Draw a barrel of staves with six hoops, sunken heads and a bung; a drum of sheet metal for oil."""
    is_drum = brief.has("oil", "steel") or kin(brief) in ("industrial", "futuristic")
    wood = brief.of("stave body barrel", "paint_blue" if is_drum else "wood", is_main=True)
    iron = iron_of(brief, "hoop band")
    if is_drum:
        ridge = [(0.285, 0.0), (0.292, 0.01), (0.292, 0.026), (0.283, 0.036), (0.283, 0.27), (0.294, 0.285),
                 (0.294, 0.3), (0.283, 0.315),
                 (0.283, 0.56), (0.294, 0.575), (0.294, 0.59), (0.283, 0.605), (0.283, 0.84), (0.292, 0.85),
                 (0.292, 0.875), (0.28, 0.88), (0.272, 0.865)]  # fmt: skip
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
    strut(
        drawing,
        "bung",
        (bung[0] * 0.9, 0.44, bung[2] * 0.9),
        (bung[0] * 1.03, 0.44, bung[2] * 1.03),
        0.05,
        brief.of("bung", "walnut"),
    )
    sized(drawing, brief, (0.632, 0.88, 0.632))
    return None


@archetype(
    "crate", "object", "container",
    "crate, wooden crate, shipping crate, wooden box, kiste, holzkiste, caisse en bois, caja de madera, cargo crate, "
    "fruit crate, "
    "storage box, box, "
    "ammo box, ammunition box, supply crate, packing case, pallet box, apple crate, milk crate, beer crate, "
    "loot crate, packing crate, tea chest, cargo box, container box, supply box",
    hints="shipping, cargo, storage", about="A box of wooden boards for storing and shipping goods.",
    parts="board, slat, frame, corner, body, handle",
)  # fmt: skip
def crate(drawing: Drawing, brief: Brief) -> None:
    """Draw a crate: planks behind a frame with a diagonal brace on each side, nails at the joints."""
    wood = brief.of(
        "board slat body crate box",
        {"futuristic": "plastic_white", "industrial": "steel_brushed"}.get(kin(brief), "pine"),
        is_main=True,
    )
    if wood["material"] == "cardboard":
        carton(drawing, brief)
        return
    frame = brief.of("frame brace", wood["material"] if wood["material"] != "pine" else "oak", is_accent=True)
    nail, s, board = iron_of(brief, "corner nail"), 0.6, 0.02
    planks = brief.count("board", 5, least=3, most=9)
    tall = (s - 0.04) / planks
    for turn in range(4):
        side = Drawing(brief)
        for row in range(planks):
            side.add(
                "box",
                (s - 0.05, tall - 0.003, board),
                (0, 0.02 + row * tall + 0.0015, s / 2 - 0.03),
                radius_m=0.003,
                name="board",
                **wood,
            )
        _frame_of(side, s, frame, nail)
        drawing.include(side, turn_deg=90.0 * turn)
    for y in (0.006, s - board - 0.006) if "lid" not in brief.excluded else (0.006,):
        for row in range(planks):
            x = -s / 2 + 0.045 + (s - 0.09) / planks * (row + 0.5)
            drawing.add(
                "box",
                ((s - 0.09) / planks - 0.003, board, s - 0.05),
                (x, y, 0),
                radius_m=0.003,
                name="lid_board",
                **wood,
            )
    dress(drawing, brief, drawing.objects[0], "front")
    sized(drawing, brief, (s, s, s))


def _frame_of(side: Drawing, s: float, frame: Finish, nail: Finish) -> None:
    """Draw one side's frame in front of its planks: two rails, one post, a diagonal brace, nails."""
    wide, front = 0.075, s / 2 - 0.012
    for y in (0.0, s - wide):
        side.add("box", (s - 0.002, wide, 0.024), (0, y, front), radius_m=0.004, name="rail", **frame)
    for x in (-1, 1):
        side.add(
            "box",
            (wide, s - 2 * wide + 0.004, 0.024),
            (x * (s / 2 - wide / 2 - 0.001), wide - 0.002, front),
            radius_m=0.004,
            name="post",
            **frame,
        )
    reach = s / 2 - wide - 0.004
    brace = [(-reach, wide - 0.004), (-reach + wide * 0.9, wide - 0.004), (reach, s - wide - wide * 0.9),
             (reach, s - wide + 0.004),
             (reach - wide * 0.9, s - wide + 0.004), (-reach, wide + wide * 0.9)]  # fmt: skip
    cut(side, "brace", brace, 0.02, frame, at=(0, 0, front - 0.002), bevel_m=0.003)
    for x in (-1, 1):
        for y in (0.0375, s - 0.0375):
            side.add("ball", (0.02, 0.02, 0.012), (x * (s / 2 - 0.04), y - 0.01, s / 2), name="nail", **nail)


@archetype(
    "treasure chest", "object", "container",
    "treasure chest, pirate chest, treasure, schatztruhe, schatzkiste, coffre au trésor, cofre del tesoro, loot chest, "
    "pirate treasure chest, chest of gold, strongbox, strong box",
    hints="pirate, gold coins, loot", about="An old wooden chest with a domed lid and iron straps that holds treasure.",
    parts="lid, strap, band, lock, handle, coin, body, gem", features="open, closed, coins=coin, coin, gold coin=coin",
)  # fmt: skip
def treasure_chest(drawing: Drawing, brief: Brief) -> None:
    """Draw a chest of planks with a domed lid, straps, studs, ring handles and a lock; open it shows its gold."""
    wood, iron = (
        brief.of("body chest lid", "walnut" if brief.style_name == "realistic" else "wood", is_main=True),
        iron_of(brief, "strap band lock"),
    )
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
        drawing.add(
            "rounded_ring", (0.1, 0.014, 0.1), (side * (w / 2 + 0.012), 0.14, 0), turn=(0, 0, 90), name="ring", **iron
        )
        drawing.add("box", (0.03, 0.03, 0.05), (side * (w / 2 + 0.006), 0.18, 0), radius_m=0.006, name="staple", **iron)
    gold = brief.of("lock", "brass_polished")
    cut(
        drawing,
        "lock",
        [(-0.045, 0), (0.045, 0), (0.05, 0.1), (-0.05, 0.1)],
        0.02,
        gold,
        at=(0, h - 0.08, d / 2 + 0.006),
        bevel_m=0.005,
    )
    strut(
        drawing,
        "keyhole",
        (0, h - 0.025, d / 2 + 0.01),
        (0, h - 0.025, d / 2 + 0.0175),
        0.02,
        brief.finish("paint_black", ""),
    )
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
    strap = [
        (-0.006, 0.0),
        *((z * (d + 0.012) / d - 0.006, 0.02 + (y - 0.02) * 1.035) for z, y in outer),
        (d + 0.006, 0.0),
        *inner,
        (0.03, 0.0),
    ]
    for x in (-w / 2 + 0.06, w / 2 - 0.06):
        cut(lid, "lid_strap", strap, 0.06, iron, at=(x, 0, 0), is_side=True, bevel_m=0.003)
    cut(
        lid,
        "hasp",
        [(-0.03, -0.03), (0.03, -0.03), (0.035, 0.05), (-0.035, 0.05)],
        0.014,
        brief.of("lock", "brass_polished"),
        at=(0, 0, d + 0.004),
        bevel_m=0.004,
    )


def _hoard(drawing: Drawing, brief: Brief, w: float, h: float, d: float) -> None:
    """Draw a heap of coins with a few gems and a goblet's cup on it."""
    gold = brief.of("coin gold", "gold")
    top = h + 0.025
    heap = [
        lump((0, top, 0.0), 0.16, (1.85, 0.42, 1.1)),
        lump((-0.12, top + 0.02, 0.02), 0.11, (1.2, 0.55, 1)),
        lump((0.13, top + 0.01, -0.02), 0.12, (1.2, 0.6, 1)),
    ]
    blend(drawing, "heap", heap, gold, soft=0.04, sole=0.5)
    for number in range(42):
        reach, angle = 0.96 * brief.vary(0.0, 1.0) ** 0.5, brief.vary(0.0, 2 * pi)
        x, z = 0.28 * reach * cos(angle), 0.165 * reach * sin(angle)
        y = top + 0.002 + 0.066 * (1 - reach**2) ** 0.5
        drawing.add(
            "rod",
            (0.042, 0.006, 0.042),
            (x, y, z),
            turn=(brief.vary(-35, 35), 0, brief.vary(-35, 35)),
            edge=0.3,
            name="coin",
            **gold,
        )
        if number % 9 == 0:
            gem = brief.finish(
                "glass_tinted" if number % 2 else "paint_red", ("#2f9e6a", "#c2203a", "#2f5fc0")[number % 3]
            )
            drawing.add("ball", (0.034, 0.03, 0.034), (x * 0.8, y, z * 0.8), name="gem", **gem)
