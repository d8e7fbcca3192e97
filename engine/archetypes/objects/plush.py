"""Soft and swimming friends: teddy bear, rubber duck, snowman; the front is +z."""

import msgspec

from domain.spec import DesignObject
from engine.archetypes.brief import Brief
from engine.archetypes.creatures.surface import wearer
from engine.archetypes.creatures.worn import wear
from engine.archetypes.drawing import Drawing
from engine.archetypes.objects.choices import kin
from engine.archetypes.objects.shaping import Bone, blend, chain, limb, lump, settle, sized, spin, twins
from engine.archetypes.register import archetype

_AT_NECK = ("scarf", "tie", "collar", "necklace", "bandana", "shawl", "neckerchief")
# What a snowman wears instead of its top hat.
_OTHER_HATS = frozenset({"beanie", "bobble", "cowboy", "straw", "santa", "party", "cap", "sombrero", "witch", "crown"})
_METALLIC = {"steampunk": "copper", "art deco": "gold", "futuristic": "chrome", "industrial": "steel_brushed"}


@archetype(
    "teddy bear", "object", "toy",
    "teddy bear, teddy, plush bear, stuffed bear, plush toy, stuffed animal, soft toy, teddybär, ours en peluche, "
    "peluche, "
    "plushie, cuddly toy, "
    "stuffed toy, stuffed bunny, cuddly bear, fluffy bear, plush animal, snuggle toy, bear toy, toy bear",
    hints="cuddly, plush", about="A soft stuffed toy bear for children, that sits and can be hugged.",
    parts="body, fur, paw, ear, nose, bow, ribbon, snout, eye, hat, scarf, glasses, crown, collar",
)  # fmt: skip
def teddy_bear(drawing: Drawing, brief: Brief) -> None:
    """Draw a sitting teddy bear with a pale snout, paws with pads, stitched seam and a ribbon bow."""
    tint = brief.choose("#a9713d", "#c59a62", "#7c4f2f")
    fur = brief.of("body fur bear", "fabric_grey", is_main=True)
    fur = fur if fur["color"] or brief.materials else brief.finish("fabric_grey", tint)
    pale = brief.of("snout paw accent", "fabric_grey", is_accent=True)
    pale = pale if pale["color"] else brief.finish("fabric_grey", "#e6d0ac")
    body: list[Bone] = [
        limb((0, 0.085, -0.01), 0.085, (0, 0.15, -0.012), 0.068), lump((0, 0.262, 0.0), 0.078, (1.08, 0.96, 0.96)),
        limb((0, 0.19, 0), 0.04, (0, 0.22, 0), 0.04),
        *twins(
            limb((0.05, 0.172, 0.0), 0.036, (0.108, 0.095, 0.045), 0.034),
            limb((0.055, 0.045, 0.025), 0.045, (0.085, 0.04, 0.115), 0.039),
            limb((0.086, 0.04, 0.125), 0.038, (0.09, 0.056, 0.133), 0.038, (1.0, 1.0, 0.75)),
        ),
    ]  # fmt: skip
    blend(drawing, "body", body, fur, soft=0.02, fineness=1.1, sole=0.012)
    ears = twins(lump((0.062, 0.325, -0.008), 0.031, (1.0, 1.0, 0.55)))
    blend(drawing, "ear", ears, fur, soft=0.01)
    blend(drawing, "ear_inside", twins(lump((0.0625, 0.324, 0.004), 0.019, (1.0, 1.0, 0.5))), pale, soft=0.01)
    blend(drawing, "snout", [lump((0, 0.242, 0.068), 0.034, (1.1, 0.85, 0.85))], pale, soft=0.01)
    blend(drawing, "pad", twins(lump((0.0905, 0.055, 0.1585), 0.026, (1.0, 1.0, 0.22))), pale, soft=0.01)
    dark = brief.of("eye nose", "plastic_black")
    blend(drawing, "nose", [lump((0, 0.257, 0.0955), 0.0125, (1.25, 0.8, 0.7))], dark, soft=0.01)
    eyes = twins(lump((0.031, 0.277, 0.065), 0.0098))
    blend(drawing, "eye", eyes, dark, soft=0.01)
    smile = [(-0.014, 0.2265, 0.0935, 0.0016), (0, 0.2235, 0.0975, 0.0016), (0.014, 0.2265, 0.0935, 0.0016)]
    blend(
        drawing, "smile", [*chain(smile), limb((0, 0.224, 0.097), 0.0016, (0, 0.25, 0.0985), 0.0016)], dark, soft=0.001
    )
    if brief.has("bow", "bowtie", "ribbon", default=not brief.has(*_AT_NECK)):
        _ribbon_bow(drawing, brief)
    wear(drawing, brief, wearer(body, eyes), {"bow"})
    settle(drawing)
    sized(drawing, brief, (0.26, 0.355, 0.25))


