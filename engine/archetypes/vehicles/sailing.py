"""Sailing boats and square-riggers on their cradles; front to +z."""

from itertools import pairwise

from engine.archetypes.brief import Brief, Finish, Triple
from engine.archetypes.drawing import Drawing
from engine.archetypes.register import archetype
from engine.archetypes.vehicles.boats import cradle, hull_finish
from engine.archetypes.vehicles.shared import Line, bright, glass_of, lying, part_of, side_shape, tubes, twins

_STEEL = Finish(material="steel_brushed", color="")


@archetype(
    "sailboat", "vehicle", "boat",
    "sailboat, boat, sailing boat, sailing yacht, sailing ship, dinghy, catamaran, sloop, ketch, schooner, regatta "
    "boat, galleon, pirate ship, tall ship, viking ship, longship, segelboot, velero, voilier, yawl",
    hints="sailing, sail the sea, regatta",
    about="A boat with a mast and sails that the wind drives over lakes and the sea.",
    parts="hull, sail, mast, boom, deck, rudder, keel, rope, flag, jib, cradle, bottom",
    features="jib, flag, spinnaker, cabin, cradle, stripe",
)  # fmt: skip
def sailboat(drawing: Drawing, brief: Brief) -> None:
    """Draw a sailing boat: hull, cockpit, rig with shrouds; square sails on a galleon, two hulls for a catamaran."""
    known = brief.words | brief.modifiers | brief.features
    if (
        known & {"galleon", "pirate", "tall ship", "viking", "longship"}
        or (known & {"tall"} and "ship" in known)
        or brief.style_name == "steampunk"
    ):
        square_rigger(drawing, brief)
        return
    width, height, length = brief.box(2.2, 9.2, 6.6, keeps_shape=True)
    paint, deck = hull_finish(brief)
    hull = width * 0.56
    if "catamaran" in known:
        width *= 1.6
        for side in (1.0, -1.0):
            drawing.add(
                "hull", (width * 0.24, hull, length), (side * width * 0.36, 0, 0), cockpit=[0, 0, 0], **part_of("deck",
                paint), **paint,
            )  # fmt: skip
        drawing.add(
            "box", (width * 0.66, 0.16, length * 0.46), (0, hull * 0.7, -0.1 * length), name="deck", radius_m=0.06,
            **deck,
        )  # fmt: skip
        tubes(
            drawing, [[(-width * 0.36, hull * 0.78, 0.34 * length), (width * 0.36, hull * 0.78, 0.34 * length)]], 0.12,
            "beam", _STEEL,
        )  # fmt: skip
    else:
        bottom = brief.of("bottom keel", "paint_red" if paint["material"] != "paint_red" else "paint_black")
        drawing.add(
            "hull", (width, hull, length), waterline=0.3 if paint["material"].startswith("paint") else 0.0,
            **part_of("deck", deck), **part_of("bottom", bottom), **paint,
        )  # fmt: skip
        _cockpit(drawing, brief, width, hull, length, deck)
        cradle(drawing, brief, width, hull, (-0.24 * length, 0.14 * length))
    _rig(drawing, brief, width, hull, height, length)


def _cockpit(drawing: Drawing, brief: Brief, width: float, hull: float, length: float, deck: Finish) -> None:
    """Draw benches, the coach roof with its windows, tiller and rudder, cleats and the rail at the bow."""
    metal = bright(brief, "fitting rail")
    for side in (1.0, -1.0):
        drawing.add(
            "board", (width * 0.22, 0.05, length * 0.28), (side * width * 0.28, hull * 0.5, -0.27 * length),
            name="bench", **deck,
        )  # fmt: skip
        drawing.add("rod", (0.12, 0.14, 0.12), (side * width * 0.4, hull * 0.74, -0.14 * length), name="winch", **metal)
    if brief.has("cabin", default=True):
        drawing.add(
            "streamlined", (width * 0.56, hull * 0.5, length * 0.34), (0, hull * 0.66, 0.06 * length), name="cabin",
            along=[-1, -0.9, 0.3, 0.8, 1], half=[0.94, 1, 0.9, 0.66, 0.4], low=[0, 0, 0, 0, 0], high=[0.96, 1, 0.9,
            0.66, 0.4], square=5.0, windows=[-0.5, 0.6, 0.16, 0.28, 0.0, 0.6, 0.14, 0.26, 0.42, 0.55, 0.1, 0.22],
            **glass_of(brief), **brief.of("cabin", "paint_white"),
        )  # fmt: skip
        drawing.add("board", (width * 0.24, 0.04, length * 0.1), (0, hull * 1.14, -0.06 * length), name="hatch", **deck)
    rudder = [
        (-0.49 * length, hull * 0.86), (-0.49 * length, hull * 0.12), (-0.56 * length, hull * 0.08), (-0.55 * length,
        hull * 0.86),
    ]  # fmt: skip
    side_shape(drawing, rudder, 0.05, "rudder", deck)
    tubes(drawing, [[(0, hull * 0.84, -0.53 * length), (0, hull * 0.9, -0.34 * length)]], 0.05, "tiller", deck)
    rail = [
        (0.26 * width, hull * 0.86, 0.3 * length), (0.24 * width, hull * 1.3, 0.3 * length), (0.06 * width, hull * 1.4,
        0.49 * length), (0.0, hull * 1.4, 0.5 * length),
    ]  # fmt: skip
    tubes(
        drawing, twins([rail, [(0.07 * width, hull * 0.94, 0.46 * length), (0.08 * width, hull * 1.39,
        0.47 * length)]]), 0.035, "bow_rail", metal, bend=0.1,
    )  # fmt: skip


