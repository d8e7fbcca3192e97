"""What one trains with: a punching bag, boxing gloves, an exercise bike, a snowboard, a golf bag; the front is +z."""

from math import cos, radians, sin

from engine.archetypes.brief import Brief, Finish
from engine.archetypes.drawing import Drawing
from engine.archetypes.objects.choices import tone, usual
from engine.archetypes.objects.laying import around, lay
from engine.archetypes.objects.placing import bent
from engine.archetypes.objects.shaping import Pair, blend, limb, pose, sized, spin, strut
from engine.archetypes.register import archetype

_HIDES = {"steampunk": "leather_brown", "rustic": "leather_tan", "victorian": "leather_brown", "industrial": "canvas"}


@archetype(
    "punching bag", "object", "sport",
    "punching bag, punch bag, punchbag, boxing bag, heavy bag, kick bag, speed bag, training bag, boxsack, sandsack, "
    "sac de frappe, sac de boxe, saco de boxeo, punching ball",
    hints="boxing, punch, kick, gym, martial arts",
    about="A punching bag: a heavy stuffed bag of leather that hangs on chains from a stand, for boxing practice.",
    parts="bag, stand, chain, base, frame, post, band, strap, arm", features="free standing=free, freestanding=free",
)  # fmt: skip
def punching_bag(drawing: Drawing, brief: Brief) -> None:
    """Draw a bag that hangs on chains from the arm of a stand, or one that stands on a weighted foot."""
    hide = usual(brief, "bag body punching boxing", _HIDES.get(brief.style_name, "leather_black"),
                 "" if brief.style_name in _HIDES else tone(brief, "#a3211d"))  # fmt: skip
    steel = brief.of("stand frame post base arm", "iron_black" if brief.style_name == "realistic" else "metal",
                     is_accent=True)  # fmt: skip
    band = brief.of("band strap", "leather_white" if brief.style_name == "realistic" else "leather_black")
    if brief.has("free"):
        _standing_bag(drawing, hide, steel, band)
        return sized(drawing, brief, (0.56, 1.75, 0.56))
    low, radius, tall = 0.62, 0.18, 1.05
    _stuffed(drawing, hide, band, low, radius, tall)
    y, top, arm = low + tall, 2.2, 2.13
    links = brief.of("chain", "steel_brushed")
    for x, z, _ in around(4, radius * 0.8, first=radians(45)):
        strut(drawing, "chain", (x, y - 0.03, z), (0, y + 0.23, 0), 0.016, links)
    drawing.add("ball", (0.05, 0.05, 0.05), (0, y + 0.205, 0), name="ring", **links)
    drawing.add("rod", (0.022, arm - y - 0.2, 0.022), (0, y + 0.22, 0), name="chain", **links)
    for side in (1.0, -1.0):
        strut(drawing, "base", (side * 0.1, 0.03, -0.72), (side * 0.52, 0.03, 0.5), 0.06, steel)
        drawing.add("disc", (0.09, 0.035, 0.09), (side * 0.52, 0, 0.5), name="foot", material="rubber_black")
    strut(drawing, "base", (-0.3, 0.03, -0.72), (0.3, 0.03, -0.72), 0.06, steel)
    strut(drawing, "post", (0, 0.03, -0.72), (0, top, -0.72), 0.07, steel)
    strut(drawing, "arm", (0, arm, -0.75), (0, arm, 0.06), 0.06, steel)
    strut(drawing, "brace", (0, arm - 0.4, -0.72), (0, arm, -0.3), 0.045, steel)
    for x in (-0.26, 0.26):
        drawing.add(
            "disc", (0.3, 0.05, 0.3), (x, 0.05, -0.72), edge=0.3, name="weight", **brief.of("weight", "iron_cast")
        )
    return sized(drawing, brief, (1.1, 2.2, 1.26))


def _stuffed(drawing: Drawing, hide: Finish, band: Finish, low: float, radius: float, tall: float) -> None:
    """Draw a bag with round ends and bands of another hide around it."""
    profile: list[Pair] = [(0.02, 0.0), (radius * 0.8, 0.012), (radius * 0.97, 0.05), (radius, 0.12),
                           (radius, tall - 0.12), (radius * 0.97, tall - 0.05), (radius * 0.85, tall - 0.008),
                           (0.02, tall)]  # fmt: skip
    spin(drawing, "bag", profile, hide, at=(0, low, 0))
    for share in (0.12, 0.5, 0.84):
        drawing.add("rod", (2 * radius + 0.008, 0.055, 2 * radius + 0.008), (0, low + share * tall, 0), edge=0.1,
                    name="band", **band)  # fmt: skip