def _ribbon_bow(drawing: Drawing, brief: Brief) -> None:
    """Draw the ribbon of a teddy bear around its neck, with a bow in front."""
    ribbon = brief.of("bow ribbon tie bowtie", "fabric_blue")
    ribbon = ribbon if ribbon["color"] else brief.finish("fabric_grey", brief.choose("#b3211c", "#27508f", "#2f7a4f"))
    loops = twins(limb((0.006, 0.197, 0.062), 0.008, (0.042, 0.206, 0.058), 0.0185, (1.0, 1.0, 0.6)),
                  limb((0.006, 0.192, 0.062), 0.006, (0.02, 0.152, 0.068), 0.0085, (1.0, 1.0, 0.5)))  # fmt: skip
    blend(drawing, "bow", [*loops, lump((0, 0.197, 0.066), 0.0125)], ribbon, soft=0.006, fineness=1.2)
    drawing.add("rounded_ring", (0.128, 0.014, 0.12), (0, 0.193, 0.0), name="ribbon", **ribbon)


@archetype(
    "rubber duck", "object", "toy",
    "rubber duck, rubber ducky, bath duck, toy duck, badeente, quietscheente, bath toy, duckling toy, "
    "duckie, ducky, bathtub duck, bath ducky, plastic duck, yellow duck, squeaky duck",
    hints="bath, floating toy", about="A small yellow rubber toy duck that swims in the bath.",
    parts="body, beak, bill, eye, wing, hat, glasses, scarf, tie, bow, crown",
)  # fmt: skip
def rubber_duck(drawing: Drawing, brief: Brief) -> None:
    """Draw a bath duck; with a top hat for steampunk, else with what the words put on it."""
    material = _METALLIC.get(kin(brief), "plastic_white")
    body = brief.of("body duck", material, is_main=True)
    body = (
        body if body["color"] or brief.materials or material != "plastic_white" else brief.finish(material, "#f6c51c")
    )
    orange = brief.of("beak bill accent", "plastic_white", is_accent=True)
    orange = orange if orange["color"] else brief.finish("plastic_white", "#e4691b")
    shape = [
        lump((0, 0.034, -0.002), 0.043, (0.96, 0.86, 1.2)), limb((0, 0.042, 0.012), 0.036, (0, 0.052, 0.02), 0.03),
        limb((0, 0.046, -0.036), 0.024, (0, 0.07, -0.066), 0.0055, (1.2, 1.0, 1.0)), lump((0, 0.098, 0.022), 0.031),
        *twins(limb((0.038, 0.045, 0.01), 0.02, (0.042, 0.054, -0.032), 0.0075, (0.42, 1.0, 1.0))),
    ]  # fmt: skip
    blend(drawing, "body", shape, body, soft=0.018, fineness=1.25, sole=0.03)
    bill = [limb((0, 0.0935, 0.046), 0.0105, (0, 0.0955, 0.066), 0.0085, (1.5, 0.5, 1.0)),
            limb((0, 0.0885, 0.046), 0.0085, (0, 0.0865, 0.061), 0.0065, (1.4, 0.42, 1.0))]  # fmt: skip
    blend(drawing, "beak", bill, orange, soft=0.003, fineness=1.2)
    eyes = twins(lump((0.0125, 0.107, 0.0465), 0.0052, (0.9, 1.2, 0.6)))
    blend(drawing, "eye", eyes, brief.of("eye", "paint_black"), soft=0.01)
    has_top_hat = brief.has("hat") and "top" in brief.words
    wear(drawing, brief, wearer(shape, eyes), {"hat"} if has_top_hat else ())
    settle(drawing)
    if has_top_hat or brief.style_name == "steampunk":
        felt = brief.of("hat", "leather_black")
        spin(
            drawing,
            "hat",
            [(0.027, 0.124), (0.028, 0.1265), (0.0175, 0.1275), (0.0165, 0.145), (0.0185, 0.158), (0.018, 0.16)],
            felt,
        )
        drawing.add(
            "hoop", (0.037, 0.006, 0.037), (0, 0.1275, 0), inner=0.86, name="band", **brief.of("band", "copper")
        )
        drawing.objects[-2:] = [_back(thing, 0.019) for thing in drawing.objects[-2:]]
    sized(drawing, brief, (0.084, 0.129, 0.127))


def _back(thing: DesignObject, z: float) -> DesignObject:
    place = msgspec.structs.replace(thing.position, z=z, y=thing.position.y - 0.003)
    return msgspec.structs.replace(thing, position=place)


