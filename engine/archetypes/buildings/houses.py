"""Houses and office buildings; the front is +z."""

from math import atan2, cos, degrees, hypot, sin

from engine.archetypes.brief import Brief, Finish
from engine.archetypes.drawing import Drawing
from engine.archetypes.ornament import dress
from engine.archetypes.register import archetype

_FLAT = frozenset(
    {"modern", "minimalist", "futuristic", "contemporary", "bauhaus", "mid century", "cyberpunk", "art deco"}
)
_WHITE_FRAMED = frozenset({"realistic", "rustic", "scandinavian", "victorian", "baroque"})


@archetype(
    "house", "building", "residential",
    "house, home, cottage, cabin, villa, bungalow, family house, farmhouse, hut, mansion, residence, family "
    "home, log cabin, tiny house, townhouse, beach house, shed, residential building, barn",
    hints="architecture, dwelling, live in, storey, facade",
)  # fmt: skip
def house(drawing: Drawing, brief: Brief) -> None:
    """Draw a house.

    Plinth, four walls with real openings, windows, door with porch and steps, roof, chimney, garden.
    """
    storeys = brief.count(
        "storey", 2 if not brief.words & {"cabin", "cottage", "bungalow", "hut", "shed"} else 1, least=1, most=4
    )
    width, height, depth = brief.box(9.6 if storeys > 1 else 8.4, 2.7 * storeys + 3.0, 7.4, keeps_shape=True)
    is_flat = brief.has("flat roof", default=brief.style_name in _FLAT)
    wall = brief.of(
        "wall facade house body",
        brief.style.facade or brief.choose("brick_red", "paint_white"),
        is_main=True,
    )
    base, roof_height = 0.35, height * (0.07 if is_flat else 0.36)
    tall = height - base - roof_height
    lot = (width * 1.5, 0.12, depth * 1.7)
    drawing.add("floor", lot, name="lawn", **brief.of("lawn garden grass", "grass"))
    ground = lot[1] - 0.004
    plinth = drawing.add(
        "box",
        (width + 0.24, base, depth + 0.24),
        (0, ground, 0),
        radius_m=0.02,
        name="plinth",
        **brief.of("plinth foundation", "concrete"),
    )
    dress(drawing, brief, plinth, "left", "right")
    floor_y = ground + base - 0.004
    _walls(drawing, brief, wall, width, tall, depth, floor_y, storeys)
    top = floor_y + tall
    if storeys > 1 and brief.style.ornament != "none":
        _belt(drawing, brief, wall, (width, depth), floor_y + tall / storeys)
    if is_flat:
        _flat_roof(drawing, brief, width, depth, top, height * 0.07)
    else:
        _pitched_roof(drawing, brief, wall, width, depth, top - 0.2, roof_height)
    _entrance(drawing, brief, width, depth, ground, floor_y, is_flat)
    for x, z in ((-0.62, 0.62), (0.6, 0.66), (0.66, -0.2)):
        size = brief.vary(0.9, 1.3)
        drawing.add(
            "bush",
            (size, size * 0.85, size),
            (x * width, ground - 0.05, z * depth),
            seed=int(brief.random.integers(1000)),
            material="leaf_green",
        )
    if brief.has("garage"):
        drawing.add(
            "box", (3.2, 2.5, 5.4), (width / 2 + 1.6, ground, -depth / 2 + 2.8), radius_m=0.03, name="garage", **wall
        )
        drawing.add(
            "front",
            (2.6, 2.1, 0.08),
            (width / 2 + 1.6, ground, -depth / 2 + 5.5),
            style="slatted",
            name="garage_door",
            material="paint_white",
        )


def _belt(drawing: Drawing, brief: Brief, wall: Finish, plan: tuple[float, float], y: float) -> None:
    """Draw a course around the house between its storeys, with the ornament of its style."""
    size = (plan[0] + 0.06, 0.62, plan[1] + 0.06)
    course = drawing.add("box", size, (0, y - 0.2, 0), radius_m=0.004, name="belt", **wall)
    dress(drawing, brief, course, "front", "left", "right")


