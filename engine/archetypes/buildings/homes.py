"""Houses to live in: house, cabin, villa, townhouse; the front is +z."""

from dataclasses import replace

from engine.archetypes.brief import Brief, Finish
from engine.archetypes.buildings import grounds, roofing
from engine.archetypes.buildings.grounds import GROUND
from engine.archetypes.buildings.roofing import Pitch
from engine.archetypes.buildings.walls import Mass, Walls, Windows, shell, wall_of, windows_of
from engine.archetypes.drawing import Drawing
from engine.archetypes.ornament import dress
from engine.archetypes.register import archetype
from engine.parts.repeats import many

PARTS = (
    "roof, wall, facade, window, door, chimney, porch, balcony, garage, column, tower, pool, shutter, storey, lawn, "
    "path, fence, railing"
)
FEATURES = (
    "solar roof, solar panel=solar roof, flat roof, chimney, porch, veranda=porch, balcony, garage, "
    "carport=garage, column=column, portico=column, pillared=column, tower, turret=tower, pool, swimming pool=pool, "
    "dormer, fence, picket fence=fence, shutter, thatched=thatch, thatched roof=thatch, gabled=gable, hip roof, "
    "gambrel, mansard, terrace, garden, bay window"
)
FLAT = frozenset({"modern", "minimalist", "futuristic", "art deco", "bauhaus", "cyberpunk", "mid century"})
_PITCHES: dict[str, Pitch] = {
    "rustic": Pitch("gable", "thatch", 1.0, 0.5, 0.4),
    "industrial": Pitch("sawtooth", "seams", 0.42, 0.1, 0.1),
    "steampunk": Pitch("mansard", "tiles", 0.75, 0.35, 0.35),
    "contemporary": Pitch("gable", "seams", 0.95, 0.08, 0.08),
    "scandinavian": Pitch("gable", "seams", 1.05, 0.35, 0.3),
    "victorian": Pitch("gable", "tiles", 1.2, 0.5, 0.45),
    "gothic": Pitch("gable", "tiles", 1.6, 0.35, 0.3),
    "japanese": Pitch("pagoda", "tiles", 0.8, 1.0, 1.0),
    "baroque": Pitch("mansard", "tiles", 0.9, 0.4, 0.4),
}


def pitch_of(brief: Brief) -> Pitch:
    """Return the roof of the style, or the one that the text asks for."""
    pitch = _PITCHES.get(brief.style_name, Pitch(steep=brief.vary(0.78, 0.95)))
    for word, form in (("hip roof", "hip"), ("gambrel", "gambrel"), ("mansard", "mansard"), ("gable", "gable")):
        if brief.has(word):
            pitch = replace(pitch, form=form)
    if brief.has("thatch"):
        pitch = replace(pitch, form="gable", covering="thatch", steep=1.0)
    return pitch


def storeys(brief: Brief, default: int, most: int = 8) -> int:
    """Return how many storeys are wanted; "two floors" counts, too."""
    is_single = brief.words & {"single", "one"} and brief.words & {"storey", "story", "floor", "level"}
    usual = 1 if is_single else brief.counts.get("floor", default)
    return brief.count("storey", usual, least=1, most=most)


def _roof_finish(brief: Brief, pitch: Pitch) -> Finish:
    if pitch.covering == "thatch" and "roof" not in brief.part_materials:
        return brief.of("thatch", "thatch")
    return roofing.covering_of(brief)