@archetype(
    "snowman", "object", "creature",
    "snowman, snow man, schneemann, bonhomme de neige, snowwoman, frosty, "
    "snow figure, snow person, snow sculpture",
    hints="winter, snow", about="A figure of three balls of snow with a carrot nose, a hat and a scarf.",
    parts="hat, scarf, nose, button, arm, body, snow, band, glasses, tie, bow, crown",
)  # fmt: skip
def snowman(drawing: Drawing, brief: Brief) -> None:
    """Draw three balls of snow with coal eyes and buttons, carrot nose, twig arms, scarf and top hat."""
    snow = brief.of("snow body snowman", "paint_white", is_main=True)
    coal, twig = brief.of("button eye coal", "paint_black"), brief.of("arm twig", "walnut")
    shape = [
        lump((0, 0.33, 0), 0.37, (1.0, 0.92, 1.0)),
        lump((0, 0.86, 0), 0.27, (1.0, 0.95, 1.0)),
        lump((0, 1.25, 0), 0.19),
    ]
    blend(drawing, "body", shape, snow, soft=0.07, sole=0.04)
    carrot = brief.of("nose carrot", "paint_white")
    carrot = carrot if carrot["color"] else brief.finish("paint_white", "#dd6a1c")
    blend(drawing, "nose", [limb((0, 1.25, 0.16), 0.036, (0.01, 1.24, 0.36), 0.007)], carrot, soft=0.01)
    eyes = twins(lump((0.07, 1.315, 0.158), 0.024))
    mouth = [lump((x, 1.165 + 5.2 * x * x, 0.17 - 2.2 * x * x), 0.0145) for x in (-0.08, -0.045, 0.0, 0.045, 0.08)]
    buttons = [lump((0, y, z), 0.028) for y, z in ((1.0, 0.217), (0.87, 0.265), (0.74, 0.238))]
    blend(drawing, "coal", [*eyes, *mouth, *buttons], coal, soft=0.004, fineness=1.8)
    for side in (-1.0, 1.0):
        arm = chain([(0.2 * side, 0.9, 0.02, 0.02), (0.42 * side, 1.02, 0.05, 0.017), (0.62 * side, 1.17, 0.09, 0.012)])
        fingers = [limb((0.5 * side, 1.08, 0.065), 0.012, (0.64 * side, 1.06, 0.12), 0.008),
                   limb((0.55 * side, 1.115, 0.075), 0.011, (0.56 * side, 1.23, 0.1), 0.008)]  # fmt: skip
        blend(drawing, "arm", [*arm, *fingers], twig, soft=0.012, fineness=1.4)
    own = {"scarf"} if brief.words & _OTHER_HATS else {"scarf", "hat"}
    if not brief.has("tie", "bow", "bowtie") and brief.has("scarf", default=True):
        _snowman_scarf(drawing, brief)
    if "hat" in own and brief.has("hat", default=True):
        _snowman_hat(drawing, brief)
    wear(drawing, brief, wearer(shape, eyes), own)
    settle(drawing)
    sized(drawing, brief, (1.3, 1.62, 0.74))


def _snowman_scarf(drawing: Drawing, brief: Brief) -> None:
    """Draw a snowman's scarf, one end hanging down."""
    wool = brief.of("scarf accent", "fabric_blue", is_accent=True)
    wool = wool if wool["color"] or wool["material"] != "fabric_blue" else brief.finish("fabric_grey", "#b3211c")
    drawing.add("rounded_ring", (0.44, 0.09, 0.44), (0, 1.04, 0), name="scarf", **wool)
    tail = [limb((0.1, 1.09, 0.19), 0.045, (0.13, 0.9, 0.285), 0.05, (1.0, 1.0, 0.42)),
            limb((0.13, 0.9, 0.285), 0.05, (0.15, 0.74, 0.28), 0.052, (1.0, 1.0, 0.42))]  # fmt: skip
    blend(drawing, "scarf_end", tail, wool, soft=0.02)


def _snowman_hat(drawing: Drawing, brief: Brief) -> None:
    """Draw a snowman's top hat with its band."""
    hat = brief.of("hat", "fabric_grey")
    hat = hat if hat["color"] or hat["material"] != "fabric_grey" else brief.finish("paint_black", "")
    spin(
        drawing,
        "hat",
        [(0.225, 0), (0.23, 0.012), (0.225, 0.024), (0.14, 0.03), (0.132, 0.1), (0.142, 0.225), (0.136, 0.235)],
        hat,
        at=(0, 1.385, 0),
    )
    drawing.add("hoop", (0.288, 0.045, 0.288), (0, 1.412, 0), inner=0.88, name="band", **brief.of("band", "paint_red"))
