"""What one writes on and speaks from: a whiteboard, a flip chart, a lectern, a music stand; the front is +z."""

from math import cos, radians, sin

from engine.archetypes.brief import Brief, Finish, Triple
from engine.archetypes.drawing import Drawing
from engine.archetypes.furniture.frames import same_as
from engine.archetypes.objects.placing import tilted
from engine.archetypes.objects.shaping import Pair, cut, sized, spin, strut
from engine.archetypes.ornament import dress
from engine.archetypes.register import archetype

_INKS = ("#1d1f24", "#b3211c", "#1f4fa3", "#2f7a3d")
_WOODEN = frozenset({"rustic", "victorian", "gothic", "baroque", "japanese", "scandinavian", "mid century"})


@archetype(
    "whiteboard", "furniture", "office",
    "whiteboard, white board, dry erase board, dry-erase board, marker board, magnetic board, blackboard, chalkboard, "
    "chalk board, school board, whiteboard on wheels, mobile whiteboard, tafel, pizarra, tableau blanc, tableau noir",
    hints="meeting, teach, lesson, erase",
    about="A whiteboard: a large smooth panel in a frame, on a stand with wheels or a wall, to write on with markers.",
    parts="frame, board, panel, tray, marker, eraser, stand, leg, wheel, caster, chalk",
    features="wheel, caster=wheel, wall, marker, eraser",
)  # fmt: skip
def whiteboard(drawing: Drawing, brief: Brief) -> None:
    """Draw a framed panel with a tray of markers on a rolling stand, or on a wall; a blackboard has chalk."""
    is_black = bool(brief.words & {"blackboard", "chalkboard", "chalk", "tafel"})
    wide, tall = 1.5, 1.0
    hangs = brief.has("wall", "mounted")
    foot = 0.006 if hangs else 0.86
    panel = brief.of("board panel body whiteboard blackboard chalkboard", "slate" if is_black else "enamel_white",
                     is_main=True)  # fmt: skip
    frame = brief.of("frame stand leg", "wood" if is_black or brief.style_name in _WOODEN else "metal", is_accent=True)
    drawing.add("box", (wide - 0.04, tall - 0.04, 0.016), (0, foot + 0.02, 0), radius_m=0.002, name="panel",
                held="wall" if hangs else "", **panel)  # fmt: skip
    drawing.add(
        "frame", (wide, tall, 0.03), (0, foot, 0), name="frame", border_m=0.04, held="wall" if hangs else "",
        **same_as(brief, "frame", frame),
    )  # fmt: skip
    drawing.add(
        "box", (wide * 0.62, 0.018, 0.085), (0, foot - 0.004, 0.05), name="tray", **same_as(brief, "tray", frame)
    )
    _on_the_tray(drawing, brief, foot + 0.014, is_black=is_black)
    if not hangs:
        _stand(drawing, brief, frame, wide, foot + tall)
    sized(drawing, brief, (wide + (0.0 if hangs else 0.09), foot + tall, 0.03 if hangs else 0.62))


def _on_the_tray(drawing: Drawing, brief: Brief, y: float, *, is_black: bool) -> None:
    """Draw markers, or sticks of chalk, and an eraser."""
    for number in range(brief.count("marker", brief.count("chalk", 4, most=8), most=8)):
        x, thick = -0.4 + 0.125 * number, 0.013 if is_black else 0.018
        ink = brief.of("marker chalk", "plaster" if is_black else "plastic_white")
        cap = ink if is_black or ink["color"] else brief.finish("plastic_white", _INKS[number % 4])
        strut(drawing, "marker", (x, y + thick / 2 - 0.001, 0.065), (x + 0.1, y + thick / 2 - 0.001, 0.065), thick, ink)
        if not is_black:
            strut(drawing, "cap", (x + 0.065, y + thick / 2, 0.065), (x + 0.108, y + thick / 2, 0.065), 0.0205, cap)
    if brief.has("eraser", default=True):
        drawing.add("box", (0.13, 0.022, 0.05), (0.3, y + 0.014, 0.062), radius_m=0.006, name="eraser", material="oak"
                    if is_black else "plastic_black")  # fmt: skip
        drawing.add("box", (0.125, 0.017, 0.046), (0.3, y - 0.001, 0.062), name="felt", material="felt")


