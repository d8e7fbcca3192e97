"""What else stands in a home: an aquarium, a bird cage, an easel, a trumpet on its stand, pliers."""

from math import cos, pi, radians, sin

from engine.archetypes.brief import Brief, Finish
from engine.archetypes.drawing import Drawing
from engine.archetypes.objects.choices import has, metal, plain, tone, toned, usual
from engine.archetypes.objects.shaping import blend, cut, limb, pose, sized, spin, strut, wire
from engine.archetypes.objects.tools import lay, steel_of
from engine.archetypes.ornament import dress
from engine.archetypes.register import archetype

_WATER = "#d6eff2"
_FISH = ("#e8761f", "#d9b12a", "#c9402e", "#3f78c4")


@archetype(
    "aquarium", "object", "decor",
    "aquarium, fish tank, fishtank, fish bowl, fishbowl, goldfish bowl, terrarium, acuario, aquarien",
    hints="keep fish, swim",
    about="An aquarium: a glass tank of water with gravel, plants and fish that is kept in a living room.",
    parts="glass, water, gravel, fish, goldfish, lid, base, plant", features="lid, fish",
)  # fmt: skip
def aquarium(drawing: Drawing, brief: Brief) -> None:
    """Draw a glass tank or a round bowl of water with gravel, plants and fish."""
    is_bowl = has(brief, "bowl fishbowl")
    glass, gravel = brief.of("glass tank", "glass_clear"), brief.of("gravel soil ground", "gravel")
    count = brief.count("goldfish", brief.count("fish", 1 if is_bowl else 4, most=12), most=12)
    if is_bowl:
        drawing.add("vessel", (0.3, 0.26, 0.3), form="moon", wall=0.03, fill=0.78, name="bowl",
                    content_material="glass_clear", content_color=_WATER, **glass)  # fmt: skip
        drawing.add("disc", (0.19, 0.03, 0.19), (0, 0.007, 0), edge=0.4, name="gravel", **gravel)
        _fish(drawing, brief, count, (0.15, 0.07, 0.11), 0.09)
        return sized(drawing, brief, (0.3, 0.26, 0.3))
    frame = brief.of("aquarium frame base lid body", "body", is_main=True)
    base = drawing.add("box", (0.63, 0.035, 0.33), radius_m=0.006, name="base", **frame)
    dress(drawing, brief, base, "front")
    drawing.add("open_box", (0.61, 0.36, 0.31), (0, 0.032, 0), wall_m=0.006, corner_m=0.006, name="tank", **glass)
    drawing.add("box", (0.599, 0.27, 0.299), (0, 0.06, 0), radius_m=0.003, name="water",
                **usual(brief, "water", "glass_clear", _WATER, is_main=False))  # fmt: skip
    drawing.add("box", (0.599, 0.035, 0.299), (0, 0.037, 0), radius_m=0.004, name="gravel", **gravel)
    for number, (x, z, tall) in enumerate(((-0.22, -0.06, 0.22), (-0.12, -0.09, 0.17), (0.2, -0.07, 0.2))):
        drawing.add("foliage", (0.1, tall, 0.1), (x, 0.066, z), form="swords", leaves=6, seed=number, name="plant",
                    **brief.of("plant", "leaf_green"))  # fmt: skip
    for x, wide in ((0.08, 0.1), (0.15, 0.06)):
        drawing.add("ball", (wide, wide * 0.7, wide * 0.8), (x, 0.06, -0.03), name="stone", **plain("slate"))
    _fish(drawing, brief, count, (0.5, 0.12, 0.2), 0.14)
    if brief.has("lid", default=True):
        drawing.add("box", (0.63, 0.045, 0.33), (0, 0.388, 0), radius_m=0.008, name="lid", **frame)
    return sized(drawing, brief, (0.63, 0.433, 0.33))


def _fish(drawing: Drawing, brief: Brief, count: int, room: tuple[float, float, float], low: float) -> None:
    """Draw fish that swim in a room, each its own way."""
    said = brief.of("fish", "paint_white")
    for number in range(count):
        one, x = Drawing(brief), ((number + 0.5) / count - 0.5) * room[0]
        tint = said["color"] or _FISH[number % len(_FISH)]
        body = [limb((-0.028, 0, 0), 0.006, (0.014, 0, 0), 0.014, (1, 1.2, 0.55)),
                limb((0.014, 0, 0), 0.0135, (0.028, -0.001, 0), 0.008, (1, 1.1, 0.55)),
                limb((-0.03, 0, 0), 0.005, (-0.058, 0.02, 0), 0.006, (1, 1, 0.3)),
                limb((-0.03, 0, 0), 0.005, (-0.058, -0.02, 0), 0.006, (1, 1, 0.3)),
                limb((0.004, 0.012, 0), 0.006, (-0.018, 0.022, 0), 0.004, (1, 1, 0.3))]  # fmt: skip
        blend(one, "fish", body, brief.finish(said["material"], tint), soft=0.005, fineness=0.7)
        for side in (-1.0, 1.0):
            at = (0.026, 0.0002, side * 0.0058)
            one.add("ball", (0.0056, 0.0056, 0.0056), at, name="eye", **plain("paint_black"))
        posed = Drawing(brief)
        place = (x, low + room[1] * ((number * 0.618) % 1.0), room[2] * (((number * 0.37) % 1.0) - 0.3))
        pose(posed, one, place, (0.0, 180.0 * (number % 2) + 20.0, 0.0))
        drawing.include(posed)


