"""Public buildings with their signs: hospital, school, police, fire and railway station, airport; the front is +z."""

from dataclasses import replace

from engine.archetypes.brief import Brief, Finish
from engine.archetypes.buildings import grounds, roofing
from engine.archetypes.buildings.homes import storeys
from engine.archetypes.buildings.walls import Mass, Walls, shell, windows_of
from engine.archetypes.drawing import Drawing
from engine.archetypes.register import archetype

_KINDS = {
    "hospital": ("HOSPITAL", "paint_white", 4, {"hospital", "clinic", "krankenhaus", "hôpital", "infirmary"}),
    "fire": ("FIRE STATION", "brick_red", 2, {"fire", "firehouse", "feuerwache", "pompier", "bombero"}),
    "police": ("POLICE", "limestone", 3, {"police", "polizei", "policía", "sheriff", "precinct"}),
    "school": ("SCHOOL", "brick_yellow", 2, {"school", "kindergarten", "schule", "école", "escuela", "college"}),
    "airport": ("AIRPORT", "paint_white", 2, {"airport", "terminal"}),
    "post": ("POST OFFICE", "limestone", 2, {"post"}),
    "concert": ("CONCERT HALL", "sandstone", 3, {"concert"}),
    "station": ("STATION", "brick_red", 2, {"train", "railway", "bus", "subway", "metro", "station"}),
}  # fmt: skip


@archetype(
    "public building", "building", "commercial",
    "train station, railway station, bus station, subway station, metro station, airport, airport terminal, "
    "terminal building, post office, subway entrance, concert hall, "
    "hospital, clinic, school, school building, elementary school, "
    "high school, kindergarten, nursery school, college, police station, sheriff station, fire station, firehouse, "
    "fire house, schule, krankenhaus, feuerwache, polizeiwache, école, hôpital, escuela, comisaría",
    hints="patients, pupils, teacher, classroom, ambulance, firefighters garage, jail",
    about="A public building such as a hospital, a school, "
    "a police station or a fire station bears its name on the front.",
    parts="wall, roof, door, window, sign, entrance, canopy, storey, flag, gate, cross, clock, tower",
    features="flag, tower, clock",
)  # fmt: skip
def public_building(drawing: Drawing, brief: Brief) -> None:
    """Draw storeys of windows with the building's name: gates at a fire station, a cross, a clock, a flag."""
    kind = next((name for name, (_, _, _, words) in _KINDS.items() if brief.words & words), "school")
    title, material, usual, _ = _KINDS[kind]
    levels = storeys(brief, usual, most=12)
    width, height, depth = brief.box(24.0, 3.6 * levels + 1.3, 12.0, keeps_shape="storey" not in brief.counts)
    ground = grounds.lot(drawing, brief, width * 1.25, depth * 1.7, z=depth * 0.15, material="concrete")
    wall = brief.of(
        "wall body facade building",
        material if brief.style_name == "realistic" else brief.style.facade or material,
        is_main=True,
    )
    main = Mass(0.0, ground, -depth * 0.05, width, height - 1.2, depth, levels)
    look = replace(windows_of(brief), has_shutters=False, every_m=3.2, wide_m=1.7)
    shell(drawing, brief, main, wall, look, Walls(doors={"front": _doors(kind, width)}))
    roofing.flat(drawing, brief, main, wall, high=0.8)
    _entrance(drawing, brief, main, ground, kind)
    storey = main.tall / levels
    y = ground + storey * (1.0 if kind != "fire" else 1.02) - 0.05
    letters = brief.of("sign", {"fire": "paint_red", "police": "paint_blue"}.get(kind, "paint_blue"))
    drawing.add("sign_board", (0.75 * len(title), 0.95, 0.25), (0, y - 0.1, main.front + 0.1), text=brief.text or title,
                letters_material="paint_white", name="sign", **letters)  # fmt: skip
    _emblem(drawing, brief, main, kind, wall)


def _doors(kind: str, width: float) -> list[tuple[float, float, float]]:
    if kind != "fire":
        return [(0.0, 2.6, 2.7)]
    return [(width * x, 3.8, 3.1) for x in (-0.28, 0.0, 0.28)]


