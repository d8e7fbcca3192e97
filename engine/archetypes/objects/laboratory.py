"""What science shows: test tubes, syringe, DNA, molecule, brain, tooth, solar system; the front is +z."""

from math import cos, pi, sin

from engine.archetypes.brief import Brief
from engine.archetypes.drawing import Drawing
from engine.archetypes.objects.choices import usual
from engine.archetypes.objects.shaping import blend, chain, limb, lump, pose, settle, sized, spin, strut, twins, wire
from engine.archetypes.register import archetype

_LIQUIDS = ("#3f8fd0", "#d0483f", "#58b04a", "#d8a52f", "#8a4fb0", "#2fb0a8")


@archetype(
    "test tubes", "object", "science", "test tube, test tubes, test tube rack, rack of test tube, reagenzglas, "
    "tubo de ensayo, éprouvette, laboratory tube, chemistry set",
    hints="chemistry, experiment, laboratory", about="Test tubes: glass tubes with coloured liquids in a rack.",
    parts="tube, glass, liquid, rack, cork, stopper", features="cork=cork",
)  # fmt: skip
def test_tubes(drawing: Drawing, brief: Brief) -> None:
    """Draw tubes of glass with liquids in a rack of two shelves; corks where they are asked for."""
    count = brief.count("tube", brief.counts.get("test tube", 5), least=1, most=12)
    wide, wood = 0.034 * count + 0.03, brief.of("rack stand", "beech", is_main=True)
    drawing.add("box", (wide, 0.012, 0.06), radius_m=0.003, name="rack", **wood)
    for y in (0.04, 0.095):
        drawing.add("box", (wide - 0.012, 0.01, 0.054), (0, y, 0), radius_m=0.002, name="shelf", **wood)
    for side in (-1, 1):
        drawing.add("box", (0.012, 0.11, 0.06), (side * (wide - 0.012) / 2, 0, 0), radius_m=0.003, name="side", **wood)
    tints = brief.palette("liquid") or ((brief.part_colors["liquid"],) if "liquid" in brief.part_colors else _LIQUIDS)
    for number in range(count):
        x = 0.034 * (number - (count - 1) / 2)
        profile = [(0.003, 0.011), (0.009, 0.014), (0.0115, 0.024), (0.0115, 0.155), (0.0135, 0.157), (0.0135, 0.16)]
        spin(drawing, "tube", profile, brief.of("tube glass", "glass_clear"), at=(x, 0, 0))
        level = 0.06 + 0.055 * ((number * 7) % 5) / 4
        spin(drawing, "liquid", [(0.003, 0.0125), (0.0095, 0.0165), (0.0105, 0.025), (0.0105, level)],
             brief.finish("resin", tints[number % len(tints)]), at=(x, 0, 0))  # fmt: skip
        if brief.has("cork", "stopper"):
            drawing.add("rod", (0.022, 0.024, 0.022), (x, 0.15, 0), name="cork", **brief.of("cork stopper", "cork"))
    sized(drawing, brief, (wide, 0.16, 0.06))


@archetype(
    "syringe", "object", "science", "syringe, injection, spritze, jeringa, seringue, hypodermic needle, vaccine "
    "syringe, medical syringe, hypodermic syringe",
    hints="vaccine, needle, nurse", about="A syringe: a clear barrel with a plunger and a needle.",
    parts="barrel, needle, plunger, liquid, cap, ring, scale",
)  # fmt: skip
def syringe(drawing: Drawing, brief: Brief) -> None:
    """Draw a syringe that lies: barrel with its scale, liquid, plunger and needle."""
    y, plastic = 0.0095, brief.of("plunger body syringe", "plastic_white", is_main=True)
    tint = usual(brief, "liquid", "resin", "#58b0d0", is_main=False)
    strut(drawing, "barrel", (-0.045, y, 0), (0.045, y, 0), 0.019, brief.of("barrel", "acrylic_clear"))
    strut(drawing, "liquid", (0.0, y, 0), (0.044, y, 0), 0.0165, tint)
    strut(drawing, "seal", (-0.007, y, 0), (0.001, y, 0), 0.0168, brief.of("seal", "rubber_black"))
    drawing.add("box", (0.0035, 0.019, 0.038), (-0.045, y - 0.0095, 0), radius_m=0.001, name="flange", **plastic)
    strut(drawing, "plunger", (-0.1, y, 0), (-0.006, y, 0), 0.008, plastic)
    strut(drawing, "plunger", (-0.103, y, 0), (-0.099, y, 0), 0.019, plastic)
    strut(drawing, "hub", (0.043, y, 0), (0.056, y, 0), 0.009, plastic)
    strut(drawing, "needle", (0.055, y, 0), (0.095, y, 0), 0.0022, brief.of("needle", "steel_polished"))
    for number in range(8):
        x = -0.036 + 0.01 * number
        long = 0.012 if number % 2 == 0 else 0.008
        drawing.add("box", (0.0008, 0.0012, long), (x, y + 0.0088, 0), name="mark", **brief.finish("paint_black", ""))
    sized(drawing, brief, (0.2, 0.02, 0.038))


