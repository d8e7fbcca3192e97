"""Buildings of the country: barn, greenhouse, windmill."""

from dataclasses import replace
from math import atan2, cos, degrees, hypot, sin

from engine.archetypes.brief import Brief, Finish
from engine.archetypes.buildings import grounds, roofing
from engine.archetypes.buildings.homes import plinth
from engine.archetypes.buildings.roofing import Pitch
from engine.archetypes.buildings.walls import Mass, Walls, shell, windows_of
from engine.archetypes.drawing import Drawing
from engine.archetypes.register import archetype


@archetype(
    "barn", "building", "industrial",
    "barn, stable, horse stable, cowshed, hay barn, farm building, red barn, granary, scheune, stall building, "
    "grange, granero, établo, farm barn, cow barn", hints="farm, hay, cows, horses, straw, tractor",
    about=("A barn is a large wooden farm building with a curved roof and big crossed doors, for "
    "hay, cows and horses."), parts="wall, roof, door, window, trim, hay, hatch, plank",
    features="hay loft door=hay hatch, hayloft door=hay hatch, hay door=hay hatch, hay loft=hay hatch, "
    "hayloft=hay hatch, hay hatch, solar roof, silo, cupola, hay, gable=gable roof, weather vane=cupola"
)  # fmt: skip
def barn(drawing: Drawing, brief: Brief) -> None:
    """Draw a barn: boarded walls under a gambrel roof, the gable to the front with crossed doors and a hay hatch."""
    width, height, depth = brief.box(9.0, 9.0, 13.0, keeps_shape=True)
    ground = grounds.lot(drawing, brief, width * (2.2 if brief.has("silo") else 1.6), depth * 1.4, z=depth * 0.1)
    wood = brief.of(
        "wall barn body plank", {"rustic": "wood_weathered", "modern": "wood_charred", "minimalist": "pine",
        "industrial": "steel_corten", "steampunk": "walnut", "futuristic": "acrylic_white",
        "contemporary": "wood_charred"}.get(brief.style_name, "paint_red"), is_main=True,
    )  # fmt: skip
    trim = brief.of("trim frame", "paint_white" if wood["material"] != "acrylic_white" else "chrome")
    form = "gable" if brief.has(
        "gable roof", default=brief.style_name in ("modern", "minimalist", "contemporary"),
    ) else "barrel" if brief.style_name == "futuristic" else "gambrel"  # fmt: skip
    rise = height * (0.46 if form != "gable" else 0.4)
    mass = Mass(0.0, ground + 0.3, 0.0, width, height - rise - 0.2, depth)
    plinth(drawing, brief, mass, 0.3)
    look = replace(
        windows_of(brief), form="plain", panes=(2, 2), wide_m=0.9, share=0.28, foot=0.42, every_m=3.0,
        has_shutters=False, lintels="band",
    )  # fmt: skip
    shell(
        drawing, brief, mass, wood, look, Walls(doors={"front": [(0.0, 3.4, min(3.5, mass.tall - 0.3))],
        "back": [(0.0, 3.0, 3.0)]}, bays={"front": 2, "back": 2}),
    )  # fmt: skip
    _boards(drawing, mass, wood)
    pitch = Pitch(form, "seams" if brief.style_name != "rustic" else "tiles", rise / (width / 2 + 0.45), 0.45, 0.4)
    top = roofing.pitched(
        drawing, mass, pitch,
        brief.of("roof", brief.style.roof or brief.choose("slate", "steel_galvanised", "iron_rusty")), wood,
        is_turned=True,
    )  # fmt: skip
    _barn_front(drawing, brief, mass, trim, wood, rise)
    if brief.has("cupola", default=brief.style_name in ("realistic", "rustic", "victorian")):
        drawing.add("box", (1.3, 1.5, 1.3), (0, top - 0.7, 0), radius_m=0.01, name="cupola", **trim)
        drawing.add(
            "spire", (1.9, 1.9, 1.9), (0, top + 0.75, 0), sides=4, finial="vane", name="cupola_roof",
            **brief.of("cupola", "copper_verdigris"),
        )  # fmt: skip
    if brief.has("silo"):
        x = width / 2 + 2.4
        drawing.add(
            "ribbed_shell", (3.4, height * 1.05, 3.4), (x, ground, -depth * 0.2), name="silo",
            **brief.of("silo", "steel_galvanised"),
        )  # fmt: skip
        drawing.add(
            "dome", (3.5, 1.4, 3.5), (x, ground + height * 1.05 - 0.01, -depth * 0.2), name="silo_dome",
            **brief.of("silo", "steel_galvanised"),
        )  # fmt: skip
    if brief.has("hay", default=True):
        for x, z, turn in ((-0.66, 0.5, 20), (-0.6, 0.6, -10)):
            drawing.add(
                "rod", (1.2, 1.3, 1.2), (x * width, ground - 0.05, z * depth), turn=(90, turn, 0), name="hay_bale",
                **brief.of("hay", "straw"),
            )  # fmt: skip
    if roofing.wants_solar(brief):
        _barn_solar(drawing, mass, form, rise, depth)


