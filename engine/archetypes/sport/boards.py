"""Games that are played at a board or a table."""

from domain.materials import CATALOGUE
from engine.archetypes.brief import Brief, Finish
from engine.archetypes.drawing import Drawing
from engine.archetypes.objects.choices import kin
from engine.archetypes.objects.shaping import Pair, cut, pose, sized, spin, strut
from engine.archetypes.ornament import dress
from engine.archetypes.register import archetype

_FOOT: list[Pair] = [(0.0165, 0.0), (0.0175, 0.003), (0.0165, 0.007), (0.0135, 0.01), (0.0125, 0.014)]
_TOPS: dict[str, list[Pair]] = {
    "pawn": [(0.0065, 0.022), (0.0055, 0.032), (0.0095, 0.034), (0.006, 0.036), (0.0092, 0.041), (0.0095, 0.045),
             (0.0075, 0.05), (0.0015, 0.053)],
    "rook": [(0.0095, 0.022), (0.0085, 0.036), (0.0125, 0.039), (0.0125, 0.053), (0.009, 0.053), (0.009, 0.049),
             (0.001, 0.049)],
    "bishop": [(0.0075, 0.024), (0.006, 0.044), (0.0115, 0.047), (0.006, 0.05), (0.009, 0.056), (0.0088, 0.062),
               (0.003, 0.071), (0.004, 0.074), (0.001, 0.078)],
    "queen": [(0.0085, 0.024), (0.0062, 0.054), (0.0125, 0.058), (0.0065, 0.061), (0.0078, 0.07), (0.0122, 0.081),
              (0.0085, 0.08), (0.005, 0.083), (0.0045, 0.087), (0.001, 0.09)],
    "king": [(0.0085, 0.024), (0.0065, 0.058), (0.013, 0.062), (0.0068, 0.065), (0.008, 0.074), (0.0118, 0.085),
             (0.009, 0.088), (0.001, 0.09)],
}  # fmt: skip
_KNIGHT: list[Pair] = [(-0.011, 0.012), (0.011, 0.012), (0.0085, 0.026), (0.003, 0.036), (0.008, 0.038),
                       (0.0155, 0.037), (0.017, 0.042), (0.009, 0.052), (0.004, 0.057), (0.0015, 0.063),
                       (-0.003, 0.056), (-0.009, 0.048), (-0.0125, 0.034)]  # fmt: skip
_DARK = {"stone": "marble_black", "glass": "glass_tinted", "metal": "iron_black", "plastic": "plastic_black",
         "paint": "paint_black", "ceramic": "marble_black"}  # fmt: skip
_RANK = ("rook", "knight", "bishop", "queen", "king", "bishop", "knight", "rook")


@archetype(
    "chess set", "object", "game",
    "chess set, chess board, chessboard, chess, chess game, game of chess, board game, checkers board, draughts board, "
    "schachspiel, schachbrett, jeu d'échecs, échiquier, ajedrez, juego de ajedrez, tablero de ajedrez",
    hints="checkmate, strategy game", about="A chess board of 64 squares with its 32 pieces set up for a game.",
    parts="board, square, frame, piece, pawn, king, queen, knight, bishop, rook, base",
)  # fmt: skip
def chess_set(drawing: Drawing, brief: Brief) -> None:
    """Draw a chess board with all pieces in their first places."""
    pale, dark = {
        "modern": ("marble_white", "marble_black"), "minimalist": ("birch", "walnut"), "futuristic": ("aluminium",
        "plastic_black"), "art deco": ("gold", "lacquer_black"), "steampunk": ("brass_polished", "copper"),
        "industrial": ("aluminium", "iron_black"), "rustic": ("pine", "walnut"),
    }.get(kin(brief), ("maple", "walnut"))  # fmt: skip
    light = brief.of("square white piece", pale, is_main=True)
    if brief.materials:
        dark = _DARK.get(CATALOGUE[light["material"]].family, dark)
    other = brief.of("black pawn", dark, is_accent=True)
    frame = brief.of("frame board base border", other["material"])
    unit = 0.05
    body = drawing.add("box", (9.2 * unit, 0.022, 9.2 * unit), (0, 0, 0), radius_m=0.004, name="frame", **frame)
    drawing.add("chequered", (8 * unit, 0.006, 8 * unit), (0, 0.018, 0), name="board", count=8,
                dark_material=other["material"], dark_color=other["color"], **light)  # fmt: skip
    dress(drawing, brief, body, "front")
    for column, kind in enumerate(_RANK):
        x = (column - 3.5) * unit
        for side, wood in ((1.0, light), (-1.0, other)):
            _piece(drawing, kind, (x, 0.0238, side * 3.5 * unit), wood, side)
            _piece(drawing, "pawn", (x, 0.0238, side * 2.5 * unit), wood, side)
    sized(drawing, brief, (9.2 * unit, 0.12, 9.2 * unit))