def _standing_bag(drawing: Drawing, hide: Finish, steel: Finish, band: Finish) -> None:
    """Draw a bag on a weighted foot."""
    foot: list[Pair] = [(0.28, 0.0), (0.28, 0.12), (0.24, 0.24), (0.1, 0.34), (0.07, 0.42)]
    spin(drawing, "base", foot, steel)
    drawing.add("rod", (0.12, 0.3, 0.12), (0, 0.38, 0), name="post", **steel)
    _stuffed(drawing, hide, band, 0.6, 0.18, 1.15)


@archetype(
    "boxing gloves", "object", "sport",
    "boxing gloves, boxing glove, pair of boxing gloves, sparring gloves, boxhandschuhe, boxhandschuh, gants de boxe, "
    "guantes de boxeo",
    hints="boxing, punch, fight, ring",
    about="Boxing gloves: a pair of padded leather mitts with laced cuffs that a boxer wears.",
    parts="glove, cuff, lace, thumb, strap, trim", features="",
)  # fmt: skip
def boxing_gloves(drawing: Drawing, brief: Brief) -> None:
    """Draw a pair of padded gloves that stand on their cuffs, thumbs inwards, laces in front."""
    hide = usual(brief, "glove body boxing thumb", _HIDES.get(brief.style_name, "leather_white"),
                 "" if brief.style_name in _HIDES else tone(brief, "#a3211d"))  # fmt: skip
    cuff = brief.of("cuff strap trim", "leather_white" if brief.style_name != "rustic" else "leather_black",
                    is_accent=True)  # fmt: skip
    for side in (1.0, -1.0):
        x = side * 0.12
        bones = [
            limb((x, 0.1, 0), 0.046, (x, 0.17, 0.0), 0.06, (1.0, 1.0, 0.9)),
            limb((x - 0.018, 0.24, 0.0), 0.066, (x + 0.018, 0.24, 0.0), 0.066),
            limb((x - 0.025, 0.205, 0.04), 0.048, (x + 0.025, 0.205, 0.04), 0.048),
        ]
        thumb = [
            limb((x - side * 0.04, 0.13, 0.03), 0.028, (x - side * 0.072, 0.18, 0.055), 0.03),
            limb((x - side * 0.072, 0.18, 0.055), 0.03, (x - side * 0.06, 0.225, 0.072), 0.026),
        ]
        blend(drawing, "glove", bones, hide, soft=0.04)
        blend(drawing, "thumb", thumb, hide, soft=0.006)
        profile: list[Pair] = [(0.056, 0.0), (0.058, 0.02), (0.052, 0.06), (0.05, 0.1), (0.045, 0.115)]
        spin(drawing, "cuff", profile, cuff, at=(x, 0.0, 0), is_flowing=True)
        for number in range(4):
            y = 0.02 + 0.022 * number
            strut(
                drawing, "lace", (x - 0.02, y, 0.053), (x + 0.02, y + 0.012, 0.053), 0.005, brief.of("lace", "cotton")
            )
    sized(drawing, brief, (0.42, 0.31, 0.16))


