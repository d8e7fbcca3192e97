"""Castles with towers, a gatehouse, a keep and a moat; the front is +z."""

from dataclasses import replace

from engine.archetypes.brief import Brief, Finish
from engine.archetypes.buildings import grounds
from engine.archetypes.buildings.walls import Mass, Walls, shell, windows_of
from engine.archetypes.drawing import Drawing, scaled
from engine.archetypes.register import archetype
from engine.archetypes.vehicles.shared import part_of

_STONES = {
    "art deco": "marble_white", "futuristic": "acrylic_white", "modern": "concrete", "minimalist": "paint_white",
    "steampunk": "brick_dark", "industrial": "brick_red", "baroque": "stucco",
}  # fmt: skip
_SAND_SHARE = 0.035  # of a castle's size: one of sand


@archetype(
    "castle", "building", "landmark",
    "castle, fortress, fort, citadel, stronghold, keep, medieval castle, fairy tale castle, fairytale castle, "
    "burg, schloss, château fort, castillo, knights castle, dracula castle, sandcastle, tower castle",
    hints="king, knight, moat, drawbridge, princess, dragon, siege",
    about=("A castle is a fortress of stone with towers, battlements, a gate and a drawbridge, "
    "where kings and knights lived."),
    parts="wall, tower, gate, roof, battlement, flag, moat, drawbridge, keep, door",
    features="portcullis, moat, drawbridge, flag, tower, roof, keep, gatehouse",
)  # fmt: skip
def castle(drawing: Drawing, brief: Brief) -> None:
    """Draw a castle: walls between round towers, a gatehouse with a drawbridge, a keep, flags, a moat."""
    width, height, depth = brief.box(26.0, 18.0, 24.0, keeps_shape=True)
    is_sand = "sandcastle" in brief.words
    stone = brief.of(
        "wall stone castle body tower",
        "sandstone" if is_sand else _STONES.get(
            brief.style_name, brief.choose("limestone", "sandstone", "cobblestone")
        ),
        is_main=True,
    )  # fmt: skip
    ground = _castle_ground(drawing, brief, width, depth)
    towers = brief.count("tower", 4, least=3, most=12)
    is_fairy = bool(
        brief.words & {"fairy", "fairytale", "princess", "schloss"}
    ) or brief.style_name in ("baroque", "futuristic")  # fmt: skip
    has_roofs = brief.has(
        "roof", default=not is_sand and (is_fairy or brief.style_name in ("realistic", "gothic", "steampunk"))
    )
    tiles = brief.of("roof", brief.style.roof or brief.choose("slate", "roof_tile", "copper_verdigris"))
    half_w, half_d, high = width * 0.36, depth * 0.35, height * 0.34
    corners = _corners(towers)
    for x, z in corners:
        _tower(
            drawing, brief, x * half_w, z * half_d, width * 0.15, high * brief.vary(1.4, 1.6), ground, stone, tiles,
            has_roof=has_roofs,
        )  # fmt: skip
    for at, long, turn in (
        ((-half_w, 0.0), 2 * half_d, 90.0), ((half_w, 0.0), 2 * half_d, 90.0), ((0.0, -half_d), 2 * half_w, 0.0),
    ):  # fmt: skip
        _curtain(drawing, (at[0], ground, at[1]), long, high, turn, stone)
    side = half_w - width * 0.07
    for x in (-1, 1):
        _curtain(drawing, (x * (width * 0.07 + side / 2), ground, half_d), side, high, 0.0, stone)
    _gatehouse(drawing, brief, width, height, half_d, ground, stone, tiles, has_roof=has_roofs)
    if brief.has("keep", default=True):
        _keep(drawing, brief, width, height, ground, stone, tiles, has_roof=has_roofs)
    if is_sand and not brief.sizes:
        drawing.objects[:] = scaled(drawing.objects, _SAND_SHARE)


