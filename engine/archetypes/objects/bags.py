"""Bags and cases, and the pillow."""

from math import cos, radians, sin

from engine.archetypes.brief import Brief, Finish
from engine.archetypes.drawing import Drawing
from engine.archetypes.objects.choices import has, kin, metal, plain, tone, toned
from engine.archetypes.objects.placing import banded, bent
from engine.archetypes.register import archetype


@archetype(
    "suitcase", "object", "luggage",
    "suitcase, luggage, travel case, trolley case, vintage suitcase, briefcase, carry on, travel bag, koffer, "
    "valise, maleta, trunk case, "
    "rolling suitcase, cabin luggage, attaché case, "
    "cabin bag, trunk, steamer trunk, travel trunk, travelling trunk, traveling trunk, overnight case, "
    "hand luggage, carry on bag, carry on luggage, holdall case, flight case, rollaboard, doctor's bag",
    hints="travel, pack clothes",
    about="A suitcase: a case with a handle, often on wheels, in which clothes are packed for a journey.",
    parts="handle, wheel, corner, strap, lock, latch, zip, sticker", features="wheel, strap, sticker",
)  # fmt: skip
def suitcase(drawing: Drawing, brief: Brief) -> None:
    """Draw a ribbed trolley case on four wheels, or an old leather case with straps and brass corners."""
    if has(brief, "vintage leather old antique briefcase retro attaché trunk") or kin(brief) in (
        "steampunk",
        "rustic",
        "art deco",
    ):
        return _old_case(drawing, brief)
    width, height, depth = brief.box(0.42, 0.66, 0.26, keeps_shape=True)
    shell = brief.of(
        "suitcase shell case body",
        {"industrial": "aluminium", "futuristic": "plastic_white"}.get(kin(brief), "plastic_white"),
        is_main=True,
    )
    if shell["material"] == "plastic_white" and not shell["color"] and brief.style_name != "futuristic":
        shell = plain("plastic_white", tone(brief, brief.choose("#2f5d7c", "#b5433a", "#3a3d42", "#d8a23a")))
    dark, metalware = plain("plastic_black"), metal(brief, "handle", "aluminium")
    wheel, body = height * 0.085, height * 0.915
    drawing.add("box", (width, body, depth), (0, wheel, 0), radius_m=depth * 0.2, name="shell", **shell)
    drawing.add("box", (width * 1.006, body * 1.004, depth * 0.035), (0, wheel - body * 0.002, 0),
                radius_m=depth * 0.017, name="zip", **dark)  # fmt: skip
    for number in range(9):
        x = width * (-0.36 + 0.09 * number)
        for z in (-1, 1):
            drawing.add("box", (width * 0.035, body * 0.8, depth * 0.06), (x, wheel + body * 0.1,
                z * (depth / 2 - depth * 0.012)),
                        radius_m=width * 0.012, name="rib", **shell)  # fmt: skip
    for x in (-1, 1):
        for z in (-1, 1):
            at = (x * width * 0.36, 0.0, z * depth * 0.3)
            drawing.add("disc", (wheel * 0.86, width * 0.055, wheel * 0.86), (at[0], wheel * 0.43 - width * 0.0275,
                at[2]), turn=(0, 0, 90), edge=0.25,
                        name="wheel", material="rubber_black")  # fmt: skip
            drawing.add(
                "box",
                (width * 0.09, wheel * 0.62, wheel * 0.8),
                (at[0], wheel * 0.52, at[2]),
                radius_m=wheel * 0.12,
                name="caster",
                **dark,
            )
        drawing.add(
            "rod",
            (width * 0.032, height * 0.42, width * 0.032),
            (x * width * 0.19, height * 0.93, -depth * 0.3),
            name="pole",
            **metalware,
        )
    drawing.add(
        "box",
        (width * 0.46, height * 0.045, depth * 0.13),
        (0, height * 1.33, -depth * 0.3),
        radius_m=depth * 0.05,
        name="grip",
        **dark,
    )
    _carry(drawing, brief, (0.0, height, depth * 0.1), width * 0.4, height * 0.05, dark)
    return None


