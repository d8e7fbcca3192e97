"""The golf bag with its clubs; the pockets face +z."""

from math import cos, sin

from engine.archetypes.brief import Brief, Finish, Triple
from engine.archetypes.drawing import Drawing
from engine.archetypes.objects.choices import tone, usual
from engine.archetypes.objects.laying import around
from engine.archetypes.objects.placing import bent
from engine.archetypes.objects.shaping import Pair, blend, limb, sized, spin, strut
from engine.archetypes.register import archetype

_HIDES = {"steampunk": "leather_brown", "rustic": "leather_tan", "victorian": "leather_brown", "japanese": "canvas"}
_RIM = 0.87


@archetype(
    "golf bag", "object", "sport",
    "golf bag, golfbag, golf club bag, bag of golf clubs, golf stand bag, golf caddy bag, golf clubs, golf club, "
    "set of golf clubs, golf set, golf equipment, golftasche, golfschläger, sac de golf, clubs de golf, "
    "bolsa de golf, palos de golf, sacca da golf",
    hints="golfer, caddie, tee, fairway",
    about="A golf bag: a tall padded bag with pockets and a strap that stands and holds the clubs of a golfer.",
    parts="club, bag, pocket, strap, stand, leg, shaft, head, base, rim, zip, cover, towel",
    features="stand, leg=stand, cover, towel",
)  # fmt: skip
def golf_bag(drawing: Drawing, brief: Brief) -> None:
    """Draw a tube with a cuff, pockets before it, a strap behind, clubs of wood and iron; two legs if it stands."""
    cloth = usual(
        brief,
        "bag body golf",
        _HIDES.get(brief.style_name, "fabric_grey"),
        "" if brief.style_name in _HIDES else tone(brief, "#22314d"),
    )
    second = usual(
        brief,
        "pocket accent strap",
        "leather_white" if brief.style_name not in _HIDES else "leather_brown",
        tone(brief, "#e9e7e1", second=True) if brief.style_name not in _HIDES else "",
        is_main=False,
    )
    dark = brief.of("base rim", "leather_black" if brief.style_name in _HIDES else "rubber_black")
    tube: list[Pair] = [(0.118, 0.03), (0.122, 0.1), (0.122, 0.72), (0.128, 0.84)]
    spin(drawing, "bag", tube, cloth)
    spin(drawing, "base", [(0.15, 0.0), (0.15, 0.03), (0.128, 0.06), (0.125, 0.1)], dark)
    cuff: list[Pair] = [(0.126, 0.76), (0.142, 0.8), (0.145, _RIM), (0.13, _RIM + 0.005)]
    spin(drawing, "cuff", cuff, second)
    drawing.add("disc", (0.25, 0.02, 0.25), (0, _RIM - 0.008, 0), name="well", material="fabric_grey", color="#17181b")
    for turn in (0.0, 60.0, 120.0):
        drawing.add("box", (0.25, 0.014, 0.012), (0, _RIM + 0.008, 0), turn=(0, turn, 0), name="divider", **dark)
    _pockets(drawing, cloth, second)
    _strap(drawing, second)
    if brief.has("stand", default=brief.style_name in ("modern", "futuristic", "minimalist", "scandinavian")):
        for side in (-1.0, 1.0):
            strut(
                drawing,
                "leg",
                (side * 0.08, 0.78, 0.1),
                (side * 0.26, 0.012, 0.36),
                0.018,
                brief.of("leg stand", "metal"),
            )
            drawing.add("ball", (0.035, 0.03, 0.035), (side * 0.262, 0.0, 0.363), name="foot", material="rubber_black")
    _clubs(drawing, brief, second)
    sized(drawing, brief, (0.34, 1.27, 0.38))