@archetype(
    "bird cage", "object", "decor",
    "bird cage, birdcage, parrot cage, canary cage, vogelkäfig, cage à oiseaux, jaula, cage",
    hints="keep bird",
    about="A bird cage: a house of thin wires with a perch in which a canary or parrot is kept.",
    parts="bar, wire, base, perch, ring, bird", features="bird",
)  # fmt: skip
def bird_cage(drawing: Drawing, brief: Brief) -> None:
    """Draw a round cage with a dome of wires, a perch and a bird on it."""
    bars = metal(brief, "cage bar wire body", "brass_polished", is_main=True)
    glaze = "enamel_white" if brief.style_name == "realistic" else "paint_white"
    base = toned(brief, "base tray", glaze, is_main=False)
    spin(drawing, "base", [(0.175, 0.0), (0.18, 0.012), (0.172, 0.04), (0.178, 0.046), (0.178, 0.052)], base)
    count = brief.count("bar", 22, least=10, most=40)
    for number in range(count):
        turn = 2 * pi * number / count
        line = ((0.165, 0.045), (0.165, 0.3), (0.15, 0.37), (0.105, 0.425), (0.045, 0.45), (0.0, 0.456))
        wire(drawing, "bar", [(r * cos(turn), y, r * sin(turn)) for r, y in line], 0.0035, bars)
    for y, reach in ((0.06, 0.165), (0.18, 0.165), (0.3, 0.165), (0.425, 0.105)):
        drawing.add("torus", (2 * reach + 0.005, 0.005, 2 * reach + 0.005), (0, y, 0), name="hoop", **bars)
    spin(drawing, "finial", [(0.02, 0.445), (0.024, 0.455), (0.012, 0.468), (0.006, 0.476)], bars)
    loop = Drawing(brief)
    loop.add("torus", (0.05, 0.006, 0.05), name="ring", **bars)
    pose(drawing, loop, (0, 0.498, 0), (90.0, 0, 0))
    wood = brief.of("perch", "wood")
    strut(drawing, "perch", (-0.166, 0.17, 0), (0.166, 0.17, 0), 0.011, wood)
    if brief.has("bird", "parrot", "canary", default=True):
        feathers = brief.of("bird feather", "paint_white")
        _bird(drawing, brief, brief.finish(feathers["material"], feathers["color"] or tone(brief, "#f0c52a")))
    sized(drawing, brief, (0.36, 0.525, 0.36))


def _bird(drawing: Drawing, brief: Brief, feathers: Finish) -> None:
    """Draw a small bird that sits on the perch, its tail below it."""
    body = [limb((-0.04, 0.196, -0.006), 0.019, (-0.04, 0.225, 0.012), 0.017),
            limb((-0.04, 0.225, 0.012), 0.014, (-0.04, 0.244, 0.018), 0.0145),
            limb((-0.04, 0.19, -0.014), 0.011, (-0.04, 0.135, -0.045), 0.006, (1.4, 1, 0.6))]  # fmt: skip
    blend(drawing, "bird", body, feathers, soft=0.012)
    beak = brief.of("beak", "paint_white")
    strut(drawing, "beak", (-0.04, 0.243, 0.028), (-0.04, 0.24, 0.042), 0.008,
          brief.finish(beak["material"], beak["color"] or "#e0792a"), kind="cone", top=0.1)  # fmt: skip
    for side in (-1.0, 1.0):
        at = (-0.04 + side * 0.0125, 0.2462, 0.024)
        drawing.add("ball", (0.0056, 0.0056, 0.0056), at, name="eye", **plain("paint_black"))
        strut(drawing, "foot", (-0.04 + side * 0.008, 0.172, 0), (-0.04 + side * 0.008, 0.186, -0.002), 0.004,
              plain("paint_white", "#d98a4a"))  # fmt: skip


