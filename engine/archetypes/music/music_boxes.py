"""Music boxes: a comb and a pinned cylinder in a small chest, with a dancer that turns when the lid is up."""

from math import cos, pi, sin

from engine.archetypes.brief import Brief, Finish, Triple
from engine.archetypes.drawing import Drawing
from engine.archetypes.objects.choices import metal, plain, usual
from engine.archetypes.objects.laying import lay
from engine.archetypes.objects.placing import tilted
from engine.archetypes.objects.shaping import blend as blended
from engine.archetypes.objects.shaping import limb, lump, sized, spin, strut, twins
from engine.archetypes.ornament import dress
from engine.archetypes.register import archetype

_SIZE: Triple = (0.18, 0.075, 0.13)
_WALL_M = 0.008


@archetype(
    "music box", "object", "instrument",
    "music box, musical box, ballerina music box, wind-up music box, musical jewellery box, musical jewelry box, "
    "spieluhr, spieldose, boîte à musique, caja de música, carillon box",
    hints="wind up melody, lullaby, tinkling",
    about="A music box: a small chest with a pinned cylinder and a comb that plays a tune, and a dancer that turns.",
    parts="lid, cylinder, comb, crank, key, dancer, ballerina, mirror, lining, foot, case, body, skirt",
    features="dancer, ballerina=dancer, crank, closed, mirror, heart",
)  # fmt: skip
def music_box(drawing: Drawing, brief: Brief) -> None:
    """Draw a lined chest with its works on the left, a dancer on the right, the lid up, and a crank at the side."""
    wood = brief.of("case body chest box", "wood", is_main=True)
    brass = metal(brief, "cylinder comb crank key foot", "brass_polished")
    wide, _, deep = _SIZE
    for x in (-1, 1):
        for z in (-1, 1):
            drawing.add("ball", (0.018, 0.016, 0.018), (x * wide * 0.44, 0, z * deep * 0.42), name="foot", **brass)
    _case(drawing, wood)
    dress(drawing, brief, drawing.objects[-1], "front")
    is_closed = brief.has("closed")
    _lid(drawing, brief, wood, is_closed=is_closed)
    _crank(drawing, brass)
    if not is_closed:
        lining = usual(brief, "lining inside", "velvet", "#8f2440", is_main=False)
        drawing.add("box", (wide - 0.012, 0.03, deep - 0.012), (0, 0.018, 0), radius_m=0.003, name="lining", **lining)
        _works(drawing, brass)
        if brief.has("dancer", "ballerina", "ballet", default=True):
            _dancer(drawing, brief, (wide * 0.24, 0.047, 0.005))
    sized(drawing, brief, (wide + 0.03, 0.2, deep))


def _case(drawing: Drawing, wood: Finish) -> None:
    """Draw the floor and the four walls of the chest; the front is last."""
    wide, tall, deep = _SIZE
    drawing.add("box", (wide + 0.008, 0.012, deep + 0.008), (0, 0.012, 0), radius_m=0.003, name="floor", **wood)
    for x in (-1, 1):
        at = (x * (wide - _WALL_M) / 2, 0.02, 0)
        drawing.add("box", (_WALL_M, tall - 0.02, deep), at, radius_m=0.001, name="side", **wood)
    for z in (-1, 1):
        drawing.add(
            "box",
            (wide - 0.002, tall - 0.02, _WALL_M),
            (0, 0.02, z * (deep - _WALL_M) / 2),
            radius_m=0.001,
            name="wall",
            **wood,
        )


def _lid(drawing: Drawing, brief: Brief, wood: Finish, *, is_closed: bool) -> None:
    """Draw the lid on its hinges, with a mirror inside where it is up."""
    wide, tall, deep = _SIZE
    leaf = Drawing(brief)
    leaf.add("box", (wide + 0.006, 0.018, deep + 0.004), (0, 0, deep / 2), radius_m=0.004, name="lid", **wood)
    if brief.has("heart"):
        outline = [(-0.03, 0.0), (-0.015, 0.02), (0.0, 0.012), (0.015, 0.02), (0.03, 0.0), (0.0, -0.03)]
        lay(leaf, "heart", [(x, deep / 2 - z) for x, z in outline], 0.02, plain("lacquer_red"), y=-0.002 + 0.003,
            round_m=0.008)  # fmt: skip
    elif not is_closed and brief.has("mirror", default=True):
        leaf.add("box", (wide * 0.82, 0.004, deep * 0.78), (0, -0.003, deep / 2), radius_m=0.001, name="mirror",
                 **plain("glass_mirror"))  # fmt: skip
    tilted(drawing, leaf, (0.0 if is_closed else -100.0, 0, 0), (0, tall - 0.001, -deep / 2))
    for x in (-0.05, 0.05):
        strut(drawing, "hinge", (x - 0.012, tall, -deep / 2), (x + 0.012, tall, -deep / 2), 0.008,
              plain("brass_polished"))  # fmt: skip


