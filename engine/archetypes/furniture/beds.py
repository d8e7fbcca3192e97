"""Beds; the headboard is at −z, the foot at +z."""

import math

from engine.archetypes.brief import Brief, Finish, Triple
from engine.archetypes.drawing import Drawing
from engine.archetypes.furniture.frames import lean_leg, leg_style, path_of
from engine.archetypes.objects.shaping import wire
from engine.archetypes.ornament import dress
from engine.archetypes.register import archetype
from engine.parts.repeats import many

_SOFT_HEADS = frozenset({"art deco", "contemporary", "modern", "baroque"})
_BARRED = frozenset({"steampunk", "industrial", "victorian"})
_LOW = frozenset({"minimalist", "japanese", "futuristic"})


@archetype(
    "bed", "furniture", "bed",
    "bed, double bed, king bed, single bed, twin bed, queen bed, bedstead, king size bed, queen size bed, "
    "king size mattress, king sized mattress, queen size mattress, queen sized mattress, "
    "platform bed, four poster bed, four poster, canopy bed, sleigh bed, bett, cama, "
    "daybed bed, water bed, divan bed, trundle bed, box spring bed, murphy bed, futon bed, air bed",
    hints="sleep",
    about="A frame with a mattress, pillows and a blanket, to sleep in.",
    parts="headboard, footboard, frame, mattress, duvet, pillow, post, canopy, bedding, curtain",
    features="curtain, canopy curtain=curtain, bed curtain=curtain, drape=curtain, drapery=curtain, "
    "upholstered, tufted, canopy, four poster=canopy, footboard, storage=drawer",
)  # fmt: skip
def bed(drawing: Drawing, brief: Brief) -> None:
    """Draw a bed: frame, headboard, mattress, duvet, pillows, legs; posts and curtains if it is a four-poster."""
    wide = 0.98 if brief.words & {"single", "twin"} else 1.88 if "king" in brief.words else 1.66
    width, height, length = brief.box(wide, 0.85 if brief.style_name in _LOW else 1.12, 2.14)
    wood = brief.of("bed frame body leg", "metal" if brief.style_name in _BARRED else "wood", is_main=True)
    rail_y = 0.06 if brief.style_name in _LOW else 0.16
    has_posts = brief.has("canopy") or "poster" in brief.words
    _frame(drawing, brief, width, length, rail_y, wood, has_posts=has_posts)
    _head(drawing, brief, width, height, length, wood)
    if has_posts:
        _posts(drawing, brief, width, length, wood)
    _bedding(drawing, brief, width, length, rail_y)


def _frame(
    drawing: Drawing, brief: Brief, width: float, length: float, rail_y: float, wood: Finish, *, has_posts: bool
) -> None:
    style = leg_style(brief, "square")
    for x in (1.0, -1.0):
        for z in (1.0, -1.0) if not has_posts else ():
            at = (x * (width / 2 - 0.06), 0, z * (length / 2 - 0.08))
            drawing.add("leg", (0.07, rail_y + 0.075, 0.07), at, style=style, **wood)
    drawing.add("rail_frame", (width, 0.2, length - 0.06), (0, rail_y, 0.03), board_m=0.03, name="frame", **wood)
    if brief.style_name in _LOW:
        ledge = (width + 0.24, 0.035, length + 0.06)
        drawing.add("box", ledge, (0, rail_y + 0.02, 0.06), radius_m=0.012, name="platform", **wood)
    if brief.style_name == "futuristic":
        size = (width + 0.12, 0.02, length - 0.05)
        drawing.add(
            "plate", size, (0, rail_y + 0.002, 0.06), corner_m=0.08, name="light_strip", material="screen_emissive"
        )
    drawing.add("board", (width - 0.05, 0.03, length - 0.1), (0, rail_y + 0.06, 0.03), name="slats", **wood)
    if brief.has("drawer"):
        for z in (0.22, -0.22):
            for side in (1.0, -1.0):
                place = (side * (width / 2 + 0.004), rail_y + 0.02, z * length)
                drawing.add("front", (length * 0.36, 0.16, 0.022), place, turn=(0, 90 * side, 0), name="drawer", **wood)


