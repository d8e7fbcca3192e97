"""Churches, chapels and cathedrals; the front is +z."""

from dataclasses import replace

from engine.archetypes.brief import Brief, Finish
from engine.archetypes.buildings import grounds, roofing
from engine.archetypes.buildings.homes import plinth
from engine.archetypes.buildings.roofing import Pitch
from engine.archetypes.buildings.walls import Mass, Walls, shell, windows_of
from engine.archetypes.drawing import Drawing
from engine.archetypes.register import archetype
from engine.parts.repeats import many


@archetype(
    "church", "building", "landmark",
    "church, chapel, cathedral, basilica, minster, abbey, kirche, kapelle, dom, église, iglesia, cathédrale, "
    "catedral, gothic church, village church, wedding chapel, monastery",
    hints="pray, worship, mass, wedding, steeple, priest, altar",
    about="A church is a building with a tall steeple, pointed windows, buttresses and bells, where people pray.",
    parts="tower, steeple, spire, roof, wall, window, door, portal, buttress, cross, bell, nave",
    features="tower, spire, cross, buttress, rose window, dome, bell",
)  # fmt: skip
def church(drawing: Drawing, brief: Brief) -> None:
    """Draw a church: a nave with buttresses and pointed windows, an apse, a belfry with rose window and spire."""
    is_grand = bool(brief.words & {"cathedral", "basilica", "minster", "dom", "abbey"})
    width, height, depth = brief.box(
        11.0 if is_grand else 7.5, 26.0 if is_grand else 17.0, 24.0 if is_grand else 15.0, keeps_shape=True,
    )  # fmt: skip
    ground = grounds.lot(drawing, brief, width * 2.2, depth * 1.4, z=depth * 0.04)
    is_plain = brief.style_name in ("modern", "minimalist", "futuristic", "contemporary")
    wall = brief.of(
        "wall church body facade", {"rustic": "cobblestone", "scandinavian": "wood_charred", "modern": "concrete",
        "minimalist": "paint_white", "futuristic": "acrylic_white", "industrial": "brick_red",
        "steampunk": "brick_dark", "contemporary": "concrete_boarded", "baroque": "stucco"}.get(brief.style_name,
        brief.choose("limestone", "sandstone", "paint_white") if not is_grand else "limestone"), is_main=True,
    )  # fmt: skip
    tiles = roofing.covering_of(
        brief, "slate", "roof_tile",
    ) if not is_plain else brief.of("roof", brief.style.roof or "zinc")  # fmt: skip
    stone = brief.of("buttress portal trim", "limestone" if wall["material"] != "limestone" else "sandstone")
    nave = Mass(0.0, ground + 0.3, -depth * 0.06, width * 0.78, height * 0.3, depth * 0.74)
    look = replace(
        windows_of(brief), form="lancet" if not is_plain else "plain", panes=(2, 4), wide_m=1.05, share=0.66,
        foot=0.2, every_m=2.9, has_shutters=False, lintels="band",
    )  # fmt: skip
    plinth(drawing, brief, nave, 0.3)
    shell(drawing, brief, nave, wall, look, Walls(bays={"front": 0, "back": 0}))
    pitch = Pitch("gable", "tiles", 1.35 if not is_plain else 1.7, 0.35, 0.1)
    roofing.pitched(drawing, nave, pitch, tiles, wall, is_turned=True)
    _buttresses(drawing, brief, nave, stone, look.every_m)
    drawing.add(
        "round_wall", (nave.width * 0.76, nave.tall * 0.86, nave.width * 0.76), (0, nave.y, nave.z - nave.depth / 2),
        rows=1, columns=8, form="lancet", window_m=0.7, name="apse", **wall,
    )  # fmt: skip
    drawing.add(
        "cone", (nave.width * 0.84, nave.tall * 0.7, nave.width * 0.84),
        (0, nave.y + nave.tall * 0.85, nave.z - nave.depth / 2), name="apse_roof", **tiles,
    )  # fmt: skip
    twin = brief.count("tower", 2 if is_grand or "twin" in brief.words else 1, least=1, most=2) > 1
    places = (-1, 1) if twin else (0,)
    for side in places:
        _belfry(
            drawing, brief,
            (side * width * 0.36, nave.front + width * 0.16, width * (0.34 if twin else 0.42), height), ground, wall,
            tiles, is_plain=is_plain,
        )  # fmt: skip
    _portal(drawing, brief, nave, width, height, ground, wall, stone, twin=twin)
    grounds.path(drawing, brief, 0.0, nave.front + width * 0.42, depth * 0.73, width=1.9)
    grounds.planting(drawing, brief, [(-width * 0.85, depth * 0.5), (width * 0.85, -depth * 0.4)], trees=2)