@archetype(
    "dna", "object", "science", "dna, dna helix, double helix, dna strand, dna model, dna molecule, helix sculpture, "
    "genome, adn, dns",
    hints="genes, heredity, biology", about="DNA: two strands that wind about each other, joined by rungs.",
    parts="strand, rung, base, stand, helix",
)  # fmt: skip
def dna(drawing: Drawing, brief: Brief) -> None:
    """Draw a double helix upright on a foot, its rungs of two colours each."""
    one = usual(brief, "strand helix body", "plastic_white", "#2f6fb0")
    other = usual(brief, "strand", "plastic_white", "#c8503a", is_main=False)
    drawing.add("disc", (0.16, 0.02, 0.16), edge=0.3, name="stand", **brief.of("stand base", "walnut"))
    strut(drawing, "post", (0, 0.01, 0), (0, 0.09, 0), 0.008, brief.of("stand base", "walnut"))
    steps, rise, radius = 40, 0.42, 0.06
    for phase, finish in ((0.0, one), (pi, other)):
        path = [(radius * cos(phase + 5 * pi * k / steps), 0.06 + rise * k / steps,
                 radius * sin(phase + 5 * pi * k / steps), 0.009) for k in range(steps + 1)]  # fmt: skip
        blend(drawing, "strand", chain(path), finish, soft=0.002, fineness=1.5)
    tints = ("#e0b030", "#58a04a", "#3f8fd0", "#b04f8a")
    for number in range(1, 20):
        turn, y = 5 * pi * number / 20, 0.06 + rise * number / 20
        end = (radius * cos(turn), y, radius * sin(turn))
        for sign in (1, -1):
            tint = tints[(2 * (number % 2) + (sign > 0)) % 4]
            far = (sign * end[0], y, sign * end[2])
            strut(drawing, "rung", (-0.06 * far[0], y, -0.06 * far[2]), far, 0.008,
                  brief.of("rung base", "plastic_white") | {"color": brief.part_colors.get("rung", tint)})  # fmt: skip
    sized(drawing, brief, (0.16, 0.49, 0.16))


@archetype(
    "molecule", "object", "science", "molecule, atom, atom model, molecule model, water molecule, ball and stick "
    "model, molekül, molécula, molécule, chemical structure, caffeine molecule, methane, benzene, h2o",
    hints="chemistry, electrons, nucleus", about="A molecule: balls of several colours for atoms, joined by sticks; "
    "an atom has rings of electrons.", parts="ball, stick, atom, bond, ring, nucleus, electron, stand",
)  # fmt: skip
def molecule(drawing: Drawing, brief: Brief) -> None:
    """Draw a ring of six atoms with its neighbours, water, or an atom with electrons on three rings."""
    grey = brief.of("bond stick ring", "steel_brushed", is_accent=True)
    if "atom" in brief.words and not brief.words & {"molecule"}:
        return _atom(drawing, brief)
    dark = usual(brief, "ball atom molecule", "plastic_white", "#3a3d42")
    spots, ties = [], []
    if brief.words & {"water", "h2o"}:
        spots = [((0.0, 0.2, 0.0), 0.1, "#c8402f"), ((-0.13, 0.09, 0.0), 0.075, "#eceae4"),
                 ((0.13, 0.09, 0.0), 0.075, "#eceae4")]  # fmt: skip
        ties = [(0, 1), (0, 2)]
    else:
        for number in range(6):
            turn = pi * number / 3 + pi / 6
            spots.append(((0.13 * cos(turn), 0.3 + 0.13 * sin(turn), 0.0), 0.042, ""))
            spots.append(((0.235 * cos(turn), 0.3 + 0.235 * sin(turn), 0.0), 0.03, "#eceae4" if number else "#c8402f"))
            ties += [(2 * number, 2 * number + 1), (2 * number, (2 * number + 2) % 12)]
    for (x, y, z), radius, tint in spots:
        finish = brief.finish(dark["material"], tint) if tint else dark
        drawing.add("ball", (2 * radius, 2 * radius, 2 * radius), (x, y - radius, z), name="atom", **finish)
    for one, two in ties:
        strut(drawing, "bond", spots[one][0], spots[two][0], 0.016, grey)
    low = min(y - radius for (_, y, _), radius, _ in spots)
    wood = brief.of("stand base", "walnut")
    drawing.add("disc", (0.2, 0.016, 0.2), edge=0.3, name="stand", **wood)
    foot = min(spots, key=lambda spot: (round(abs(spot[0][0]), 6), spot[0][1]))[0]
    strut(drawing, "post", (0, 0.01, 0), (0, foot[1], 0), 0.012, wood)
    sized(drawing, brief, (0.53, max(y + radius for (_, y, _), radius, _ in spots), 0.2) if low else (0.4, 0.3, 0.2))
    return None