def _head(drawing: Drawing, brief: Brief, width: float, height: float, length: float, wood: Finish) -> None:
    """Draw the headboard, and a footboard where the style has one."""
    z = -length / 2 + 0.03
    if brief.style_name in _BARRED and not brief.has("upholstered", "tufted"):
        _bars(drawing, brief, width, height, z, wood)
        _bars(drawing, brief, width, height * 0.72, length / 2 + 0.02, wood)
        return
    is_soft = brief.has("upholstered", "tufted", default=brief.style_name in _SOFT_HEADS)
    plain = "slatted" if brief.style_name in ("realistic", "scandinavian") else "plain"
    finish = (
        ("channelled" if brief.style_name != "baroque" and not brief.has("tufted") else "tufted") if is_soft else plain
    )
    head = brief.of("headboard", "fabric" if is_soft else wood["material"], is_accent=True)
    head["color"] = head["color"] or (wood["color"] if head["material"] == wood["material"] else "")
    size = (width, height, 0.11 if is_soft else 0.06)
    board = drawing.add("headboard", size, (0, 0, z), finish=finish, **head)
    if not is_soft:
        dress(drawing, brief, board, "front")
    if brief.has("footboard", "sleigh", default=brief.style_name in ("rustic", "gothic")):
        foot = (width, height * 0.55, 0.06)
        drawing.add("headboard", foot, (0, 0, length / 2 + 0.01), finish="plain", name="footboard", **wood)
    if brief.style_name == "rustic":
        for end, tall in ((z, height + 0.06), (length / 2 + 0.01, height * 0.62)):
            for x in (1.0, -1.0):
                drawing.add("post", (0.11, tall, 0.11), (x * width / 2, 0, end), edge=0.2, name="post", **wood)


def _bars(drawing: Drawing, brief: Brief, width: float, height: float, z: float, metal: Finish) -> None:
    """Draw a bedstead of bars: posts with knobs, a bowed top, uprights."""
    knob = brief.of("knob finial", brief.style.accent)
    arch = path_of("-1 -.4 0, -1 .25 0, -.7 .85 0, 0 1 0, .7 .85 0, 1 .25 0, 1 -.4 0")
    drawing.add("bent_bar", (width - 0.02, height - 0.02, 0.03), (0, 0, z), path=arch, is_smooth=True,
                thickness_m=0.028, name="headboard", **metal)  # fmt: skip
    for x in (1.0, -1.0):
        drawing.add("post", (0.045, height * 0.86, 0.045), (x * (width / 2 - 0.012), 0, z), name="post", **metal)
        drawing.add(
            "ball", (0.075, 0.075, 0.075), (x * (width / 2 - 0.012), height * 0.86 - 0.012, z), name="knob", **knob
        )
    low = 0.3
    rail = (0.026, width - 0.03, 0.026)
    drawing.add("post", rail, (0, low - width / 2 + 0.028, z), turn=(0, 0, 90), name="rail", **metal)
    drawing.add("post", rail, (0, height * 0.62 - width / 2 + 0.028, z), turn=(0, 0, 90), name="rail", **metal)
    count = many(width / 0.2, least=5)
    for number in range(count):
        x = width * ((number + 0.5) / count - 0.5)
        tall = height * (0.985 - 0.42 * abs(2 * x / width) ** 3) - low - 0.02
        drawing.add("post", (0.016, tall, 0.016), (x, low, z), name="bar", **metal)


def _posts(drawing: Drawing, brief: Brief, width: float, length: float, wood: Finish) -> None:
    """Draw four tall posts, the frame they carry, and curtains at the head, or at all posts if they are asked for."""
    tall, cloth = 2.1, brief.of("canopy curtain", "fabric_grey")
    cloth["color"] = cloth["color"] or "#efe9dd"
    x, z = width / 2 - 0.02, length / 2 - 0.02
    style = brief.style.leg if brief.style.leg in ("turned", "square", "tapered", "fluted") else "square"
    for a in (1.0, -1.0):
        for b in (1.0, -1.0):
            drawing.add("box", (0.085, 0.5, 0.085), (a * x, 0, b * z), radius_m=0.008, name="post", **wood)
            drawing.add("leg", (0.075, tall - 0.49, 0.075), (a * x, 0.49, b * z), style=style, name="post", **wood)
        drawing.add("box", (0.05, 0.06, 2 * z), (a * x, tall - 0.05, 0), radius_m=0.006, name="canopy_frame", **wood)
        drawing.add("box", (2 * x, 0.06, 0.05), (0, tall - 0.05, a * z), radius_m=0.006, name="canopy_frame", **wood)
    if brief.has("curtain"):
        _curtains(drawing, brief, x, z, tall)
    elif brief.has("curtain", default=True):
        for a in (1.0, -1.0):
            drawing.add("curtain", (0.5, tall - 0.4, 0.1), (a * x, 0.42, -z + 0.34), turn=(0, 90, 0), **cloth)
    drawing.add("box", (2 * x, 0.02, 2 * z), (0, tall - 0.005, 0), name="canopy", **cloth)


