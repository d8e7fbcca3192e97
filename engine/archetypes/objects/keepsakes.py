"""Things kept on a shelf or carried: snow globe, disco ball, first aid kit, stethoscope, binoculars, torch, safe."""

from math import cos, radians, sin

from engine.archetypes.brief import Brief, Finish
from engine.archetypes.drawing import Drawing
from engine.archetypes.objects.choices import plain, usual
from engine.archetypes.objects.shaping import cut, sized, spin, strut, wire
from engine.archetypes.register import archetype


@archetype(
    "snow globe", "object", "decor",
    "snow globe, snowglobe, snow dome, schneekugel, boule à neige, bola de nieve, crystal ball, "
    "fortune teller's ball, glass sphere",
    hints="shake, snowflakes",
    about="A snow globe: a glass ball on a base with a small house and trees in falling snow.",
    parts="globe, base, house, tree, snow, glass, ball",
)  # fmt: skip
def snow_globe(drawing: Drawing, brief: Brief) -> None:
    """Draw a turned base, a house and firs in the snow, flakes, and the glass around them."""
    base = usual(brief, "base body stand", "walnut", "")
    gold = brief.of("trim accent ring", "gold", is_accent=True)
    spin(
        drawing,
        "base",
        [(0.056, 0.0), (0.058, 0.006), (0.05, 0.014), (0.046, 0.03), (0.05, 0.036), (0.05, 0.042)],
        base,
    )
    drawing.add("hoop", (0.104, 0.005, 0.104), (0, 0.034, 0), inner=0.9, name="ring", **gold)
    middle, radius = 0.086, 0.056
    if not brief.has("crystal", "fortune", "crystal ball"):
        snow = plain("snow")
        drawing.add("dome", (0.082, 0.014, 0.082), (0, 0.04, 0), name="snow", **snow)
        house = usual(brief, "house", "paint_white", "#b5432e", is_main=False)
        drawing.add("box", (0.026, 0.02, 0.022), (0, 0.051, 0), name="house", **house)
        roof = [(-0.017, 0.07), (0.017, 0.07), (0.0, 0.087)]
        cut(drawing, "roof", roof, 0.027, snow)
        drawing.add("box", (0.006, 0.018, 0.006), (0.008, 0.073, 0), name="chimney", **plain("brick_red"))
        drawing.add("box", (0.006, 0.01, 0.002), (0, 0.052, 0.011), name="door", **plain("oak_dark"))
        for x in (-0.008, 0.008):
            drawing.add("box", (0.005, 0.005, 0.002), (x, 0.058, 0.011), name="window", **plain("emissive_warm"))
        for x, z, tall in ((-0.027, 0.004, 0.034), (0.028, -0.006, 0.03), (0.016, 0.02, 0.018), (-0.016, -0.02, 0.036)):
            for step in range(3):
                size = (tall * (0.55 - 0.13 * step), tall * 0.45, tall * (0.55 - 0.13 * step))
                tree = plain("paint_white", "#2f6b46")
                drawing.add("cone", size, (x, 0.046 + tall * 0.26 * step, z), name="tree", **tree)
    inner = [(radius * 0.965 * cos(radians(a)), middle + radius * 0.965 * sin(radians(a))) for a in range(84, -55, -6)]
    outer = [(radius * cos(radians(a)), middle + radius * sin(radians(a))) for a in range(-54, 85, 6)]
    line = [*outer, (0.0005, middle + radius), (0.0005, middle + radius * 0.965), *inner]
    low = min(y for _, y in line)
    tall = max(y for _, y in line) - low
    flat: list[str | float] = [value for x, y in line for value in (round(x / radius, 5), round((y - low) / tall, 5))]
    drawing.add(
        "hollow_turning",
        (2 * radius, tall, 2 * radius),
        (0, low, 0),
        profile=flat,
        name="globe",
        **plain("glass_clear"),
    )
    sized(drawing, brief, (0.116, middle + radius, 0.116))