def _walls(
    drawing: Drawing,
    brief: Brief,
    paint: Finish,
    width: float,
    tall: float,
    depth: float,
    y: float,
    storeys: int,
) -> None:
    """Draw four walls with openings and the windows in them."""
    thick, storey = 0.32, tall / storeys
    frame = brief.of(
        "window frame",
        "paint_white" if brief.style_name in _WHITE_FRAMED else brief.style.metal,
        is_accent=True,
    )
    rows = 2 if brief.style_name in ("realistic", "rustic", "industrial", "steampunk", "art deco") else 1
    wide = 1.15 if rows == 2 else 1.7
    drawing.add(
        "box",
        (width - 0.2, tall * 0.985, depth - 0.2 - 2 * thick),
        (0, y, 0),
        radius_m=0.0,
        name="rooms",
        material="paint_black",
        color="#5a5f68",
    )
    for name, length, turn, x, z, count in (
        ("front", width, 0.0, 0.0, depth / 2, 3),
        ("back", width, 180.0, 0.0, -depth / 2, 3),
        ("left", depth - 2 * thick, -90.0, -width / 2, 0.0, 2),
        ("right", depth - 2 * thick, 90.0, width / 2, 0.0, 2),
    ):
        inward = thick / 2
        holes: list[str | float] = []
        at = (x - inward * (1 if x > 0 else -1 if x < 0 else 0), y, z - inward * (1 if z > 0 else -1 if z < 0 else 0))
        for level in range(storeys):
            for number in range(count):
                u = length * ((number + 0.5) / count - 0.5) * 0.94
                is_door = name == "front" and level == 0 and number == count // 2
                if is_door:
                    holes += [u, 0.0, 1.1, 2.15]
                    continue
                sill = storey * level + storey * 0.3
                high = storey * 0.52
                holes += [u, sill, wide, high]
                _window(drawing, frame, name, at, u, y + sill, wide, high, turn, rows)
        drawing.add("wall", (length, tall, thick), at, turn=(0, turn, 0), openings_m=holes, name="wall", **paint)


def _window(
    drawing: Drawing,
    frame: Finish,
    wall: str,
    at: tuple[float, float, float],
    u: float,
    y: float,
    wide: float,
    high: float,
    turn: float,
    rows: int,
) -> None:
    along = {"front": (u, 0.0), "back": (-u, 0.0), "right": (0.0, -u), "left": (0.0, u)}[wall]
    out = {"front": (0.0, 0.1), "back": (0.0, -0.1), "right": (0.1, 0.0), "left": (-0.1, 0.0)}[wall]
    drawing.add(
        "window",
        (wide * 1.06, high + 0.05, 0.2),
        (at[0] + along[0] + out[0], y - 0.05, at[2] + along[1] + out[1]),
        turn=(0, turn, 0),
        columns=2,
        rows=rows,
        **frame,
    )


def _pitched_roof(
    drawing: Drawing, brief: Brief, wall: Finish, width: float, depth: float, y: float, high: float
) -> None:
    tiles = brief.of(
        "roof tile",
        brief.style.roof or brief.choose("terracotta", "slate"),
    )
    drawing.add(
        "gable_roof",
        (width + 0.7, high, depth + 0.9),
        (0, y, 0),
        name="roof",
        gables_material=wall["material"],
        gables_color=wall["color"],
        **tiles,
    )
    if brief.has("chimney", default=True):
        drawing.add(
            "chimney", (0.8, high * 0.95, 0.7), (width * 0.26, y + high * 0.3, -depth * 0.12), material="brick_red"
        )
    if brief.has("solar roof", "solar", "solar panel"):
        _solar_rows(drawing, width, depth / 2 + 0.45, y, high)


def _solar_rows(drawing: Drawing, width: float, half: float, y: float, high: float) -> None:
    """Draw two rows of panels on rails on the front slope.

    Tiles raise the roof's eaves by 0.2 m and leave its ridge 0.08 m below the top of its box.
    """
    rise = high - 0.28
    slope, pitch = hypot(rise, half), atan2(rise, half)
    turn = (degrees(pitch), 0.0, 0.0)
    for i in range(4):
        for share in (0.34, 0.67):
            x, up, z = (i - 1.5) * 1.66 - width * 0.1, y + 0.2 + share * rise, half * (1 - share)
            drawing.add("solar_panel", (1.6, 0.06, slope * 0.31), (x, up - 0.03, z), turn=turn, material="aluminium")
            rail = (0.06, 0.24, slope * 0.29)
            at = (x, up - 0.12 * cos(pitch) - 0.12, z - 0.12 * sin(pitch))
            drawing.add("board", rail, at, turn=turn, name="rail", material="steel_brushed")


def _flat_roof(drawing: Drawing, brief: Brief, width: float, depth: float, y: float, high: float) -> None:
    drawing.add(
        "box",
        (width + 0.7, high, depth + 0.9),
        (0, y - 0.004, 0.1),
        radius_m=0.03,
        name="roof",
        **brief.of("roof", brief.style.roof or "concrete"),
    )
    drawing.add(
        "box",
        (width * 0.3, 0.5, depth * 0.3),
        (-width * 0.2, y + high - 0.01, -depth * 0.15),
        radius_m=0.02,
        name="skylight",
        material="glass_tinted",
    )
    if brief.has("solar roof", "solar", "solar panel"):
        for i in range(4):
            drawing.add(
                "solar_panel",
                (1.6, 0.06, 1.0),
                (width * 0.02 + (i - 0.6) * 1.1, y + high + 0.22, depth * 0.1),
                turn=(24, 0, 0),
                material="aluminium",
            )
            drawing.add(
                "board",
                (0.06, 0.5, 0.9),
                (width * 0.02 + (i - 0.6) * 1.1, y + high - 0.01, depth * 0.06),
                name="panel_stand",
                material="steel_brushed",
            )