def _boards(drawing: Drawing, mass: Mass, wood: Finish) -> None:
    """Draw battens on the long sides."""
    for side in (-1, 1):
        drawing.add(
            "battens", (mass.depth, mass.tall * 0.36, 0.08), (side * (mass.width / 2 + 0.01), mass.y, 0),
            turn=(0, side * 90, 0), **wood,
        )  # fmt: skip


def _barn_front(drawing: Drawing, brief: Brief, mass: Mass, trim: Finish, wood: Finish, rise: float) -> None:
    """Draw two leaves with white crosses, and a hatch with a hoist above them."""
    high = min(3.5, mass.tall - 0.3)
    for side in (-1, 1):
        drawing.add(
            "cross_door", (1.74, high + 0.06, 0.2), (side * 0.86, mass.y, mass.front - 0.02), name="barn_door",
            cross_material=trim["material"], cross_color=trim["color"], **brief.of("door", wood["material"])
            | ({"color": wood["color"]} if "door" not in brief.part_colors else {})
        )  # fmt: skip
    if brief.has("hay hatch", default=True):
        _hatch(drawing, brief, mass, trim, wood, rise)
    for side in (-1, 1):
        drawing.add(
            "box", (0.2, mass.tall, 0.1), (side * (mass.width / 2 - 0.08), mass.y, mass.front + 0.03), radius_m=0.005,
            name="corner_board", **trim,
        )  # fmt: skip
    drawing.add(
        "box", (mass.width, 0.2, 0.1), (0, mass.top - 0.2, mass.front + 0.03), radius_m=0.005, name="fascia", **trim,
    )  # fmt: skip


def _hatch(drawing: Drawing, brief: Brief, mass: Mass, trim: Finish, wood: Finish, rise: float) -> None:
    """Draw the door of the hay loft in the gable, under its hoist."""
    low = mass.top + rise * 0.16
    drawing.add(
        "cross_door", (1.5, 1.5, 0.16), (0, low, mass.front + 0.05), name="hay_hatch", cross_material=trim["material"],
        cross_color=trim["color"], **wood,
    )  # fmt: skip
    drawing.add("box", (0.18, 0.2, 1.5), (0, low + 1.7, mass.front + 0.5), radius_m=0.01, name="hoist_beam",
                **brief.of("beam", "oak_dark"))  # fmt: skip


def _barn_solar(drawing: Drawing, mass: Mass, form: str, rise: float, depth: float) -> None:
    """Draw solar panels on the right-hand slope."""
    thick, half = 0.16, mass.width / 2 + 0.45
    line = {"gambrel": ((0.66, 0.62), (0.0, 1.0)), "gable": ((1.0, 0.0), (0.0, 1.0))}.get(form)
    if line is None:
        return
    (z0, y0), (z1, y1) = line
    high = rise - 1.75 * thick
    run, up = (z0 - z1) * half, (y1 - y0) * high
    tilt = atan2(up, run)
    low = mass.top - min(
        thick + 0.45 * (0.62 / 0.34 if form == "gambrel" else 1.0) * (rise - thick) / half, rise * 0.4,
    ) + thick  # fmt: skip
    x, y = (z0 + z1) / 2 * half, low + (y0 + y1) / 2 * high
    drawing.add(
        "solar_array", (depth * 0.8, 0.26, hypot(run, up) * 0.8),
        (x + 0.12 * sin(tilt), y + 0.12 * cos(tilt) - 0.13, 0), turn=(degrees(tilt), 90, 0), columns=9, rows=2,
        name="solar_panels", material="aluminium",
    )  # fmt: skip