@archetype(
    "house", "building", "residential",
    "house, home, cottage, bungalow, family house, farmhouse, residence, family home, beach house, residential "
    "building, " "detached house, country house, single family home, suburban house, dwelling, eco house, "
    "haus, einfamilienhaus, maison, casa, thatched cottage, ranch house, fairy tale house",
    hints="architecture, dwelling, live in, storey, facade",
    about="A house is a building where a family lives, with walls, windows, a front door, a roof and a garden.",
    parts=PARTS, features=FEATURES,
)  # fmt: skip
def house(drawing: Drawing, brief: Brief) -> None:
    """Draw a house: a main part and a wing, walls with real windows, a roof after the style, entrance, garden."""
    is_low = bool(brief.words & {"cottage", "bungalow", "ranch"})
    levels = storeys(brief, 1 if is_low or brief.style_name == "japanese" else 2, most=4)
    is_flat = brief.has("flat roof", default=brief.style_name in FLAT and not brief.has("gable", "thatch", "hip roof"))
    width, height, depth = brief.box(
        10.4 if levels > 1 else 9.6, 2.95 * levels + (1.2 if is_flat else 3.9), 8.4, keeps_shape=True,
    )  # fmt: skip
    wall = wall_of(brief, "house")
    if is_flat:
        _flat_house(drawing, brief, wall, (width, height, depth), levels)
    else:
        _pitched_house(drawing, brief, wall, (width, height, depth), levels)


def _lot(drawing: Drawing, brief: Brief, width: float, depth: float, door: float, front_z: float) -> None:
    """Draw the garden: lawn, path from the door, bushes, trees, and what the text asks for."""
    has_pool = brief.has("pool")
    front = 1.12 if has_pool else 0.94
    wide = 1.94 if brief.has("garage") else 1.5
    grounds.lot(drawing, brief, width * wide, depth * (front + 0.68), z=depth * (front - 0.68) / 2)
    spots = [(-0.66, 0.5), (0.66, 0.82), (0.68, -0.4), (-0.64, -0.3), (-0.5, 0.44)]
    if not has_pool:
        spots.append((0.36, 0.62))
    grounds.planting(drawing, brief, [(x * width, z * depth) for x, z in spots], trees=brief.count("tree", 2, most=5))
    if brief.has("fence"):
        grounds.fence(drawing, brief, width * (wide - 0.04), depth * (front - 0.03))
    if has_pool:
        grounds.pool(drawing, brief, width * 0.4, depth * 0.84, size=(width * 0.5, depth * 0.34))
    if brief.has("path", default=True):
        grounds.path(drawing, brief, door, front_z + 1.15, depth * front - 0.02)


def _pitched_house(drawing: Drawing, brief: Brief, wall: Finish, size: tuple[float, float, float], levels: int) -> None:
    """Draw a house under pitched roofs, the wing's ridge across the main one's."""
    width, height, depth = size
    pitch, look = pitch_of(brief), windows_of(brief)
    tiles = _roof_finish(brief, pitch)
    base, deep = 0.4, depth * 0.8
    tall = max(height - base - (deep / 2 + pitch.eave_m) * pitch.steep, 2.7 * levels)
    main = Mass(0.0, GROUND + base, -depth * 0.1, width, tall, deep, levels)
    wing = None
    if pitch.form == "gable" and not brief.words & {"simple", "plain"}:
        wing = Mass(width * 0.29, main.y, depth * 0.06, width * 0.4, tall * 0.985, depth * 0.88, levels)
    door = -width * 0.2 if wing else 0.0
    _lot(drawing, brief, width, depth, door, main.front)
    plinth(drawing, brief, main, base)
    walls = Walls(doors={"front": [(door, 1.1, 2.2)]}, bays={"front": _odd(width, look)})
    shell(drawing, brief, main, wall, look, walls)
    roofing.pitched(drawing, main, pitch, tiles, wall)
    if wing:
        plinth(drawing, brief, wing, base)
        shell(drawing, brief, wing, wall, look, Walls(bays={"back": 0, "left": 0, "right": 3, "front": 1}))
        low = replace(pitch, steep=min(pitch.steep * main.depth / wing.width * 0.9, pitch.steep * 1.4))
        roofing.pitched(drawing, wing, low, tiles, wall, is_turned=True, name="wing_roof")
    corners(drawing, brief, main)
    grounds.entrance(drawing, brief, main, door, GROUND)
    _on_the_roof(drawing, brief, main, pitch, tiles, wall, right=wing.x - wing.width / 2 if wing else width / 2)
    _at_the_front(drawing, brief, wing or main, main, wall, tiles, door)


