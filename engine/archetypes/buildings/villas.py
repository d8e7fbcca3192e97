"""Villas: of stacked slabs and glass, or with wings and columns; the front is +z."""

from dataclasses import replace

from engine.archetypes.brief import Brief, Finish
from engine.archetypes.buildings import grounds, roofing
from engine.archetypes.buildings.grounds import GROUND
from engine.archetypes.buildings.homes import FLAT, corners, pitch_of, plinth, storeys, turret
from engine.archetypes.buildings.walls import Mass, Walls, shell, wall_of, windows_of
from engine.archetypes.drawing import Drawing
from engine.archetypes.register import archetype


@archetype(
    "villa", "building", "residential",
    "villa, mansion, manor, manor house, country estate, palace, château, chateau, herrenhaus, beach villa, luxury "
    "house, " "estate, palazzo, hacienda, plantation house, palast, mediterranean villa, luxury villa, royal palace",
    hints="luxury, rich, estate",
    about="A villa is a large elegant house with wings, columns and a terrace, where wealthy people live.",
    parts="roof, wall, facade, window, door, chimney, garage, column, tower, pool, shutter, storey, lawn, path, wing, "
    "terrace",
    features="solar roof, solar panel=solar roof, flat roof, chimney, garage, carport=garage, column=column, "
    "portico=column, pillared=column, tower, turret=tower, pool, swimming pool=pool, shutter, hip roof, terrace, "
    "garden, two storey",
)  # fmt: skip
def villa(drawing: Drawing, brief: Brief) -> None:
    """Draw a villa: a long main part between two wings, or boxes of glass and concrete; terrace, pool."""
    is_flat = brief.has(
        "flat roof", default=brief.style_name in FLAT - {"art deco"} or brief.style_name == "contemporary",
    )  # fmt: skip
    levels = storeys(brief, 2, most=4)
    width, height, depth = brief.box(18.0, 3.3 * levels + (1.2 if is_flat else 4.6), 11.0, keeps_shape=True)
    wall = wall_of(brief, "villa", "stucco", "limestone", "paint_white")
    if is_flat:
        _boxes_villa(drawing, brief, wall, width, height, depth, levels)
    else:
        _classical_villa(drawing, brief, wall, (width, height, depth), levels)


def _boxes_villa(
    drawing: Drawing, brief: Brief, wall: Finish, width: float, height: float, depth: float, levels: int
) -> None:
    """Draw a villa of stacked slabs with glass between them, a cantilever, a pool."""
    storey = (height - 0.6) / levels
    ground = grounds.lot(drawing, brief, width * 1.35, depth * 2.1, z=depth * 0.25)
    look = replace(windows_of(brief), share=0.8, foot=0.06, panes=(2, 1), wide_m=2.8, every_m=3.1, has_shutters=False)
    round_ends = brief.style_name == "futuristic"
    slab = brief.of("slab roof", "acrylic_white" if round_ends else brief.style.roof or "concrete")
    at, widths = (0.0, width * 0.12, -width * 0.06, width * 0.04), (0.92, 0.74, 0.6, 0.5)
    y = ground
    for level in range(levels):
        mass = Mass(
            at[level], y + 0.3, -depth * 0.08, width * widths[level], storey - 0.62, depth * (0.72 - 0.05 * level),
        )  # fmt: skip
        plan = (mass.width + 2.2, 0.34, mass.depth + 2.4)
        kind = "plate" if round_ends else "box"
        drawing.add(kind, plan, (mass.x, y, mass.z + 0.3), name="slab", corner_m=2.2, radius_m=0.03, **slab)
        doors = {"front": [(mass.width * 0.3, 1.15, 2.2)]} if level == 0 else {}
        shell(drawing, brief, mass, wall, look, Walls(doors=doors))
        if level == 0:
            grounds.entrance(drawing, brief, mass, mass.width * 0.3, mass.y, size=(1.17, 2.22))
        else:
            _terrace_rail(drawing, brief, mass, y + 0.3)
        y = mass.top - 0.02
    drawing.add("plate" if round_ends else "box", plan, (mass.x, y, mass.z + 0.3), name="roof", corner_m=2.2,
                radius_m=0.03, **slab)  # fmt: skip
    if roofing.wants_solar(brief):
        roofing.solar_flat(drawing, brief, mass, y + 0.33)
    if brief.has("chimney"):
        place = (mass.x - mass.width * 0.3, y + 0.3, mass.z - mass.depth * 0.25)
        drawing.add("chimney", (1.1, 1.3, 0.8), place, **brief.of("chimney", slab["material"]))
    _villa_garden(drawing, brief, width, depth)


