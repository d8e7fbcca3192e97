"""Books, the typewriter and the sewing machine."""

from math import cos, radians, sin

import msgspec

from engine.archetypes.brief import Brief, Finish, Triple
from engine.archetypes.drawing import Drawing
from engine.archetypes.objects import notebooks
from engine.archetypes.objects.choices import has, kin, metal, plain, tone
from engine.archetypes.objects.placing import banded, bent, cut
from engine.archetypes.register import archetype

_TINTS = ("#6b2430", "#27405e", "#35513a", "#8a5a24", "#4a3a5e", "#7b3b22")


@archetype(
    "book", "object", "book",
    "book, novel, open book, stack of book, pile of book, diary, dictionary, bible, spell book, "
    "spellbook, journal, "
    "coffee table book, textbook, buch, livre, libro, tome, atlas, comic book, magazine, photo album, cookbook, "
    "hardback, hardcover, paperback, encyclopedia, grimoire, manuscript, bestiary, photo book, hymn book, "
    "prayer book, picture book, sketchbook, storybook, story book, guide book, phone book, scrapbook, "
    "recipe book, " + notebooks.PHRASES,
    hints="read, page, author",
    about="A book: printed pages between two covers that one reads; lying closed, open, or in a stack.",
    parts="cover, page, spine, clasp, corner, bookmark",
    features="open, bookmark, clasp, stack, pile=stack, stacked=stack, piled=stack",
)  # fmt: skip
def book(drawing: Drawing, brief: Brief) -> None:
    """Draw a closed book, an open one, or a stack."""
    if brief.words & notebooks.WORDS:
        notebooks.notebook(drawing, brief)
        return
    count = brief.count("book", 4 if has(brief, "stack pile") else 1, least=1, most=12)
    if has(brief, "open") and count == 1:
        width, height, depth = brief.box(0.36, 0.045, 0.25, keeps_shape=True)
        drawing.add("book", (width, height, depth), is_open=True, name="book", **_cover(brief, 0))
        return
    width, height, depth = brief.box(0.16, 0.034, 0.23, keeps_shape=True)
    level = 0.0
    for number in range(count):
        size = 1.0 if count == 1 else brief.vary(0.86, 1.08)
        tall = height * (1.0 if count == 1 else brief.vary(0.7, 1.4))
        turn = 0.0 if count == 1 else brief.vary(-14, 14)
        drawing.add("book", (width * size, tall, depth * size), (0, level, 0), turn=(0, turn, 0),
            ribs=5 if _is_old(brief) else 0, name="book",
                    **_cover(brief, number))  # fmt: skip
        level += tall * 0.999
    if count == 1:
        _front(drawing, brief, width, height, depth)


def _is_old(brief: Brief) -> bool:
    return has(brief, "old antique ancient leather spell spellbook bible tome magic") or kin(brief) in (
        "steampunk",
        "rustic",
        "realistic",
    )


def _cover(brief: Brief, number: int) -> Finish:
    old = _is_old(brief)
    cover = brief.of("book cover", "leather_brown" if old else "fabric_grey", is_main=True)
    if cover["color"] or brief.materials:
        return cover
    tint = _TINTS[(number + int(brief.random.integers(6)) if number == 0 else number) % len(_TINTS)]
    return plain(cover["material"], tint if number else tone(brief, "" if old else tint))