def _curtains(drawing: Drawing, brief: Brief, x: float, z: float, tall: float) -> None:
    """Draw curtains that are gathered at each post, along the side and the end of the bed, each in its tie."""
    cloth = brief.of("curtain drape canopy", "fabric_grey")
    cloth["color"] = cloth["color"] or "#efe9dd"
    tie = brief.of("tie", "accent")
    for a in (1.0, -1.0):
        for b in (1.0, -1.0):
            for at, turn in (
                ((a * (x + 0.03), 0.0, b * (z - 0.2)), 90.0),
                ((a * (x - 0.17), 0.0, b * (z + 0.03)), 0.0),
            ):
                drawing.add("curtain", (0.3, tall - 0.07, 0.11), (at[0], 0.05, at[2]), turn=(0, turn, 0), **cloth)
                drawing.add("box", (0.31, 0.05, 0.125), (at[0], 0.95, at[2]), turn=(0, turn, 0), radius_m=0.01,
                            name="tie", **tie)  # fmt: skip


def _bedding(drawing: Drawing, brief: Brief, width: float, length: float, rail_y: float) -> None:
    """Draw mattress, duvet and pillows."""
    sheet = brief.of("mattress", "fabric_grey")
    low = rail_y + 0.085
    drawing.add("mattress", (width - 0.07, 0.24, length - 0.14), (0, low, 0.035), material=sheet["material"],
                color=sheet["color"] or "#f3f1ec")  # fmt: skip
    top = low + 0.24
    cover = brief.of(
        "duvet blanket bedding cover", "fabric_blue" if brief.style.fabric.startswith("leather") else "fabric"
    )
    if not brief.has("duvet", "blanket", "bedding", default=True):
        return
    drawing.add(
        "duvet",
        (width + 0.02, 0.3, length * 0.68),
        (0, top - 0.212, length * 0.165),
        seed=int(brief.random.integers(1000)),
        **cover,
    )
    pillows(drawing, brief, width, -length * 0.355, top, cover)


def pillows(drawing: Drawing, brief: Brief, width: float, z: float, top: float, cover: Finish) -> None:
    """Draw the pillows against the headboard, and a cushion before each on a wide bed."""
    count = 1 if width < 1.2 else 2
    for number in range(count):
        x = (number - (count - 1) / 2) * width * 0.46
        size = (width * 0.42 / (1 if count > 1 else 0.75), 0.44, 0.17)
        white = brief.of("pillow", "fabric_grey")
        drawing.add(
            "pillow",
            size,
            (x, top - 0.155, z),
            turn=(-76, 0, 0),
            material=white["material"],
            color=white["color"] or "#fbfaf7",
        )
        if brief.has("pillow", default=count > 1):
            drawing.add("pillow", (0.4, 0.4, 0.15), (x * 0.86, top - 0.01, z + 0.11), turn=(-32, 0, 0), **cover)