@archetype(
    "easel", "object", "decor",
    "easel, art easel, painter easel, artist easel, staffelei, chevalet, caballete, canvas on easel",
    hints="paint a picture",
    about="An easel: a wooden stand with three legs that holds the canvas of a painter.",
    parts="leg, ledge, canvas, painting, clamp", features="canvas",
)  # fmt: skip
def easel(drawing: Drawing, brief: Brief) -> None:
    """Draw a tripod easel with a ledge, and a painted canvas on it."""
    wood, dark = brief.of("easel leg frame body", "wood", is_main=True), brief.of("knob clamp", "metal", is_accent=True)
    lean = 0.16  # metres back for each metre up
    for side in (-1.0, 1.0):
        strut(drawing, "leg", (side * 0.36, 0.016, 0.2), (side * 0.04, 1.62, 0.2 - 1.62 * lean), 0.034, wood)
        drawing.add("ball", (0.038, 0.034, 0.038), (side * 0.36, 0, 0.2), name="foot", **plain("rubber_black"))
    strut(drawing, "rear_leg", (0, 0.016, -0.52), (0, 1.56, -0.075), 0.034, wood)
    drawing.add("ball", (0.038, 0.034, 0.038), (0, 0, -0.52), name="foot", **plain("rubber_black"))
    strut(drawing, "mast", (0, 0.46, 0.2 - 0.46 * lean), (0, 1.7, 0.2 - 1.7 * lean), 0.036, wood, kind="box")
    for y, wide in ((0.5, 0.62), (1.5, 0.17)):
        drawing.add("box", (wide, 0.045, 0.03), (0, y - 0.0225, 0.2 - y * lean), radius_m=0.006, name="rail", **wood)
    y = 0.62
    drawing.add("box", (0.66, 0.028, 0.095), (0, y, 0.2 - y * lean + 0.04), radius_m=0.006, name="ledge", **wood)
    strut(drawing, "knob", (0, y - 0.03, 0.2 - y * lean), (0, y - 0.03, 0.2 - y * lean + 0.06), 0.03, dark, edge=0.3)
    if brief.has("canvas", "painting", default=True):
        sheet = Drawing(brief)
        _canvas(sheet, brief)
        pose(drawing, sheet, (0, y + 0.026, 0.2 - y * lean + 0.034), (-9.1, 0, 0))
    sized(drawing, brief, (0.76, 1.71, 0.76))


def _canvas(sheet: Drawing, brief: Brief) -> None:
    """Draw a landscape: sky, sun, hills."""
    wide, tall = 0.62, 0.78
    sheet.add("box", (wide, tall, 0.022), radius_m=0.003, name="canvas", **brief.of("canvas", "canvas"))
    sky = [(-0.28, 0.3), (0.28, 0.3), (0.28, 0.745), (-0.28, 0.745)]
    cut(sheet, "sky", sky, 0.004, plain("paint_white", "#9cc3dc"), at=(0, 0, 0.011), bevel_m=0.0005)
    sun = [(0.11 + 0.055 * cos(radians(step * 15)), 0.6 + 0.055 * sin(radians(step * 15))) for step in range(24)]
    cut(sheet, "sun", sun, 0.004, plain("paint_white", "#f2c14a"), at=(0, 0, 0.0125), bevel_m=0.0005)
    far = [(-0.28, 0.26), (0.28, 0.26), (0.28, 0.4), (0.16, 0.47), (0.02, 0.39), (-0.12, 0.5), (-0.28, 0.38)]
    cut(sheet, "hill", far, 0.004, plain("paint_white", "#6d8fa8"), at=(0, 0, 0.0135), bevel_m=0.0005)
    near = [(-0.28, 0.035), (0.28, 0.035), (0.28, 0.27), (0.1, 0.33), (-0.1, 0.27), (-0.28, 0.34)]
    cut(sheet, "meadow", near, 0.004, plain("paint_white", "#7d9a4e"), at=(0, 0, 0.0145), bevel_m=0.0005)