def _front(drawing: Drawing, brief: Brief, width: float, height: float, depth: float) -> None:
    """Draw a gilt frame and a title panel on the cover; corners and a clasp on an old tome."""
    gilt = brief.of(
        "corner clasp title",
        {"minimalist": "paint_black", "industrial": "steel_brushed", "futuristic": "screen_emissive"}.get(
            kin(brief), "gold"
        ),
    )
    rise, thin = height * 0.985, height * 0.04
    if kin(brief) in ("minimalist", "modern", "futuristic", "industrial", "contemporary"):
        drawing.add("box", (width * 0.5, thin, depth * 0.03), (width * 0.02, rise, -depth * 0.2), name="title", **gilt)
        drawing.add(
            "box", (width * 0.3, thin, depth * 0.014), (-width * 0.08, rise, -depth * 0.13), name="title", **gilt
        )
        return
    for x in (-1.0, 1.0):
        drawing.add(
            "box", (width * 0.01, thin, depth * 0.86), (width * 0.02 + x * width * 0.4, rise, 0), name="line", **gilt
        )
    for z in (-1.0, 1.0):
        drawing.add(
            "box", (width * 0.81, thin, depth * 0.007), (width * 0.02, rise, z * depth * 0.43), name="line", **gilt
        )
    drawing.add("disc", (width * 0.3, thin, width * 0.3), (width * 0.02, rise, 0), name="emblem", **gilt)
    if has(brief, "spell spellbook magic clasp tome ancient") or brief.style_name == "steampunk":
        for x, z in ((0.44, 0.45), (0.44, -0.45)):
            drawing.add(
                "box",
                (width * 0.15, height * 1.05, depth * 0.1),
                (x * width, -0.0, z * depth),
                radius_m=height * 0.1,
                name="corner",
                **gilt,
            )
        drawing.add(
            "box",
            (width * 0.16, height * 1.06, depth * 0.07),
            (width * 0.45, 0, 0),
            radius_m=height * 0.1,
            name="clasp",
            **gilt,
        )


@archetype(
    "typewriter", "object", "decor",
    "typewriter, vintage typewriter, type writer, writing machine, schreibmaschine, machine à écrire, máquina "
    "de escribir, old typewriter, "
    "portable typewriter, mechanical typewriter, manual typewriter",
    hints="write a letter, type text",
    about=(
        "A typewriter: an old writing machine with round keys, type bars and a roller that carries the sheet of "
        "paper."
    ),
    parts="key, paper, roller, platen, lever, case, knob, ribbon", features="paper",
)  # fmt: skip
def typewriter(drawing: Drawing, brief: Brief) -> None:
    """Draw body, four rows of keys, type bars, carriage with roller, knobs and lever, and a sheet of paper."""
    width, height, depth = brief.box(0.34, 0.2, 0.36, keeps_shape=True)
    body = brief.of("typewriter case body", {"steampunk": "brass_polished", "futuristic": "plastic_white",
        "contemporary": "paint_blue", "modern": "paint_white",
                    "minimalist": "paint_white", "industrial": "steel_brushed"}.get(kin(brief), "paint_black"),
                        is_main=True)  # fmt: skip
    bright = metal(brief, "lever roller platen accent", "chrome")
    keys = brief.of("key", "plastic_black" if body["material"] != "paint_black" else "paper")
    profile = [
        (0.5, 0.02), (0.5, 0.12), (0.1, 0.36), (-0.04, 0.62), (-0.1, 0.66), (-0.44, 0.66), (-0.5, 0.58),
        (-0.5, 0.02)
    ]  # fmt: skip
    shape = [(-z * depth, y * height) for z, y in profile]
    for x in (-1, 1):
        cut(drawing, shape, width * 0.09, body, turn=(0.0, 90.0, 0.0), name="side", bevel=0.25)
        _shift(drawing, x * width * 0.455)
    drawing.add("box", (width * 0.94, height * 0.1, depth * 0.98), (0, height * 0.02, 0), radius_m=height * 0.03,
                name="base", **body)  # fmt: skip
    drawing.add(
        "box",
        (width * 0.9, height * 0.5, depth * 0.38),
        (0, height * 0.1, -depth * 0.29),
        radius_m=height * 0.04,
        name="housing",
        **body,
    )
    for x in (-1, 1):
        for z in (-1, 1):
            drawing.add(
                "disc",
                (width * 0.08, height * 0.03, width * 0.08),
                (x * width * 0.38, 0, z * depth * 0.4),
                edge=0.2,
                name="foot",
                material="rubber_black",
            )
        drawing.add(
            "disc",
            (width * 0.17, height * 0.07, width * 0.17),
            (x * width * 0.24, height * 0.59, -depth * 0.24),
            edge=0.2,
            name="ribbon_spool",
            **bright,
        )
    drawing.add("key_bank", (width * 0.8, height * 0.38, depth * 0.44), (0, height * 0.11, depth * 0.27), rows=4,
        columns=11, name="key",
                rims_material=bright["material"], **keys)  # fmt: skip
    drawing.add(
        "type_basket",
        (width * 0.52, height * 0.2, depth * 0.24),
        (0, height * 0.5, -depth * 0.06),
        name="type_bars",
        **bright,
    )
    _carriage(drawing, brief, width, height, depth, body, bright)