def _entrance(
    drawing: Drawing, brief: Brief, width: float, depth: float, ground: float, floor_y: float, is_flat: bool
) -> None:
    door = brief.of("door", brief.choose("paint_blue", "paint_red", "oak") if not is_flat else "oak")
    drawing.add("door", (1.12, 2.16, 0.2), (0, floor_y, depth / 2 - 0.14), has_light=True, **door)
    drawing.add(
        "steps", (1.8, floor_y - ground + 0.004, 1.1), (0, ground, depth / 2 + 0.62), count=3, material="concrete"
    )
    if brief.has("porch", "canopy", default=True):
        drawing.add(
            "canopy",
            (2.2, 2.75 + floor_y - ground, 1.3),
            (0, ground, depth / 2 + 0.62),
            name="porch",
            material="paint_white" if not is_flat else "oak",
        )
    drawing.add(
        "box",
        (1.5, 0.05, depth * 0.85 - depth / 2 - 1.2),
        (0, ground - 0.02, (depth * 0.85 + depth / 2 + 1.2) / 2 - 0.05),
        radius_m=0.0,
        name="path",
        material="slate",
    )


@archetype(
    "office building", "building", "commercial",
    "office building, skyscraper, tower, office tower, commercial building, high rise, highrise, apartment "
    "building, apartment block, office block, hotel, headquarters, building, bank, hospital",
)  # fmt: skip
def office_building(drawing: Drawing, brief: Brief) -> None:
    """Draw an office building: plaza, lobby, glazed storeys, roof with plant and a parapet."""
    storeys = brief.count("storey", 24 if brief.words & {"skyscraper", "tower", "highrise"} else 9, least=2, most=60)
    width, height, depth = brief.box(22.0, 3.7 * storeys + 2.4, 16.0, keeps_shape="storey" not in brief.counts)
    stone = brief.of(
        "body facade slab building",
        {
            "art deco": "marble_white",
            "industrial": "brick_red",
            "futuristic": "aluminium",
            "steampunk": "bronze_aged",
        }.get(brief.style_name, "concrete"),
        is_main=True,
    )
    glass = brief.of("glass window", "glass_tinted")
    metal = brief.of("mullion frame", brief.style.accent if brief.style_name != "futuristic" else "chrome")
    tall = (height - 0.3 - 1.6) / (storeys + 0.35)
    drawing.add(
        "floor", (width * 1.5, 0.3, depth * 1.6), name="plaza", pattern="tiles", unit_m=1.5, material="concrete"
    )
    y = 0.295
    pitch = brief.choose("1.5", "1.8", "2.1")
    for level in range(storeys):
        is_lobby = level == 0
        high = tall * (1.35 if is_lobby else 1.0)
        step = _setback(level, storeys, brief.style_name)
        size = (width * step, high + 0.01, depth * step)
        drawing.add(
            "storey",
            size,
            (0, y, 0),
            pitch_m=float(pitch) * (1.6 if is_lobby else 1.0),
            is_lobby=is_lobby,
            glass_material=glass["material"],
            glass_color=glass["color"],
            mullions_material=metal["material"],
            mullions_color=metal["color"],
            **stone,
        )
        y += high
    step = _setback(storeys - 1, storeys, brief.style_name)
    drawing.add(
        "rail_frame", (width * step, 1.0, depth * step), (0, y - 0.01, 0), board_m=0.25, name="parapet", **stone
    )
    for x in (-0.24, 0.05, 0.3):
        drawing.add(
            "rooftop_unit",
            (width * 0.16, 1.4, depth * 0.2),
            (x * width * step, y - 0.005, -depth * 0.1),
            material="aluminium",
        )
    _forecourt(drawing, brief, width, depth, metal, tall)
    if storeys > 14 or brief.style_name == "art deco":
        drawing.add(
            "cone", (0.9, 7.0 + storeys * 0.3, 0.9), (0, y - 0.01, depth * 0.1), name="spire", top=0.06, **metal
        )


def _forecourt(drawing: Drawing, brief: Brief, width: float, depth: float, metal: Finish, tall: float) -> None:
    """Draw entrance, canopy and trees."""
    drawing.add(
        "door",
        (2.4, tall * 0.85, 0.25),
        (0, 0.29, depth / 2 * 0.985),
        name="entrance",
        has_light=True,
        frame_material="iron_black",
        material="iron_black",
    )
    drawing.add("canopy", (5.2, tall * 1.05, 3.0), (0, 0.29, depth / 2 + 1.4), name="entrance_canopy", **metal)
    for x in (-1, 1):
        drawing.add(
            "tree",
            (3.0, 4.4, 3.0),
            (x * width * 0.6, 0.28, depth * 0.66),
            seed=int(brief.random.integers(1000)),
            material="walnut",
        )


def _setback(level: int, storeys: int, style: str) -> float:
    """Return the share of the plan that a storey keeps: art deco towers step back as they rise."""
    if style != "art deco" or storeys < 4:
        return 1.0
    return 1.0 if level < storeys * 0.55 else (0.84 if level < storeys * 0.8 else 0.66)
