"""Furniture for one purpose: an ironing board, a child's high chair, a stand for umbrellas; the front is +z."""

from math import cos, pi, radians, sin

from engine.archetypes.brief import Brief, Finish
from engine.archetypes.drawing import Drawing
from engine.archetypes.furniture.frames import CORNERS, lean_leg, same_as
from engine.archetypes.objects.choices import tone, trim, usual
from engine.archetypes.objects.laying import around, lay
from engine.archetypes.objects.placing import bent
from engine.archetypes.objects.shaping import Pair, pose, sized, spin, strut
from engine.archetypes.register import archetype

_OPEN = frozenset(
    {"modern", "industrial", "minimalist", "bauhaus", "gothic", "cyberpunk", "contemporary", "futuristic"}
)


@archetype(
    "ironing board", "furniture", "storage",
    "ironing board, iron board, ironing table, pressing board, laundry board, bügelbrett, bügeltisch, "
    "planche à repasser, table à repasser, tabla de planchar, mesa de planchar",
    hints="press shirts, laundry, wrinkles",
    about="An ironing board: a long padded board with a rounded nose on crossed legs, on which clothes are ironed.",
    parts="board, cover, leg, rest, foot, frame, tray, stripe", features="rest, tray, stripe, striped=stripe",
)  # fmt: skip
def ironing_board(drawing: Drawing, brief: Brief) -> None:
    """Draw a padded board that narrows to its nose, on crossed tube legs, with a rest for the iron behind."""
    cloth = usual(brief, "cover board body ironing", "cotton", tone(brief, "#8fb0c4"))
    legs = brief.of("leg frame foot", "wood" if brief.style_name in ("rustic", "japanese") else "metal", is_accent=True)
    half, y = 0.19, 0.88
    nose: list[Pair] = [(0.46 + 0.14 * sin(t), 0.075 * cos(t)) for t in (pi * step / 8 for step in range(9))]
    outline = [(-0.62, half - 0.02), (-0.6, half), (0.1, half), (0.3, 0.15), *nose, (0.3, -0.15), (0.1, -half),
               (-0.6, -half), (-0.62, -half + 0.02)]  # fmt: skip
    lay(drawing, "board", [(x * 0.985, z * 0.95) for x, z in outline], 0.02, same_as(brief, "frame", legs), y=y - 0.018)
    lay(drawing, "cover", outline, 0.034, cloth, y=y, edge_m=0.012)
    if brief.has("stripe"):
        second = brief.of("stripe", "cotton", is_accent=True)
        for x in (-0.5, -0.35, -0.2, -0.05, 0.1):
            drawing.add("box", (0.035, 0.004, 2 * half - 0.03), (x, y + 0.032, 0), name="stripe", **second)
    for side, z in ((1.0, 0.13), (-1.0, 0.1)):
        top, foot = (-0.34 * side, y - 0.012), (0.42 * side, 0.016)
        for depth in (z, -z):
            strut(drawing, "leg", (top[0], top[1], depth), (foot[0], foot[1], depth), 0.024, legs)
        strut(drawing, "foot", (foot[0], 0.016, -0.2), (foot[0], 0.016, 0.2), 0.026, legs)
        strut(drawing, "bar", (top[0], top[1] - 0.004, -z), (top[0], top[1] - 0.004, z), 0.02, legs)
        for end in (-0.2, 0.2):
            drawing.add("ball", (0.036, 0.032, 0.036), (foot[0], 0, end), name="cap", material="rubber_black")
    strut(drawing, "pivot", (0.04, 0.446, -0.135), (0.04, 0.446, 0.135), 0.018, legs)
    if brief.has("rest", "tray", default=True):
        _rest(drawing, brief.of("rest tray", legs["material"]), y)
    sized(drawing, brief, (1.5, 0.915, 0.4))


def _rest(drawing: Drawing, steel: Finish, y: float) -> None:
    """Draw a grid of wire behind the board."""
    loop = [(-0.58, y - 0.006, -0.1), (-0.86, y - 0.006, -0.1), (-0.88, y + 0.004, 0.0), (-0.86, y - 0.006, 0.1),
            (-0.58, y - 0.006, 0.1)]  # fmt: skip
    bent(drawing, loop, 0.014, steel, name="rest", is_straight=True)
    for x in (-0.68, -0.74, -0.8):
        strut(drawing, "wire", (x, y - 0.006, -0.1), (x, y - 0.006, 0.1), 0.008, steel)