@archetype(
    "bunk bed", "furniture", "bed",
    "bunk bed, bunk, bunkbed, loft bed, stacked bed, etagenbett, litera",
    hints="children sleep",
    about="Two beds, one above the other, with a ladder, for children who share a room.",
    parts="ladder, rung, rail, post, mattress, duvet, pillow, guard",
    features="slide, ladder",
)  # fmt: skip
def bunk_bed(drawing: Drawing, brief: Brief) -> None:
    """Draw two bunks between four posts, guard rails above, a ladder; a loft bed has no lower bunk."""
    width, height, length = brief.box(0.98, 1.72, 2.06)
    wood = brief.of(
        "bed frame body post", "metal" if brief.style_name in ("industrial", "steampunk") else "wood", is_main=True
    )
    post, is_loft = 0.07, "loft" in brief.words
    style = "round" if brief.style_name in ("industrial", "futuristic") else "square"
    for x in (1.0, -1.0):
        for z in (1.0, -1.0):
            at = (x * (width - post) / 2, 0, z * (length - post) / 2)
            drawing.add("post" if style == "round" else "box", (post, height, post), at, name="post", **wood)
    levels = (height * 0.63,) if is_loft else (0.24, height * 0.63)
    for level, y in enumerate(levels):
        drawing.add("rail_frame", (width, 0.14, length), (0, y, 0), board_m=0.028, name="frame", **wood)
        drawing.add("board", (width - 0.04, 0.025, length - 0.04), (0, y + 0.02, 0), name="slats", **wood)
        drawing.add(
            "mattress", (width - 0.07, 0.15, length - 0.1), (0, y + 0.04, 0), material="fabric_grey", color="#f3f1ec"
        )
        cover = brief.of("duvet blanket bedding", "fabric_blue" if level else "fabric_grey")
        drawing.add("duvet", (width - 0.06, 0.13, length * 0.62), (0, y + 0.13, length * 0.14), seed=level, **cover)
        size = (width * 0.6, 0.36, 0.13)
        drawing.add(
            "pillow", size, (0, y + 0.07, -length * 0.38), turn=(-80, 0, 0), material="fabric_grey", color="#fbfaf7"
        )
    _guards(drawing, width, height, length, post, levels[-1], wood)
    _ladder(drawing, brief, width, length, levels[-1] + 0.14, wood)


def _guards(drawing: Drawing, width: float, height: float, length: float, post: float, y: float, wood: Finish) -> None:
    """Draw the boards that keep the sleeper in, and those at the ends of both bunks."""
    for step in (0.24, 0.36):
        drawing.add(
            "box",
            (0.024, 0.08, length - post),
            (-(width - post) / 2, y + step, 0),
            radius_m=0.004,
            name="guard",
            **wood,
        )
        short = (0.024, 0.08, length * 0.66)
        drawing.add(
            "box",
            short,
            ((width - post) / 2, y + step, -length * 0.17 + post / 2),
            radius_m=0.004,
            name="guard",
            **wood,
        )
        for z in (1.0, -1.0):
            at = (0, y + step, z * (length - post) / 2)
            drawing.add("box", (width - post, 0.08, 0.024), at, radius_m=0.004, name="end", **wood)
            drawing.add("box", (width - post, 0.08, 0.024), (0, step + 0.26, at[2]), radius_m=0.004, name="end", **wood)
    drawing.add(
        "box", (0.05, 0.46, 0.04), ((width - post) / 2, y, length * 0.16), radius_m=0.004, name="guard_post", **wood
    )


def _ladder(drawing: Drawing, brief: Brief, width: float, length: float, top: float, wood: Finish) -> None:
    rung = brief.of("rung ladder", wood["material"])
    x, z, lean = width / 2 - 0.02, length * 0.33, 0.3
    for side in (1.0, -1.0):
        foot = (x, 0.0, z + side * 0.19)
        lean_leg(drawing, wood, (0.03, top + 0.12, 0.06), foot, (lean, 0.0), style="square", name="ladder")
    count = brief.count("rung", 5, least=3, most=8)
    for step in range(count):
        y = top * (step + 0.7) / (count + 0.2)
        at = (x + lean * (1 - (y + 0.015) / (top + 0.12)), y - 0.19 + 0.015, z)
        drawing.add("post", (0.032, 0.4, 0.032), at, turn=(90, 0, 0), name="rung", **rung)


