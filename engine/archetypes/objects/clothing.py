"""What one wears and carries on oneself: umbrellas, hats, glasses, shoes."""

from math import cos, pi, radians, sin

import numpy as np

from domain.spec import Property
from engine.archetypes.brief import OWN_STAND, Brief, Finish
from engine.archetypes.drawing import Drawing
from engine.archetypes.objects.choices import form_by, has, kin, metal, plain, tone
from engine.archetypes.objects.goggles import goggles
from engine.archetypes.objects.placing import bent, put, tilted
from engine.archetypes.register import archetype
from engine.parts.profiles import smooth


def _cloth(brief: Brief, parts: str, tints: dict[str, str], default: str) -> Finish:
    """Return a cloth finish in the style's colour where the text has none."""
    cloth = brief.of(parts, "fabric_grey", is_main=True)
    untold = cloth["material"] == "fabric_grey" and not cloth["color"]
    return plain("fabric_grey", tints.get(brief.style_name) or tone(brief, default)) if untold else cloth


@archetype(
    "umbrella", "object", "clothing",
    "umbrella, parasol, beach umbrella, rain umbrella, sunshade, patio umbrella, regenschirm, sonnenschirm, schirm, "
    "parapluie, "
    "paraguas, brolly, "
    "sun umbrella, garden umbrella, cocktail umbrella, garden parasol, golf umbrella, beach parasol",
    hints="keep dry, rain",
    about=(
        "An umbrella: cloth on folding ribs round a stick with a handle that keeps off rain, or a large one "
        "against the sun."
    ),
    parts="handle, canopy, shaft, rib, tip, base",
)  # fmt: skip
def umbrella(drawing: Drawing, brief: Brief) -> None:
    """Draw an open umbrella that rests on its rim and its handle, a held one upright, or a parasol in its foot."""
    cloth = _cloth(brief, "umbrella canopy", {"steampunk": "#5a2f22", "art deco": "#17171a", "futuristic": "#dfe9f2",
        "rustic": "#6f7a4a"},
                   brief.choose("#b3201f", "#1f4fa3", "#1d7276", "#2b2c30"))  # fmt: skip
    count = brief.count("rib", 8 if brief.style_name != "art deco" else 12, least=6, most=16)
    if has(brief, "parasol beach patio sun sunshade sonnenschirm"):
        return _parasol(drawing, brief, cloth, count)
    width, height, _ = brief.box(1.0, 0.86, 1.0, keeps_shape=True)
    ribs = metal(brief, "rib shaft", "steel_brushed")
    grip = brief.of("handle", "walnut", is_accent=True)
    upright = Drawing(brief)
    canopy = height * 0.27
    put(upright, "umbrella_canopy", (width, canopy, width), (0, height * 0.67, 0), cloth,
        {"panels": count, "ribs_material": ribs["material"], "ribs_color": ribs["color"]}, name="canopy",
        turn=(0.0, 180.0 / count, 0.0))  # fmt: skip
    wide = 0.013 * height
    bent(upright, [(0.0, height * 0.16, 0.0), (0.0, height * 0.94, 0.0)], wide, ribs, name="shaft", is_straight=True)
    bent(
        upright,
        [(0.0, height * 0.93, 0.0), (0.0, height * 0.995, 0.0)],
        wide * 1.3,
        grip,
        name="tip",
        is_straight=True,
        end=0.5,
    )
    hook = [(0.0, height * 0.2, 0.0), (0.0, height * 0.08, 0.0), *_crook(height * 0.055, height * 0.06)]
    bent(upright, hook, wide * 2.0, grip, name="handle")
    if OWN_STAND in brief.excluded:
        drawing.objects += upright.objects
        return None
    lean = _resting(hook, wide, width / 2, height * 0.67, count)
    low = _lowest(np.array(hook), lean) - wide
    tilted(drawing, upright, (0.0, 0.0, -lean), (0.0, -low, 0.0))
    return None


def _crook(radius: float, centre: float) -> list[tuple[float, float, float]]:
    """Return the bend of a handle that turns to +x at the bottom."""
    return [
        (radius - radius * cos(radians(a)), centre - radius * sin(radians(a)), 0.0) for a in (30, 60, 90, 120, 150, 180)
    ]


def _lowest(points: np.ndarray, lean_deg: float) -> float:
    """Return the least height of points leant by an angle towards +x."""
    a = radians(lean_deg)
    return float((points[:, 1] * cos(a) - points[:, 0] * sin(a)).min())