def _odd(width: float, look: Windows) -> int:
    """Return an odd number of windows, so that a door in the middle takes the place of one."""
    return 2 * many((width / look.every_m - 1) / 2) + 1


def plinth(drawing: Drawing, brief: Brief, mass: Mass, high: float) -> None:
    """Draw the plinth that a mass stands on."""
    stone = "cobblestone" if brief.style_name in ("rustic", "gothic") else "concrete"
    size = (mass.width + 0.16, high, mass.depth + 0.16)
    drawing.add(
        "box", size, (mass.x, mass.y - high + 0.002, mass.z), radius_m=0.02, name="plinth",
        **brief.of("plinth foundation base", stone),
    )  # fmt: skip


def corners(drawing: Drawing, brief: Brief, mass: Mass) -> None:
    """Draw pilasters at the front's corners that bear the style's ornament."""
    style = brief.style
    role = {
        "rustic": "oak_dark", "scandinavian": "paint_white", "realistic": "", "japanese": "wood"
    }.get(brief.style_name, style.material("facade") if style.ornament != "none" else "")  # fmt: skip
    if not role:
        return
    wide = 0.24 if brief.style_name in ("scandinavian", "rustic", "japanese") else 0.62
    for side in (-1, 1):
        size = (wide, mass.tall - 0.01, 0.22)
        at = (mass.x + side * (mass.width / 2 - wide / 2 + 0.04), mass.y, mass.front - 0.02)
        post = drawing.add("box", size, at, radius_m=0.01, name="pilaster", **brief.of("pilaster", role))
        if wide > 0.3:
            dress(drawing, brief, post, "front")