@archetype(
    "greenhouse", "building", "industrial",
    "greenhouse, glasshouse, conservatory, orangery, hothouse, glass house, gewächshaus, treibhaus, wintergarten, "
    "serre, invernadero, palm house, sunroom, polytunnel, orangerie",
    hints="tomatoes, plants, grow, seedlings, glass, humid",
    about="A greenhouse is a building of glass in a garden where tomatoes and other plants grow in the warm.",
    parts="glass, frame, base, door, bed, plant, bench, window", features="vent, door, dome, flower",
)  # fmt: skip
def greenhouse(drawing: Drawing, brief: Brief) -> None:
    """Draw a greenhouse: a glazed frame on a low wall, a door, opened vents, beds and pots with plants in it."""
    width, height, depth = brief.box(4.2, 3.4, 6.4, keeps_shape=True)
    ground = grounds.lot(drawing, brief, width * 1.7, depth * 1.4)
    frame = brief.of(
        "frame greenhouse", {"rustic": "cedar", "steampunk": "copper_verdigris", "industrial": "iron_black",
        "victorian": "paint_white", "art deco": "trim", "futuristic": "chrome", "modern": "aluminium",
        "minimalist": "paint_black"}.get(brief.style_name, "paint_white"), is_main=True,
    )  # fmt: skip
    base = brief.of(
        "base wall", {"modern": "concrete", "futuristic": "concrete", "minimalist": "concrete",
        "rustic": "cobblestone"}.get(brief.style_name, "brick_red"),
    )  # fmt: skip
    form = "barrel" if brief.has(
        "dome", default=brief.style_name in ("futuristic", "art deco"),
    ) else "swept" if brief.style_name in ("victorian", "steampunk") else "gable"  # fmt: skip
    low = 0.0 if brief.style_name in ("futuristic", "minimalist") else 0.6
    if low:
        drawing.add("rail_frame", (width, low + 0.02, depth), (0, ground, 0), board_m=0.2, name="base_wall", **base)
    drawing.add("glass_house", (width, height - low, depth), (0, ground + low, 0), form=form, name="glazing", **frame)
    drawing.add(
        "box", (width - 0.4, 0.06, depth - 0.4), (0, ground - 0.01, 0), radius_m=0.0, name="floor_slab",
        material="gravel",
    )  # fmt: skip
    for side in (-1, 1):
        drawing.add(
            "rail_frame", (1.1, 0.5, depth * 0.8), (side * width * 0.29, ground + 0.03, -0.1), board_m=0.06,
            name="bed", **brief.of("bed bench", "wood"),
        )  # fmt: skip
        drawing.add(
            "box", (1.0, 0.42, depth * 0.78), (side * width * 0.29, ground + 0.03, -0.1), radius_m=0.0, name="soil",
            material="soil",
        )  # fmt: skip
        for number in range(4):
            size = brief.vary(0.6, 0.95)
            at = (side * width * 0.29, ground + 0.38, depth * 0.72 * ((number + 0.5) / 4 - 0.5) - 0.1)
            drawing.add(
                "bush", (size, size * 1.2, size), at, seed=int(brief.random.integers(1000)),
                **brief.of("plant", "leaf_green"),
            )  # fmt: skip
            fruit = brief.choose("#d23b2a", "#e8a53a", "#c94f7c")
            for k in range(3):
                drawing.add(
                    "ball", (0.12, 0.12, 0.12),
                    (at[0] - side * size * 0.22, at[1] + size * (0.4 + 0.1 * k), at[2] + 0.06 * (k - 1)),
                    name="fruit", material="fruit", color=fruit,
                )  # fmt: skip