@archetype(
    "high chair", "furniture", "chair",
    "high chair, highchair, baby high chair, baby highchair, child high chair, feeding chair, baby chair, "
    "toddler chair, infant chair, hochstuhl, kinderhochstuhl, chaise haute, trona",
    hints="feed, baby, toddler, tray",
    about="A high chair: a small seat on long splayed legs with a tray in front, in which a baby sits at table.",
    parts="leg, seat, tray, back, footrest, cushion, harness, slat, armrest, rung",
    features="tray, cushion, harness, wheel",
)  # fmt: skip
def high_chair(drawing: Drawing, brief: Brief) -> None:
    """Draw a small seat with back and arms on four splayed legs, a tray in front and a board for the feet."""
    wood = brief.of("chair frame leg body", "wood", is_main=True)
    seat_y, spread = 0.58, 0.13
    for x, z in CORNERS:
        lean_leg(
            drawing,
            same_as(brief, "leg", wood),
            (0.036, seat_y, 0.036),
            (x * spread, 0, z * spread),
            (x * 0.115, z * 0.115),
            style="square" if brief.style.leg in ("square", "block") else "tapered",
        )
    drawing.add("table_top", (0.36, 0.026, 0.34), (0, seat_y - 0.012, 0), name="seat", corner_m=0.03,
                **same_as(brief, "seat", wood))  # fmt: skip
    _back_and_arms(drawing, brief, wood, seat_y)
    if brief.has("tray", default=True):
        tray = brief.of("tray", wood["material"] if brief.style_name in ("rustic", "japanese") else "plastic_white",
                        is_accent=True)  # fmt: skip
        drawing.add("plate", (0.5, 0.018, 0.3), (0, seat_y + 0.215, 0.215), corner_m=0.08, name="tray", **tray)
        drawing.add(
            "rail_frame", (0.46, 0.024, 0.26), (0, seat_y + 0.226, 0.215), board_m=0.014, name="tray_rim", **tray
        )
    if brief.has("cushion", default=True):
        pad = usual(brief, "cushion upholstery pad", "cotton", tone(brief, "#d9b54a"), is_main=False)
        drawing.add("cushion", (0.3, 0.045, 0.27), (0, seat_y + 0.012, 0.01), name="cushion", **pad)
        drawing.add(
            "backrest", (0.25, 0.28, 0.07), (0, seat_y + 0.03, -0.135), turn=(-6, 0, 0), name="pad", curve_m=0.01, **pad
        )
    if brief.has("harness"):
        strap = brief.of("harness strap", "fabric_grey")
        for x in (-0.06, 0.06):
            strut(drawing, "harness", (x, seat_y + 0.27, -0.11), (x * 0.6, seat_y + 0.05, 0.04), 0.02, strap)
    _below(drawing, brief, wood, seat_y, spread)
    sized(drawing, brief, (0.5, 0.96, 0.55))


def _back_and_arms(drawing: Drawing, brief: Brief, wood: Finish, seat_y: float) -> None:
    """Draw the back of slats, and an arm with its posts at each side."""
    form = {"rustic": "ladder", "gothic": "gothic", "victorian": "spindles"}.get(brief.style_name, "slats")
    drawing.add("chair_back", (0.36, 0.38, 0.06), (0, seat_y, -0.165), name="back", form=form, post_m=0.03,
                count=brief.count("slat", 4, least=2, most=8), **same_as(brief, "back slat", wood))  # fmt: skip
    arms = same_as(brief, "armrest arm", wood)
    for side in (1.0, -1.0):
        drawing.add(
            "box", (0.036, 0.022, 0.36), (side * 0.17, seat_y + 0.2, 0.02), radius_m=0.008, name="armrest", **arms
        )
        for z in (0.14, 0.03):
            strut(drawing, "arm_post", (side * 0.165, seat_y, z), (side * 0.17, seat_y + 0.205, z), 0.022, arms)


