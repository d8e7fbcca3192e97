"""Signs: a board on a post, a hanging sign, a neon sign, a billboard, a road sign, a gravestone, a name plate."""

from math import cos, radians, sin

from engine.archetypes.brief import Brief, Finish
from engine.archetypes.drawing import Drawing
from engine.archetypes.inscription import aspect_of, set_in
from engine.archetypes.objects.choices import kin
from engine.archetypes.objects.placing import bent
from engine.archetypes.objects.shaping import cut, sized, strut
from engine.archetypes.register import archetype

_FORMS = {
    "billboard": "billboard", "hoarding": "billboard", "neon": "neon", "lit": "neon", "road": "road", "stop": "road",
    "street": "road", "traffic": "road", "speed": "road", "gravestone": "grave", "tombstone": "grave",
    "headstone": "grave", "grave": "grave", "nameplate": "plate", "name": "plate", "desk": "plate",
    "hanging": "hanging", "pub": "hanging", "tavern": "hanging", "inn": "hanging",
}  # fmt: skip
_USUAL = {
    "rustic": "hanging", "steampunk": "hanging", "art deco": "neon", "futuristic": "neon", "industrial": "board",
    "realistic": "board", "modern": "board", "minimalist": "board",
}  # fmt: skip
_TEXTS = {"billboard": "BIG IDEAS", "neon": "OPEN", "road": "STOP", "grave": "R.I.P.", "plate": "NAME",
          "hanging": "INN", "board": "WELCOME"}  # fmt: skip


@archetype(
    "sign", "object", "street",
    "sign, signboard, sign board, signpost, hanging sign, neon sign, billboard, hoarding, road sign, street sign, "
    "stop sign, traffic sign, speed sign, wooden sign, pub sign, tavern sign, inn sign, shop sign, open sign, "
    "grave, tomb, welcome sign, name plate, nameplate, desk sign, gravestone, tombstone, headstone, grave stone, "
    "light up sign, "
    "ladenschild, straßenschild, grabstein, leuchtreklame, enseigne, panneau, pierre tombale, letrero, señal, "
    "lápida, advertising board, advertisement board, warning sign, exit sign, menu board, notice board",
    hints="says, reads, warns, announces", about="A sign: a board, plate or stone that bears words for people to read.",
    parts="board, post, letter, border, frame, chain, base, plinth, arm",
)  # fmt: skip
def sign(drawing: Drawing, brief: Brief) -> None:
    """Draw a board with words: on a post, hanging, lit, as a billboard, a road sign, a gravestone or a plate."""
    usual = _USUAL.get(kin(brief), "board")
    form = next((form for word, form in _FORMS.items() if word in brief.words), usual)
    text = brief.text or next((word.upper() for word in ("welcome", "open", "exit", "menu") if word in brief.words),
                              _TEXTS[form])  # fmt: skip
    _DRAWN[form](drawing, brief, text)


def _letters(brief: Brief, usual: str, tint: str = "") -> Finish:
    """Return what the letters are made of."""
    said = brief.of("letter text word lettering inscription", usual, is_accent=True)
    return said if said["color"] or said["material"] != usual else brief.finish(usual, tint)


def _words(
    drawing: Drawing, text: str, room: tuple[float, float], at: tuple[float, float, float], relief: float,
    finish: Finish,
) -> None:  # fmt: skip
    """Draw the words as large as a room lets them be, whose middle is at a point of the board's front."""
    lines = set_in(text, *room)
    tall = min(room[1], room[0] / aspect_of(lines))
    drawing.add("lettering", (room[0], tall, relief), (at[0], at[1] - tall / 2, at[2] + relief * 0.4), name="text",
                text=lines, weight=0.018, **finish)  # fmt: skip


def _board(drawing: Drawing, brief: Brief, text: str) -> None:
    """Draw a framed board on a post with a round foot."""
    wood = brief.of("board sign body", "wood", is_main=True)
    metal = brief.of("post base frame border", "metal")
    w, h = 0.72, 0.44
    drawing.add("disc", (0.42, 0.03, 0.42), edge=0.3, name="base", **metal)
    strut(drawing, "post", (0, 0.02, -0.03), (0, 1.5, -0.03), 0.045, metal)
    drawing.add("ball", (0.07, 0.07, 0.07), (0, 1.485, -0.03), name="finial", **metal)
    drawing.add("box", (w, h, 0.03), (0, 1.0, 0.0), radius_m=0.006, name="board", **wood)
    drawing.add("frame", (w + 0.03, h + 0.03, 0.045), (0, 0.985, 0.0), border_m=0.03, name="border", **metal)
    _words(
        drawing,
        text,
        ((w - 0.06) * 0.9, (h - 0.06) * 0.76),
        (0, 1.03 + (h - 0.06) / 2, 0.015),
        0.014,
        _letters(brief, _contrast(wood)),
    )
    sized(drawing, brief, (w, 1.555, 0.42))