def _stand(drawing: Drawing, brief: Brief, frame: Finish, wide: float, top: float) -> None:
    """Draw an upright at each side on a long foot, with casters, and a bar between."""
    steel = same_as(brief, "stand leg", frame)
    low = 0.085 if brief.has("wheel", default=True) else 0.0
    for side in (1.0, -1.0):
        x = side * (wide / 2 + 0.02)
        drawing.add("box", (0.045, top - low - 0.03, 0.04), (x, low + 0.02, 0), name="upright", **steel)
        drawing.add("box", (0.05, 0.045, 0.6), (x, low, 0), radius_m=0.01, name="foot", **steel)
        for z in (0.26, -0.26) if low else ():
            drawing.add("rod", (0.016, 0.05, 0.016), (x, low - 0.04, z), name="stem", material="steel_brushed")
            strut(drawing, "caster", (x - 0.016, 0.035, z), (x + 0.016, 0.035, z), 0.07, Finish(
                material="rubber_black", color=""), edge=0.2)  # fmt: skip
    strut(drawing, "bar", (-wide / 2, low + 0.2, 0), (wide / 2, low + 0.2, 0), 0.032, steel)


@archetype(
    "flip chart", "furniture", "office",
    "flip chart, flipchart, flip chart stand, flip board, paper easel, presentation easel, paperboard easel, "
    "flip-chart, rotafolio",
    hints="workshop, brainstorm, presentation, seminar",
    about="A flip chart: a pad of large paper clamped to a board on a stand, whose sheets are turned over.",
    parts="board, paper, pad, leg, tray, marker, clamp, frame, foot", features="marker",
)  # fmt: skip
def flip_chart(drawing: Drawing, brief: Brief) -> None:
    """Draw a leaning board with a pad of paper and a clamp, a tray with pens, on three legs."""
    board = brief.of("board frame body", "wood" if brief.style_name in _WOODEN else "metal", is_main=True)
    legs = same_as(brief, "leg stand tripod", board)
    sheet, lean = brief.of("paper pad sheet", "paper"), 8.0
    top = Drawing(brief)
    top.add("box", (0.7, 1.0, 0.016), (0, 0, 0), radius_m=0.01, name="board", **board)
    top.add("box", (0.64, 0.9, 0.018), (0, 0.07, 0.016), name="pad", radius_m=0.001, **sheet)
    top.add("box", (0.66, 0.045, 0.03), (0, 0.945, 0.014), radius_m=0.008, name="clamp", **brief.of("clamp", "accent"))
    for x in (-0.22, 0.22):
        strut(top, "knob", (x, 0.967, 0.02), (x, 0.967, 0.05), 0.026, brief.of("clamp", "accent"))
    _written(top, brief)
    top.add("box", (0.62, 0.016, 0.075), (0, 0.004, 0.04), name="tray", **same_as(brief, "tray", board))
    for number in range(brief.count("marker", 3, most=6)):
        x = -0.22 + 0.13 * number
        strut(top, "marker", (x, 0.028, 0.05), (x + 0.11, 0.028, 0.05), 0.018,
              brief.finish("plastic_white", _INKS[number % 4]))  # fmt: skip
    tilted(drawing, top, (-lean, 0, 0), (0, 0.86, 0.09))
    head = 0.86 + 0.94 * cos(radians(lean))
    for side in (1.0, -1.0):
        _leg(
            drawing, brief, (side * 0.36, 0.0, 0.24), (side * 0.24, head, 0.09 - 0.94 * sin(radians(lean)) - 0.02), legs
        )
    _leg(drawing, brief, (0, 0.0, -0.56), (0, head + 0.02, -0.075), legs)
    strut(drawing, "bar", (-0.25, head, -0.065), (0.25, head, -0.065), 0.03, legs)
    sized(drawing, brief, (0.76, 1.87, 0.86))


def _leg(drawing: Drawing, brief: Brief, foot: Triple, head: Triple, finish: Finish) -> None:
    drawing.add("ball", (0.045, 0.03, 0.045), foot, name="foot", **brief.of("foot", "rubber_black"))
    strut(drawing, "leg", (foot[0], 0.012, foot[2]), head, 0.03, finish)