@archetype(
    "disco ball", "object", "decor",
    "disco ball, mirror ball, mirrorball, glitter ball, discokugel, boule à facettes, bola de discoteca",
    hints="dance floor, party lights",
    about="A disco ball: a ball covered in small mirrors that hangs and turns over a dance floor.",
    parts="ball, tile, mirror, stand, cord, motor",
)  # fmt: skip
def disco_ball(drawing: Drawing, brief: Brief) -> None:
    """Draw a ball of mirror tiles in rows, hung from an arched stand."""
    mirror = usual(brief, "body tile mirror ball", "glass_mirror", "")
    metal = brief.of("stand motor cap accent", "chrome", is_accent=True)
    radius, middle, rows = 0.15, 0.24, 15
    drawing.add(
        "ball", (2 * radius, 2 * radius, 2 * radius), (0, middle - radius, 0), name="core", **plain("paint_black")
    )
    tile = 3.0 * radius / rows
    for row in range(rows):
        lean = -84 + 168 * row / (rows - 1)
        across = max(6, round(2 * 3.1416 * radius * cos(radians(lean)) / (tile * 1.05)))
        for number in range(across):
            own = Drawing(brief)
            at = (0, middle + radius * sin(radians(lean)) - tile / 2 * 0.93, radius * cos(radians(lean)))
            own.add(
                "box", (tile * 0.93, tile * 0.93, 0.014), at, turn=(-lean, 0, 0), radius_m=0.001, name="tile", **mirror
            )
            drawing.include(own, turn_deg=360 * number / across)
    spin(drawing, "cap", [(0.04, 0.38), (0.04, 0.392), (0.02, 0.4), (0.008, 0.405)], metal)
    path = [(0, 0.4, 0), (0, 0.47, 0), (0.05, 0.5, 0), (0.16, 0.47, 0), (0.2, 0.36, 0), (0.2, 0.1, 0), (0.17, 0.02, 0)]
    wire(drawing, "stand", path, 0.014, metal)
    drawing.add("disc", (0.34, 0.024, 0.3), (0.06, 0, 0), name="base", **metal)
    sized(drawing, brief, (0.43, 0.5, 0.3))


@archetype(
    "first aid kit", "object", "safety",
    "first aid kit, first-aid kit, first aid box, medical kit, medicine box, medkit, verbandskasten, "
    "trousse de secours, botiquín",
    hints="bandages, emergency", about="A first aid kit: a red case with a white cross, a handle and clasps.",
    parts="case, cross, handle, clasp, lid",
)  # fmt: skip
def first_aid_kit(drawing: Drawing, brief: Brief) -> None:
    """Draw a case in two shells with a cross, handle and two clasps."""
    case = usual(brief, "body case box lid", "plastic_white", "#c8231e")
    cross = usual(brief, "cross accent", "plastic_white", "#f6f4ee", is_main=False)
    for z in (-0.036, 0.036):
        drawing.add("box", (0.3, 0.22, 0.068), (0, 0, z), radius_m=0.018, name="case", **case)
    drawing.add("box", (0.296, 0.214, 0.01), (0, 0.003, 0), radius_m=0.003, name="seam", **plain("rubber_black"))
    drawing.add("disc", (0.15, 0.006, 0.15), (0, 0.105, 0.0705), turn=(90, 0, 0), name="disc", **cross)
    red = plain("plastic_white", "#c8231e") if case["color"] == "#c8231e" else case
    drawing.add("box", (0.096, 0.032, 0.012), (0, 0.092, 0.0705), radius_m=0.002, name="cross", **red)
    drawing.add("box", (0.032, 0.096, 0.012), (0, 0.06, 0.0705), radius_m=0.002, name="cross", **red)
    path = [
        (-0.06, 0.212, 0),
        (-0.058, 0.245, 0),
        (-0.04, 0.256, 0),
        (0.04, 0.256, 0),
        (0.058, 0.245, 0),
        (0.06, 0.212, 0),
    ]
    wire(drawing, "handle", path, 0.016, brief.of("handle", "plastic_black"))
    for x in (-0.1, 0.1):
        drawing.add("box", (0.03, 0.03, 0.05), (x, 0.198, 0), radius_m=0.005, name="clasp", **plain("chrome"))
    sized(drawing, brief, (0.3, 0.265, 0.145))


@archetype(
    "stethoscope", "object", "tool", "stethoscope, doctor's stethoscope, stethoskop, stéthoscope, estetoscopio",
    hints="doctor, heartbeat",
    about="A stethoscope: two ear tubes that join in a hose with a round chest piece, for doctors.",
    parts="tube, chestpiece, earpiece, hose, stand",
)  # fmt: skip
def stethoscope(drawing: Drawing, brief: Brief) -> None:
    """Draw it lying: ear tubes with tips, the yoke, a curling hose and the chest piece."""
    hose = usual(brief, "body hose tube", "rubber_black", "")
    metal = brief.of("chestpiece earpiece accent", "steel_polished", is_accent=True)
    for sign in (-1, 1):
        path = [
            (sign * 0.03, 0.006, -0.235),
            (sign * 0.055, 0.006, -0.2),
            (sign * 0.05, 0.006, -0.12),
            (sign * 0.012, 0.006, -0.05),
        ]
        wire(drawing, "earpiece", path, 0.008, metal)
        drawing.add("ball", (0.017, 0.0165, 0.02), (sign * 0.027, 0.0, -0.24), name="tip", **plain("rubber_black"))
        wire(
            drawing,
            "hose",
            [(sign * 0.014, 0.006, -0.055), (sign * 0.006, 0.006, -0.01), (0, 0.006, 0.03)],
            0.012,
            hose,
        )
    curl = [
        (0, 0.006, 0.02),
        (0.01, 0.006, 0.09),
        (0.08, 0.006, 0.15),
        (0.16, 0.006, 0.09),
        (0.13, 0.006, 0.0),
        (0.16, 0.006, -0.09),
        (0.21, 0.008, -0.12),
    ]
    wire(drawing, "hose", curl, 0.012, hose)
    strut(drawing, "stem", (0.2, 0.009, -0.115), (0.235, 0.011, -0.135), 0.011, metal)
    spin(drawing, "chestpiece", [(0.019, 0.0), (0.024, 0.002), (0.024, 0.007), (0.012, 0.011), (0.009, 0.018),
        (0.017, 0.021), (0.017, 0.026), (0.002, 0.027)],
         metal, at=(0.248, 0, -0.142))  # fmt: skip
    sized(drawing, brief, (0.34, 0.03, 0.4))


