"""Cabins of logs, sheds, and houses that are all roof; the front is +z."""

from dataclasses import replace

from engine.archetypes.brief import Brief
from engine.archetypes.buildings import grounds, roofing
from engine.archetypes.buildings.homes import plinth
from engine.archetypes.buildings.roofing import Pitch
from engine.archetypes.buildings.tiny_houses import house_on_wheels
from engine.archetypes.buildings.walls import Mass, Walls, Windows, shell, window_places, windows_of
from engine.archetypes.drawing import Drawing
from engine.archetypes.register import archetype


@archetype(
    "cabin", "building", "residential",
    "cabin, log cabin, wooden cabin, mountain cabin, chalet, hut, log house, blockhaus, hütte, cabane, cabaña, "
    "lodge, "
    "tiny house, a frame, a frame house, a frame cabin, woodland cabin, hunting lodge, forest cabin, shack",
    hints="woods, forest, logs, mountain, weekend, lake, hide",
    about=("A cabin is a small house of logs in the woods or mountains with a porch, a stone "
    "chimney and a steep roof."), parts="log, roof, wall, window, door, chimney, porch, step, firewood",
    features="wheel, trailer, porch, chimney, solar roof, a frame, loft",
)  # fmt: skip
def cabin(drawing: Drawing, brief: Brief) -> None:
    """Draw a cabin: walls of logs with crossed ends, a steep roof, a porch, a stone chimney, firewood."""
    if brief.has("wheel", "trailer"):
        house_on_wheels(drawing, brief)
        return
    is_shed = bool(brief.words & {"shed", "shack"})
    width, height, depth = brief.box(
        4.0 if is_shed else 7.2, 3.0 if is_shed else 5.4, 3.4 if is_shed else 5.8, keeps_shape=True,
    )  # fmt: skip
    ground = grounds.lot(drawing, brief, width * 1.7, depth * 1.9)
    if brief.has("a frame") or "frame" in brief.words:
        _a_frame(drawing, brief, width, height, depth, ground)
        return
    steep = 1.0 if not is_shed else 0.6
    pitch = Pitch(
        "gable", {"rustic": "planks", "modern": "seams", "industrial": "seams"}.get(brief.style_name, "tiles"), steep,
        0.5, 0.5,
    )  # fmt: skip
    tall = max(height - 0.3 - (depth / 2 + 0.5) * steep, 2.2)
    main = Mass(0.0, ground + 0.3, 0.0, width, tall, depth)
    wood = brief.of(
        "wall log cabin body", {"steampunk": "walnut", "modern": "wood_charred", "futuristic": "cedar",
        "industrial": "steel_corten", "minimalist": "pine", "scandinavian": "paint_red"}.get(brief.style_name,
        "pine"), is_main=True,
    )  # fmt: skip
    plinth(drawing, brief, main, 0.3)
    look = replace(windows_of(brief), wide_m=0.95, every_m=2.4)
    door = width * 0.0
    walls = Walls(
        doors={"front": [(door, 1.05, 2.05)]}, bays={"front": 3 if width > 5 else 1, "left": 1, "right": 1, "back": 1}
    )  # fmt: skip
    shell(drawing, brief, main, wood, look, walls)
    if not is_shed and brief.style_name not in ("modern", "futuristic", "minimalist", "industrial"):
        drawing.add(
            "log_walls", (width + 0.7, tall, depth + 0.7), (0, main.y, 0), gaps_m=_log_gaps(main, look, walls), **wood,
        )  # fmt: skip
    tiles = brief.of(
        "roof", {"rustic": "cedar", "steampunk": "copper"}.get(brief.style_name, brief.style.roof or "slate"),
    )  # fmt: skip
    roofing.pitched(drawing, main, pitch, tiles, wood)
    grounds.entrance(drawing, brief, main, door, ground, size=(1.07, 2.06))
    if brief.has("porch", default=not is_shed):
        grounds.porch(drawing, brief, main, 0.0, ground, width * 0.92, 1.7)
    if brief.has("chimney", default=not is_shed):
        drawing.add(
            "chimney", (1.0, height + 0.6, 0.8), (width / 2 + 0.42, ground - 0.01, -depth * 0.12),
            **brief.of("chimney", "cobblestone"),
        )  # fmt: skip
        drawing.add("wood_pile", (1.8, 1.0, 0.5), (-width / 2 - 0.56, ground, 0.1), turn=(0, 90, 0), material="bark")
    if roofing.wants_solar(brief):
        roofing.solar(drawing, brief, main, pitch, 0.0, width * 0.6)
    grounds.planting(
        drawing, brief, [(-width * 0.7, -depth * 0.6), (width * 0.72, depth * 0.7), (-width * 0.66, depth * 0.72)],
        trees=1,
    )  # fmt: skip


def _log_gaps(main: Mass, look: Windows, walls: Walls) -> list[str | float]:
    """Return the openings of the front, as the logs leave them out: x, foot, width, height."""
    holes = window_places(main, main.width, look, walls.doors["front"], walls.bays["front"], 0)
    return [*holes, *(v for u, w, h in walls.doors["front"] for v in (u, 0.0, w, h))]


def _a_frame(drawing: Drawing, brief: Brief, width: float, height: float, depth: float, ground: float) -> None:
    """Draw a house that is all roof, its front a triangle of glass."""
    high = height + 1.2
    drawing.add(
        "box", (width * 0.94, 0.3, depth * 1.3), (0, ground, 0.4), radius_m=0.02, name="deck",
        **brief.of("deck porch", "wood"),
    )  # fmt: skip
    drawing.add(
        "roof", (depth, high, width), (0, ground + 0.02, 0), turn=(0, 90, 0), form="gable", covering="seams",
        eave_m=0.25, verge_m=0.9, gables_material="pine", name="roof", **brief.of("roof", brief.style.roof or "slate"),
    )  # fmt: skip
    for z, turn in ((depth / 2 - 0.92, 0.0), (-depth / 2 + 0.92, 180.0)):
        drawing.add(
            "glass_gable", (width * 0.78, high * 0.8, 0.14), (0, ground + 0.28, z), turn=(0, turn, 0),
            has_door=turn == 0.0, **brief.of("window frame", "wood"),
        )  # fmt: skip
    grounds.planting(drawing, brief, [(-width * 0.7, -depth * 0.6), (width * 0.72, depth * 0.7)], trees=2)