def _atom(drawing: Drawing, brief: Brief) -> None:
    """Draw a nucleus of balls and electrons on three rings, upright on a foot."""
    red, blue = usual(brief, "nucleus ball atom", "plastic_white", "#c8402f"), brief.finish("plastic_white", "#3f6fb0")
    ring = brief.of("ring orbit", "steel_polished")
    wood = brief.of("stand base", "walnut")
    drawing.add("disc", (0.18, 0.02, 0.18), edge=0.3, name="stand", **wood)
    strut(drawing, "post", (0, 0.01, 0), (0, 0.2, 0), 0.01, wood)
    for number in range(12):
        up = 1 - 2 * (number + 0.5) / 12
        out, turn = (1 - up * up) ** 0.5, number * 2.39996
        at = (0.032 * out * cos(turn), 0.232 + 0.032 * up - 0.019, 0.032 * out * sin(turn))
        drawing.add("ball", (0.038, 0.038, 0.038), at, name="nucleus", **(red if number % 2 else blue))
    for number in range(brief.count("electron", 3, least=1, most=6)):
        one = Drawing(brief)
        one.add("torus", (0.36, 0.007, 0.36), (0, -0.0035, 0), name="ring", **ring)
        one.add("ball", (0.024, 0.024, 0.024), (0.1765, -0.012, 0.0), name="electron",
                **brief.of("electron", "paint_blue"))  # fmt: skip
        pose(drawing, one, (0, 0.232, 0), (62.0 if number else 4.0, 60.0 * number, 0))
    strut(drawing, "spoke", (-0.176, 0.232, 0.0), (0.176, 0.232, 0.0), 0.005, ring)
    for number in (1, 2):
        turn = pi * number / 3
        strut(drawing, "spoke", (-0.176 * cos(turn), 0.232, 0.176 * sin(turn)),
              (0.176 * cos(turn), 0.232, -0.176 * sin(turn)), 0.005, ring)  # fmt: skip
    sized(drawing, brief, (0.37, 0.4, 0.37))


@archetype(
    "brain", "object", "science", "brain, human brain, gehirn, cerebro, cerveau, brain model, zombie brain",
    hints="thinking, neurons, skull content", about="A brain: two halves of grey matter in folds, on a stand.",
    parts="fold, stem, stand, body, half",
)  # fmt: skip
def brain(drawing: Drawing, brief: Brief) -> None:
    """Draw two halves in winding folds, the small brain and the stem, on a stand."""
    tint = usual(brief, "brain body fold", "matte_paint", "#d89a94")
    wood = brief.of("stand base", "walnut")
    drawing.add("disc", (0.1, 0.016, 0.1), edge=0.3, name="stand", **wood)
    drawing.add("rod", (0.012, 0.06, 0.012), (0, 0.01, -0.01), name="post", **wood)
    for side in (-1, 1):
        bones = [lump((0.034 * side, 0.125, 0.012), 0.05, (0.66, 0.86, 1.3))]
        for row in range(6):
            for step in range(7):
                share, along = (row + 0.5) / 6, -1 + 2 * (step + 0.5 * (row % 2)) / 7
                lean = pi * share * 0.86
                reach = (1 - 0.92 * along * along) ** 0.5
                x = 0.034 * side + side * 0.034 * sin(lean) * reach - 0.01 * side
                y, z = 0.125 + 0.045 * cos(lean) * reach, 0.012 + 0.066 * along
                turn = 1.7 * row + 2.3 * step
                dz, dy = 0.008 * cos(turn), 0.007 * sin(turn)
                bones.append(limb((x, y - dy, z - dz), 0.0085, (x, y + dy, z + dz), 0.0085))
        blend(drawing, "brain", bones, tint, soft=0.0025, fineness=1.6)
    small = [limb((-0.022, 0.085, -0.045), 0.022, (0.022, 0.085, -0.045), 0.022, (1, 0.8, 1))]
    dark = brief.finish(tint["material"], tint["color"]) if tint["color"] else tint
    blend(drawing, "small_brain", small, dark, soft=0.003)
    blend(drawing, "stem", [limb((0, 0.11, -0.015), 0.014, (0, 0.055, -0.012), 0.011)], dark, soft=0.003)
    sized(drawing, brief, (0.13, 0.185, 0.16))