def _piece(drawing: Drawing, kind: str, at: tuple[float, float, float], wood: Finish, side: float) -> None:
    """Draw one piece; knights look at the other side."""
    if kind == "knight":
        spin(drawing, "knight", [*_FOOT, (0.0085, 0.016)], wood, at=at)
        head = Drawing(drawing.brief)
        cut(head, "knight", _KNIGHT, 0.013, wood, bevel_m=0.0025)
        return pose(drawing, head, at, (0, 90.0 * side, 0))
    spin(drawing, kind, [*_FOOT, *_TOPS[kind]], wood, at=at)
    if kind == "king":
        for wide, tall, y in ((0.003, 0.014, 0.088), (0.01, 0.003, 0.0945)):
            drawing.add("box", (wide, tall, 0.003), (at[0], at[1] + y, at[2]), radius_m=0.0005, name="cross", **wood)
    return None


@archetype(
    "dartboard", "object", "game",
    "dartboard, dart board, darts, darts board, dart target, dartscheibe, cible de fléchettes, jeu de fléchettes, "
    "diana, target board",
    hints="bullseye, pub game", about="A round target of twenty numbered sectors at which darts are thrown.",
    parts="frame, sector, dart, cabinet, stand, ring",
)  # fmt: skip
def dartboard(drawing: Drawing, brief: Brief) -> None:
    """Draw a dartboard on a stand with three darts in it."""
    black = brief.of("sector body board", "felt", is_main=True)
    if black["material"] == "felt" and not black["color"]:
        black = brief.finish("felt", "#17171a")
    wood, metal = brief.of("stand leg cabinet", "wood"), brief.of("ring frame dart", "metal", is_accent=True)
    y = 1.5
    back = drawing.add("box", (0.66, 0.66, 0.022), (0, y - 0.33, -0.03), radius_m=0.006, name="cabinet", **wood)
    dress(drawing, brief, back, "back")
    drawing.add("dart_face", (0.451, 0.451, 0.036), (0, y - 0.2255, -0.004), name="board", **black)
    ring = Drawing(brief)
    ring.add("hoop", (0.47, 0.042, 0.47), (0, -0.021, 0), inner=0.95, name="ring", **metal)
    pose(drawing, ring, (0, y, -0.001), (90, 0, 0))
    for x in (-0.24, 0.24):
        strut(drawing, "leg", (1.3 * x, 0.012, 0.3), (1.3 * x, y + 0.3, -0.04), 0.034, wood)
        strut(drawing, "leg", (1.3 * x, 0.012, -0.42), (1.3 * x, y + 0.28, -0.05), 0.034, wood)
        strut(drawing, "foot", (1.3 * x, 0.011, 0.3), (1.3 * x, 0.011, -0.42), 0.022, wood)
    for x, high in ((0.01, 0.1), (-0.03, -0.02), (0.07, 0.02)):
        strut(drawing, "dart", (x, y + high, 0.004), (x, y + high + 0.012, 0.1), 0.007, metal)
        strut(drawing, "shaft", (x, y + high + 0.012, 0.098), (x, y + high + 0.017, 0.14), 0.004, metal)
        for turn in (0.0, 90.0):
            drawing.add("box", (0.03, 0.0012, 0.036), (x, y + high + 0.016, 0.145), turn=(-7, 0, turn), name="flight",
                        **brief.of("flight", "paint_red"))  # fmt: skip
    sized(drawing, brief, (0.66, 1.83, 0.8))


