"""Mirrors, frames, coat racks and screens; the front is +z."""

from math import cos, radians, sin

from domain.materials import CATALOGUE
from engine.archetypes.brief import Brief, Finish
from engine.archetypes.drawing import Drawing
from engine.archetypes.furniture.frames import lean_leg, path_of
from engine.archetypes.register import archetype


@archetype(
    "mirror", "furniture", "decorative",
    "mirror, looking glass, wall mirror, floor mirror, standing mirror, full length mirror, cheval mirror, "
    "cheval glass, bathroom mirror, makeup mirror, sunburst mirror, spiegel, miroir, espejo, "
    "vanity mirror, hand mirror, hallway mirror, shaving mirror, dressing mirror",
    about="A framed sheet of silvered glass to look at oneself in, on a wall or on a stand.",
    parts="frame, stand, glass",
    features="arched, sunburst",
)  # fmt: skip
def mirror(drawing: Drawing, brief: Brief) -> None:
    """Draw a mirror: hung on a wall, or full length between two posts that it tilts in."""
    form = _mirror_form(brief)
    frame = brief.of("mirror frame stand body", "wood" if form not in ("sunburst", "round") else "metal", is_main=True)
    on_wall = bool(brief.words & {"wall", "bathroom", "hanging"}) or form == "sunburst"
    if on_wall or (form == "round" and not brief.words & {"floor", "standing", "full", "cheval"}):
        across = 0.75 if form in ("round", "sunburst") else 0.6
        width, height, depth = brief.box(across, across if form in ("round", "sunburst") else 0.9, 0.035)
        drawing.add("mirror_glass", (width, height, depth), form=form, name="mirror", held="wall", **frame)
        return
    width, height, depth = brief.box(0.62, 1.68, 0.46)
    _cheval(drawing, brief, width, height, depth, form, frame)


def _mirror_form(brief: Brief) -> str:
    said = brief.words | brief.features
    for word in ("round", "oval", "arched", "sunburst"):
        if word in said:
            return word
    return _MIRRORS.get(brief.style_name, "rectangular")


_MIRRORS = {
    "art deco": "arched", "futuristic": "rounded", "contemporary": "arched", "modern": "rounded", "steampunk": "oval",
    "victorian": "oval", "baroque": "oval", "gothic": "arched",
}  # fmt: skip


def _cheval(
    drawing: Drawing, brief: Brief, width: float, height: float, depth: float, form: str, frame: Finish
) -> None:
    post, style = 0.04, brief.style.leg if brief.style.leg in ("turned", "square", "fluted") else "round"
    inner = width - 2 * post - 0.024
    drawing.add("mirror_glass", (inner, height - 0.16, 0.032), (0, 0.14, 0), turn=(-5, 0, 0), form=form, name="mirror",
                border_m=0.038, **frame)  # fmt: skip
    for side in (1.0, -1.0):
        x = side * (width - post) / 2
        drawing.add("leg", (post, height * 0.72, post), (x, 0.05, 0),
                    turn=(180, 0, 0) if style == "round" else (0, 0, 0), style=style, name="post", **frame)  # fmt: skip
        drawing.add("ball", (0.055, 0.055, 0.055), (x, height * 0.72 + 0.035, 0), name="finial", **frame)
        drawing.add("bent_bar", (0.04, 0.13, depth), (x, -0.0005, 0),
                    path=path_of("0 -1 -1, 0 -.6 -.7, 0 .6 0, 0 -.6 .7, 0 -1 1"), is_smooth=True, thickness_m=0.035,
                    name="foot", **frame)  # fmt: skip
        knob = brief.of("knob", brief.style.accent)
        size = (0.028, 0.075, 0.028)
        drawing.add(
            "disc", size, (side * (width / 2 - 0.03), height * 0.5 + 0.02, 0), turn=(0, 0, 90), name="pivot", **knob
        )
    rail = (0.03, width - post, 0.03)
    drawing.add("post", rail, (0, 0.1 - width / 2 + post / 2 + 0.015, 0), turn=(0, 0, 90), name="stretcher", **frame)


@archetype(
    "picture frame", "furniture", "decorative",
    "picture frame, photo frame, photograph frame, painting, framed picture, framed photo, poster, canvas, "
    "bilderrahmen, cuadro, "
    "wall art, art print, canvas print, landscape painting, oil painting, wall picture, drawing frame",
    about="A frame around a picture, on a wall or propped on a shelf.",
    parts="frame, mount, art",
)  # fmt: skip
def picture_frame(drawing: Drawing, brief: Brief) -> None:
    """Draw a small frame leaning on its strut, or a large one for a wall."""
    on_wall = bool(brief.words & {"painting", "poster", "canvas", "artwork", "wall"})
    width, height, depth = brief.box(*((0.6, 0.8, 0.035) if on_wall else (0.2, 0.25, 0.022)))
    frame = brief.of(
        "frame picture body", "gold" if brief.style_name in ("art deco", "baroque") else "wood", is_main=True
    )
    art = brief.of("art picture", "fabric_blue")
    tone = art["color"] or brief.choose("#8fa3b5", "#b4694a", "#5d7d8c", "#7c8f62")
    if on_wall:
        drawing.add("picture", (width, height, depth), art_color=tone, name="picture", held="wall", **frame)
        return
    lean = 12.0
    lift = depth / 2 * sin(radians(lean)) - height / 2 * (1 - cos(radians(lean))) - 0.02 * depth
    drawing.add(
        "picture", (width, height, depth), (0, lift, 0), turn=(-lean, 0, 0), art_color=tone, name="picture", **frame
    )
    strut, at = (width * 0.25, height * 0.72, 0.008), (0, 0, -height * 0.05 - depth * 0.3)
    black = Finish(material="paint_black", color="")
    lean_leg(drawing, black, strut, at, (0.0, -height * 0.3), style="square", name="strut")