def _resting(hook: list[tuple[float, float, float]], thick: float, radius: float, level: float, count: int) -> float:
    """Return the angle at which the handle and two rib tips touch the ground together."""
    line = smooth(np.array(hook), 8)
    across = (
        radius * 0.985 * cos(pi / count)
    )  # two rib tips stand to both sides of +x once the canopy is turned by half a panel
    tips = np.array([(across, level + 0.0145 * radius, 0.0)])
    low, high = 5.0, 88.0
    for _ in range(60):
        middle = (low + high) / 2
        if _lowest(tips, middle) - radius * 0.0148 > _lowest(line, middle) - thick:
            low = middle
        else:
            high = middle
    return low


def _parasol(drawing: Drawing, brief: Brief, cloth: Finish, count: int) -> None:
    width, height, _ = brief.box(2.4, 2.35, 2.4, keeps_shape=True)
    pole = brief.of("pole shaft", {"realistic": "oak", "rustic": "oak"}.get(kin(brief), "aluminium"), is_accent=True)
    base = brief.of("base foot", "concrete")
    put(drawing, "umbrella_canopy", (width, height * 0.22, width), (0, height * 0.76, 0), cloth,
        {"panels": count, "ribs_material": pole["material"], "ribs_color": pole["color"]}, name="canopy")  # fmt: skip
    drawing.add("rod", (0.042 * height / 2.35, height * 0.97, 0.042 * height / 2.35), name="pole", **pole)
    drawing.add("ball", (0.07, 0.09, 0.07), (0, height * 0.965, 0), name="finial", **pole)
    profile: list[str | float] = [1, 0, 1, 0.3, 0.92, 0.46, 0.3, 0.56, 0.14, 0.6, 0.14, 1]
    drawing.add("turning", (width * 0.24, height * 0.11, width * 0.24), profile=profile, name="base", **base)


@archetype(
    "hat", "object", "clothing",
    "hat, top hat, fedora, cowboy hat, baseball cap, cap, sun hat, straw hat, bowler hat, beanie, wizard hat, witch "
    "hat, chef hat, "
    "panama hat, chapeau, sombrero, wool cap, mütze, bonnet, "
    "trilby, bowler, derby hat, beret, boater, sombrero hat, bucket hat, flat cap, pirate hat, bobble hat, "
    "party hat, santa hat, tricorne, tricorn hat, fez, turban, stetson, deerstalker, sorting hat, "
    "baseball hat",
    hints="wear on the head",
    about=(
        "A hat: a head covering of felt, straw or cloth with a crown and a brim, such as a top hat, a cap or a "
        "cowboy hat."
    ),
    parts="brim, band, ribbon, crown, visor, pompom, feather", features="feather, band, goggles",
)  # fmt: skip
def hat(drawing: Drawing, brief: Brief) -> None:
    """Draw a top hat, fedora, cowboy hat, cap, beanie, sun hat, bowler, wizard's or cook's hat."""
    worn = {"steampunk": "top", "art deco": "bowler", "rustic": "cowboy", "futuristic": "cap", "industrial": "cap",
               "modern": "cap", "minimalist": "beanie", "victorian": "top", "gothic": "wizard", "bauhaus": "bowler",
               "scandinavian": "beanie", "japanese": "sun", "cyberpunk": "cap"}  # fmt: skip
    form = form_by(brief, _HAT_WORDS, worn.get(brief.style_name, "fedora"))
    if form == "cap":
        return _cap(drawing, brief)
    wide, tall, deep = _HAT_SIZES[form]
    width, height, depth = brief.box(wide, tall, deep, keeps_shape=True)
    material, color = _HAT_CLOTH[form]
    cloth = brief.of("hat brim", material, is_main=True)
    if cloth["material"] == material and not cloth["color"]:
        cloth = plain(material, tone(brief, color) if form in _TONED_HATS else color)
    ribbon = brief.of(
        "band ribbon",
        "leather_brown" if form in ("cowboy", "top") and brief.style_name == "steampunk" else "fabric_grey",
        is_accent=True,
    )
    tint = ribbon["color"] or ({"top": "#5a1a22", "fedora": "#1b1b1e", "sun": "#8a2f2a", "bowler": "#101012",
        "beanie": cloth["color"]}.get(form, "#3a2415")
                               if ribbon["material"] == "fabric_grey" else "")  # fmt: skip
    has_band = form != "chef" and "band" not in brief.excluded
    put(drawing, "hat", (width, height, depth), (0, 0, 0), cloth,
        {"form": form, "band": (0.22 if form == "wizard" else 0.24) * has_band * (0.5 if form == "wizard" else 1.0),
            "band_material": ribbon["material"],
         "band_color": tint}, name="hat")  # fmt: skip
    _trimmings(drawing, brief, form, width, height, cloth)
    return None