def _table(
    drawing: Drawing, brief: Brief, size: tuple[float, float, float], wood: Finish, rim: float, leg: float
) -> float:  # fmt: skip
    """Draw a framed table on turned or square legs; return the height of its bed."""
    w, h, d = size
    for x in (-1.0, 1.0):
        drawing.add("box", (rim, 0.16, d), (x * (w - rim) / 2, h - 0.16, 0), radius_m=0.012, name="rail", **wood)
    for z in (-1.0, 1.0):
        rail = drawing.add(
            "box", (w - rim, 0.16, rim), (0, h - 0.16, z * (d - rim) / 2), radius_m=0.012, name="rail", **wood
        )
    dress(drawing, brief, rail, "front")
    drawing.add("box", (w - 1.2 * rim, 0.07, d - 1.2 * rim), (0, h - 0.14, 0), name="bed", **wood)
    for x in (-1.0, 1.0):
        for z in (-1.0, 1.0):
            drawing.add("leg", (leg, h - 0.1, leg), (x * (w / 2 - leg * 0.8), 0, z * (d / 2 - leg * 0.8)),
                        style=brief.style.leg if brief.style.leg in ("turned", "square", "tapered") else "square",
                        name="leg", **brief.of("leg", wood["material"]))  # fmt: skip
    return h - 0.07


@archetype(
    "pool table", "furniture", "game",
    "pool table, billiard table, billiards table, snooker table, billiards, billard, billardtisch, "
    "table de billard, mesa de billar, billiard",
    hints="eight ball, cue", about="A table with a cloth bed, cushions and six pockets for balls and cues.",
    parts="cloth, felt, rail, leg, pocket, cue, ball, bed, frame",
)  # fmt: skip
def pool_table(drawing: Drawing, brief: Brief) -> None:
    """Draw a pool table: cloth, cushions, six pockets, fifteen balls racked, a cue."""
    w, h, d = brief.box(2.54, 0.8, 1.42)
    wood = brief.of("frame rail body", "wood", is_main=True)
    cloth = brief.of("cloth felt bed cushion", "felt", is_accent=True)
    if cloth["material"] == "felt" and not cloth["color"]:
        cloth = brief.finish("felt", "#1e6b46")
    black = brief.of("pocket", "rubber_black")
    rim = 0.15
    bed = _table(drawing, brief, (w, h, d), wood, rim, 0.14)
    drawing.add("box", (w - 2 * rim + 0.02, 0.03, d - 2 * rim + 0.02), (0, bed - 0.02, 0), name="cloth", **cloth)
    _cushions(drawing, (w, h, d), rim, cloth)
    top = bed + 0.01
    for x in (-1.0, 0.0, 1.0):
        for z in (-1.0, 1.0):
            at = (x * (w / 2 - rim), h - 0.06, z * (d / 2 - rim + (0.03 if x == 0 else 0)))
            drawing.add("disc", (0.13, 0.0635, 0.13), at, edge=0.05, name="pocket", **black)
    _racked(drawing, brief, (w, top), cloth)
    cue = (w * 0.1, top + 0.012, d * 0.2), (-w * 0.34, h + 0.012, d / 2 - 0.05)
    strut(drawing, "cue", cue[0], cue[1], 0.024, brief.of("cue", "maple"))


