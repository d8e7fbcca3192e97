"""Clothes on a dress form: dress, skirt, trousers, apron; the front is +z."""

from itertools import pairwise
from math import cos, pi, sin

from engine.archetypes.brief import Brief, Finish
from engine.archetypes.drawing import Drawing
from engine.archetypes.objects.choices import has, usual
from engine.archetypes.objects.shaping import Bone, blend, chain, limb, lump, settle, sized, spin, twins
from engine.archetypes.register import archetype


def _form(drawing: Drawing, brief: Brief, *, is_whole: bool) -> None:
    """Draw the tailor's form: a foot, a post, and the bust above it."""
    wood, linen = brief.of("stand base foot", "walnut"), usual(brief, "form bust", "linen", "#d9cbb0", is_main=False)
    drawing.add("disc", (0.36, 0.03, 0.36), edge=0.3, name="stand", **wood)
    drawing.add("rod", (0.032, 0.95, 0.032), (0, 0.02, 0), name="post", **wood)
    waist = [limb((0, 0.92, 0), 0.13, (0, 1.05, 0), 0.108, (1.05, 1.0, 0.72))]
    upper = [limb((0, 1.05, 0), 0.105, (0, 1.26, 0), 0.135, (1.05, 1.0, 0.7)), limb((-0.12, 1.36, 0), 0.06,
             (0.12, 1.36, 0), 0.06), limb((0, 1.38, 0), 0.055, (0, 1.49, 0), 0.05)]  # fmt: skip
    blend(drawing, "form", [*waist, *upper] if is_whole else waist, linen, soft=0.03, fineness=1.1)
    drawing.add("ball", (0.05, 0.045, 0.05), (0, 1.52 if is_whole else 1.1, 0), name="knob", **wood)


def _skirt(drawing: Drawing, cloth: Finish, high: float, low: float, wide: float, *, folds: int = 14) -> None:
    """Draw a skirt that falls in folds from the waist."""
    bones: list[Bone] = [limb((0, high, 0), 0.125, (0, high - 0.08, 0), 0.14, (1.05, 1.0, 0.76))]
    for number in range(folds):
        turn = 2 * pi * number / folds
        x, z = cos(turn), 0.76 * sin(turn)
        bones.append(limb((0.09 * x, high - 0.05, 0.09 * z), 0.05, (wide * x, low, wide * z), 0.05 + 0.12 * wide))
    blend(drawing, "skirt", [*bones, limb((0, high - 0.1, 0), 0.12, (0, low + 0.02, 0), wide * 0.86, (1.0, 0.3, 0.76))],
          cloth, soft=0.02, sole=0.05, fineness=1.1)  # fmt: skip


@archetype(
    "dress", "object", "clothing", "dress, gown, wedding dress, evening gown, ball gown, summer dress, kleid, vestido, "
    "robe de soirée, kimono, bridal gown, red dress, cocktail dress, sundress, skirt, rock kleidung, tutu, mini skirt, "
    "long skirt, pleated skirt, wedding gown",
    hints="fashion, sewing, wardrobe piece", about="A dress: a garment with a bodice and a skirt that falls in folds.",
    parts="skirt, bodice, sash, strap, sleeve, bow, form, stand", features="sash, bow, sleeve",
)  # fmt: skip
def dress(drawing: Drawing, brief: Brief) -> None:
    """Draw a dress on its form, long for a gown, with a sash; a skirt alone on half a form."""
    is_white = has(brief, "wedding bridal bride")
    is_skirt = has(brief, "skirt tutu") and "dress" not in brief.words
    cloth = usual(brief, "dress gown skirt bodice body", "silk" if is_white else "cotton", "#f6f3ec" if is_white else
                  "#b8324a")  # fmt: skip
    _form(drawing, brief, is_whole=not is_skirt)
    is_long = is_white or has(brief, "gown evening long ball kimono")
    is_short = has(brief, "mini tutu short")
    _skirt(drawing, cloth, 1.03, 0.1 if is_long else 0.72 if is_short else 0.45, 0.36 if has(brief, "ball wedding tutu")
           else 0.25, folds=22 if has(brief, "pleated tutu") else 14)  # fmt: skip
    if not is_skirt:
        bodice = [limb((0, 1.02, 0), 0.12, (0, 1.25, 0), 0.146, (1.05, 1.0, 0.72)), *twins(lump((0.065, 1.25, 0.075),
                  0.062))]  # fmt: skip
        if brief.has("sleeve", default=has(brief, "kimono")):
            bodice += twins(limb((0.14, 1.36, 0), 0.066, (0.28, 1.12, 0.02), 0.06))
        bodice += twins(limb((0.085, 1.25, 0.06), 0.03, (0.1, 1.4, 0.0), 0.026))
        blend(drawing, "bodice", bodice, cloth, soft=0.025, fineness=1.1)
    if brief.has("sash", "bow", "belt", default=not is_skirt):
        tint = usual(brief, "sash bow belt", "silk", "#e9dcc0" if not is_white else "#e8c8cc", is_main=False)
        spin(drawing, "sash", [(0.12, 1.0), (0.147, 1.005), (0.143, 1.05), (0.12, 1.055)], tint)
    sized(drawing, brief, (0.7, 1.565 if not is_skirt else 1.145, 0.55))


