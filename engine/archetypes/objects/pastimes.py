"""Things to pass the time with: kite, yo-yo, puzzle cube, nesting dolls, ring tower, jack-in-the-box."""

from collections.abc import Sequence
from math import cos, radians, sin

from engine.archetypes.brief import Brief, Finish, Triple
from engine.archetypes.drawing import Drawing, scaled
from engine.archetypes.objects.choices import plain, usual
from engine.archetypes.objects.shaping import blend, cut, lump, pose, sized, spin, strut, twins, wire
from engine.archetypes.register import archetype

RAINBOW = ("#d8322c", "#e8752a", "#f0b92e", "#3fa05a", "#2f7fc4", "#6a4ab0", "#d0569a", "#3a9ea0")


@archetype(
    "kite", "object", "toy",
    "kite, diamond kite, stunt kite, box kite, flugdrachen, cerf volant, cometa, toy kite",
    hints="flown in the wind, string",
    about="A kite: a cloth diamond on crossed sticks, flown in the wind on a string.",
    parts="sail, cloth, tail, bow, spar, string, stand",
)  # fmt: skip
def kite(drawing: Drawing, brief: Brief) -> None:
    """Draw a diamond of four cloths on crossed spars, with a tail of bows, on a stand."""
    cloth = usual(brief, "body sail cloth", "fabric_grey", "#d8322c")
    other = usual(brief, "accent", "fabric_grey", "#f0b92e", is_main=False)
    wood = brief.of("spar stick", "bamboo")
    tip, wing, low, side = 1.42, 1.08, 0.3, 0.36
    for sign in (-1, 1):
        upper, lower = (cloth, other) if sign < 0 else (other, cloth)
        cut(drawing, "sail", [(0, wing), (sign * side, wing), (0, tip)], 0.006, upper)
        cut(drawing, "sail", [(0, low), (sign * side, wing), (0, wing)], 0.006, lower)
    strut(drawing, "spar", (0, low, -0.006), (0, tip, -0.006), 0.014, wood)
    strut(drawing, "spar", (-side, wing, -0.012), (side, wing, -0.012), 0.014, wood)
    path = [(0, low + 0.01, 0), (0.06, 0.22, 0.03), (-0.03, 0.12, 0.08), (0.08, 0.03, 0.14), (0.3, 0.006, 0.2),
            (0.46, 0.006, 0.3)]  # fmt: skip
    wire(drawing, "tail", path, 0.01, plain("rope"))
    for number, (x, y, z) in enumerate(path[1:]):
        color = RAINBOW[number % len(RAINBOW)]
        for sign in (-1, 1):
            start, end = (x, y + 0.006, z), (x + sign * 0.05, y + 0.03, z + 0.01)
            strut(drawing, "bow", start, end, 0.034, plain("fabric_grey", color), kind="cone", top=1.6)
    drawing.add("disc", (0.34, 0.03, 0.34), (0, 0, -0.03), name="stand", **brief.of("stand base", "wood"))
    strut(drawing, "post", (0, 0.02, -0.03), (0, wing, -0.024), 0.02, brief.of("stand base", "wood"))
    sized(drawing, brief, (0.78, 1.42, 0.5))


@archetype(
    "yo-yo", "object", "toy", "yo-yo, yo yo, yoyo, wooden yo-yo, jojo",
    hints="up and down on a string", about="A yo-yo: two round halves on an axle that climb up and down a string.",
    parts="body, string, axle, ring, half",
)  # fmt: skip
def yo_yo(drawing: Drawing, brief: Brief) -> None:
    """Draw two turned halves on an axle, lying on their edge, and the string with its loop."""
    half = usual(brief, "body half", "lacquer_red", "")
    ring = brief.of("ring accent", "gold", is_accent=True)
    for sign in (-1, 1):
        side = Drawing(brief)
        spin(side, "half", [(0.012, 0.0), (0.027, 0.003), (0.03, 0.009), (0.026, 0.016), (0.012, 0.019), (0.002, 0.02)],
             half, is_flowing=True)  # fmt: skip
        side.add("hoop", (0.036, 0.002, 0.036), (0, 0.0165, 0), inner=0.8, name="ring", **ring)
        side.add("dome", (0.012, 0.005, 0.012), (0, 0.0185, 0), name="cap", **ring)
        _on_side(drawing, side, sign)
    strut(drawing, "axle", (-0.006, 0.03, 0), (0.006, 0.03, 0), 0.016, plain("paper"))
    path = [(0, 0.037, 0), (0, 0.05, 0.03), (0.01, 0.012, 0.06), (0.03, 0.0012, 0.085), (0.06, 0.0012, 0.08),
            (0.075, 0.0012, 0.06), (0.06, 0.0012, 0.045), (0.045, 0.0012, 0.06), (0.055, 0.0012, 0.075)]  # fmt: skip
    wire(drawing, "string", path, 0.0024, brief.of("string", "cotton"))
    sized(drawing, brief, (0.1, 0.06, 0.12))