def _written(drawing: Drawing, brief: Brief) -> None:
    """Draw what the sheet says: a heading and a chart of three bars."""
    ink = brief.finish("paint_black", "")
    drawing.add("box", (0.3, 0.022, 0.003), (-0.1, 0.84, 0.0245), name="heading", **ink)
    for number, tall in enumerate((0.16, 0.3, 0.44)):
        drawing.add("box", (0.09, tall, 0.003), (-0.16 + 0.15 * number, 0.2, 0.0245), name="bar",
                    **brief.finish("paint_white", _INKS[1 + number]))  # fmt: skip
    drawing.add("box", (0.48, 0.01, 0.003), (0, 0.19, 0.0245), name="axis", **ink)


@archetype(
    "lectern", "furniture", "office",
    "lectern, podium, speaker podium, pulpit, rostrum, speaker stand for speeches, rednerpult, pupitre, atril de "
    "orador, speech podium",
    hints="speech, lecture, sermon, speaker",
    about="A lectern: a tall stand with a slanted top that holds the papers of one who gives a speech.",
    parts="top, base, column, shelf, microphone, panel, lip, emblem, book", features="microphone, book, lamp",
)  # fmt: skip
def lectern(drawing: Drawing, brief: Brief) -> None:
    """Draw a slanted top with a lip on a body: panelled, a slim column, or a turned post; microphones if asked for."""
    wood = brief.of("body lectern podium base column panel", "wood", is_main=True)
    trim = brief.of("emblem trim accent", brief.style.trim, is_accent=True)
    drawing.add("box", (0.62, 0.06, 0.5), (0, 0, 0), radius_m=0.01, name="base", **same_as(brief, "base", wood))
    if brief.style_name in ("modern", "minimalist", "futuristic", "bauhaus", "contemporary", "cyberpunk"):
        drawing.add(
            "box", (0.16, 0.985, 0.12), (0, 0.05, -0.04), radius_m=0.02, name="column", **same_as(brief, "column", wood)
        )
        drawing.add("box", (0.06, 0.7, 0.012), (0, 0.18, 0.024), name="emblem", **trim)
    elif brief.style_name in ("victorian", "gothic", "baroque", "steampunk"):
        profile: list[Pair] = [(0.2, 0.05), (0.21, 0.1), (0.1, 0.16), (0.07, 0.24), (0.12, 0.42), (0.06, 0.6),
                               (0.06, 0.72), (0.11, 0.84), (0.09, 0.92), (0.17, 1.02)]  # fmt: skip
        spin(drawing, "column", profile, same_as(brief, "column", wood), is_flowing=True)
        for y, wide in ((0.155, 0.2), (0.65, 0.15)):
            drawing.add("torus", (wide, 0.03, wide), (0, y, 0), name="collar", **trim)
    else:
        body = drawing.add("box", (0.54, 0.98, 0.38), (0, 0.05, 0), radius_m=0.006, name="body", **wood)
        drawing.add("front", (0.44, 0.8, 0.024), (0, 0.13, 0.192), style=brief.style.front, name="panel",
                    **same_as(brief, "panel", wood))  # fmt: skip
        dress(drawing, brief, body, "left", "right")
    _slant(drawing, brief, wood)
    sized(drawing, brief, (0.66, 1.18, 0.54))


def _slant(drawing: Drawing, brief: Brief, wood: Finish) -> None:
    """Draw the top that slants towards the speaker behind it, an open book on it, and microphones."""
    top = Drawing(brief)
    top.add("box", (0.66, 0.03, 0.5), (0, 0, 0), radius_m=0.006, name="top", **same_as(brief, "top", wood))
    top.add("box", (0.66, 0.05, 0.02), (0, 0.006, -0.245), radius_m=0.005, name="lip", **same_as(brief, "lip", wood))
    if brief.has("book", default="book" not in brief.excluded):
        for side in (1.0, -1.0):
            top.add("box", (0.2, 0.022, 0.28), (side * 0.1, 0.026, -0.08), turn=(0, 0, side * 5.0), name="page",
                    **brief.of("book paper", "paper"))  # fmt: skip
    tilted(drawing, top, (-16.0, 0, 0), (0, 1.04, 0))
    for number in range(brief.count("microphone", int(brief.has("microphone")), most=3)):
        x = 0.09 * (number - (brief.count("microphone", 1, most=3) - 1) / 2)
        black = brief.of("microphone", "paint_black")
        strut(drawing, "neck", (x, 1.1, 0.2), (x, 1.34, 0.08), 0.012, black)
        drawing.add("ball", (0.04, 0.05, 0.04), (x, 1.325, 0.075), name="microphone", **black)