def _carry(
    drawing: Drawing, brief: Brief, at: tuple[float, float, float], wide: float, rise: float, finish: Finish
) -> None:
    """Draw a carrying handle that arches over a top."""
    x, y, z = at
    arch = [(x - wide / 2, y - rise * 0.3, z), (x - wide * 0.42, y + rise * 0.8, z), (x, y + rise, z),
        (x + wide * 0.42, y + rise * 0.8, z),
            (x + wide / 2, y - rise * 0.3, z)]  # fmt: skip
    bent(drawing, arch, rise * 0.5, finish, name="handle")


def _old_case(drawing: Drawing, brief: Brief) -> None:
    """Draw a leather case that stands on its long side: lid seam, corners, two straps with buckles, latches, handle."""
    is_brief = has(brief, "briefcase attaché")
    width, height, depth = brief.box(*((0.42, 0.31, 0.1) if is_brief else (0.6, 0.4, 0.2)), keeps_shape=True)
    leather = brief.of("suitcase case body", "leather_black" if is_brief else "leather_brown", is_main=True)
    brass = metal(brief, "corner latch lock buckle", "brass_polished")
    dark = brief.of("strap handle", "leather_black" if leather["material"] != "leather_black" else "leather_brown")
    drawing.add("box", (width, height, depth), radius_m=depth * 0.08, name="case", **leather)
    drawing.add(
        "box",
        (width * 1.004, height * 1.003, depth * 0.035),
        (0, 0, depth * 0.08),
        radius_m=depth * 0.012,
        name="seam",
        **dark,
    )
    size = depth * 0.2
    for x in (-1.0, 1.0):
        for y in (0.0, 1.0):
            for z in (-1, 1):
                at = (
                    x * (width / 2 - size * 0.44),
                    (height - size * 0.94) * y + size * 0.0,
                    z * (depth / 2 - size * 0.44),
                )
                drawing.add("box", (size, size * 0.96, size), at, radius_m=size * 0.3, name="corner", **brass)
    if not is_brief and "strap" not in brief.excluded:
        for x in (-0.27, 0.27):
            half, rise = depth / 2 + depth * 0.012, height * 1.006
            path = [(-half, 0.006), (half, 0.006), (half, rise), (-half, rise)]
            banded(drawing, path, width * 0.06, depth * 0.03, dark, x=x * width, is_closed=True, name="strap")
            drawing.add("frame", (width * 0.075, height * 0.11, depth * 0.03), (x * width, height * 0.56,
                depth / 2 + depth * 0.03), border_m=width * 0.01,
                        name="buckle", **brass)  # fmt: skip
    for x in (-0.14, 0.14) if not is_brief else (-0.32, 0.32):
        drawing.add(
            "box",
            (width * 0.06, height * 0.12, depth * 0.05),
            (x * width, height * 0.86, depth / 2),
            radius_m=depth * 0.015,
            name="latch",
            **brass,
        )
    _carry(drawing, brief, (0.0, height, 0.0), width * 0.26, height * 0.1, dark)