def _cushions(drawing: Drawing, size: tuple[float, float, float], rim: float, cloth: Finish) -> None:
    w, h, d = size
    for x in (-1.0, 1.0):
        drawing.add("box", (0.06, 0.06, d - 2 * rim - 0.16), (x * (w / 2 - rim + 0.01), h - 0.066, 0), radius_m=0.014,
                    name="cushion", **cloth)  # fmt: skip
        for z in (-1.0, 1.0):
            drawing.add("box", (w / 2 - rim - 0.17, 0.06, 0.06), (x * (w / 4 - rim / 2 + 0.0), h - 0.066,
                        z * (d / 2 - rim + 0.01)), radius_m=0.014, name="cushion", **cloth)  # fmt: skip


_BALLS = ("#e0b020", "#1d3f9a", "#b3211c", "#5a2a7a", "#d9631e", "#1f6b3a", "#7a1f22", "#111114")


def _racked(drawing: Drawing, brief: Brief, place: tuple[float, float], cloth: Finish) -> None:
    """Draw fifteen balls in a triangle and the white one before them."""
    w, top = place
    across, number = 0.057, 0
    for row in range(5):
        for column in range(row + 1):
            at = (w * 0.2 + row * across * 0.868, top - 0.0004, (column - row / 2) * across)
            tint = _BALLS[7] if (row, column) == (2, 1) else _BALLS[number % 7]
            drawing.add("ball", (across * 0.995,) * 3, at, name="ball", **brief.finish("plastic_white", tint))
            number += 1
    drawing.add("ball", (across,) * 3, (-w * 0.25, top - 0.0004, 0), name="ball", material="plastic_white")


@archetype(
    "table tennis table", "furniture", "game",
    "table tennis table, ping pong table, table tennis, ping pong, pingpong table, tischtennisplatte, tischtennis, "
    "table de ping pong, mesa de ping pong",
    hints="paddle", about="A table with a low net across its middle on which a light ball is played with bats.",
    parts="top, net, leg, line, bat, frame",
)  # fmt: skip
def table_tennis(drawing: Drawing, brief: Brief) -> None:
    """Draw a table tennis table: two halves with white lines, a net on posts, folding legs, two bats and a ball."""
    w, h, d = brief.box(2.74, 0.76, 1.525)
    top = brief.of("top body table", "paint_white", is_main=True)
    if top["material"] == "paint_white" and not top["color"]:
        top = brief.finish("paint_white", {"rustic": "#1f5f3c", "art deco": "#151518"}.get(kin(brief), "#1f4f8f"))
    metal, white = brief.of("leg frame", "metal", is_accent=True), brief.of("line net", "paint_white")
    for side in (-1.0, 1.0):
        drawing.add("box", (w / 2 - 0.004, 0.03, d), (side * w / 4, h - 0.03, 0), radius_m=0.004, name="top", **top)
        drawing.add("box", (0.04, 0.05, d * 0.9), (side * w * 0.4, h - 0.075, 0), name="beam", **metal)
        for z in (-1.0, 1.0):
            drawing.add(
                "box", (w * 0.44, 0.05, 0.03), (side * w * 0.23, h - 0.075, z * d * 0.42), name="apron", **metal
            )
            for x in (0.1, 0.4):
                drawing.add("box", (0.045, h - 0.06, 0.045), (side * w * x, 0, z * d * 0.42), name="leg", **metal)
            drawing.add("box", (w / 2 - 0.004, 0.002, 0.02), (side * w / 4, h - 0.0012, z * (d / 2 - 0.012)),
                        name="line",
                        **white)  # fmt: skip
        drawing.add("box", (0.02, 0.002, d - 0.04), (side * (w / 2 - 0.012), h - 0.0012, 0), name="line", **white)
        drawing.add("box", (w / 2 - 0.03, 0.002, 0.004), (side * w / 4, h - 0.0012, 0), name="line", **white)
        drawing.add("box", (0.03, 0.16, 0.03), (0, h - 0.01, side * (d / 2 - 0.01)), name="post", **metal)
    drawing.add("box", (0.008, 0.14, d), (0, h - 0.001, 0), name="net", **brief.of("net", "plastic_black"))
    drawing.add("box", (0.014, 0.02, d), (0, h + 0.13, 0), name="band", **white)
    for x, z, tint in ((-0.9, 0.3, "#b3211c"), (0.8, -0.35, "#17171a")):
        drawing.add("disc", (0.155, 0.014, 0.165), (x, h - 0.0005, z), edge=0.2, name="bat",
                    **brief.finish("plastic_white", tint))  # fmt: skip
        drawing.add(
            "box",
            (0.1, 0.02, 0.028),
            (x + 0.115, h - 0.0005, z),
            radius_m=0.008,
            name="grip",
            **brief.of("grip", "wood"),
        )
    drawing.add("ball", (0.04, 0.04, 0.04), (-0.6, h - 0.0005, 0.1), name="ball", material="plastic_white")