def _contrast(finish: Finish) -> str:
    pale = ("paint_white", "oak", "pine", "birch", "ash", "maple", "paper", "marble_white", "aluminium",
            "ceramic_white", "beech", "plastic_white")  # fmt: skip
    return "paint_black" if finish["material"] in pale and not finish["color"] else "paint_white"


def _hanging(drawing: Drawing, brief: Brief, text: str) -> None:
    """Draw a shaped board on two chains under a scrolled arm of a post."""
    wood = brief.of("board sign body", "wood", is_main=True)
    iron = brief.of("post arm chain base frame border", "iron_black")
    w, h, y = 0.8, 0.52, 1.28
    drawing.add("disc", (0.62, 0.05, 0.62), (-0.56, 0, 0), edge=0.3, name="base", **iron)
    strut(drawing, "post", (-0.56, 0.03, 0), (-0.56, 2.2, 0), 0.07, iron)
    drawing.add("ball", (0.11, 0.11, 0.11), (-0.56, 2.17, 0), name="finial", **iron)
    strut(drawing, "arm", (-0.57, 2.0, 0), (0.5, 2.0, 0), 0.04, iron)
    bent(drawing, [(-0.56, 1.66, 0), (-0.44, 1.78, 0), (-0.4, 1.94, 0), (-0.24, 2.0, 0)], 0.022, iron, name="scroll")
    half = [(w / 2, 0.06), (w / 2, h * 0.8), (w * 0.36, h * 0.86), (w * 0.2, h)]
    outline = [(-w * 0.44, 0.0), (w * 0.44, 0.0), *half, *((-a, b) for a, b in reversed(half))]
    cut(drawing, "border", [(a * 1.06, (b - h / 2) * 1.08 + h / 2) for a, b in outline], 0.03, iron, at=(0.06, y, 0))
    cut(drawing, "board", outline, 0.046, wood, at=(0.06, y, 0), bevel_m=0.004)
    for x in (-0.2, 0.32):
        strut(drawing, "chain", (x, y + h * 0.8, 0), (x, 2.01, 0), 0.016, iron)
    room = (w * 0.84, h * 0.62)
    _words(drawing, text, room, (0.06, y + h * 0.44, 0.023), 0.016,
           _letters(brief, "gold" if _contrast(wood) == "paint_white" else "paint_black"))  # fmt: skip
    sized(drawing, brief, (1.37, 2.28, 0.62))


def _neon(drawing: Drawing, brief: Brief, text: str) -> None:
    """Draw lit letters and a lit tube around them on a dark panel that stands on two feet."""
    dark = brief.of("board sign panel frame body base", "plastic_black")
    glow = brief.of("letter text word tube light lettering", "neon", is_main=True)
    w, h = 0.9, 0.5
    drawing.add("box", (w, h, 0.03), (0, 0.03, 0), radius_m=0.012, name="board", **dark)
    for x in (-0.3, 0.3):
        drawing.add("box", (0.05, 0.04, 0.26), (x, 0, 0), radius_m=0.006, name="foot", **dark)
    a, b = w / 2 - 0.05, h / 2 - 0.05
    corner = 0.05
    loop = [(sx * (a - corner) + corner * cos(radians(t)), 0.03 + h / 2 + sy * (b - corner) + corner * sin(radians(t)),
             0.0205) for sx, sy, start in ((1, 1, 0), (-1, 1, 90), (-1, -1, 180), (1, -1, 270))
            for t in range(start, start + 91, 30)]  # fmt: skip
    bent(drawing, loop, 0.014, brief.of("tube border", "emissive_cold"), name="tube", is_closed=True, is_straight=True)
    _words(drawing, text, ((w - 0.14) * 0.9, (h - 0.12) * 0.76), (0, 0.09 + (h - 0.12) / 2, 0.015), 0.02, glow)
    sized(drawing, brief, (w, h + 0.03, 0.26))