@archetype(
    "stone tower", "building", "landmark",
    "stone tower, castle tower, medieval tower, watchtower, watch tower, guard tower, wizard tower, mage tower, "
    "fairy tale tower, fairytale tower, princess tower, round tower, defence tower, defense tower, fortress tower, "
    "brick tower, rapunzel tower, sorcerer tower, witch tower, tower keep, wachturm, torreón",
    hints="rapunzel, archers, lookout",
    about="A stone tower is a tall round building with slits, battlements or a pointed roof and a door at its foot.",
    parts="wall, tower, roof, battlement, flag, door, window, corbel", features="flag, roof, door, battlement",
)  # fmt: skip
def stone_tower(drawing: Drawing, brief: Brief) -> None:
    """Draw a round tower that stands alone: slits, a door at its foot, battlements, a pointed roof or a flag."""
    stone = brief.of("wall stone tower body", brief.choose("limestone", "sandstone", "cobblestone"), is_main=True)
    tiles = brief.of("roof", brief.style.roof or brief.choose("slate", "roof_tile", "copper_verdigris"))
    is_tale = bool(brief.words & {"wizard", "mage", "fairy", "fairytale", "princess", "rapunzel", "sorcerer", "witch"})
    is_open = brief.has("battlement") or bool(brief.words & {"watchtower", "watch", "guard", "lookout"})
    has_roof = brief.has("roof", default=is_tale or not is_open)
    width, height, _ = brief.box(7.0, 23.0 if has_roof else 15.0, 7.0, keeps_shape=True)
    grounds.lot(drawing, brief, width * 1.6, width * 1.6)
    wide, high = 0.8 * width, height - (1.2 * width + 2.4 if has_roof else 4.0)
    _tower(drawing, brief, 0.0, 0.0, wide, high, 0.1, stone, tiles, has_roof=has_roof)
    if brief.has("door", default=True):
        drawing.add(
            "gate", (1.7, 2.7, 0.9), (0, 0.1, wide / 2 - 0.22), form="arched", surround_material=stone["material"],
            surround_color=stone["color"], name="door", **brief.of("door", "oak_dark"),
        )  # fmt: skip


def _corners(towers: int) -> list[tuple[float, float]]:
    """Return where towers stand: at the corners, and evenly along the back and the sides."""
    if towers < 4:
        return [(-1, 1), (1, 1), (0, -1)]
    more = [(0, -1), (-1, 0), (1, 0), (-0.5, -1), (0.5, -1), (-1, 0.5), (1, 0.5), (-1, -0.5)]
    return [(-1, 1), (1, 1), (1, -1), (-1, -1), *more[: towers - 4]]


def _castle_ground(drawing: Drawing, brief: Brief, width: float, depth: float) -> float:
    """Draw the mound, and a moat around it; of a castle of sand only the mound."""
    is_sand = "sandcastle" in brief.words
    if not is_sand:
        grounds.lot(drawing, brief, width * 1.2, depth * 1.25)
    if brief.has("moat", default=not is_sand):
        drawing.add(
            "rail_frame", (width * 1.06, 0.16, depth * 1.08), (0, 0, 0), board_m=width * 0.07, name="moat",
            **brief.of("moat water", "water"),
        )  # fmt: skip
    drawing.add(
        "box", (width * 0.93, 0.5, depth * 0.93), (0, 0, 0), radius_m=0.06, name="mound",
        **brief.of("ground mound", "sandstone" if is_sand else "grass"),
    )  # fmt: skip
    return 0.49


def _tower(
    drawing: Drawing, brief: Brief, x: float, z: float, wide: float, high: float, ground: float, stone: Finish,
    tiles: Finish, *, has_roof: bool,
) -> None:  # fmt: skip
    """Draw a round tower with slits, a jutting battlement, and a pointed roof or a flag."""
    drawing.add(
        "round_wall", (wide, high, wide), (x, ground, z), rows=3, columns=4, window_m=0.34, form="lancet", taper=0.06,
        name="tower", **stone,
    )  # fmt: skip
    drawing.add("cone", (wide * 1.16, 0.5, wide * 1.16), (x, ground + high - 0.3, z), top=0.99, name="corbel", **stone)
    drawing.add(
        "crenels", (wide * 1.16, 1.1, wide * 1.16), (x, ground + high + 0.18, z), is_round=True, merlons=12,
        name="battlement", **stone,
    )  # fmt: skip
    top = ground + high + 0.18
    if has_roof:
        drawing.add(
            "spire", (wide * 1.06, wide * 1.5, wide * 1.06), (x, top - 0.05, z), sides=16, finial="rod",
            is_onion=brief.style_name == "baroque", name="tower_roof", **tiles,
        )  # fmt: skip
        top += wide * 1.5 - 0.35
    if brief.has("flag", default=True):
        drawing.add(
            "flag_pole", (1.5, 2.6, 0.16), (x + 0.67, top - 0.05, z), cloth_color=brief.of("flag", "canvas")["color"]
            or "#a3212c", material="oak",
        )  # fmt: skip