def _terrace_rail(drawing: Drawing, brief: Brief, mass: Mass, y: float) -> None:
    rail = brief.of("railing balcony", "chrome" if brief.style_name == "futuristic" else "iron_black")
    drawing.add(
        "railing", (mass.width + 1.6, 1.0, 0.06), (mass.x, y, mass.front + 1.2), form="sheet", name="railing", **rail,
    )  # fmt: skip


def _villa_garden(drawing: Drawing, brief: Brief, width: float, depth: float) -> None:
    if brief.has("pool", default=True):
        grounds.pool(drawing, brief, -width * 0.2, depth * 0.9, size=(width * 0.5, depth * 0.36))
    spots = [
        (x * width, z * depth) for x,
        z in ((-0.62, 0.3), (0.62, -0.5), (0.5, 1.1), (0.6, 0.3), (0.3, 0.7), (-0.6, 1.15))
    ]  # fmt: skip
    grounds.planting(drawing, brief, spots, trees=brief.count("tree", 3, most=6))
    grounds.path(drawing, brief, width * 0.27, depth * 0.4, depth * 1.28, width=1.9)
    if brief.has("garage"):
        grounds.garage(drawing, brief, wall_of(brief, "villa"), width * 0.56, 0.4, GROUND, cars=1)


def _classical_villa(
    drawing: Drawing, brief: Brief, wall: Finish, size: tuple[float, float, float], levels: int
) -> None:
    """Draw a villa of a middle part with columns between two wings under hipped roofs."""
    width, height, depth = size
    ground = grounds.lot(drawing, brief, width * 1.4, depth * 2.1, z=depth * 0.25)
    pitch = replace(
        pitch_of(brief), form={"gable": "hip"}.get(pitch_of(brief).form, pitch_of(brief).form), covering="tiles",
        steep=0.6,
    )  # fmt: skip
    tiles = roofing.covering_of(brief, "roof_tile", "roof_tile", "slate")
    look = replace(windows_of(brief), share=0.58, foot=0.24, wide_m=1.1, every_m=2.4)
    tall = max(height - 0.5 - (depth * 0.31 + pitch.eave_m) * 0.6, 2.6 * levels)
    main = Mass(0.0, ground + 0.5, -depth * 0.1, width * 0.6, tall, depth * 0.62, levels)
    for side in (-1, 1):
        wing = Mass(side * width * 0.38, main.y, 0.0, width * 0.24, tall * 0.9, depth * 0.88, levels)
        plinth(drawing, brief, wing, 0.5)
        shell(drawing, brief, wing, wall, look, Walls(bays={"front": 2, "back": 2}))
        roofing.pitched(drawing, wing, pitch, tiles, wall, is_turned=True, name="wing_roof")
        corners(drawing, brief, wing)
    plinth(drawing, brief, main, 0.5)
    shell(
        drawing, brief, main, wall, look,
        Walls(doors={"front": [(0.0, 1.6, 2.6)]}, bays={"front": 5, "left": 0, "right": 0}),
    )  # fmt: skip
    roofing.pitched(drawing, main, pitch, tiles, wall)
    if brief.has("chimney"):
        for number in range(brief.count("chimney", 1, most=2)):
            roofing.chimney(drawing, brief, main, pitch, main.width * (0.2 - 0.4 * number))
    grounds.entrance(drawing, brief, main, 0.0, ground, size=(1.62, 2.62))
    if brief.has("column", default=True):
        grounds.portico(drawing, brief, main, 0.0, ground, 5.2, min(main.tall - 1.2, 5.0))
    if brief.has("tower"):
        turret(drawing, brief, wall, tiles, -width / 2 - 0.6, main.z, main.tall * 1.35, 3.2)
    if roofing.wants_solar(brief):
        roofing.solar(drawing, brief, main, replace(pitch, form="gable"), 0.0, main.width * 0.3)
    _villa_garden(drawing, brief, width, depth)