@archetype(
    "exercise bike",
    "object",
    "sport",
    "exercise bike, stationary bike, spin bike, spinning bike, exercise bicycle, stationary bicycle, indoor bike, "
    "indoor cycle, gym bike, fitness bike, heimtrainer, ergometer, vélo d'appartement, bicicleta estática",
    hints="cardio, pedal, workout",
    about="An exercise bike: a frame that stays in place with a flywheel, pedals, saddle and handlebar, for training.",
    parts="saddle, pedal, handlebar, flywheel, screen, frame, base, post, crank, display, seat",
    features="screen, bottle",
)
def exercise_bike(drawing: Drawing, brief: Brief) -> None:
    """Draw a frame on two cross feet with a flywheel in front, cranks, saddle, handlebar and a screen."""
    frame = brief.of("frame body base post bike", "paint_black" if brief.style_name == "realistic" else "metal",
                     is_main=True)  # fmt: skip
    disc = brief.of("flywheel wheel", "accent" if brief.style.ornament != "light" else "chrome", is_accent=True)
    bright = brief.of("crank pedal", "steel_brushed")
    for z, wide in ((0.52, 0.5), (-0.48, 0.54)):
        drawing.add("box", (wide, 0.06, 0.08), (0, 0.03, z), radius_m=0.015, name="foot", **frame)
        for x in (-wide / 2 + 0.05, wide / 2 - 0.05):
            drawing.add("disc", (0.07, 0.04, 0.07), (x, 0, z), name="pad", material="rubber_black")
    rails = [((0, 0.07, 0.52), (0, 0.32, 0.0)), ((0, 0.07, -0.48), (0, 0.32, 0.0)), ((0, 0.3, 0.0), (0, 0.62, -0.2)),
             ((0, 0.34, 0.0), (0, 0.74, 0.36)), ((0, 0.55, -0.17), (0, 0.74, 0.36))]  # fmt: skip
    for low, high in rails:
        strut(drawing, "frame", low, high, 0.075, frame)
    strut(drawing, "fork", (0.06, 0.36, 0.44), (0.03, 0.78, 0.36), 0.03, frame)
    strut(drawing, "fork", (-0.06, 0.36, 0.44), (-0.03, 0.78, 0.36), 0.03, frame)
    strut(drawing, "flywheel", (-0.028, 0.36, 0.44), (0.028, 0.36, 0.44), 0.5, disc, edge=0.2)
    strut(drawing, "axle", (-0.08, 0.36, 0.44), (0.08, 0.36, 0.44), 0.05, bright)
    strut(drawing, "guard", (0.045, 0.32, 0.0), (0.075, 0.32, 0.0), 0.24, frame, edge=0.2)
    strut(drawing, "axle", (-0.11, 0.32, 0.0), (0.11, 0.32, 0.0), 0.04, bright)
    for side, turn in ((1.0, 35.0), (-1.0, 215.0)):
        y, z = 0.32 + 0.17 * sin(radians(turn)), 0.17 * cos(radians(turn))
        strut(drawing, "crank", (side * 0.105, 0.32, 0.0), (side * 0.105, y, z), 0.026, bright)
        drawing.add("box", (0.1, 0.024, 0.09), (side * 0.16, y - 0.012, z), radius_m=0.006, name="pedal",
                    **brief.of("pedal", "rubber_black"))  # fmt: skip
    strut(drawing, "post", (0, 0.6, -0.2), (0, 0.9, -0.27), 0.045, bright)
    _saddle(drawing, brief, 0.9, -0.25)
    strut(drawing, "post", (0, 0.72, 0.355), (0, 1.02, 0.33), 0.05, bright)
    _handlebar(drawing, brief, frame)
    sized(drawing, brief, (0.54, 1.22, 1.1))


def _saddle(drawing: Drawing, brief: Brief, y: float, z: float) -> None:
    hide = brief.of(
        "saddle seat", "leather_brown" if brief.style_name in ("steampunk", "rustic", "victorian") else "leather_black"
    )
    blend(
        drawing,
        "saddle",
        [
            limb((0, y, z - 0.06), 0.075, (0, y + 0.004, z + 0.03), 0.05, (1.2, 0.5, 1.0)),
            limb((0, y + 0.004, z + 0.03), 0.04, (0, y + 0.002, z + 0.16), 0.026, (1.0, 0.7, 1.0)),
        ],
        hide,
        soft=0.03,
    )