_SLOOPS = {  # of each mast its place along the hull and the length of its boom, as shares of the hull's, and its height
    1: ((0.1, 0.48, 1.0),),
    2: ((0.17, 0.38, 1.0), (-0.27, 0.21, 0.7)),
    3: ((0.26, 0.22, 0.84), (-0.01, 0.24, 1.0), (-0.29, 0.2, 0.72)),
}  # fmt: skip


def _rig(drawing: Drawing, brief: Brief, width: float, hull: float, height: float, length: float) -> None:
    """Draw one to three masts with their sails, the jib at the first, stays between them, and a flag."""
    usual = 2 if brief.words & {"ketch", "schooner", "yawl"} else 1
    masts = _SLOOPS[brief.count("mast", usual, least=1, most=3)]
    cloth = brief.of("sail", "paint_white" if brief.style_name != "rustic" else "paper")
    for place, boom, share in masts:
        _mast(drawing, brief, (width, hull, height * share), place * length, boom * length)
    place, _, share = masts[0]
    z, top = place * length, height * share - 0.05
    if brief.has("jib", default=True):
        reach = 0.46 * length - z
        drawing.add(
            "sail", (0.2, (height * share - hull - 1.05) * 0.84, reach), (0.06, hull + 0.16, z + reach / 2 + 0.05),
            is_jib=True, name="jib",
            **(cloth if not brief.has("spinnaker") else brief.of("jib spinnaker", "paint_red")),
        )  # fmt: skip
    heads: Line = [(0, height * part - 0.05, at * length) for at, _, part in masts]
    lines: list[Line] = [[(0, top - 0.25, z), (0, hull * 0.96, 0.487 * length)]]
    lines += [[one, other] for one, other in pairwise(heads)]
    tubes(drawing, [*lines, [heads[-1], (0, hull * 0.74, -0.485 * length)]], 0.022, "stay", _STEEL)
    if brief.has("flag", default=True):
        tubes(drawing, [[(0, hull * 0.7, -0.47 * length), (0, hull + 0.7, -0.5 * length)]], 0.03, "flag_pole", _STEEL)
        drawing.add(
            "board", (0.02, 0.28, 0.44), (0, hull + 0.4, -0.5 * length - 0.22), name="flag", **brief.of("flag",
            "paint_red"),
        )  # fmt: skip


def _mast(drawing: Drawing, brief: Brief, size: Triple, z: float, boom: float) -> None:
    """Draw a mast with its boom, sail with battens, and shrouds with spreaders; `size` is width, hull and height."""
    width, hull, height = size
    wood = brief.of("mast boom", "wood" if brief.style_name in ("rustic", "art deco") else "aluminium")
    foot, top, y = hull * 0.6, height - 0.05, hull + 0.75
    drawing.add("pillar", (0.12, height - foot, 0.12), (0, foot, z), name="mast", **wood)
    lying(drawing, "rod", 0.09, boom, (0, y, z - boom / 2 + 0.03), "boom", wood)
    cloth = brief.of("sail", "paint_white" if brief.style_name != "rustic" else "paper")
    tall = height - y - 0.3
    drawing.add("sail", (0.3, tall, boom * 0.94), (0.1, y + 0.04, z - boom * 0.47 - 0.04), name="sail", **cloth)
    for share in (0.25, 0.5, 0.75):
        reach = boom * 0.9 * (1 - share)
        tubes(
            drawing, [[(0.03, y + tall * share, z - 0.04), (0.03, y + tall * share, z - 0.04 - reach)]], 0.03,
            "batten", wood,
        )  # fmt: skip
    spread = foot + (top - foot) * 0.55
    shroud: Line = [(0.0, top - 0.5, z), (0.3 * width, spread, z - 0.02), (0.47 * width, hull * 0.7, z - 0.04)]
    tubes(drawing, twins([shroud]), 0.022, "stay", _STEEL)
    tubes(
        drawing, [[(-0.3 * width, spread, z - 0.02), (0, spread, z), (0.3 * width, spread, z - 0.02)]], 0.045,
        "spreader", _STEEL,
    )  # fmt: skip