@archetype(
    "foosball table", "furniture", "game",
    "foosball table, foosball, football table, table football, table soccer, tischkicker, kicker table, baby foot, "
    "babyfoot, futbolín, tischfussball",
    hints="arcade game", about="A table in which figures on rods are turned to kick a ball into a goal.",
    parts="rod, figure, handle, leg, field, player, frame",
)  # fmt: skip
def foosball(drawing: Drawing, brief: Brief) -> None:
    """Draw a foosball table: a box with a green field, eight rods with players in two colours, handles, goals."""
    w, h, d = 1.42, 0.9, 0.76
    wood = brief.of("frame body rail", "wood", is_main=True)
    metal, grip = brief.of("rod", "chrome", is_accent=True), brief.of("handle grip", "rubber_black")
    field = brief.of("field bed", "felt")
    field = field if field["color"] or field["material"] != "felt" else brief.finish("felt", "#2f7d3f")
    for z in (-1.0, 1.0):
        side = drawing.add(
            "box", (w, 0.3, 0.03), (0, h - 0.3, z * (d / 2 - 0.015)), radius_m=0.006, name="side", **wood
        )
        drawing.add("box", (0.03, 0.3, d - 0.04), (z * (w / 2 - 0.015), h - 0.3, 0), radius_m=0.006, name="end", **wood)
        drawing.add(
            "box", (0.006, 0.08, 0.2), (z * (w / 2 - 0.031), h - 0.19, 0), name="goal", material="plastic_black"
        )
    dress(drawing, brief, side, "front")
    drawing.add("box", (w - 0.04, 0.03, d - 0.04), (0, h - 0.22, 0), name="field", **field)
    for x in (-1.0, 1.0):
        for z in (-1.0, 1.0):
            drawing.add("leg", (0.09, h - 0.29, 0.09), (x * (w / 2 - 0.07), 0, z * (d / 2 - 0.07)), name="leg",
                        style=brief.style.leg if brief.style.leg in ("turned", "square", "tapered") else "square",
                        **brief.of("leg", wood["material"]))  # fmt: skip
    for number, players in enumerate((1, 2, 3, 5, 5, 3, 2, 1)):
        x, is_red = (number - 3.5) * 0.16, number in (0, 1, 3, 5)
        out = 1.0 if is_red else -1.0
        y = h - 0.09
        strut(drawing, "rod", (x, y, -out * (d / 2 + 0.04)), (x, y, out * (d / 2 + 0.2)), 0.016, metal)
        strut(drawing, "handle", (x, y, out * (d / 2 + 0.12)), (x, y, out * (d / 2 + 0.24)), 0.034, grip, edge=0.3)
        tint = brief.finish("plastic_white", "#b3211c" if is_red else "#1d3f9a")
        for player in range(players):
            z = (player - (players - 1) / 2) * 0.62 / max(players, 2.4)
            drawing.add("box", (0.022, 0.09, 0.034), (x, y - 0.075, z), radius_m=0.006, name="player", **tint)
            drawing.add("ball", (0.028, 0.032, 0.028), (x, y + 0.01, z), name="head", **tint)
    drawing.add("ball", (0.034, 0.034, 0.034), (0.04, h - 0.1905, 0.05), name="ball", material="plastic_white")
    sized(drawing, brief, (w, h, d))