@archetype(
    "trumpet", "object", "instrument",
    "trumpet, cornet, bugle, flugelhorn, brass instrument, trompete, trompette, trompeta",
    hints="brass band, blow, fanfare",
    about="A trumpet: a brass wind instrument with three valves and a flared bell, played in bands and orchestras.",
    parts="bell, valve, mouthpiece, tube, stand, pearl",
)  # fmt: skip
def trumpet(drawing: Drawing, brief: Brief) -> None:
    """Draw a trumpet that stands on its bell: bows, lead pipe, three valves, mouthpiece."""
    brass = metal(brief, "body trumpet bell tube", "brass_polished", is_main=True)
    silver = brief.of("valve mouthpiece", "silver", is_accent=True)
    drawing.add("disc", (0.17, 0.018, 0.17), edge=0.3, name="stand", **brief.of("stand base", "wood"))
    horn = Drawing(brief)
    flare = [(0.062, 0.0), (0.06, 0.004), (0.042, 0.018), (0.028, 0.045), (0.018, 0.09), (0.011, 0.15), (0.0065, 0.22)]
    spin(horn, "bell", flare, brass, is_flowing=True)
    horn.add("torus", (0.127, 0.005, 0.127), (0, -0.001, 0), name="rim", **brass)
    back = [(0, 0.2, 0), (0, 0.42, 0), (0.008, 0.455, 0), (0.03, 0.47, 0), (0.052, 0.455, 0), (0.06, 0.42, 0),
            (0.06, 0.29, 0)]  # fmt: skip
    lead = [(0.088, 0.5, 0), (0.088, 0.11, 0), (0.08, 0.085, 0), (0.06, 0.075, 0), (0.04, 0.085, 0), (0.032, 0.11, 0),
            (0.032, 0.24, 0)]  # fmt: skip
    for path in (back, lead):
        wire(horn, "tube", path, 0.0115, brass)
    for number, y in enumerate((0.238, 0.262, 0.286)):
        strut(horn, "valve", (-0.03, y, 0), (0.072, y, 0), 0.022, brass)
        for x in (-0.034, 0.076):
            strut(horn, "cap", (x - 0.005, y, 0), (x + 0.005, y, 0), 0.0245, silver, edge=0.2)
        strut(horn, "stem", (-0.06, y, 0), (-0.03, y, 0), 0.005, silver)
        strut(horn, "pearl", (-0.064, y, 0), (-0.06, y, 0), 0.016, brief.of("pearl", "porcelain"), edge=0.3)
        out = 0.05 + 0.01 * number
        loop = [(0.02, y - 0.006, 0.008), (0.02, y - 0.006, out), (0.02, y + 0.006, out), (0.02, y + 0.006, 0.008)]
        wire(horn, "slide", loop, 0.0085, brass)
    for y, start in ((0.36, 0.0), (0.4, 0.0), (0.16, 0.032)):
        strut(horn, "brace", (start, y, 0), (0.088, y, 0), 0.006, brass)
    strut(horn, "collar", (0.088, 0.46, 0), (0.088, 0.505, 0), 0.0145, brass, edge=0.2)
    mouth = [(0.0045, 0.49), (0.005, 0.525), (0.0105, 0.55), (0.0135, 0.558), (0.0135, 0.563), (0.011, 0.565)]
    spin(horn, "mouthpiece", mouth, silver, at=(0.088, 0, 0))
    pose(drawing, horn, (0, 0.0175, 0), (0, 0, 0))
    sized(drawing, brief, (0.17, 0.583, 0.17))


@archetype(
    "pliers", "object", "tool",
    "pliers, plier, pincers, pair of pliers, combination pliers, needle nose pliers, tongs, zange, pince, alicates, "
    "kombizange, wire cutter",
    hints="grip wire, pinch",
    about="Pliers: a hand tool with two jaws on a pivot and two handles that grips and cuts wire.",
    parts="handle, grip, jaw, pivot",
)  # fmt: skip
def pliers(drawing: Drawing, brief: Brief) -> None:
    """Draw pliers with toothed jaws and dipped handles, lying a little open."""
    tool = Drawing(brief)
    steel = steel_of(brief, "jaw head pliers")
    grip = toned(brief, "handle grip", "plastic_white", brief.choose("#c8321f", "#1f5fb0", "#e0a21a"))
    long = 0.03 if has(brief, "needle nose long") else 0.0
    for side in (-1.0, 1.0):
        jaw = [(0.0006, 0.118), (0.017, 0.112), (0.0185, 0.128), (0.014, 0.15), (0.0075, 0.176 + long),
               (0.003, 0.178 + long), (0.0016, 0.16), (0.0024, 0.142)]  # fmt: skip
        cut(tool, "jaw", [(side * x, y) for x, y in jaw], 0.011, steel, bevel_m=0.002)
        arm = [(side * 0.008, 0.126, 0), (-side * 0.005, 0.104, 0), (-side * 0.019, 0.078, 0), (-side * 0.026, 0.04, 0),
               (-side * 0.022, 0.002, 0)]  # fmt: skip
        wire(tool, "shank", arm, 0.0105, steel)
        wire(tool, "grip", [(-side * 0.0165, 0.083, 0), *arm[2:], (-side * 0.02, -0.008, 0)], 0.0165, grip)
        for step in range(6 if not long else 9):
            y = 0.146 + 0.0045 * step
            strut(tool, "tooth", (side * 0.0012, y, -0.0045), (side * 0.0012, y, 0.0045), 0.0022, steel)
    strut(tool, "pivot", (0, 0.117, -0.0075), (0, 0.117, 0.0075), 0.026, steel, edge=0.25)
    strut(tool, "rivet", (0, 0.117, -0.00825), (0, 0.117, 0.00825), 0.012, steel, edge=0.3)
    lay(drawing, tool, 0.00825, turn=brief.vary(20, 50))
    sized(drawing, brief, (0.07, 0.0165, 0.2))