@archetype(
    "backpack", "object", "luggage",
    "backpack, rucksack, school bag, schoolbag, knapsack, hiking backpack, daypack, book bag, rucksack bag, sac à "
    "dos, mochila, schulranzen, "
    "bookbag, haversack, kit bag, hiking bag, school backpack, laptop backpack, schoolkid bag",
    hints="carry on the back, hike, school",
    about="A backpack: a soft bag with two straps that is carried on the back to school or on a hike.",
    parts="strap, pocket, zip, buckle, flap, mat", features="pocket, mat, sleeping mat=mat, sleeping bag=mat",
)  # fmt: skip
def backpack(drawing: Drawing, brief: Brief) -> None:
    """Draw a filled bag with front and side pockets, zips, a loop and two straps; a hiking one carries a mat."""
    is_hike = has(brief, "hiking trekking") or kin(brief) in ("rustic", "steampunk")
    width, height, depth = brief.box(0.32, 0.48 if not is_hike else 0.56, 0.2, keeps_shape=True)
    default = "leather_brown" if kin(brief) in ("steampunk", "rustic", "art deco") else "fabric_blue"
    cloth = brief.of("backpack bag body", default, is_main=True)
    if cloth["material"] == "fabric_blue" and not cloth["color"]:
        cloth = plain("fabric_grey", tone(brief, brief.choose("#b5433a", "#2f5d7c", "#46603f", "#c98a2b")))
    dark = brief.of("strap", "leather_black" if "leather" in cloth["material"] else "fabric_grey", is_accent=True)
    if dark["material"] == "fabric_grey" and not dark["color"]:
        dark = plain("fabric_grey", tone(brief, "#2b2d31", second=True))
    drawing.add("soft_bag", (width, height, depth), taper=0.14, belly=0.1, round=0.42, name="bag", **cloth)
    pocket = (
        cloth if "pocket" not in brief.part_materials | brief.part_colors else brief.of("pocket", cloth["material"])
    )
    drawing.add("soft_bag", (width * 0.76, height * 0.42, depth * 0.42), (0, height * 0.07, depth * 0.46),
        taper=0.06, belly=0.1, round=0.45,
                name="pocket", **pocket)  # fmt: skip
    for x in (-1, 1):
        drawing.add("soft_bag", (depth * 0.36, height * 0.34, depth * 0.6), (x * width * 0.5, height * 0.05, 0),
            taper=0.1, round=0.45,
                    name="side_pocket", **pocket)  # fmt: skip
    _zips(drawing, width, height, depth, metal(brief, "zip buckle", "steel_brushed"))
    for x in (-1, 1):
        z = -depth * 0.46
        path = [
            (z * 0.8, height * 0.88),
            (z * 1.5, height * 0.86),
            (z * 1.95, height * 0.62),
            (z * 1.8, height * 0.34),
            (z * 1.1, height * 0.09),
            (z * 0.8, height * 0.07),
        ]
        banded(drawing, path, width * 0.17, depth * 0.08, dark, x=x * width * 0.25, name="strap")
    loop = [
        (-width * 0.09, height * 0.93, -depth * 0.24),
        (-width * 0.07, height * 1.05, -depth * 0.28),
        (width * 0.07, height * 1.05, -depth * 0.28),
        (width * 0.09, height * 0.93, -depth * 0.24),
    ]
    bent(drawing, loop, width * 0.035, dark, name="loop")
    if is_hike or brief.has("mat"):
        mat = brief.of("mat", "fabric_grey")
        roll = depth * 0.62
        drawing.add("disc", (roll, width * 1.16, roll), (0, height * 0.93 + roll / 2 - width * 0.58, 0), turn=(0, 0,
            90), edge=0.1, name="mat",
                    material=mat["material"], color=mat["color"] or "#7a7f52")  # fmt: skip
        for x in (-1, 1):
            drawing.add("hoop", (roll * 1.06, width * 0.07, roll * 1.06), (x * width * 0.3,
                height * 0.93 + roll / 2 - width * 0.035, 0), turn=(0, 0, 90), inner=0.9,
                        name="mat_strap", **dark)  # fmt: skip


def _zips(drawing: Drawing, width: float, height: float, depth: float, steel: Finish) -> None:
    """Draw the zip over the pocket's top and its puller."""
    arch = [(x * width, y * height, z * depth) for x, y, z in ((-0.3, 0.4, 0.615), (-0.2, 0.44, 0.625), (0.0, 0.452,
        0.63),
                                                               (0.2, 0.44, 0.625), (0.3, 0.4, 0.615))]  # fmt: skip
    bent(drawing, arch, depth * 0.035, steel, name="zip")