def _below(drawing: Drawing, brief: Brief, wood: Finish, seat_y: float, spread: float) -> None:
    """Draw the rungs between the legs and the board for the feet in front."""
    rung = same_as(brief, "rung", wood)
    y = 0.2
    out = spread + 0.115 * (1 - y / seat_y)
    for side in (1.0, -1.0):
        strut(drawing, "rung", (side * out, y, -out), (side * out, y, out), 0.022, rung)
    strut(drawing, "rung", (-out, y, -out), (out, y, -out), 0.022, rung)
    y = 0.3
    out = spread + 0.115 * (1 - y / seat_y)
    drawing.add("box", (2 * out + 0.02, 0.018, 0.1), (0, y, out + 0.03), radius_m=0.006, name="footrest",
                **same_as(brief, "footrest", wood))  # fmt: skip


@archetype(
    "umbrella stand", "furniture", "storage",
    "umbrella stand, umbrella holder, umbrella rack, umbrella bin, schirmständer, porte-parapluie, porte parapluie, "
    "paragüero, walking stick stand, cane stand",
    hints="hallway, entrance, wet umbrellas",
    about="An umbrella stand: a tall open vessel or frame by the front door that holds umbrellas and sticks.",
    parts="umbrella, bar, ring, base, tray, handle, rim", features="umbrella, walking stick=stick",
)  # fmt: skip
def umbrella_stand(drawing: Drawing, brief: Brief) -> None:
    """Draw a tall pot, or rings on bars over a tray, with rolled umbrellas leaning in it."""
    if brief.style_name in _OPEN:
        metal = brief.of("stand body bar ring base", "metal", is_main=True)
        drawing.add("vessel", (0.27, 0.05, 0.27), (0, 0, 0), profile=[0.92, 0, 1, 0.1, 1, 1], wall=0.05, name="tray",
                    **same_as(brief, "base tray", metal))  # fmt: skip
        for y in (0.27, 0.5):
            drawing.add("torus", (0.265, 0.014, 0.265), (0, y, 0), name="ring", **same_as(brief, "ring", metal))
        for x, z, _ in around(brief.count("bar", 8, least=4, most=16), 0.1255):
            strut(drawing, "bar", (x, 0.02, z), (x, 0.507, z), 0.01, metal)
    else:
        form: list[str | float] = [0.72, 0, 0.78, 0.03, 0.86, 0.12, 0.8, 0.5, 0.84, 0.85, 1, 0.97, 1, 1]
        default, color = {"steampunk": ("copper", ""), "rustic": ("wicker", ""), "art deco": ("lacquer_black", ""),
            "baroque": ("porcelain", "#f4ecdc"), "japanese": ("stoneware", "")}.get(
                brief.style_name, ("porcelain", "#28468f" if brief.style_name == "victorian" else ""))  # fmt: skip
        pot = usual(brief, "stand body pot vessel", default, color)
        drawing.add("vessel", (0.27, 0.52, 0.27), (0, 0, 0), profile=form, wall=0.07, name="pot",
                    **trim(brief), **pot)  # fmt: skip
    for number in range(brief.count("umbrella", 2, most=4)):
        _umbrella(drawing, brief, number)
    sized(drawing, brief, (0.27, 0.52, 0.27))


def _umbrella(drawing: Drawing, brief: Brief, number: int) -> None:
    """Draw a rolled umbrella, its ferrule on the floor of the stand and its crook above."""
    cloth = usual(brief, "umbrella", "silk", ("#23262d", "#9c2c2a", "#2c4a38", "#2a3f6b")[number % 4], is_main=False)
    rolled = Drawing(brief)
    spin(
        rolled,
        "umbrella",
        [(0.005, 0.05), (0.012, 0.1), (0.03, 0.35), (0.034, 0.55), (0.02, 0.6), (0.008, 0.62)],
        cloth,
        is_flowing=True,
    )
    strut(rolled, "shaft", (0, 0.0, 0), (0, 0.72, 0), 0.011, Finish(material="steel_brushed", color=""))
    crook = [
        (0.0, 0.7, 0.0),
        (0.0, 0.79, 0.0),
        (0.02, 0.83, 0.0),
        (0.055, 0.835, 0.0),
        (0.075, 0.8, 0.0),
        (0.075, 0.77, 0.0),
    ]
    bent(rolled, crook, 0.02, brief.of("handle", "walnut"), name="handle")
    turn = radians((35.0, 200.0, 110.0, 290.0)[number])
    pose(
        drawing,
        rolled,
        (-0.05 * sin(turn), 0.006, -0.05 * cos(turn)),
        (9.0 * cos(turn), 60.0 * number, -9.0 * sin(turn)),
    )