@archetype(
    "coat rack", "furniture", "storage",
    "coat rack, coat stand, hat stand, hat rack, coat tree, hall tree, coat hanger stand, clothes rack, clothes rail, "
    "wall hook, coat hook, garderobe, perchero, "
    "valet stand, garment rack, coat peg, hat tree, peg rail",
    hints="hang coats",
    about="A stand with hooks by the front door, on which coats, hats and umbrellas hang.",
    parts="hook, post, foot, ring",
    features="umbrella stand",
)  # fmt: skip
def coat_rack(drawing: Drawing, brief: Brief) -> None:
    """Draw a post with hooks on four feet, a rail on wheels for clothes, or a board with hooks for a wall."""
    body = brief.of(
        "stand post rack frame body", "metal" if brief.style_name in ("modern", "industrial") else "wood", is_main=True
    )
    if brief.words & {"clothes", "clothe", "cloth", "garment", "rail"}:
        _clothes_rail(drawing, brief, body)
    elif brief.words & {"wall", "board"} or ("hook" in brief.words and not brief.words & {"stand", "rack"}):
        _hook_board(drawing, brief, body)
    else:
        _coat_stand(drawing, brief, body)


def _coat_stand(drawing: Drawing, brief: Brief, body: Finish) -> None:
    width, height, _ = brief.box(0.5, 1.78, 0.5, keeps_shape=True)
    hooks = brief.of(
        "hook",
        brief.style.accent if CATALOGUE[body["material"]].family == "wood" else body["material"],
        is_accent=True,
    )
    k = height / 1.78
    profile = path_of(".8 0, 1 .06, .8 .12, .7 .3, .62 .6, .66 .8, .9 .86, .6 .9, .8 .95, .5 .985, .1 1")
    is_turned = brief.style.leg in ("turned", "cabriole") or brief.style_name in ("realistic", "rustic")
    tall = height - 0.06 * k
    if is_turned:
        drawing.add("turning", (0.055 * k, tall, 0.055 * k), (0, 0.06 * k, 0), name="post", profile=profile, **body)
    else:
        drawing.add("post", (0.05 * k, tall, 0.05 * k), (0, 0.06 * k, 0), name="post", **body)
        drawing.add("ball", (0.07 * k, 0.07 * k, 0.07 * k), (0, height - 0.03 * k, 0), name="finial", **body)
    for number in range(4):
        turn = 45.0 + 90.0 * number
        reach = width * 0.46
        at = (sin(radians(turn)) * reach / 2, 0, cos(radians(turn)) * reach / 2)
        drawing.add("bent_bar", (0.04 * k, 0.22 * k, reach + 0.02 * k), at, turn=(0, turn, 0), is_smooth=True,
                    thickness_m=0.034 * k, path=path_of("0 1 -1, 0 .5 -.5, 0 -.5 .2, 0 -.92 .7, 0 -1 1"),
                    name="foot", **body)  # fmt: skip
    count = brief.count("hook", 8, least=2, most=16)
    for number in range(count):
        low = number % 2
        turn = 360.0 * number / count
        reach = (0.15 if not low else 0.12) * k
        y = height * (0.86 if not low else 0.74)
        place = (sin(radians(turn)) * (reach / 2 + 0.008), y, cos(radians(turn)) * (reach / 2 + 0.008))
        drawing.add("bent_bar", (0.016 * k, 0.14 * k, reach), place, turn=(0, turn, 0), is_smooth=True,
                    thickness_m=0.014 * k, path=path_of("0 -.3 -1, 0 -.95 0, 0 -.4 .8, 0 1 .7"),
                    name="hook", **hooks)  # fmt: skip
        tip = (sin(radians(turn)) * (reach * 0.9 + 0.004), y + 0.128 * k, cos(radians(turn)) * (reach * 0.9 + 0.004))
        drawing.add("ball", (0.026 * k, 0.026 * k, 0.026 * k), tip, name="knob", **hooks)