@archetype(
    "trousers", "object", "clothing", "trousers, jeans, jean, pants, pant, blue jeans, pantalones, pantalon, shorts, "
    "leggings, denim jeans, sweatpants, cargo pants, lederhosen, chinos, jogging pants",
    hints="legs, denim, pockets", about="Trousers: a garment for both legs with a waistband and pockets.",
    parts="leg, waistband, pocket, button, belt, knee, cuff, form, stand", features="pocket, belt",
)  # fmt: skip
def trousers(drawing: Drawing, brief: Brief) -> None:
    """Draw trousers that stand on their legs, with waistband, pockets and button; shorts end at the knee."""
    is_denim = has(brief, "jeans jean denim")
    cloth = usual(brief, "leg trousers jeans pants body", "denim" if is_denim else "cotton", "" if is_denim else
                  "#4a4f58")  # fmt: skip
    low = 0.55 if has(brief, "shorts short") else 0.04
    slim = 0.82 if has(brief, "leggings skinny slim") else 1.0
    legs = twins(limb((0.085, 0.86, 0), 0.098, (0.1, 0.5, 0.005), 0.078 * slim), limb((0.1, 0.5, 0.005), 0.078 * slim,
                 (0.108, low, 0.0), 0.07 * slim))  # fmt: skip
    blend(drawing, "trousers", [lump((0, 0.92, 0), 0.15, (1.08, 0.72, 0.74)), *legs], cloth, soft=0.03, sole=0.055,
          fineness=1.1)  # fmt: skip
    band = usual(brief, "waistband belt", "leather_brown" if brief.has("belt") else cloth["material"], cloth["color"],
                 is_main=False)  # fmt: skip
    blend(drawing, "waistband", [lump((0, 1.0, 0), 0.137, (1.06, 0.19, 0.74))], band, soft=0.001)
    brass = brief.of("button rivet", "brass_polished")
    drawing.add("disc", (0.02, 0.008, 0.02), (0, 0.996, 0.1), turn=(90, 0, 0), name="button", **brass)
    if brief.has("pocket", default=True):
        seam = brief.finish("cotton", "#c98a3a" if is_denim else "#2e3138")
        for side in (-1, 1):
            blend(drawing, "pocket", chain([(0.06 * side, 0.985, 0.112, 0.006), (0.09 * side, 0.93, 0.112, 0.006),
                  (0.142 * side, 0.9, 0.07, 0.006)]), seam, soft=0.002)  # fmt: skip
    settle(drawing)
    sized(drawing, brief, (0.4, 1.03, 0.25))


@archetype(
    "apron", "object", "clothing", "apron, kitchen apron, chef apron, schürze, delantal, tablier, leather apron, "
    "cooking apron, bbq apron, work apron",
    hints="cook, bib, strings", about="An apron: a cloth with a bib that is tied before one's clothes.",
    parts="bib, pocket, strap, string, body, form, stand", features="pocket",
)  # fmt: skip
def apron(drawing: Drawing, brief: Brief) -> None:
    """Draw an apron on its form: bib, skirt, a pocket, straps and a waist string."""
    cloth = usual(brief, "apron bib body", "leather_brown" if has(brief, "leather") else "cotton", "" if has(brief,
                  "leather") else "#2f4f6f")  # fmt: skip
    other = usual(brief, "pocket string strap", "cotton", "#e6dcc6", is_main=False)
    _form(drawing, brief, is_whole=True)
    rows = [(1.26, 0.075, 0.098), (1.1, 0.11, 0.1), (0.98, 0.13, 0.108), (0.75, 0.17, 0.135), (0.5, 0.18, 0.15)]
    bones = [limb((-wide, y, z - 0.05), 0.022, (0.0, y, z), 0.022) for y, wide, z in rows]
    bones += [limb((wide, y, z - 0.05), 0.022, (0.0, y, z), 0.022) for y, wide, z in rows]
    for (y, wide, z), (below, wider, out) in pairwise(rows):
        for share in (-1.0, -0.66, -0.33, 0.0, 0.33, 0.66, 1.0):
            start = (wide * share, y, z - 0.05 * abs(share))
            bones.append(limb(start, 0.03, (wider * share, below, out - 0.05 * abs(share)), 0.034))
    blend(drawing, "apron", bones, cloth, soft=0.02, fineness=1.1)
    blend(drawing, "strap", twins(*chain([(0.07, 1.26, 0.085, 0.014), (0.075, 1.36, 0.05, 0.014), (0.05, 1.43, -0.03,
          0.014), (0.0, 1.44, -0.055, 0.014)])), other, soft=0.004)  # fmt: skip
    spin(drawing, "string", [(0.1, 1.0), (0.142, 1.0), (0.142, 1.025), (0.1, 1.025)], other)
    if brief.has("pocket", default=True):
        drawing.add("box", (0.2, 0.15, 0.03), (0, 0.7, 0.158), turn=(-6, 0, 0), radius_m=0.012, name="pocket", **other)
    sized(drawing, brief, (0.42, 1.565, 0.4))