@archetype(
    "windmill", "building", "industrial",
    "windmill, mill, dutch windmill, flour mill, wind mill, windmühle, moulin à vent, moulin, molino de viento, "
    "molino, wind turbine, wind power plant, windrad, eolienne, grain mill",
    hints="wind, grind, flour, sails, blades, holland",
    about=("A windmill is a tower with four turning sails that grinds grain into flour; a wind "
    "turbine makes power from wind."), parts="sail, blade, cap, wall, tower, door, window, gallery, cloth",
    features="sail, gallery, door, turbine=wind turbine",
)  # fmt: skip
def windmill(drawing: Drawing, brief: Brief) -> None:
    """Draw a windmill: a tapered tower with a gallery and a cap, and lattice sails; or a slender turbine."""
    width, height, depth = brief.box(5.6, 11.0, 5.6, keeps_shape=True)
    ground = grounds.lot(drawing, brief, width * 1.9, depth * 1.9)
    if brief.has("wind turbine", "turbine", default=brief.style_name in ("futuristic", "modern", "minimalist")):
        _turbine(drawing, brief, width, height * 1.5, ground)
        return
    wall = brief.of(
        "wall tower body windmill", {"rustic": "wood_weathered", "steampunk": "brick_dark", "industrial": "brick_red",
        "gothic": "limestone"}.get(brief.style_name, brief.choose("stucco", "brick_red", "paint_white")), is_main=True,
    )  # fmt: skip
    tall = height * 0.78
    drawing.add(
        "round_wall", (width, tall, depth), (0, ground, 0), taper=0.4, rows=3, columns=4, form="arched",
        window_m=0.55, name="tower", **wall,
    )  # fmt: skip
    drawing.add(
        "gate", (1.5, 2.4, 0.5), (0, ground, depth / 2 - 0.2), name="door", surround_material="limestone",
        **brief.of("door", brief.choose("paint_blue", "oak", "paint_red")),
    )  # fmt: skip
    wood = brief.of("gallery railing", "oak")
    wide = width * 0.62 + 2.2
    drawing.add("hoop", (wide, 0.16, wide), (0, ground + height * 0.34, 0), inner=0.6, name="gallery", **wood)
    drawing.add(
        "round_rail", (wide * 0.98, 0.9, wide * 0.98), (0, ground + height * 0.34 + 0.15, 0), name="gallery_rail",
        **wood,
    )  # fmt: skip
    cap = width * 0.72
    roof = brief.of("cap roof", brief.style.roof or brief.choose("slate", "thatch", "copper"))
    drawing.add("disc", (cap * 0.98, 0.3, cap * 0.98), (0, ground + tall - 0.02, 0), name="curb", **wood)
    drawing.add("dome", (cap, height - tall - 0.2, cap), (0, ground + tall + 0.25, 0), name="cap", **roof)
    hub = ground + tall + 0.75
    z = cap / 2 + 0.5
    drawing.add(
        "rod", (0.44, 1.9, 0.44), (0, hub - 0.95, z - 0.5), turn=(90, 0, 0), name="shaft",
        **brief.of("shaft", "oak_dark"),
    )  # fmt: skip
    cloth = brief.of("sail blade cloth", "canvas")
    lean = brief.vary(20, 60)
    count = brief.count("sail", brief.count("blade", 4, least=3, most=8), least=3, most=8)
    drawing.add(
        "mill_sails", (height * 0.84, height * 0.84, 0.5), (0, hub - height * 0.42, z + 0.3), turn=(0, 0, lean),
        name="sails", count=count, cloth_material=cloth["material"], cloth_color=cloth["color"],
        **brief.of("beam", "oak_dark"),
    )  # fmt: skip


def _turbine(drawing: Drawing, brief: Brief, width: float, height: float, ground: float) -> None:
    white = brief.of(
        "tower body windmill turbine", "paint_white" if brief.style_name != "futuristic" else "chrome", is_main=True,
    )  # fmt: skip
    drawing.add("disc", (2.4, 0.3, 2.4), (0, ground - 0.01, 0), name="foundation", material="concrete")
    drawing.add("cone", (1.1, height * 0.7, 1.1), (0, ground + 0.28, 0), top=0.55, name="tower", **white)
    hub = ground + height * 0.7 + 0.6
    drawing.add("box", (0.9, 0.9, 2.2), (0, hub - 0.45, 0.1), radius_m=0.25, name="nacelle", **white)
    blades = brief.count("blade", 3, least=2, most=6)
    drawing.add(
        "turbine_blades", (height * 0.66, height * 0.66, 0.8), (0, hub - height * 0.33, 1.25), count=blades,
        name="blades", **brief.of("blade", white["material"]),
    )  # fmt: skip