def _shift(drawing: Drawing, x: float) -> None:
    """Move the last thing drawn along x."""
    last = drawing.objects[-1]
    drawing.objects[-1] = msgspec.structs.replace(last, position=msgspec.structs.replace(last.position, x=x))


def _carriage(
    drawing: Drawing, brief: Brief, width: float, height: float, depth: float, body: Finish, bright: Finish
) -> None:
    y, z, roll = height * 0.8, -depth * 0.3, height * 0.2
    drawing.add(
        "box",
        (width * 1.04, height * 0.14, depth * 0.16),
        (0, height * 0.59, z),
        radius_m=height * 0.03,
        name="carriage",
        **body,
    )
    drawing.add(
        "rod",
        (roll, width * 0.98, roll),
        (0, y - width * 0.49, z),
        turn=(0, 0, 90),
        name="roller",
        material="rubber_black",
    )
    for x in (-1, 1):
        drawing.add(
            "box",
            (width * 0.03, height * 0.26, depth * 0.12),
            (x * width * 0.5, height * 0.66, z),
            radius_m=height * 0.02,
            name="carriage_end",
            **bright,
        )
        drawing.add("disc", (roll * 0.9, width * 0.05, roll * 0.9), (x * width * 0.56, y - width * 0.025, z),
                    turn=(0, 0, 90), edge=0.2, name="knob", material="plastic_black")  # fmt: skip
        drawing.add(
            "rod",
            (roll * 0.25, width * 0.1, roll * 0.25),
            (x * width * 0.53, y - width * 0.05, z),
            turn=(0, 0, 90),
            name="axle",
            **bright,
        )
    bent(drawing, [(-width * 0.5, height * 0.88, z), (-width * 0.6, height * 0.94, z + depth * 0.06), (-width * 0.68,
        height * 0.9, z + depth * 0.16)],
         width * 0.022, bright, name="lever")  # fmt: skip
    drawing.add(
        "rod",
        (height * 0.025, width * 0.96, height * 0.025),
        (0, y + roll * 0.42 - width * 0.48, z + roll * 0.27),
        turn=(0, 0, 90),
        name="paper_bail",
        **bright,
    )
    if brief.has("paper", default=True):
        sheet = [
            (z - roll * 0.54, y - roll * 0.2), (z - roll * 0.5, y + roll * 0.5),
            (z - roll * 0.7, y + height * 0.4), (z - roll * 1.1, y + height * 0.9)
        ]  # fmt: skip
        banded(drawing, sheet, width * 0.62, height * 0.012, brief.of("paper sheet", "paper"), name="paper")