@archetype(
    "crib", "furniture", "bed",
    "crib, cot, baby bed, baby crib, cradle, bassinet, infant bed, cot bed, gitterbett, cuna",
    hints="baby sleep",
    about="A small bed with high barred sides for a baby, found in a nursery.",
    parts="bar, rail, post, mattress, blanket, mobile",
    features="rocking, wheel, mobile",
)  # fmt: skip
def crib(drawing: Drawing, brief: Brief) -> None:
    """Draw a crib with barred sides; a cradle stands on rockers."""
    is_cradle = bool(brief.words & {"cradle", "bassinet"}) or brief.has("rocking")
    width, height, length = brief.box(
        0.7 if not is_cradle else 0.55, 0.92 if not is_cradle else 0.7, 1.28 if not is_cradle else 0.95
    )
    wood = brief.of(
        "crib bed frame body post bar rail", "paint_white" if brief.style_name == "realistic" else "wood", is_main=True
    )
    lift, post = (0.09 if is_cradle else 0.0), 0.045
    style = brief.style.leg if brief.style.leg in ("turned", "round") else "square"
    for x in (1.0, -1.0):
        for z in (1.0, -1.0):
            at = (x * (width - post) / 2, lift * 0.4, z * (length - post) / 2)
            drawing.add("leg", (post, height - lift * 0.4, post), at,
                        style="square" if style != "turned" else "turned", name="post", **wood)  # fmt: skip
            top = (at[0], height - 0.012, at[2])
            drawing.add("ball", (0.055, 0.055, 0.055), top, name="knob", **wood)
    low, high = lift + 0.24, height - 0.09
    for y in (low, high):
        for side in (1.0, -1.0):
            drawing.add("box", (0.03, 0.045, length - post), (side * (width - post) / 2, y, 0), radius_m=0.008,
                        name="rail", **wood)  # fmt: skip
            drawing.add(
                "box",
                (width - post, 0.045, 0.03),
                (0, y, side * (length - post) / 2),
                radius_m=0.008,
                name="rail",
                **wood,
            )
    for number in range(count := many(length / 0.095, least=6)):
        z = (length - post) * ((number + 0.5) / count - 0.5)
        for side in (1.0, -1.0):
            drawing.add(
                "post", (0.014, high - low, 0.014), (side * (width - post) / 2, low + 0.02, z), name="bar", **wood
            )
    for number in range(across := many(width / 0.11, least=3)):
        x = (width - post) * ((number + 0.5) / across - 0.5)
        for side in (1.0, -1.0):
            drawing.add(
                "post", (0.014, high - low, 0.014), (x, low + 0.02, side * (length - post) / 2), name="bar", **wood
            )
    _cot_bedding(drawing, brief, (width, low, length), wood)
    if is_cradle:
        for z in (1.0, -1.0):
            at = (0, 0, z * (length - post) / 2)
            drawing.add("rocker", (0.035, 0.1, width * 1.25), at, turn=(0, 90, 0), name="runner", **wood)
    if brief.has("mobile"):
        _mobile(drawing, brief, (length - post) / 2, height)


def _cot_bedding(drawing: Drawing, brief: Brief, at: Triple, wood: Finish) -> None:
    """Draw the slats, mattress and blanket of a crib; `at` is its width, the height of its floor, its length."""
    width, low, length = at
    drawing.add("board", (width - 0.04, 0.02, length - 0.04), (0, low + 0.012, 0), name="slats", **wood)
    drawing.add(
        "mattress", (width - 0.06, 0.12, length - 0.06), (0, low + 0.03, 0), material="fabric_grey", color="#f3f1ec"
    )
    cover = brief.of("blanket duvet bedding", "fabric_blue")
    drawing.add(
        "duvet",
        (width - 0.08, 0.09, length * 0.5),
        (0, low + 0.115, length * 0.2),
        seed=int(brief.random.integers(99)),
        **cover,
    )


def _mobile(drawing: Drawing, brief: Brief, reach: float, top: float) -> None:
    """Draw an arm on the head rail that reaches over the child, and a ring below it with balls on cords."""
    arm = brief.of("mobile arm ring", "paint_white")
    high, across, z = top + 0.62, 0.3, 0.36 - reach
    points = [(0.0, top - 0.1, -reach), (0.0, top + 0.34, -reach), (0.0, high, -reach + 0.14), (0.0, high, z)]
    wire(drawing, "arm", points, 0.008, arm)
    drawing.add("post", (0.006, 0.112, 0.006), (0, high - 0.11, z), name="cord", **arm)
    drawing.add("hoop", (across, 0.014, across), (0, high - 0.116, z), inner=0.92, name="ring", **arm)
    drawing.add("box", (across * 0.97, 0.01, 0.012), (0, high - 0.114, z), name="spoke", **arm)
    drawing.add("box", (0.012, 0.01, across * 0.97), (0, high - 0.114, z), name="spoke", **arm)
    for number, color in enumerate(("#e3a3a8", "#9fc5d8", "#f0cf86", "#a5cba0")):
        angle, cord = math.tau * number / 4, 0.12 + 0.03 * (number % 2)
        x, deep = across * 0.48 * math.cos(angle), z + across * 0.48 * math.sin(angle)
        drawing.add("post", (0.004, cord, 0.004), (x, high - 0.11 - cord, deep), name="cord", **arm)
        drawing.add(
            "ball", (0.06, 0.06, 0.06), (x, high - 0.165 - cord, deep), name="charm",
            **brief.of("charm", "fabric_grey") | {"color": color},
        )  # fmt: skip