def _pockets(drawing: Drawing, cloth: Finish, second: Finish) -> None:
    """Draw a long pocket and a ball pocket in front, one on each side, each with its zip."""
    boxes: tuple[tuple[Triple, Triple, Finish, float], ...] = (
        ((0.19, 0.24, 0.1), (0, 0.13, 0.13), second, 0.0), ((0.16, 0.24, 0.07), (0, 0.42, 0.125), cloth, 0.0),
        ((0.14, 0.5, 0.07), (0.125, 0.14, 0), cloth, 90.0), ((0.14, 0.34, 0.07), (-0.125, 0.14, 0), cloth, 90.0),
    )  # fmt: skip
    for size, at, finish, turn in boxes:
        drawing.add("box", size, at, turn=(0, turn, 0), radius_m=0.03, name="pocket", **finish)
        out = size[2] / 2
        place = (
            (0.0, at[1] + size[1] * 0.78, at[2] + out)
            if not turn
            else (at[0] + out * (1 if at[0] > 0 else -1), at[1] + size[1] * 0.78, 0.0)
        )
        drawing.add(
            "box", (size[0] * 0.72, 0.01, 0.008), place, turn=(0, turn, 0), name="zip", material="steel_brushed"
        )


def _strap(drawing: Drawing, finish: Finish) -> None:
    """Draw a padded strap behind, and a grip at the rim."""
    path = [(0.0, 0.74, -0.118), (0.06, 0.68, -0.2), (0.09, 0.52, -0.22), (0.06, 0.34, -0.19), (0.0, 0.28, -0.115)]
    bent(drawing, path, 0.035, finish, name="strap")
    bent(
        drawing,
        [(-0.05, 0.8, 0.13), (-0.045, 0.82, 0.175), (0.045, 0.82, 0.175), (0.05, 0.8, 0.13)],
        0.022,
        finish,
        name="grip",
    )


def _clubs(drawing: Drawing, brief: Brief, cover: Finish) -> None:
    """Draw clubs that stand in the bag with their heads up: the woods behind, the irons before."""
    count = brief.count("club", 8, least=0, most=14)
    shaft = brief.of("shaft", "wood" if brief.style_name in ("victorian", "rustic") else "steel_polished")
    inner = min(count, 5)
    ring = [*around(inner, 0.05, first=0.3), *around(count - inner, 0.098, first=0.1)] if count else []
    for number, (x, z, turn) in enumerate(sorted(ring, key=lambda place: place[1])):
        is_wood = number < (count + 2) // 3
        top = _RIM + (0.33 if is_wood else 0.26) - 0.022 * (number % 3)
        end = (x * 1.35, top, z * 1.35)
        strut(drawing, "shaft", (x, _RIM - 0.02, z), end, 0.012, shaft)
        if is_wood:
            _wood(drawing, brief, end, turn, cover)
        else:
            _iron(drawing, brief, end, turn)


def _wood(drawing: Drawing, brief: Brief, at: Triple, turn: float, cover: Finish) -> None:
    """Draw the head of a wood, or its knitted cover."""
    x, y, z = at
    side = (cos(turn), -sin(turn))
    if brief.has("cover"):
        far = (x + 0.05 * side[0], y + 0.03, z + 0.05 * side[1])
        bones = [limb((x, y - 0.05, z), 0.02, (x, y + 0.01, z), 0.032), limb((x, y + 0.01, z), 0.034, far, 0.038)]
        blend(drawing, "club", bones, cover, soft=0.02)
        return
    is_old = brief.style_name in ("victorian", "rustic", "steampunk")
    far = (x + 0.06 * side[0], y + 0.012, z + 0.06 * side[1])
    bones = [
        limb((x, y - 0.02, z), 0.009, (x, y, z), 0.012),
        limb((x, y + 0.005, z), 0.022, far, 0.034, (1.0, 0.75, 1.0)),
    ]
    blend(drawing, "club", bones, brief.of("head club", "walnut" if is_old else "paint_black"), soft=0.014)


def _iron(drawing: Drawing, brief: Brief, at: Triple, turn: float) -> None:
    """Draw the blade of an iron on its hosel."""
    x, y, z = at
    steel = brief.of("head club", "steel_brushed")
    side = (cos(turn), -sin(turn))
    blend(
        drawing,
        "club",
        [
            limb((x, y - 0.03, z), 0.008, (x, y, z), 0.009),
            limb((x, y, z), 0.011, (x + 0.03 * side[0], y + 0.008, z + 0.03 * side[1]), 0.017, (1.0, 1.0, 0.55)),
            limb(
                (x + 0.03 * side[0], y + 0.008, z + 0.03 * side[1]),
                0.017,
                (x + 0.06 * side[0], y + 0.02, z + 0.06 * side[1]),
                0.024,
                (1.0, 1.0, 0.5),
            ),
        ],
        steel,
        soft=0.008,
    )