def _castles(drawing: Drawing, brief: Brief, k: float, wood: Finish, trim: Finish) -> None:
    """Draw the castles fore and aft, the stern windows and the guns."""
    for z, size, rise in ((-8.6, 6.2, 2.2), (-10.4, 3.4, 3.6), (9.2, 3.2, 1.3)):
        wide = 5.4 if z < 0 else 3.0
        castle = drawing.add(
            "box", (wide * k, (rise + 0.6) * k, size * k), (0, (3.5 if z < 0 else 3.9) * k, z * k), name="castle",
            radius_m=0.15 * k, **wood,
        )  # fmt: skip
        top = castle.position.y + castle.dimensions.height
        drawing.add(
            "box", ((wide + 0.3) * k, 0.16 * k, (size + 0.3) * k), (0, top - 0.08 * k, z * k), name="castle_rail",
            **trim,
        )  # fmt: skip
    for x in (-1.6, -0.55, 0.55, 1.6):
        drawing.add(
            "box", (0.66 * k, 0.86 * k, 0.2 * k), (x * k, 4.7 * k, -12.06 * k), name="stern_window",
            **brief.of("window", "emissive_warm"),
        )  # fmt: skip
    for side in (1.0, -1.0):
        for z in (-5.4, -3.6, -1.8, 0.0, 1.8, 3.6, 5.4):
            x = 3.22 - 0.012 * (z - 0.5) ** 2
            lying(
                drawing, "rod", 0.26 * k, 0.9 * k, (side * x * k, 2.5 * k, z * k), "gun", Finish(material="iron_black",
                color=""), along="x",
            )  # fmt: skip


_MASTS = {  # place along the ship and height of each, from the bow
    1: ((0.5, 21.0),),
    2: ((4.2, 19.0), (-4.4, 21.0)),
    3: ((6.2, 17.6), (-0.5, 21.0), (-7.3, 16.0)),
    4: ((7.2, 16.6), (2.2, 19.6), (-2.8, 20.6), (-7.9, 15.6)),
}  # fmt: skip


def square_rigger(drawing: Drawing, brief: Brief) -> None:
    """Draw a ship of oak with one to four masts of square sails, a bowsprit, castles and gun ports."""
    k = brief.box(7.0, 22.0, 26.0, keeps_shape=True)[2] / 26.0
    wood, deck = brief.of("hull body boat ship", "oak", is_main=True), brief.of("deck", "pine")
    trim, cloth = (
        brief.of("strake trim accent", "walnut" if brief.style_name != "steampunk" else "brass_polished",
        is_accent=True), brief.of("sail", "paper"),
    )  # fmt: skip
    hull = 4.6 * k
    drawing.add(
        "hull", (6.6 * k, hull, 24.0 * k), form="ship", cockpit=[0, 0, 0], **part_of("deck", deck), **part_of("strake",
        trim), **wood,
    )  # fmt: skip
    _castles(drawing, brief, k, wood, trim)
    tubes(drawing, [[(0, 4.2 * k, 10.2 * k), (0, 6.9 * k, 15.6 * k)]], 0.3 * k, "bowsprit", wood)
    masts = _MASTS[brief.count("mast", 3, least=1, most=4)]
    heads: Line = [(0, (top - 1.0) * k, z * k) for z, top in masts]
    lines: list[Line] = [
        [(0, 6.8 * k, 15.4 * k), heads[0]], [(0, 6.1 * k, 14.0 * k), (0, masts[0][1] * 0.7 * k, masts[0][0] * k)],
        *([one, other] for one, other in pairwise(heads)),
    ]  # fmt: skip
    for z, top in masts:
        drawing.add("pillar", (0.42 * k, (top - 3.2) * k, 0.42 * k), (0, 3.2 * k, z * k), name="mast", **wood)
        drawing.add(
            "turning", (1.5 * k, 0.6 * k, 1.5 * k), (0, (top * 0.72 - 0.2) * k, z * k), name="crow_nest", profile=[0.6,
            0, 0.9, 0.2, 1.0, 1.0], **wood,
        )  # fmt: skip
        for share, wide in ((0.44, 8.6), (0.7, 6.6), (0.9, 4.6)):
            y = (3.4 + (top - 3.4) * share) * k
            lying(drawing, "rod", 0.2 * k, wide * k, (0, y, (z + 0.24) * k), "yard", wood, along="x")
            tall = (top - 3.4) * (0.24 if share < 0.8 else 0.17) * k
            drawing.add(
                "billow", (wide * 0.92 * k, tall, 0.9 * k), (0, y - tall + 0.04 * k, (z + 0.24 + 0.42) * k),
                name="sail", **cloth,
            )  # fmt: skip
        lines += twins([[(3.1 * k, 3.7 * k, (z + s) * k), (0, top * 0.74 * k, z * k)] for s in (-1.2, -0.4, 0.4)])
        drawing.add(
            "board", (0.03 * k, 0.7 * k, 1.5 * k), (0, (top - 0.75) * k, (z - 0.75) * k), name="flag",
            **brief.of("flag", "paint_red" if "pirate" not in brief.words else "paint_black"),
        )  # fmt: skip
    tubes(drawing, lines, 0.07 * k, "rope", brief.of("rope", "iron_black"))
    cradle(drawing, brief, 6.0 * k, hull, (-5.0 * k, 4.0 * k))