def _handlebar(drawing: Drawing, brief: Brief, frame: Finish) -> None:
    """Draw the bar with its two horns and the screen above it."""
    grip = brief.of("handlebar handle grip", "rubber_black")
    y, z = 1.02, 0.33
    bent(drawing, [(-0.22, y, z + 0.02), (0, y, z), (0.22, y, z + 0.02)], 0.032, grip, name="handlebar")
    for side in (1.0, -1.0):
        horn = [(side * 0.2, y, z + 0.018), (side * 0.21, y + 0.01, z + 0.12), (side * 0.16, y + 0.1, z + 0.17)]
        bent(drawing, horn, 0.032, grip, name="horn")
    if brief.has("screen", "display", default=brief.style_name not in ("rustic", "victorian", "steampunk")):
        strut(drawing, "stalk", (0, y, z), (0, y + 0.15, z + 0.052), 0.035, frame)
        screen = Drawing(brief)
        screen.add(
            "display", (0.26, 0.17, 0.025), (0, 0, 0), name="screen", **brief.of("screen display", "plastic_black")
        )
        pose(drawing, screen, (0, y + 0.11, z + 0.055), (-20.0, 180.0, 0.0))


@archetype(
    "snowboard",
    "object",
    "sport",
    "snowboard, snow board, freestyle snowboard, splitboard, snowboard with bindings, planche à neige, "
    "tabla de snowboard",
    hints="slope, winter sport, halfpipe",
    about="A snowboard: one wide board with turned-up ends and two bindings, ridden sideways down snow.",
    parts="board, binding, stripe, strap, edge, stand",
    features="binding, stripe, striped=stripe",
)
def snowboard(drawing: Drawing, brief: Brief) -> None:
    """Draw a board with turned-up ends that lies on its running length, two bindings with straps across it."""
    deck = usual(
        brief,
        "board body deck snowboard",
        "bamboo" if brief.style_name in ("rustic", "japanese") else "plastic_white",
        "" if brief.style_name in ("rustic", "japanese") else tone(brief, "#2b6f9e"),
    )
    second = usual(brief, "stripe accent edge", "paint_white", tone(brief, "#e8b51e", second=True), is_main=False)
    black = brief.of(
        "binding strap", "leather_brown" if brief.style_name in ("steampunk", "rustic") else "plastic_black"
    )
    flat: list[Pair] = [(-0.6, 0.14), (-0.3, 0.128), (0.0, 0.124), (0.3, 0.128), (0.6, 0.14)]
    lay(drawing, "board", [*flat, *((x, -z) for x, z in reversed(flat))], 0.011, deck)
    for end in (1.0, -1.0):
        _tip(drawing, deck, end)
    for x in (-0.13, 0.0, 0.13) if brief.has("stripe", default=True) else ():
        drawing.add("box", (0.03, 0.004, 0.22), (x * 0.5, 0.0095, 0), name="stripe", **second)
    for x in (-0.26, 0.26) if brief.has("binding", default=True) else ():
        _binding(drawing, black, x, 15.0 if x > 0 else -9.0)
    sized(drawing, brief, (1.56, 0.22, 0.28))


def _tip(drawing: Drawing, finish: Finish, end: float) -> None:
    """Draw the round end of the board at +x or -x, turned up."""
    tip = Drawing(drawing.brief)
    arc = [(0.19 * cos(turn), 0.14 * sin(turn)) for turn in (radians(15 * step) for step in range(-6, 7))]
    lay(tip, "tip", [(-0.012, -0.14), *arc, (-0.012, 0.14)], 0.011, finish)
    bent_up = Drawing(drawing.brief)
    pose(bent_up, tip, (0, 0, 0), (0, 0, 16.0))
    drawing.include(bent_up, (end * 0.595, 0.0035, 0), 0.0 if end > 0 else 180.0)


def _binding(drawing: Drawing, finish: Finish, x: float, turn_deg: float) -> None:
    """Draw a plate with a heel cup, two straps and a high back."""
    one = Drawing(drawing.brief)
    one.add("plate", (0.12, 0.014, 0.27), (0, 0.011, 0), corner_m=0.03, name="binding", **finish)
    one.add("disc", (0.1, 0.006, 0.1), (0, 0.0225, 0), name="disc", material="steel_brushed")
    one.add("box", (0.11, 0.19, 0.014), (0, 0.008, -0.105), turn=(12, 0, 0), radius_m=0.006, name="highback", **finish)
    for z, tall in ((-0.05, 0.11), (0.08, 0.075)):
        arch = [(-0.056, 0.016, z), (-0.054, tall * 0.7, z), (0.0, tall, z), (0.054, tall * 0.7, z), (0.056, 0.016, z)]
        bent(one, arch, 0.018, finish, name="strap")
    drawing.include(one, (x, 0, 0), turn_deg)