def _crank(drawing: Drawing, brass: Finish) -> None:
    """Draw the crank that winds it, at its right side."""
    x, y = _SIZE[0] / 2, 0.044
    strut(drawing, "axle", (x - 0.004, y, 0.02), (x + 0.018, y, 0.02), 0.006, brass)
    strut(drawing, "crank", (x + 0.016, y + 0.002, 0.021), (x + 0.016, y - 0.02, 0.0), 0.006, brass)
    strut(drawing, "crank_knob", (x + 0.014, y - 0.02, 0.0), (x + 0.03, y - 0.02, 0.0), 0.009, brass)


def _works(drawing: Drawing, brass: Finish) -> None:
    """Draw the plate, the cylinder with its pins, and the comb whose teeth reach it."""
    x, y = -_SIZE[0] * 0.22, 0.046
    drawing.add("box", (0.08, 0.006, 0.085), (x, y, 0.002), radius_m=0.002, name="plate", **brass)
    strut(drawing, "cylinder", (x - 0.032, y + 0.018, -0.014), (x + 0.032, y + 0.018, -0.014), 0.024, brass)
    for number in range(28):
        turn = 2 * pi * (number * 0.382)
        at = (x - 0.028 + 0.002 * number, y + 0.0165 + 0.012 * sin(turn), -0.014 + 0.012 * cos(turn))
        drawing.add("ball", (0.003, 0.003, 0.003), at, name="pin", **plain("steel_polished"))
    for side in (-1, 1):
        drawing.add("box", (0.004, 0.028, 0.026), (x + side * 0.034, y + 0.004, -0.014), radius_m=0.001,
                    name="bearing", **plain("steel_brushed"))  # fmt: skip
    drawing.add("box", (0.06, 0.012, 0.016), (x, y + 0.004, 0.03), radius_m=0.001, name="comb_block", **brass)
    for number in range(15):
        drawing.add("box", (0.003, 0.002, 0.035), (x - 0.028 + 0.004 * number, y + 0.0155, 0.018), name="comb",
                    **plain("steel_polished"))  # fmt: skip


def _dancer(drawing: Drawing, brief: Brief, at: Triple) -> None:
    """Draw a ballerina on one toe, her arms in a ring over her head, on a small disc that turns."""
    x, y, z = at
    skin = plain("porcelain", "#eac4a4")
    dress_of = usual(brief, "skirt dancer ballerina tutu", "silk", "#f2b8c6", is_main=False)
    drawing.add("disc", (0.04, 0.006, 0.04), (x, y, z), edge=0.2, name="turntable", **plain("brass_polished"))
    hip, neck = y + 0.053, y + 0.085
    blended(drawing, "leg", [
        limb((x, y + 0.005, z), 0.0014, (x, y + 0.03, z), 0.003), limb((x, y + 0.03, z), 0.003, (x, hip, z), 0.004),
        limb((x + 0.004, hip, z), 0.004, (x + 0.017, y + 0.034, z + 0.004), 0.0028),
        limb((x + 0.017, y + 0.034, z + 0.004), 0.0028, (x + 0.001, y + 0.03, z + 0.004), 0.0015),
    ], skin, soft=0.002)  # fmt: skip
    spin(drawing, "skirt", [(0.005, hip + 0.008), (0.012, hip + 0.006), (0.029, hip), (0.03, hip - 0.002),
         (0.012, hip - 0.003), (0.004, hip - 0.004)], dress_of, at=(x, 0, z))  # fmt: skip
    blended(drawing, "bodice", [limb((x, hip + 0.004, z), 0.0052, (x, hip + 0.022, z), 0.0072)], dress_of, soft=0.001)
    blended(drawing, "dancer", [
        lump((x, neck + 0.013, z), 0.0072), limb((x, hip + 0.024, z), 0.006, (x, neck + 0.008, z), 0.0028),
        *[((x + a[0], *a[1:]), ra, (x + b[0], *b[1:]), rb, squash) for a, ra, b, rb, squash in twins(
            limb((0.006, neck - 0.006, z), 0.0026, (0.017, neck + 0.016, z), 0.0021),
            limb((0.017, neck + 0.016, z), 0.0021, (0.003, neck + 0.031, z), 0.0016))],
    ], skin, soft=0.002)  # fmt: skip
    drawing.add("ball", (0.0135, 0.011, 0.0145), (x, neck + 0.0125, z - 0.0015), name="hair", **plain("oak_dark"))
    drawing.add("ball", (0.008, 0.008, 0.008), (x, neck + 0.0205, z - 0.004), name="bun", **plain("oak_dark"))