@archetype(
    "sewing machine", "object", "household",
    "sewing machine, singer sewing machine, nähmaschine, machine à coudre, máquina de coser, "
    "treadle sewing machine, overlocker, serger, stitching machine, treadle machine",
    hints="sew, stitch, tailor",
    about="A sewing machine: a machine with a needle, an arm and a hand wheel that stitches cloth with thread.",
    parts="wheel, needle, spool, base, arm, thread", features="spool",
)  # fmt: skip
def sewing_machine(drawing: Drawing, brief: Brief) -> None:
    """Draw bed, arm, head with needle, hand wheel, spool and a wooden base."""
    width, height, depth = brief.box(0.42, 0.31, 0.18, keeps_shape=True)
    is_new = kin(brief) in ("modern", "futuristic", "minimalist", "contemporary")
    body = brief.of(
        "body arm machine",
        "plastic_white" if is_new else "brass_polished" if brief.style_name == "steampunk" else "paint_black",
        is_main=True,
    )
    bright = metal(brief, "wheel needle plate", "chrome" if is_new else "steel_brushed")
    base = brief.of("base", "walnut" if not is_new else body["material"], is_accent=True)
    low = height * 0.17
    drawing.add("box", (width, low, depth), radius_m=low * 0.14, name="base", **base)
    drawing.add(
        "box",
        (width * 0.96, height * 0.06, depth * 0.86),
        (0, low * 0.98, 0),
        radius_m=height * 0.02,
        name="bed",
        **body,
    )
    up = low + height * 0.05
    arm = [(0.44, 0.0), (0.46, 0.4), (0.44, 0.86), (0.3, 0.97), (-0.2, 0.97), (-0.4, 1.0), (-0.46, 0.9), (-0.46,
        0.4), (-0.42, 0.34), (-0.3, 0.34), (-0.26, 0.4),
           (-0.25, 0.62), (-0.14, 0.68), (0.1, 0.66), (0.2, 0.56), (0.22, 0.3), (0.18, 0.0)]  # fmt: skip
    cut(drawing, [(x * width, up + y * (height - up)) for x, y in arm], depth * 0.4, body, is_smooth=True,
                bevel=0.3, name="arm")  # fmt: skip
    wheel = height * 0.4
    drawing.add(
        "disc",
        (wheel, width * 0.06, wheel),
        (width * 0.51, up + (height - up) * 0.68 - width * 0.03, 0),
        turn=(0, 0, 90),
        edge=0.3,
        name="wheel",
        **bright,
    )
    drawing.add(
        "rod",
        (wheel * 0.34, width * 0.1, wheel * 0.34),
        (width * 0.48, up + (height - up) * 0.68 - width * 0.05, 0),
        turn=(0, 0, 90),
        name="hub",
        **body,
    )
    _needle(drawing, (width, height, depth), up, bright)
    drawing.add(
        "rod",
        (width * 0.012, height * 0.2, width * 0.012),
        (width * 0.16, height * 0.93, 0),
        name="spool_pin",
        **bright,
    )
    _sewing_trim(drawing, brief, (width, height, depth), up, bright, is_new=is_new)


def _needle(drawing: Drawing, size: Triple, up: float, bright: Finish) -> None:
    """Draw the needle on its bar, the foot and the stitch plate."""
    width, height, depth = size
    x = -width * 0.36
    drawing.add(
        "rod", (width * 0.03, height * 0.22, width * 0.03), (x, up + height * 0.1, 0), name="needle_bar", **bright
    )
    drawing.add(
        "rod", (width * 0.008, height * 0.15, width * 0.008), (x, up + height * 0.0, 0), name="needle", **bright
    )
    drawing.add(
        "box",
        (width * 0.05, height * 0.02, depth * 0.16),
        (x, up + height * 0.012, depth * 0.03),
        name="foot",
        **bright,
    )
    drawing.add(
        "plate", (width * 0.2, height * 0.012, depth * 0.5), (x, up + height * 0.004, 0), name="plate", **bright
    )


def _sewing_trim(
    drawing: Drawing, brief: Brief, size: Triple, up: float, bright: Finish, *, is_new: bool
) -> None:  # fmt: skip
    """Draw the spool, gilding on an old machine, and the dials."""
    width, height, depth = size
    spool = brief.of("spool thread", "fabric_grey")
    profile: list[str | float] = [1, 0, 1, 0.06, 0.86, 0.1, 0.86, 0.9, 1, 0.94, 1, 1]
    drawing.add("turning", (width * 0.07, height * 0.15, width * 0.07), (width * 0.16, height * 0.965, 0),
        profile=profile, is_flowing=False, name="spool",
                material=spool["material"], color=spool["color"] or "#b3201f")  # fmt: skip
    gilt = plain("gold")
    if not is_new:
        for z in (-1, 1):
            drawing.add(
                "box",
                (width * 0.4, height * 0.012, depth * 0.02),
                (0.0, up + (height - up) * 0.8, z * depth * 0.2),
                name="gilding",
                **gilt,
            )
            drawing.add(
                "box",
                (width * 0.34, height * 0.03, depth * 0.02),
                (0.0, up + (height - up) * 0.86, z * depth * 0.2),
                name="gilding",
                **gilt,
            )
    for number in range(3):
        a = radians(90 * number)
        at = (
            -width * 0.36 + width * 0.02 * cos(a),
            up + (height - up) * (0.5 + 0.1 * number),
            depth * 0.2 + 0.0 * sin(a),
        )
        drawing.add(
            "disc", (width * 0.05, depth * 0.06, width * 0.05), at, turn=(90, 0, 0), edge=0.2, name="dial", **bright
        )