def _clothes_rail(drawing: Drawing, brief: Brief, body: Finish) -> None:
    width, height, depth = brief.box(1.2, 1.6, 0.45)
    frame = path_of("-1 -1 0, -1 1 0, 1 1 0, 1 -1 0")
    drawing.add(
        "bent_bar",
        (width, height - 0.05, 0.03),
        (0, 0.05, 0),
        path=frame,
        thickness_m=0.03,
        radius_m=0.12,
        name="rail",
        **body,
    )
    for side in (1.0, -1.0):
        x = side * (width / 2 - 0.015)
        drawing.add("post", (0.03, depth, 0.03), (x, 0.066 - depth / 2, 0), turn=(90, 0, 0), name="foot", **body)
        for z in (1.0, -1.0):
            drawing.add(
                "disc",
                (0.055, 0.02, 0.055),
                (x, 0.018, z * (depth / 2 - 0.03)),
                turn=(0, 0, 90),
                name="wheel",
                material="rubber_black",
            )
    drawing.add(
        "post", (0.024, width - 0.02, 0.024), (0, 0.2 - width / 2, 0), turn=(0, 0, 90), name="shelf_bar", **body
    )


def _hook_board(drawing: Drawing, brief: Brief, body: Finish) -> None:
    count = brief.count("hook", 5, least=2, most=12)
    width, height, depth = brief.box(0.15 * count, 0.16, 0.1)
    hooks = brief.of("hook", brief.style.accent, is_accent=True)
    drawing.add(
        "box",
        (width, height * 0.7, 0.022),
        (0, height * 0.3, -depth / 2 + 0.011),
        radius_m=0.006,
        name="board",
        held="wall",
        **body,
    )
    for number in range(count):
        x = width * ((number + 0.5) / count - 0.5)
        drawing.add("bent_bar", (0.014, height * 0.8, depth - 0.014), (x, 0, 0.005), is_smooth=True, thickness_m=0.012,
                    path=path_of("0 .5 -1, 0 -.4 -.7, 0 -1 0, 0 -.4 .8, 0 .1 1"), name="hook", **hooks)  # fmt: skip


@archetype(
    "room divider", "furniture", "decorative",
    "room divider, folding screen, privacy screen, partition screen, screen divider, shoji, shoji screen, paravent, "
    "biombo, "
    "screen wall, room screen, partition",
    about="A free standing screen of hinged panels that divides a room or hides one from view.",
    parts="panel, frame, hinge",
    features="shoji, louvered, slatted",
)  # fmt: skip
def room_divider(drawing: Drawing, brief: Brief) -> None:
    """Draw panels hinged in a zigzag: paper grids, louvres, cloth, or boards as words and style say."""
    panels = brief.count("panel", 4 if brief.style_name == "japanese" else 3, least=2, most=8)
    width, height, _ = brief.box(0.5 * panels, 1.75, 0.3)
    wood = brief.of(
        "frame divider screen body",
        "metal" if brief.style_name in ("industrial", "steampunk") else "wood",
        is_main=True,
    )
    each, fold = width / panels / cos(radians(28.0)), 28.0
    for number in range(panels):
        side = 1.0 if number % 2 == 0 else -1.0
        panel = Drawing(brief)
        _panel(panel, brief, each + 0.012, height, wood)
        x = width * ((number + 0.5) / panels - 0.5)
        drawing.include(panel, (x, 0, 0), fold * side)
    for number in range(1, panels):
        x, z = width * (number / panels - 0.5), (each / 2) * sin(radians(fold)) * (1.0 if number % 2 == 0 else -1.0)
        for y in (0.2, 0.5, 0.8):
            drawing.add(
                "post", (0.018, 0.08, 0.018), (x, height * y, z), name="hinge", **brief.of("hinge", brief.style.accent)
            )


def _panel(drawing: Drawing, brief: Brief, width: float, height: float, wood: Finish) -> None:
    """Draw one panel around the origin."""
    said, thick, border = brief.words | brief.features, 0.026, 0.045
    if said & {"louvered", "slatted"} or brief.style_name in ("rustic", "realistic"):
        drawing.add("front", (width, height - 0.06, thick), (0, 0.06, 0), style="slatted", name="panel", **wood)
    else:
        drawing.add("frame", (width, height - 0.06, thick), (0, 0.06, 0), border_m=border, name="frame", **wood)
        is_paper = said & {"shoji"} or brief.style_name in ("minimalist", "japanese", "modern")
        sheet = brief.of("panel cloth", "paper" if is_paper else "fabric")
        inner = (width - 1.6 * border, height - 0.06 - 1.6 * border, 0.006)
        drawing.add("box", inner, (0, 0.06 + border * 0.8, 0), name="panel", **sheet)
        if is_paper:
            columns, rows = 3, 6
            for step in range(1, columns):
                x = (width - 2 * border) * (step / columns - 0.5)
                drawing.add("box", (0.012, height - 0.1, 0.016), (x, 0.08, 0), name="bar", **wood)
            for step in range(1, rows):
                drawing.add(
                    "box",
                    (width - border, 0.012, 0.016),
                    (0, 0.06 + (height - 0.06) * step / rows, 0),
                    name="bar",
                    **wood,
                )
    for side in (1.0, -1.0):
        drawing.add("box", (0.04, 0.07, thick), (side * (width / 2 - 0.021), 0, 0), name="foot", **wood)