@archetype(
    "music stand",
    "object",
    "instrument",
    "music stand, sheet music stand, sheet music holder, note stand, orchestra stand, notenständer, "
    "pupitre de musique, lutrin, atril",
    hints="sheet music, score, notes",
    about="A music stand: a tripod with a slanted desk that holds the sheet music before a player.",
    parts="desk, leg, post, sheet, lip, base, foot",
    features="sheet, folding",
)
def music_stand(drawing: Drawing, brief: Brief) -> None:
    """Draw a slanted desk with a lip and two sheets of music on a post with three legs."""
    is_wooden = brief.style_name in _WOODEN
    frame = brief.of("body frame desk post", "wood" if is_wooden else "paint_black", is_main=True)
    legs = same_as(brief, "leg base post", frame)
    desk = Drawing(brief)
    wide, tall = 0.52, 0.34
    if is_wooden:
        for x in (-0.22, -0.11, 0.0, 0.11, 0.22):
            desk.add("box", (0.03, tall, 0.01), (x, 0, 0), name="slat", **frame)
        for y in (0.03, tall - 0.06):
            desk.add("box", (wide, 0.035, 0.014), (0, y, -0.003), radius_m=0.004, name="rail", **frame)
    else:
        outline: list[Pair] = [(-wide / 2, 0.0), (wide / 2, 0.0), (wide / 2 - 0.03, tall - 0.03), (0.16, tall),
                               (-0.16, tall), (-wide / 2 + 0.03, tall - 0.03)]  # fmt: skip
        cut(desk, "desk", outline, 0.006, frame, bevel_m=0.001)
    desk.add("box", (wide, 0.012, 0.06), (0, -0.006, 0.026), radius_m=0.003, name="lip", **same_as(brief, "lip", frame))
    if brief.has("sheet", "music", default=True) and "sheet" not in brief.excluded:
        _score(desk, brief)
    desk.add("box", (0.06, 0.1, 0.03), (0, 0.1, -0.017), radius_m=0.004, name="bracket", **legs)
    tilted(drawing, desk, (-22.0, 0, 0), (0, 0.98, 0.03))
    strut(drawing, "post", (0, 0.05, -0.04), (0, 0.66, -0.04), 0.03, legs)
    strut(drawing, "post", (0, 0.62, -0.04), (0, 1.12, -0.04), 0.02, brief.of("post", legs["material"]))
    drawing.add("rod", (0.044, 0.06, 0.044), (0, 0.62, -0.04), edge=0.2, name="collar", **brief.of("collar", "metal"))
    for turn in (0.0, 120.0, 240.0):
        x, z = sin(radians(turn)), cos(radians(turn))
        strut(drawing, "leg", (0, 0.34, -0.04), (x * 0.27, 0.012, z * 0.27 - 0.04), 0.02, legs)
        strut(drawing, "brace", (0, 0.1, -0.04), (x * 0.15, 0.155, z * 0.15 - 0.04), 0.012, legs)
        drawing.add(
            "ball", (0.032, 0.03, 0.032), (x * 0.27, 0.0, z * 0.27 - 0.04), name="foot", material="rubber_black"
        )
    sized(drawing, brief, (0.52, 1.3, 0.5))


def _score(desk: Drawing, brief: Brief) -> None:
    """Draw two sheets with staves."""
    for x in (-0.112, 0.112):
        desk.add("box", (0.215, 0.29, 0.004), (x, 0.004, 0.008), radius_m=0.0005, name="sheet",
                 **brief.of("sheet paper", "paper"))  # fmt: skip
        for row in range(5):
            desk.add(
                "box", (0.17, 0.012, 0.0012), (x, 0.04 + 0.048 * row, 0.0102), name="staff", material="paint_black"
            )