_HAT_WORDS = {
    "top magician": "top", "cowboy western": "cowboy", "baseball cap trucker visor": "cap",
        "beanie wool knitted bonnet mütze": "beanie",
    "sun straw panama beach sombrero": "sun", "bowler derby": "bowler", "wizard witch": "wizard",
        "chef cook": "chef", "fedora": "fedora",
}  # fmt: skip
_TONED_HATS = ("fedora", "bowler", "beanie")
_HAT_SIZES = {
    "top": (0.3, 0.2, 0.33), "cowboy": (0.4, 0.17, 0.42), "beanie": (0.21, 0.17, 0.23), "sun": (0.44, 0.14, 0.46),
        "fedora": (0.31, 0.15, 0.34),
    "bowler": (0.27, 0.14, 0.3), "wizard": (0.38, 0.46, 0.38), "chef": (0.24, 0.28, 0.24),
}  # fmt: skip
_HAT_CLOTH = {
    "top": ("felt", "#1b1b1f"), "cowboy": ("leather_brown", ""), "beanie": ("wool", "#8c2f2f"),
        "sun": ("straw", ""),
    "fedora": ("felt", "#6b5a48"), "bowler": ("felt", "#1d1d20"), "wizard": ("felt", "#2f2a6b"),
        "chef": ("paint_white", ""),
}  # fmt: skip


def _trimmings(drawing: Drawing, brief: Brief, form: str, width: float, height: float, cloth: Finish) -> None:
    """Draw a pompom, a feather, or a steampunk hat's goggles."""
    if form == "beanie":
        size = width * 0.34
        pompom = brief.of("pompom", "fabric_grey")
        drawing.add(
            "bush",
            (size, size, size),
            (0, height * 0.93, 0),
            name="pompom",
            material=pompom["material"],
            color=pompom["color"] or "#eae4d6",
        )
    if brief.has("feather"):
        x, low = width * {"top": 0.325, "fedora": 0.29, "cowboy": 0.25}.get(form, 0.3), height * 0.1
        quill = [(x, low, 0.0), (x * 1.12, height * 0.6, -width * 0.06), (x * 1.06, height * 1.1, -width * 0.2)]
        bent(drawing, quill, width * 0.05, brief.of("feather", "paint_red"), name="feather", end=0.3)
    if form == "top" and (brief.style_name == "steampunk" or brief.has("goggles")):
        for x in (-1, 1):
            size = width * 0.22
            drawing.add("lens", (size, size, size * 0.5), (x * width * 0.135, height * 0.2, width * 0.325), turn=(-4,
                x * 16.0, 0), name="goggle",
                        glass_material="glass_tinted", material="brass_polished")  # fmt: skip


def _cap(drawing: Drawing, brief: Brief) -> None:
    width, height, depth = brief.box(0.185, 0.125, 0.285, keeps_shape=True)
    cloth = _cloth(
        brief,
        "hat cap crown",
        {"futuristic": "#e9edf0", "industrial": "#2a2b2e", "minimalist": "#e4dfd2"},
        brief.choose("#1f3f7a", "#b3201f", "#27282c"),
    )
    visor = brief.of("visor brim", cloth["material"], is_accent=True)
    put(drawing, "cap", (width, height, depth), (0, 0, 0), cloth,
        {"visor_material": visor["material"], "visor_color": visor["color"] or cloth["color"]}, name="cap")  # fmt: skip