@archetype(
    "handbag", "object", "luggage",
    "handbag, purse, tote bag, shopping bag, leather bag, shoulder bag, clutch, satchel, messenger bag, handtasche, "
    "sac à main, bolso, bag, tote, "
    "pocketbook, evening bag, crossbody bag, hobo bag, shopper, bucket bag, duffel bag, gym bag, sports bag, "
    "laptop bag",
    hints="carry on the arm",
    about=(
        "A handbag: a small bag with handles or a strap in which a woman carries wallet and keys; or a tote for "
        "shopping."
    ),
    parts="handle, strap, clasp, buckle, flap, foot", features="flap, strap",
)  # fmt: skip
def handbag(drawing: Drawing, brief: Brief) -> None:
    """Draw a handbag with two arched handles, flap and clasp, or a plain tote."""
    is_tote = has(brief, "tote shopping") or brief.style_name == "minimalist"
    width, height, depth = brief.box(*((0.36, 0.36, 0.12) if is_tote else (0.32, 0.23, 0.14)), keeps_shape=True)
    leather = toned(brief, "handbag bag body", "fabric_grey" if is_tote else "leather_white", "#8a4f2d")
    leather = (
        plain("fabric_grey", "#d8ccb2") if leather["material"] == "fabric_grey" and not leather["color"] else leather
    )
    brass = metal(brief, "clasp buckle foot ring", "gold")
    trim = brief.of("handle strap", leather["material"], is_accent=True)
    trim = trim if trim["color"] or trim["material"] != leather["material"] else leather
    drawing.add(
        "soft_bag",
        (width, height, depth),
        taper=0.1 if not is_tote else -0.04,
        belly=0.06,
        round=0.25,
        name="bag",
        **leather,
    )
    reach, z = width * 0.5 * (0.62 if not is_tote else 0.5), depth * 0.27
    for side in (-1, 1):
        low, top = height * (0.72 if not is_tote else 0.8), height * (1.55 if not is_tote else 1.6)
        arch = [(-reach, low, side * depth * 0.4), (-reach * 0.96, height * 1.0, side * z * 1.1), (-reach * 0.7,
            height * 1.34, side * z), (0.0, top, side * z * 0.9),
                (reach * 0.7, height * 1.34, side * z), (reach * 0.96, height * 1.0, side * z * 1.1), (reach, low,
                    side * depth * 0.4)]  # fmt: skip
        bent(drawing, arch, width * 0.035, trim, name="handle")
        if not is_tote:
            for x in (-1, 1):
                drawing.add("disc", (width * 0.07, depth * 0.1, width * 0.07), (x * reach, low - depth * 0.05,
                    side * depth * 0.42), turn=(90, 0, 0), edge=0.3,
                            name="ring", **brass)  # fmt: skip
    if is_tote:
        return
    flap = [
        (-depth * 0.4, height * 0.9),
        (-depth * 0.24, height * 1.005),
        (depth * 0.2, height * 1.01),
        (depth * 0.44, height * 0.92),
        (depth * 0.53, height * 0.7),
        (depth * 0.56, height * 0.46),
    ]
    banded(drawing, flap, width * 0.54, depth * 0.05, leather, name="flap")
    drawing.add(
        "box",
        (width * 0.1, height * 0.12, depth * 0.09),
        (0, height * 0.5, depth * 0.545),
        radius_m=width * 0.012,
        name="clasp",
        **brass,
    )


@archetype(
    "pillow", "object", "textile",
    "pillow, cushion, throw pillow, scatter cushion, sofa cushion, bed pillow, kissen, coussin, almohada, "
    "decorative pillow, "
    "bolster, headrest cushion, lumbar pillow, neck pillow, floor pillow, seat pad, seat cushion, "
    "accent pillow, couch pillow",
    hints="rest the head, sleep",
    about="A pillow: a soft stuffed cloth bag on which the head rests in bed, or a cushion that adorns a sofa.",
    parts="piping, tassel, button", features="tassel, button, tufted=button, round",
)  # fmt: skip
def pillow(drawing: Drawing, brief: Brief) -> None:
    """Draw a pillow lying flat, with tassels or a button where they are asked for."""
    width, depth_tall, deep = brief.box(0.46, 0.16, 0.46)
    cloth = brief.of("pillow cushion", "fabric", is_main=True)
    if has(brief, "round"):
        drawing.add("ball", (width, depth_tall, deep), name="pillow", **cloth)
    else:
        drawing.add(
            "pillow",
            (width, deep, depth_tall),
            (0, depth_tall / 2 - deep / 2, 0),
            turn=(90, 0, 0),
            name="pillow",
            **cloth,
        )
    if brief.has("button", "tassel", default=brief.style_name == "art deco"):
        knob = brief.of("button tassel", "accent", is_accent=True)
        drawing.add(
            "ball",
            (width * 0.08, width * 0.03, width * 0.08),
            (0, depth_tall - width * 0.015, 0),
            name="button",
            **knob,
        )
    if brief.has("tassel"):
        for turn in (45, 135, 225, 315):
            x, z = width * 0.635 * cos(radians(turn)), deep * 0.635 * sin(radians(turn))
            size = depth_tall * 0.24
            drawing.add("ball", (size, size, size), (x, depth_tall / 2 - size / 2, z), name="tassel", **knob)