@archetype(
    "binoculars", "object", "tool",
    "binoculars, binocular, field glasses, opera glasses, fernglas, jumelles, prismáticos, pair of binoculars",
    hints="bird watching", about="Binoculars: two short telescopes side by side, to look far away with both eyes.",
    parts="barrel, lens, eyepiece, strap, bridge, body, knob",
)  # fmt: skip
def binoculars(drawing: Drawing, brief: Brief) -> None:
    """Draw two barrels with prisms, lenses and eyecups, joined by a bridge, standing on their front lenses."""
    body = usual(brief, "body barrel", "leather_black", "")
    metal = brief.of("bridge knob ring accent", "gunmetal", is_accent=True)
    pair = Drawing(brief)
    for sign in (-1, 1):
        own = Drawing(brief)
        tube = [(0.027, 0.0), (0.028, 0.006), (0.024, 0.05), (0.02, 0.085), (0.019, 0.12)]
        spin(own, "barrel", tube, body)
        own.add("hoop", (0.0575, 0.008, 0.0575), (0, 0.0, 0), inner=0.86, name="ring", **metal)
        own.add("disc", (0.048, 0.002, 0.048), (0, 0.001, 0), name="lens", **plain("glass_tinted"))
        own.add("rod", (0.034, 0.024, 0.034), (0, 0.116, 0), edge=0.1, name="eyepiece", **plain("rubber_black"))
        own.add("disc", (0.024, 0.002, 0.024), (0, 0.1385, 0), name="lens", **plain("glass_tinted"))
        own.add("box", (0.046, 0.05, 0.034), (-sign * 0.006, 0.066, 0), radius_m=0.01, name="prism", **body)
        pair.include(own, (sign * 0.035, 0, 0))
    pair.add("box", (0.05, 0.012, 0.016), (0, 0.07, 0), radius_m=0.003, name="bridge", **metal)
    pair.add("rod", (0.016, 0.05, 0.016), (0, 0.066, 0), edge=0.1, name="axle", **metal)
    pair.add("rod", (0.024, 0.016, 0.024), (0, 0.1, 0), edge=0.1, name="knob", **metal)
    drawing.include(pair)
    sized(drawing, brief, (0.128, 0.142, 0.058))


@archetype(
    "flashlight", "object", "tool",
    "flashlight, electric torch, torch light, pocket torch, torch, hand torch, taschenlampe, lampe torche, linterna, "
    "head lamp, headlamp",
    hints="beam, batteries, dark", about="A flashlight: a hand-held tube with batteries and a lamp behind a lens.",
    parts="body, head, lens, switch, ring, grip",
)  # fmt: skip
def flashlight(drawing: Drawing, brief: Brief) -> None:
    """Draw a knurled tube with a wide head, lit lens, switch and tail loop, "
    "lying; or a burning torch where it is of wood."""
    body = usual(brief, "body tube case grip", "aluminium_anodised", "")
    trim = brief.of("ring accent switch", "rubber_black", is_accent=True)
    own = Drawing(brief)
    if brief.has("tiki", "burning", "flaming", "medieval", "olympic") or brief.style_name in ("gothic", "rustic"):
        wood = brief.of("body handle", "wood", is_main=True)
        spin(drawing, "handle", [(0.018, 0.03), (0.022, 0.1), (0.03, 0.4), (0.05, 0.46), (0.055, 0.5)], wood)
        drawing.add(
            "rounded_ring", (0.12, 0.05, 0.12), (0, 0.43, 0), name="band", **brief.of("band accent", "iron_black")
        )
        for x, z, tall in ((0.0, 0.0, 0.2), (0.022, 0.01, 0.14), (-0.02, 0.012, 0.13)):
            drawing.add(
                "candle_flame", (0.07, tall, 0.07), (x, 0.48, z), name="flame", **plain("emissive_warm", "#ff9a3d")
            )
        drawing.add("disc", (0.26, 0.04, 0.26), name="stand", **brief.of("stand base", "iron_black"))
        sized(drawing, brief, (0.26, 0.68, 0.26))
        return
    tube = [
        (0.012, 0.0),
        (0.0155, 0.003),
        (0.0155, 0.115),
        (0.018, 0.12),
        (0.026, 0.145),
        (0.027, 0.175),
        (0.024, 0.178),
    ]
    spin(own, "body", tube, body)
    for number in range(7):
        own.add("torus", (0.0325, 0.004, 0.0325), (0, 0.012 + 0.009 * number, 0), name="ring", **trim)
    own.add("hoop", (0.0555, 0.01, 0.0555), (0, 0.17, 0), inner=0.84, name="bezel", **trim)
    own.add("disc", (0.046, 0.004, 0.046), (0, 0.1765, 0), name="lens", **plain("emissive_cold"))
    own.add("box", (0.01, 0.02, 0.006), (0, 0.088, 0.0155), radius_m=0.002, name="switch", **plain("paint_red"))
    drawing.include(own)
    sized(drawing, brief, (0.055, 0.18, 0.055))