def _entrance(drawing: Drawing, brief: Brief, main: Mass, ground: float, kind: str) -> None:
    """Draw the door under its canopy, or the red gates of the engines."""
    if kind == "fire":
        for x, wide, tall in _doors(kind, main.width):
            drawing.add("sectional_door", (wide + 0.02, tall + 0.02, 0.2), (x, ground, main.front - 0.1),
                has_windows=True,
                        name="gate", **brief.of("gate door", "paint_red"))  # fmt: skip
        return
    drawing.add("door", (2.62, 2.72, 0.25), (0, ground, main.front - 0.12), name="entrance", has_light=True,
                **brief.of("entrance door", "aluminium"))  # fmt: skip
    drawing.add(
        "box",
        (4.4, 0.16, 2.2),
        (0, ground + 2.78, main.front + 1.0),
        radius_m=0.03,
        name="canopy",
        **brief.of("canopy", "concrete"),
    )
    for side in (-1, 1):
        drawing.add(
            "rod",
            (0.14, 2.84, 0.14),
            (side * 2.0, ground - 0.02, main.front + 1.9),
            name="post",
            material="steel_brushed",
        )


def _emblem(drawing: Drawing, brief: Brief, main: Mass, kind: str, wall: Finish) -> None:
    """Draw what tells the kind from afar: a red cross, a hose tower, a clock gable, a flag."""
    top = main.top
    if kind == "hospital":
        cross = brief.of("cross", "paint_red")
        drawing.add("box", (4.0, 3.4, 0.5), (0, top - 0.1, main.front - 0.6), radius_m=0.05, name="panel", **wall)
        for size in ((2.4, 0.8, 0.2), (0.8, 2.4, 0.2)):
            drawing.add(
                "box", size, (0, top + 1.75 - size[1] / 2, main.front - 0.28), radius_m=0.02, name="cross", **cross
            )
    elif kind == "fire":
        x = main.width / 2 - 1.9
        drawing.add("box", (3.0, main.tall + 4.2, 3.0), (x, main.y, -1.0), radius_m=0.03, name="tower", **wall)
        drawing.add(
            "box",
            (3.4, 0.3, 3.4),
            (x, main.y + main.tall + 4.19, -1.0),
            radius_m=0.05,
            name="cap",
            **brief.of("roof", "slate"),
        )
    elif kind == "airport":
        _control_tower(drawing, brief, main, wall)
    elif kind in ("school", "station"):
        drawing.add("box", (4.2, 2.8, 1.6), (0, top - 0.1, main.front - 0.9), radius_m=0.04, name="gable", **wall)
        drawing.add(
            "clock_face",
            (1.7, 1.7, 0.12),
            (0, top + 0.55, main.front - 0.08),
            name="clock",
            **brief.of("clock", "paint_white"),
        )
    drawing.add("flag_pole", (2.0, 8.0, 0.2), (-main.width * 0.42, main.y - 0.01, main.front + 2.6), name="flag",
                cloth_color="#1f4fa3" if kind != "fire" else "#b3201f", material="aluminium")  # fmt: skip


def _control_tower(drawing: Drawing, brief: Brief, main: Mass, wall: Finish) -> None:
    """Draw the tower from which the airfield is seen: a shaft, a glazed cab that leans out, its roof and a mast."""
    x, z, tall = main.width * 0.36, -main.depth * 0.1, main.tall + 9.0
    drawing.add("rod", (3.0, tall, 3.0), (x, main.y, z), name="tower", **brief.of("tower", wall["material"]))
    drawing.add("disc", (5.0, 0.4, 5.0), (x, main.y + tall - 0.1, z), name="deck", **wall)
    cab = brief.of("window", "glass_tinted")
    drawing.add("cone", (5.6, 2.4, 5.6), (x, main.y + tall + 0.25, z), turn=(180, 0, 0), top=0.8, name="cab", **cab)
    drawing.add("disc", (6.0, 0.4, 6.0), (x, main.y + tall + 2.6, z), name="cap", **wall)
    drawing.add("rod", (0.16, 3.0, 0.16), (x, main.y + tall + 2.9, z), name="mast", material="steel_brushed")