@archetype(
    "tooth", "object", "science", "tooth, molar, giant tooth, zahn, diente, dent, tooth model, milk tooth, teeth",
    hints="dentist, chew, enamel", about="A tooth: a white crown with cusps on two roots.",
    parts="crown, root, cusp, body, face", features="face=eye",
)  # fmt: skip
def tooth(drawing: Drawing, brief: Brief) -> None:
    """Draw a molar that stands on its roots."""
    white = usual(brief, "tooth crown body", "porcelain", "#f3efe4")
    crown = [lump((0, 0.066, 0), 0.034, (1.05, 0.8, 0.95)), *twins(lump((0.018, 0.084, 0.016), 0.017),
             lump((0.018, 0.084, -0.016), 0.017))]  # fmt: skip
    roots = twins(*chain([(0.016, 0.05, 0.0, 0.019), (0.02, 0.024, 0.0, 0.014), (0.018, 0.006, 0.0, 0.008)]))
    blend(drawing, "tooth", [*crown, *roots], white, soft=0.012, sole=0.02)
    if brief.has("face", "smile", "smiling", "cute"):
        low = drawing.objects[0].position.y
        black = brief.finish("paint_black", "")
        for x in (-0.013, 0.013):
            drawing.add("ball", (0.007, 0.009, 0.006), (x, low + 0.068, 0.03), name="eye", **black)
        wire(drawing, "smile", [(-0.009, 0.063, 0.0305), (0.0, 0.057, 0.0295), (0.009, 0.063, 0.0305)], 0.006, black)
    settle(drawing)
    sized(drawing, brief, (0.075, 0.1, 0.068))


_PLANETS = (
    (0.022, "#9c8f84"), (0.03, "#d8b878"), (0.032, "#3f78b8"), (0.026, "#b8563a"), (0.062, "#c9a27a"),
    (0.054, "#d8c08a"), (0.042, "#8fc4cc"), (0.04, "#3f5fb0"),
)  # fmt: skip


@archetype(
    "solar system", "object", "science", "solar system, orrery, planetarium model, solar system model, sonnensystem, "
    "sistema solar, système solaire, planets around the sun, planet model",
    hints="orbits, astronomy, eight planets", about="A solar system: a golden sun with eight planets on their arms.",
    parts="sun, planet, arm, ring, stand, base, orbit",
)  # fmt: skip
def solar_system(drawing: Drawing, brief: Brief) -> None:
    """Draw the sun on a post and the planets at the ends of brass arms, Saturn with its ring."""
    brass = brief.of("arm ring orbit gear", "brass_polished", is_accent=True)
    spin(drawing, "base", [(0.11, 0.0), (0.11, 0.014), (0.06, 0.03), (0.018, 0.05), (0.012, 0.2)],
         brief.of("base stand body", "walnut", is_main=True))  # fmt: skip
    drawing.add("rod", (0.016, 0.14, 0.016), (0, 0.19, 0), name="post", **brass)
    drawing.add("ball", (0.13, 0.13, 0.13), (0, 0.315, 0), name="sun",
                **usual(brief, "sun", "gold", "", is_main=False))  # fmt: skip
    count = brief.count("planet", 8, least=1, most=8)
    for number, (size, tint) in enumerate(_PLANETS[:count]):
        turn, out, y = 2.39996 * number, 0.12 + 0.052 * number, 0.2 + 0.013 * number
        x, z = out * cos(turn), out * sin(turn)
        drawing.add("rod", (0.026, 0.012, 0.026), (0, y - 0.006, 0), name="collar", **brass)
        strut(drawing, "arm", (0, y, 0), (x, y, z), 0.006, brass)
        top = 0.33 - 0.004 * number
        strut(drawing, "arm", (x, y - 0.003, z), (x, top, z), 0.006, brass)
        drawing.add("ball", (size, size, size), (x, top - 0.002, z), name="planet",
                    **usual(brief, "planet", "resin", "", is_main=False) | {"color": tint})  # fmt: skip
        if number == 5:
            ring = Drawing(brief)
            ring.add("hoop", (0.11, 0.003, 0.11), (0, -0.0015, 0), inner=0.42, name="ring",
                     **brief.finish("resin", "#e2cf9f"))  # fmt: skip
            pose(drawing, ring, (x, top + size / 2 - 0.002, z), (14, 0, 8))
    sized(drawing, brief, (0.9, 0.445, 0.9))