@archetype(
    "safe", "object", "security",
    "safe, bank safe, vault, bank vault, combination safe, tresor, geldschrank, coffre-fort, caja fuerte",
    hints="combination lock, valuables",
    about="A safe: a heavy steel box with a thick door, a combination dial and a wheel to open it.",
    parts="door, dial, wheel, hinge, handle, body",
)  # fmt: skip
def safe(drawing: Drawing, brief: Brief) -> None:
    """Draw a heavy case on feet, its framed door with hinges, dial and three-armed wheel."""
    body = usual(brief, "body case", "gunmetal", "")
    door = brief.of("door", body["material"]) if "door" in {**brief.part_materials, **brief.part_colors} else body
    brass = brief.of("dial wheel handle hinge accent", "brass_polished", is_accent=True)
    width, height, depth = brief.box(0.6, 0.7, 0.55, keeps_shape=True)
    drawing.add("box", (width, height * 0.95, depth), (0, height * 0.05, 0), radius_m=0.014, name="case", **body)
    for x in (-width * 0.4, width * 0.4):
        for z in (-depth * 0.38, depth * 0.38):
            drawing.add(
                "disc",
                (width * 0.12, height * 0.055, width * 0.12),
                (x, 0, z),
                name="foot",
                **brief.of("foot", "rubber_black"),
            )
    drawing.add(
        "box", (width * 0.86, height * 0.8, 0.03), (0, height * 0.125, depth / 2), radius_m=0.008, name="door", **door
    )
    drawing.add(
        "frame",
        (width * 0.78, height * 0.72, 0.02),
        (0, height * 0.165, depth / 2 + 0.012),
        border_m=0.012,
        name="trim",
        **brass,
    )
    for y in (0.22, 0.72):
        drawing.add(
            "rod",
            (0.035, height * 0.12, 0.035),
            (-width * 0.45, height * y, depth / 2 + 0.012),
            edge=0.2,
            name="hinge",
            **brass,
        )
    _lock(drawing, brass, width, height, depth / 2 + 0.015)


def _lock(drawing: Drawing, brass: Finish, width: float, height: float, front: float) -> None:
    """Draw the dial with its ring, and the wheel with three arms."""
    strut(
        drawing,
        "dial",
        (width * 0.12, height * 0.68, front),
        (width * 0.12, height * 0.68, front + 0.03),
        width * 0.17,
        plain("paint_black"),
        edge=0.2,
    )
    drawing.add(
        "lit_ring",
        (width * 0.2, width * 0.2, 0.01),
        (width * 0.12, height * 0.68 - width * 0.1, front + 0.004),
        inner=0.8,
        name="dial_ring",
        **brass,
    )
    strut(
        drawing,
        "hub",
        (width * 0.12, height * 0.42, front),
        (width * 0.12, height * 0.42, front + 0.07),
        width * 0.08,
        brass,
        edge=0.2,
    )
    for turn in (90.0, 210.0, 330.0):
        c, s = cos(radians(turn)), sin(radians(turn))
        end = (width * (0.12 + 0.15 * c), height * 0.42 + width * 0.15 * s, front + 0.055)
        strut(drawing, "wheel", (width * 0.12, height * 0.42, front + 0.055), end, width * 0.035, brass, edge=0.3)
        drawing.add(
            "ball",
            (width * 0.06, width * 0.06, width * 0.06),
            (end[0], end[1] - width * 0.03, end[2]),
            name="knob",
            **brass,
        )