@archetype(
    "glasses", "object", "clothing",
    "eyeglasses, spectacles, glasses, sunglasses, reading glasses, eyewear, aviator glasses, brille, sonnenbrille, "
    "lunettes, gafas, shades, "
    "goggles, monocle, pince nez, swimming goggles, safety glasses, 3d glasses, reading spectacles, "
    "aviators, pair of glasses, specs, safety goggles, sun glasses",
    hints="see better, read",
    about="Glasses: two lenses in a frame with arms over the ears, worn to see better or, tinted, against the sun.",
    parts="lens, frame, temple, arm, rim, bridge, strap, cup", features="round, tinted, strap",
)  # fmt: skip
def glasses(drawing: Drawing, brief: Brief) -> None:
    """Draw spectacles that stand on their rims and their temples' ends, or goggles."""
    if brief.words & {"goggles", "goggle"}:
        goggles(drawing, brief)
        return
    is_sun = has(brief, "sunglasses sun shades tinted sonnenbrille")
    default = {"steampunk": "round", "minimalist": "round", "art deco": "cat", "futuristic": "aviator"}.get(
        kin(brief), "square"
    )
    form = form_by(
        brief, {"round": "round", "aviator pilot": "aviator", "cat retro": "cat", "square": "square"}, default
    )
    width, height, depth = brief.box(0.14, 0.045, 0.145, keeps_shape=True)
    wired = form in ("round", "aviator") or kin(brief) in ("steampunk", "modern")
    frame = brief.of("frame rim glasses temple arm", {"steampunk": "brass_polished", "modern": "steel_brushed",
        "rustic": "walnut", "futuristic": "chrome"}
                     .get(kin(brief), "gold" if wired else "plastic_black"), is_main=True)  # fmt: skip
    lens = brief.of("lens", "glass_tinted" if is_sun else "glass_clear", is_accent=True)
    thick = height * (0.05 if wired else 0.11)
    drawing.add("spectacles_front", (width, height, width * (0.018 if wired else 0.03)), (0, 0, depth / 2),
        form=form, rim_m=thick,
                lens_material=lens["material"], lens_color=lens["color"], name="frame", **frame)  # fmt: skip
    wire = width * (0.014 if wired else 0.026)
    for x in (-1, 1):
        side = x * (width / 2 - wire * 0.4)
        temple = [(side * 0.985, height * 0.66, depth / 2), (side * 1.01, height * 0.7, depth * 0.44), (side * 1.0,
            height * 0.68, -depth * 0.2),
                  (side * 0.985, height * 0.56, -depth * 0.34), (side * 0.97, height * 0.28, -depth * 0.44),
                      (side * 0.96, wire / 2, -depth * 0.5)]  # fmt: skip
        bent(
            drawing,
            temple,
            wire,
            brief.of("temple arm", frame["material"]) if "temple" in brief.part_materials else frame,
            name="temple",
        )
        if wired:
            pad = (x * width * 0.066, height * 0.36, depth / 2 - width * 0.03)
            bent(drawing, [(x * width * 0.088, height * 0.6, depth / 2), (x * width * 0.07, height * 0.5,
                depth / 2 - width * 0.03), pad],
                 wire * 0.5, frame, name="pad_arm")  # fmt: skip
            drawing.add("ball", (width * 0.014, height * 0.22, width * 0.028), (pad[0], pad[1] - height * 0.11,
                pad[2]), name="nose_pad",
                        material="glass_clear")  # fmt: skip


@archetype(
    "shoe", "object", "clothing",
    "shoe, sneaker, boot, running shoe, trainer, pair of shoe, leather shoe, hiking boot, schuh, stiefel, "
    "chaussure, zapato, footwear, "
    "tennis shoe, pair of boot, "
    "slipper, sandal, high heel, stiletto heel, loafer, brogue, oxford shoe, moccasin, clog, "
    "wellington boot, wellington, cowboy boot, ankle boot, ballet shoe, football boot, gym shoe, plimsoll, "
    "pump shoe, flip flop, galosh, rain boot, work boot, basketball shoe, chelsea boot",
    hints="walk, run, wear on the foot",
    about=(
        "A shoe: footwear with a sole, an upper and laces, such as a sneaker for sport or a leather boot; worn in "
        "pairs."
    ),
    parts="sole, lace, upper, heel", features="pair",
)  # fmt: skip
def shoe(drawing: Drawing, brief: Brief) -> None:
    """Draw a pair of sneakers or boots, or a single one."""
    form = (
        "boot"
        if has(brief, "boot hiking stiefel") or kin(brief) in ("steampunk", "rustic", "industrial")
        else "sneaker"
    )
    width, height, depth = brief.box(0.105, 0.13 if form == "sneaker" else 0.24, 0.29, keeps_shape=True)
    default = "leather_brown" if form == "boot" else "canvas"
    upper = brief.of("shoe upper", default, is_main=True)
    if upper["material"] == "canvas" and not upper["color"]:
        upper = plain("canvas", tone(brief, brief.choose("#c23a2e", "#2f5fa8", "#e9e6dd", "#2b2c30")))
    sole, lace = (
        brief.of("sole", "plastic_white" if form == "sneaker" else "rubber_black"),
        brief.of("lace", "paint_white"),
    )
    more: dict[str, Property] = {"form": form, "sole_material": sole["material"], "sole_color": sole["color"],
                                 "laces_material": lace["material"],
                                     "laces_color": lace["color"] or ("" if form == "sneaker"
                                         else "#2b1a10")}  # fmt: skip
    count = brief.count("shoe", 1 if "single" in brief.words else 2, least=1, most=2)
    for hand in (-1, 1) if count == 2 else (1,):
        put(
            drawing,
            "shoe",
            (width, height, depth),
            (hand * width * 0.6 * (count - 1), 0, 0),
            upper,
            more | {"hand": float(hand)},
            name="shoe",
        )