def _on_side(drawing: Drawing, half: Drawing, sign: int) -> None:
    """Draw a half of a yo-yo with its axis along x, its rim on the ground."""
    pose(drawing, half, (sign * 0.004, 0.03, 0), (0, 0, -90 * sign))


@archetype(
    "puzzle cube", "object", "toy",
    "puzzle cube, rubik's cube, rubiks cube, rubik cube, magic cube, speed cube, zauberwürfel, cubo de rubik",
    hints="coloured stickers, solve", about="A puzzle cube: three by three by three small cubes with coloured faces.",
    parts="face, sticker, tile",
)  # fmt: skip
def puzzle_cube(drawing: Drawing, brief: Brief) -> None:
    """Draw the cube with nine coloured tiles on each face, its top layer a little turned."""
    body = usual(brief, "body case", "plastic_black", "")
    faces = ("#f2f2ee", "#c8281e", "#2456a8", "#e8752a", "#2f8a4f", "#f0c92e")
    turn = 0.0 if "solved" in brief.words else 24.0
    for level, (low, tall) in enumerate(((0.0, 0.038), (0.038, 0.019))):
        layer = Drawing(brief)
        layer.add("box", (0.057, tall, 0.057), (0, low, 0), radius_m=0.002, name="body", **body)
        for side in range(4):
            face = Drawing(brief)
            for row in range(2 - level):
                for column in (-1, 0, 1):
                    mixed = (side + (row * 2 + column) * bool(turn)) % 4
                    at = (column * 0.019, low + row * 0.019 + 0.0015, 0.0286)
                    tile = plain("plastic_white", faces[mixed if turn else side])
                    face.add("box", (0.0165, 0.016, 0.0012), at, radius_m=0.0005, name="tile", **tile)
            layer.include(face, turn_deg=90.0 * side)
        if level:
            for number in range(9):
                at = ((number % 3 - 1) * 0.019, 0.0565, (number // 3 - 1) * 0.019)
                tile = plain("plastic_white", faces[4] if not turn or number % 2 == 0 else faces[5])
                layer.add("box", (0.0165, 0.0012, 0.0165), at, radius_m=0.0005, name="tile", **tile)
        drawing.include(layer, turn_deg=turn * level)
    sized(drawing, brief, (0.0594, 0.0577, 0.0594))


@archetype(
    "nesting doll", "object", "toy",
    "nesting doll, matryoshka, matryoshka doll, russian doll, babushka doll, matroschka, matrioshka, matrjoschka, "
    "poupée russe, muñeca rusa, set of nesting dolls",
    hints="one inside the other", about="Nesting dolls: painted wooden figures of which each fits into the next.",
    parts="body, scarf, face, apron, flower, hair",
)  # fmt: skip
def nesting_doll(drawing: Drawing, brief: Brief) -> None:
    """Draw a row of painted dolls, each smaller than the one before."""
    count = brief.count("doll", 1 if "single" in brief.words else 4, least=1, most=9)
    across = 0.0
    for number in range(count):
        scale = 0.84**number
        doll = Drawing(brief)
        _doll(doll, brief, number)
        sized_doll = Drawing(brief)
        sized_doll.objects += scaled(doll.objects, scale)
        drawing.include(sized_doll, (across, 0, 0.012 * number))
        across += 0.076 * scale
    sized(drawing, brief, (0.09, 0.16, 0.09))


def _doll(doll: Drawing, brief: Brief, number: int) -> None:
    """Draw one doll 16 cm tall: body, scarf round the face, apron with a flower."""
    color = RAINBOW[(number * 3) % len(RAINBOW)]
    body = usual(brief, "body dress", "paint_white", color)
    scarf = usual(brief, "scarf accent", "paint_white", RAINBOW[(number * 3 + 2) % len(RAINBOW)], is_main=False)
    spin(doll, "body", [(0.03, 0.0), (0.034, 0.004), (0.041, 0.035), (0.041, 0.055), (0.034, 0.085), (0.027, 0.1)],
         body, is_flowing=True)  # fmt: skip
    spin(doll, "scarf", [(0.027, 0.099), (0.0295, 0.112), (0.0305, 0.126), (0.027, 0.144), (0.016, 0.157),
                         (0.001, 0.16)], scarf, is_flowing=True)  # fmt: skip
    doll.add("hoop", (0.0845, 0.003, 0.0845), (0, 0.047, 0), inner=0.9, name="band", **brief.of("band", "gold"))
    _balls(doll, "face", [(0, 0.126, 0.0155)], (0.036, 0.038, 0.035), plain("paint_white", "#f3d3b4"))
    _balls(doll, "hair", [(-0.006, 0.1385, 0.026), (0.006, 0.1385, 0.026)], (0.02, 0.01, 0.01),
           plain("paint_white", "#5a3320"))  # fmt: skip
    _balls(
        doll, "eye", [(-0.006, 0.128, 0.0318), (0.006, 0.128, 0.0318)], (0.0036, 0.0036, 0.0036), plain("paint_black")
    )
    _balls(doll, "cheek", [(-0.0095, 0.1205, 0.0288), (0.0095, 0.1205, 0.0288)], (0.0064, 0.0064, 0.0064),
           plain("paint_white", "#e58a80"))  # fmt: skip
    _balls(doll, "mouth", [(0, 0.117, 0.0318)], (0.006, 0.003, 0.003), plain("paint_red"))
    _balls(doll, "apron", [(0, 0.045, 0.026)], (0.042, 0.06, 0.034), plain("paint_white", "#f4ead2"))
    ring = [(0.0075 * sin(radians(72 * k)), 0.045 + 0.0075 * cos(radians(72 * k)), 0.0425) for k in range(5)]
    _balls(doll, "petal", ring, (0.0096, 0.0096, 0.005), plain("paint_red"))
    _balls(doll, "flower", [(0, 0.045, 0.0432)], (0.0092, 0.0092, 0.005), plain("paint_white", "#f0c92e"))


def _balls(drawing: Drawing, name: str, middles: Sequence[Triple], size: Triple, finish: Finish) -> None:
    """Draw ellipsoids of one size around their middles."""
    for x, y, z in middles:
        drawing.add("ball", size, (x, y - size[1] / 2, z), name=name, **finish)


@archetype(
    "ring tower", "object", "toy",
    "ring tower, stacking toy, stacking rings, ring stacker, stacker toy, stacking tower, rainbow stacker, "
    "stapelturm, stacking ring toy",
    hints="toddler, rings on a peg", about="A stacking toy: coloured rings of falling size on a peg, for toddlers.",
    parts="ring, peg, base, ball",
)  # fmt: skip
def ring_tower(drawing: Drawing, brief: Brief) -> None:
    """Draw rings in the colours of the rainbow on a peg with a ball on top."""
    wood = brief.of("base peg body", "beech", is_main=True)
    count = brief.count("ring", 5, least=2, most=9)
    drawing.add("disc", (0.13, 0.018, 0.13), edge=0.4, name="base", **wood)
    drawing.add("rod", (0.02, 0.023 * count + 0.03, 0.02), (0, 0.012, 0), name="peg", **wood)
    for number in range(count):
        wide = 0.12 - 0.06 * number / max(count - 1, 1)
        ring = brief.of("ring", "paint_white")
        if ring == plain("paint_white"):
            ring = plain("paint_white", RAINBOW[number % len(RAINBOW)])
        drawing.add("torus", (wide, 0.0262, wide), (0, 0.0165 + 0.023 * number, 0), name="ring", **ring)
    top = 0.0165 + 0.023 * count
    drawing.add(
        "ball",
        (0.044, 0.044, 0.044),
        (0, top - 0.002, 0),
        name="ball",
        **usual(brief, "ball", "paint_white", "#d8322c"),
    )
    sized(drawing, brief, (0.13, top + 0.042, 0.13))


@archetype(
    "jack-in-the-box", "object", "toy",
    "jack-in-the-box, jack in the box, jack in a box, springteufel, clown in a box, pop up clown box",
    hints="clown, pops out, crank", about="A jack-in-the-box: a clown on a spring that jumps out of a box.",
    parts="box, spring, lid, crank, head, hat, star",
)  # fmt: skip
def jack_in_the_box(drawing: Drawing, brief: Brief) -> None:
    """Draw an open box with stars and a crank, and the clown on his spring."""
    box = usual(brief, "body box", "paint_white", "#2f5fb0")
    trim = usual(brief, "lid trim accent", "paint_white", "#d8322c", is_main=False)
    side = 0.16
    drawing.add("open_box", (side, side, side), name="box", **box)
    drawing.add("box", (side, 0.008, side), (0, side + 0.066, -side / 2 - 0.027), turn=(-68, 0, 0), name="lid", **trim)
    drawing.add("box", (0.06, 0.03, 0.1), (0, side - 0.03, -side / 2 - 0.026), name="hinge", **trim)
    for turn in (0.0, 90.0, 180.0, 270.0):
        star = Drawing(brief)
        points = [(r * sin(radians(36 * k)), 0.08 + r * cos(radians(36 * k)))
                  for k in range(10) for r in ((0.05, 0.021)[k % 2],)]  # fmt: skip
        cut(star, "star", points, 0.006, plain("paint_white", "#f0c22e"), at=(0, 0, side / 2 + 0.001))
        drawing.include(star, turn_deg=turn)
    wire(drawing, "crank", [(side / 2 - 0.004, 0.08, 0.05), (0.115, 0.08, 0.05), (0.115, 0.11, 0.05), (0.14, 0.11,
        0.05)],
         0.008, brief.of("crank", "steel_brushed"))  # fmt: skip
    drawing.add("ball", (0.026, 0.026, 0.026), (0.148, 0.097, 0.05), name="knob", **trim)
    drawing.add(
        "spring", (0.09, 0.17, 0.09), (0, 0.004, 0), turns=7.0, wire=0.08, name="spring", **plain("steel_brushed")
    )
    _clown(drawing, 0.165, trim)
    sized(drawing, brief, (0.24, 0.37, 0.22))


def _clown(drawing: Drawing, low: float, collar: Finish) -> None:
    spin(drawing, "collar", [(0.02, low), (0.062, low + 0.006), (0.066, low + 0.014), (0.03, low + 0.03), (0.01,
        low + 0.04)],
         collar)  # fmt: skip
    head = (0, low + 0.075, 0)
    blend(drawing, "head", [lump(head, 0.044, (0.95, 1.0, 0.95))], plain("paint_white", "#f6dcc4"), soft=0.003)
    blend(drawing, "hair", twins(lump((0.044, low + 0.085, -0.004), 0.02), lump((0.038, low + 0.11, -0.004), 0.014)),
          plain("paint_white", "#e8752a"), soft=0.006)  # fmt: skip
    blend(drawing, "nose", [lump((0, low + 0.073, 0.045), 0.011)], plain("paint_red"), soft=0.001)
    blend(drawing, "eye", twins(lump((0.015, low + 0.09, 0.0365), 0.0055)), plain("paint_black"), soft=0.001)
    blend(drawing, "mouth", [lump((0, low + 0.053, 0.0355), 0.008, (1.7, 0.5, 0.6))], plain("paint_red"), soft=0.001)
    spin(drawing, "hat", [(0.032, low + 0.107), (0.032, low + 0.113), (0.018, low + 0.15), (0.002, low + 0.19)],
         plain("paint_white", "#2f8a4f"))  # fmt: skip
    drawing.add("ball", (0.02, 0.02, 0.02), (0, low + 0.182, 0), name="pompom", **plain("paint_white", "#f0c22e"))