def _billboard(drawing: Drawing, brief: Brief, text: str) -> None:
    """Draw a large board on steel posts with struts, a walkway and lamps."""
    face = brief.of("board sign body", "paint_white", is_main=True)
    steel = brief.of("post frame arm base border", "steel_brushed")
    w, h, y = 7.2, 3.2, 3.0
    for x in (-2.2, 2.2):
        drawing.add("box", (1.1, 0.3, 2.4), (x, 0, -0.6), name="base", material="concrete")
        strut(drawing, "post", (x, 0.25, -0.3), (x, y + h - 0.2, -0.3), 0.32, steel, kind="box")
        strut(drawing, "strut", (x, 0.25, -1.5), (x, y + h * 0.55, -0.3), 0.16, steel, kind="box")
    drawing.add("box", (w, h, 0.22), (0, y, 0), name="board", **face)
    drawing.add("frame", (w + 0.2, h + 0.2, 0.3), (0, y - 0.1, 0), border_m=0.16, name="border", **steel)
    drawing.add("box", (w, 0.08, 0.8), (0, y - 0.16, 0.45), name="walkway", **steel)
    for x in (-2.4, 0.0, 2.4):
        strut(drawing, "lamp_arm", (x, y - 0.1, 0.78), (x, y + 0.1, 1.2), 0.06, steel)
        drawing.add(
            "box", (0.5, 0.12, 0.24), (x, y + 0.05, 1.22), turn=(-30, 0, 0), name="lamp", material="emissive_warm"
        )
    _words(
        drawing,
        text,
        ((w - 0.5) * 0.9, (h - 0.4) * 0.76),
        (0, y + 0.25 + (h - 0.4) / 2, 0.11),
        0.08,
        _letters(brief, _contrast(face)),
    )
    sized(drawing, brief, (w + 0.2, h + y + 0.1, 2.4))


def _road(drawing: Drawing, brief: Brief, text: str) -> None:
    """Draw a plate on a galvanised post: red and eight-sided to stop, else a long plate with a rim."""
    steel = brief.of("post base", "steel_brushed")
    drawing.add("disc", (0.5, 0.06, 0.5), edge=0.2, name="base", material="concrete")
    strut(drawing, "post", (0, 0.04, -0.035), (0, 2.6, -0.035), 0.06, steel)
    is_stop = text.upper() == "STOP"
    plate = brief.of("board sign body plate", "paint_red" if is_stop else "paint_white", is_main=True)
    if not is_stop and not plate["color"] and plate["material"] == "paint_white":
        plate = brief.finish("paint_white", "#1f5fae")
    rim = brief.of("border rim", "paint_white")
    w, h = (0.76, 0.76) if is_stop else (0.96, 0.5)
    y = 2.58 - h
    for grow, deep, finish in ((1.0, 0.012, rim), (0.94, 0.018, plate)):
        x, high = w / 2 - 0.03 * (grow < 1), h / 2 - 0.03 * (grow < 1)
        corners = _octagon(w / 2 * grow) if is_stop else [(-x, -high), (x, -high), (x, high), (-x, high)]
        cut(drawing, "plate" if grow < 1 else "rim", corners, deep, finish, at=(0, y + h / 2, 0))
    room = (w * 0.8, h * 0.5) if is_stop else (w * 0.84, h * 0.6)
    _words(drawing, text, room, (0, y + h / 2, 0.009), 0.008,
           _letters(brief, "paint_white"))  # fmt: skip
    sized(drawing, brief, (w, 2.6, 0.5))


def _octagon(reach: float) -> list[tuple[float, float]]:
    far = reach / cos(radians(22.5))
    return [(far * cos(radians(22.5 + 45 * k)), far * sin(radians(22.5 + 45 * k))) for k in range(8)]


def _grave(drawing: Drawing, brief: Brief, text: str) -> None:
    """Draw a round-headed stone on a plinth over a low mound."""
    stone = brief.of("board stone body sign", "granite", is_main=True)
    w, h = 0.62, 0.86
    plinth = brief.of("plinth base", stone["material"])
    drawing.add("box", (0.84, 0.14, 0.36), (0, 0, 0), radius_m=0.012, name="plinth", **plinth)
    arch = [(w / 2 * cos(radians(t)), h - w * 0.36 + w * 0.36 * sin(radians(t))) for t in range(0, 181, 12)]
    cut(drawing, "stone", [(-w / 2, 0.0), (w / 2, 0.0), *arch], 0.15, stone, at=(0, 0.13, 0), bevel_m=0.012)
    room = (w * 0.76, h * 0.42)
    _words(drawing, text, room, (0, 0.13 + h * 0.54, 0.075), 0.014,
           _letters(brief, "paint_black"))  # fmt: skip
    sized(drawing, brief, (0.84, 0.99, 0.36))


def _plate(drawing: Drawing, brief: Brief, text: str) -> None:
    """Draw a name plate in a holder on a desk."""
    wood = brief.of("base holder", "wood")
    metal = brief.of("board plate body sign", "brass_polished", is_main=True)
    drawing.add("box", (0.25, 0.022, 0.06), (0, 0, 0), radius_m=0.004, name="base", **wood)
    drawing.add("box", (0.24, 0.062, 0.008), (0, 0.018, 0), radius_m=0.002, name="board", **metal)
    _words(drawing, text, (0.2, 0.038), (0, 0.051, 0.004), 0.003, _letters(brief, "paint_black"))
    sized(drawing, brief, (0.25, 0.08, 0.06))


_DRAWN = {
    "board": _board, "hanging": _hanging, "neon": _neon, "billboard": _billboard, "road": _road, "grave": _grave,
    "plate": _plate,
}  # fmt: skip