def _buttresses(drawing: Drawing, brief: Brief, nave: Mass, stone: Finish, every: float) -> None:
    if not brief.has(
        "buttress",
        default=brief.style_name not in ("modern", "minimalist", "futuristic", "contemporary", "scandinavian"),
    ):  # fmt: skip
        return
    count = many((nave.depth - 0.6) / every)
    for side in (-1, 1):
        for number in range(count + 1):
            z = nave.z + nave.depth * 0.96 * (number / count - 0.5)
            drawing.add(
                "buttress", (0.55, nave.tall * 1.02, 1.0), (side * (nave.width / 2 + 0.36), nave.y - 0.3, z),
                turn=(0, side * 90, 0), **stone,
            )  # fmt: skip


def _belfry(
    drawing: Drawing, brief: Brief, where: tuple[float, float, float, float], ground: float, wall: Finish,
    tiles: Finish, *, is_plain: bool,
) -> None:  # fmt: skip
    """Draw a tower with louvred bell openings, a clock, and a spire or an onion dome with a cross."""
    x, z, wide, height = where
    high = height * 0.6
    mass = Mass(x, ground, z, wide, high, wide, 3)
    look = replace(
        windows_of(brief), form="lancet" if not is_plain else "plain", panes=(1, 7), wide_m=wide * 0.3, share=0.62,
        foot=0.3, every_m=wide, has_shutters=False, lintels="none", has_sills=False,
    )  # fmt: skip
    shell(drawing, brief, mass, wall, look, Walls(bays={"front": 1, "back": 1, "left": 1, "right": 1}, first_storey=2))
    trim = brief.of("cornice trim", "limestone")
    for y in (0.33, 0.66, 0.985):
        drawing.add(
            "box", (wide + 0.24, 0.2, wide + 0.24), (x, ground + high * y - 0.1, z), radius_m=0.02,
            name="string_course", **trim,
        )  # fmt: skip
    if not is_plain:
        drawing.add(
            "clock_face", (wide * 0.36, wide * 0.36, 0.12), (x, ground + high * 0.52, z + wide / 2 + 0.02),
            name="clock", material="paint_white",
        )  # fmt: skip
    if is_plain:
        drawing.add(
            "spire", (wide * 1.0, height - high, wide), (x, ground + high - 0.03, z), sides=4, finial="cross",
            name="spire", finial_material="steel_brushed", **tiles,
        )  # fmt: skip
        return
    drawing.add(
        "spire", (wide * 1.14, height - high, wide * 1.14), (x, ground + high - 0.03, z), sides=8, finial="cross",
        is_onion=brief.style_name == "baroque" or brief.has("dome"), name="spire",
        finial_material=brief.of("cross", "gold")["material"], **tiles,
    )  # fmt: skip


def _portal(
    drawing: Drawing, brief: Brief, nave: Mass, width: float, height: float, ground: float, wall: Finish,
    stone: Finish, *, twin: bool,
) -> None:  # fmt: skip
    """Draw the gate, the rose window over it and the steps."""
    z = nave.front + (0.12 if twin else width * 0.16 + width * 0.21 + 0.1)
    high = 4.2 if twin else 3.0
    form = "plain" if brief.style_name in ("modern", "minimalist", "futuristic") else "lancet"
    drawing.add(
        "gate", (high * 0.66, high, 0.6), (0, ground + 0.26, z), form=form, name="portal",
        surround_material=stone["material"], **brief.of("door portal", "oak_dark"),
    )  # fmt: skip
    drawing.add("steps", (high, 0.3, 1.3), (0, ground, z + 0.85), count=2, **stone)
    size = width * (0.3 if twin else 0.24)
    at = ground + (nave.tall * 0.86 if twin else height * 0.27)
    if twin:
        drawing.add(
            "box", (width * 0.44, nave.tall * 1.36, 0.5), (0, ground, nave.front - 0.1), name="west_front",
            radius_m=0.01, **wall,
        )  # fmt: skip
    if brief.has("rose window", default=True):
        drawing.add(
            "rose_window", (size, size, 0.3), (0, at, z + 0.05 if twin else z - 0.02), petals=12 if twin else 8,
            tint=brief.choose("#3a5fa8", "#a83a5a", "#c98b2e"), **stone,
        )  # fmt: skip