def _curtain(
    drawing: Drawing, at: tuple[float, float, float], long: float, high: float, turn: float, stone: Finish,
) -> None:  # fmt: skip
    drawing.add("box", (long, high, 1.3), at, turn=(0, turn, 0), radius_m=0.0, name="wall", **stone)
    drawing.add(
        "merlons", (long, 0.95, 1.5), (at[0], at[1] + high - 0.02, at[2]), turn=(0, turn, 0), name="battlement",
        **stone,
    )  # fmt: skip


def _gatehouse(
    drawing: Drawing, brief: Brief, width: float, height: float, z: float, ground: float, stone: Finish,
    tiles: Finish, *, has_roof: bool,
) -> None:  # fmt: skip
    """Draw the gatehouse: a block with the gate between two slim towers, and the drawbridge on chains."""
    wide, high = width * 0.17, height * 0.42
    drawing.add("box", (wide, high, 2.6), (0, ground, z), radius_m=0.0, name="gatehouse", **stone)
    drawing.add("crenels", (wide + 0.2, 1.0, 2.9), (0, ground + high - 0.02, z), name="battlement", **stone)
    drawing.add(
        "gate", (2.9, 4.0, 0.7), (0, ground, z + 1.25), form="arched", surround_material=stone["material"],
        surround_color=stone["color"], has_portcullis=brief.has("portcullis"),
        **part_of("portcullis", brief.of("portcullis", "iron_black")), **brief.of("gate door", "oak_dark"),
    )  # fmt: skip
    for side in (-1, 1):
        _tower(
            drawing, replace(brief, excluded=brief.excluded | {"flag"}), side * wide * 0.62, z + 0.9, width * 0.075,
            high * 1.1, ground, stone, tiles, has_roof=has_roof,
        )  # fmt: skip
    if brief.has("drawbridge", default=True):
        drawing.add(
            "floor", (2.5, 0.22, 4.4), (0, ground - 0.12, z + 3.6), pattern="planks", name="drawbridge",
            **brief.of("drawbridge", "oak"),
        )  # fmt: skip
        for side in (-1, 1):
            drawing.add(
                "rod", (0.07, 6.1, 0.07), (side * 1.2, ground - 0.9, z + 3.45), turn=(-46, 0, 0), name="chain",
                material="iron_black",
            )  # fmt: skip


def _keep(
    drawing: Drawing, brief: Brief, width: float, height: float, ground: float, stone: Finish, tiles: Finish, *,
    has_roof: bool,
) -> None:  # fmt: skip
    """Draw the keep behind the walls: the tallest part, with windows, battlements and a roof."""
    wide, high = width * 0.27, height * 0.68
    mass = Mass(-width * 0.04, ground, -width * 0.1, wide, high, wide * 0.9, 4)
    look = replace(
        windows_of(brief), form="lancet", panes=(2, 3), wide_m=0.7, share=0.46, every_m=2.6, has_shutters=False,
        lintels="none",
    )  # fmt: skip
    shell(drawing, brief, mass, stone, look, Walls(first_storey=1))
    drawing.add(
        "crenels", (wide + 0.3, 1.1, wide * 0.9 + 0.3), (mass.x, mass.top - 0.02, mass.z), name="battlement", **stone,
    )  # fmt: skip
    drawing.add(
        "box", (wide - 0.2, 0.4, wide * 0.9 - 0.2), (mass.x, mass.top - 0.02, mass.z), radius_m=0.0, name="keep_deck",
        **stone,
    )  # fmt: skip
    if has_roof:
        drawing.add(
            "roof", (wide * 0.74, height * 0.24, wide * 0.66), (mass.x, mass.top + 0.3, mass.z), form="hip",
            covering="tiles", name="keep_roof", **tiles,
        )  # fmt: skip
    x = mass.x + wide * 0.42
    _tower(drawing, brief, x, mass.z - wide * 0.34, width * 0.1, height * 0.8, ground, stone, tiles, has_roof=has_roof)