def _on_the_roof(
    drawing: Drawing, brief: Brief, main: Mass, pitch: Pitch, tiles: Finish, wall: Finish, *, right: float
) -> None:
    """Draw chimney, dormers and solar panels; `right` is the x up to which the front slope is free."""
    left = main.x - main.width / 2
    is_gable = pitch.form in ("gable", "gambrel")
    if brief.has("chimney", default=is_gable or pitch.form == "mansard"):
        for number in range(brief.count("chimney", 1, most=4)):
            roofing.chimney(
                drawing, brief, main, pitch, -main.width * (0.3 - 0.55 * (number % 2)) + 0.4 * (number // 2),
            )  # fmt: skip
    free = right - left - 0.6
    if roofing.wants_solar(brief) and is_gable:
        roofing.solar(drawing, brief, main, pitch, left + 0.3 + free / 2, free * 0.86)
    elif roofing.wants_solar(brief):
        flat_top = replace(
            main, tall=main.tall + roofing.rise_of(main, pitch) - 0.05, width=main.width * 0.7, depth=2.4,
        )  # fmt: skip
        roofing.solar_flat(drawing, brief, flat_top, flat_top.top)
    elif brief.has("dormer", default=brief.style_name in ("victorian", "baroque") and is_gable):
        part = replace(main, x=left + 0.3 + free / 2, width=free)
        roofing.dormers(
            drawing, brief, part, pitch, brief.count("dormer", many(free / 3.2), most=6), tiles, wall,
        )  # fmt: skip


def _at_the_front(
    drawing: Drawing, brief: Brief, near: Mass, main: Mass, wall: Finish, tiles: Finish, door: float
) -> None:
    """Draw what stands before or beside the walls: porch, columns, balcony, garage, tower."""
    storey = main.tall / main.storeys
    left = main.x - main.width / 2
    if brief.has("column"):
        grounds.portico(drawing, brief, main, door, GROUND, 3.8, min(2.9, main.tall - 0.8))
    elif brief.has("porch", default=brief.style_name in ("rustic", "victorian", "realistic", "scandinavian")):
        room = near.x - near.width / 2 - left if near is not main else main.width
        grounds.porch(
            drawing, brief, main, (left + room / 2) if near is not main else door, GROUND, min(room - 0.1, 5.6),
        )  # fmt: skip
    elif brief.style_name == "japanese":
        size = (main.width + 1.5, 0.14, main.depth + 1.5)
        drawing.add(
            "floor", size, (main.x, main.y - 0.12, main.z), pattern="planks", name="veranda",
            **brief.of("veranda deck", "wood"),
        )  # fmt: skip
    if brief.has("balcony") and main.storeys > 1:
        grounds.balcony(drawing, brief, near, near.x if near is not main else -main.width * 0.25, near.y + storey, 2.8)
    if brief.has("garage"):
        cars = 2 if brief.words & {"double"} else 1
        x = main.x + main.width / 2 + 1.66 * cars
        front = main.z + main.depth / 2 - 0.4
        grounds.garage(drawing, brief, wall, x, front, GROUND, cars=cars)
        grounds.path(drawing, brief, x, front + 0.05, main.front + 3.2, width=2.9 * cars)
    if brief.has("tower", "turret", default=brief.style_name == "victorian"):
        turret(drawing, brief, wall, tiles, left + 0.4, main.front - 0.3, main.tall * 1.3, 2.7)


def turret(
    drawing: Drawing, brief: Brief, wall: Finish, tiles: Finish, x: float, z: float, high: float, wide: float
) -> None:
    """Draw a round tower under a pointed roof."""
    drawing.add(
        "round_wall", (wide, high, wide), (x, GROUND, z), name="tower", columns=6, rows=many(high / 3),
        form="arched", window_m=0.62, **brief.of("tower", wall["material"])
        | ({"color": wall["color"]} if wall["color"] else {})
    )  # fmt: skip
    drawing.add(
        "spire", (wide * 1.22, wide * 1.5, wide * 1.22), (x, GROUND + high - 0.01, z), name="tower_roof", sides=12,
        is_onion=brief.style_name == "baroque", **tiles,
    )  # fmt: skip


def _flat_house(drawing: Drawing, brief: Brief, wall: Finish, size: tuple[float, float, float], levels: int) -> None:
    """Draw a house of boxes: the upper ones shifted over the lower one, large panes, a wooden or dark accent."""
    width, height, depth = size
    base = 0.25
    storey = (height - base - 1.0) / levels
    look = windows_of(brief)
    ground = Mass(
        -width * 0.02, GROUND + base, -depth * 0.05, width * (1.0 if levels == 1 else 0.86), storey, depth * 0.8,
    )  # fmt: skip
    plinth(drawing, brief, ground, base)
    accent = brief.of(
        "accent cladding", {"futuristic": "acrylic_white", "art deco": "stucco", "bauhaus": "paint_white",
        "cyberpunk": "concrete", "minimalist": "concrete_polished"}.get(brief.style_name, "cedar"),
    )  # fmt: skip
    lower = accent if levels > 1 and brief.style_name not in ("art deco", "bauhaus", "minimalist") else wall
    door = -width * 0.12
    _lot(drawing, brief, width, depth, door, ground.front)
    shell(drawing, brief, ground, lower, look, Walls(doors={"front": [(door, 1.15, 2.25)]}, bays={"front": 3}))
    top = ground
    for level in range(1, levels):
        shift = (0.07 if level % 2 else -0.05) * width * (0.0 if brief.style_name == "art deco" else 1.0)
        step = 0.94 if brief.style_name == "art deco" else 1.0
        upper = Mass(
            shift, ground.top + storey * (level - 1) - 0.02, -depth * 0.02, width * 0.96 * step**level, storey,
            depth * 0.86 * step**level,
        )  # fmt: skip
        drawing.add(
            "box", (upper.width + 0.3, 0.24, upper.depth + 0.3), (upper.x, upper.y - 0.12, upper.z), radius_m=0.04,
            name="slab", **brief.of("slab", brief.style.roof or "concrete"),
        )  # fmt: skip
        shell(drawing, brief, replace(upper, y=upper.y + 0.1, tall=upper.tall - 0.08), wall, look)
        top = replace(upper, y=upper.y + 0.1, tall=upper.tall - 0.08)
    deck = _flat_top(drawing, brief, top, wall)
    grounds.entrance(drawing, brief, ground, door, GROUND, size=(1.17, 2.26))
    corners(drawing, brief, top)
    if roofing.wants_solar(brief):
        roofing.solar_flat(drawing, brief, replace(top, width=top.width * 0.8, depth=top.depth * 0.8), deck)
    _beside_flat(drawing, brief, wall, ground, top, width)


def _flat_top(drawing: Drawing, brief: Brief, top: Mass, wall: Finish) -> float:
    """Draw the flat roof as its style has it; return the height on which things stand."""
    name = brief.style_name
    if name == "futuristic":
        drawing.add(
            "roof", (top.width + 1.6, 1.1, top.depth + 1.2), (top.x, top.top - 0.02, top.z), form="barrel",
            covering="plain", eave_m=0.6, verge_m=0.8, name="roof", gables_material="glass_tinted",
            **brief.of("roof", "aluminium"),
        )  # fmt: skip
        return top.top + 1.0
    if name == "mid century":
        roofing.pitched(drawing, top, Pitch("butterfly", "seams", 0.22, 0.9, 0.9), brief.of("roof", "concrete"), wall)
        return top.top + 0.3
    if name == "art deco":
        deck = roofing.flat(drawing, brief, top, wall, high=0.8)
        drawing.add(
            "stepped_front", (top.width * 0.42, 1.5, 0.4), (top.x, top.top - 0.05, top.front - 0.1), name="crown",
            **brief.of("crown", "gold" if brief.style.trim == "gold" else "limestone")
        )  # fmt: skip
        return deck
    return roofing.flat(drawing, brief, top, wall, eave_m=0.6 if name == "modern" else 0.0, high=0.6)


def _beside_flat(drawing: Drawing, brief: Brief, wall: Finish, ground: Mass, top: Mass, width: float) -> None:
    """Draw balcony, garage, porch and columns of a house of boxes."""
    if brief.has(
        "balcony", default=top is not ground and brief.style_name in ("modern", "contemporary", "bauhaus"),
    ) and top is not ground:  # fmt: skip
        grounds.balcony(drawing, brief, top, top.x + top.width * 0.22, top.y + 0.05, width * 0.36)
    if brief.has("garage"):
        cars = 2 if brief.words & {"double"} else 1
        x = ground.x + ground.width / 2 + 1.64 * cars
        grounds.garage(drawing, brief, wall, x, ground.front - 0.6, GROUND, cars=cars)
        grounds.path(drawing, brief, x, ground.front - 0.55, ground.front + 3.0, width=2.9 * cars)
    if brief.has("porch") or brief.has("column"):
        grounds.porch(drawing, brief, ground, -width * 0.12, GROUND, 3.0)
    if brief.has("chimney"):
        drawing.add(
            "chimney", (0.9, 2.4, 0.8), (top.x - top.width * 0.3, top.top - 0.3, top.z - top.depth * 0.2),
            **brief.of("chimney", "concrete"),
        )  # fmt: skip
    if brief.has("tower", "turret"):
        tall = Mass(ground.x - ground.width / 2 + 1.1, GROUND, ground.z, 2.6, top.top + 1.6, 2.6, 3)
        shell(drawing, brief, tall, wall, windows_of(brief), Walls(bays={"front": 1, "back": 1, "left": 1, "right": 1}))
        roofing.flat(drawing, brief, tall, wall)
