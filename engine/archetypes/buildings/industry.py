"""Where things are made and kept: warehouse, factory, water tower, silo, garage; the front is +z."""

from dataclasses import replace

from engine.archetypes.brief import Brief, Finish
from engine.archetypes.buildings import grounds, roofing
from engine.archetypes.buildings.homes import storeys
from engine.archetypes.buildings.roofing import Pitch
from engine.archetypes.buildings.walls import Mass, Walls, Windows, shell, wall_of, windows_of
from engine.archetypes.buildings.works import chimneys_and_tanks, saw_tooth_panels
from engine.archetypes.drawing import Drawing
from engine.archetypes.ornament import dress
from engine.archetypes.register import archetype
from engine.parts.repeats import many


@archetype(
    "warehouse", "building", "industrial",
    "warehouse, storehouse, depot, distribution center, distribution centre, fulfillment center, logistics center, "
    "hangar, aircraft hangar, storage facility, industrial building, industrial hall, shed hall, lagerhaus, "
    "lagerhalle, entrepôt, almacén, nave industrial, loft building, storage building, data center, data centre, "
    "logistics hall, "
    "industrial loft",
    hints="pallets, goods, forklift, dock, storage, logistics",
    about="A warehouse is a big plain hall with loading docks and roller doors, where goods are stored.",
    parts="wall, roof, door, gate, dock, window, canopy, skylight, ramp",
    features="solar roof, dock, loading dock=dock, skylight, flat roof, sawtooth",
)  # fmt: skip
def warehouse(drawing: Drawing, brief: Brief) -> None:
    """Draw a warehouse: a hall of sheets or brick, loading docks with doors, a low roof; a hangar has a round one."""
    is_hangar = "hangar" in brief.words
    width, height, depth = brief.box(24.0, 8.5, 16.0, keeps_shape=True)
    ground = grounds.lot(drawing, brief, width * 1.2, depth * 1.5, z=depth * 0.14, material="asphalt")
    is_brick = bool(brief.words & {"loft"}) or brief.style_name in ("industrial", "steampunk", "victorian", "rustic")
    sheets = {"futuristic": "acrylic_white", "rustic": "wood_weathered", "cyberpunk": "iron_black"}
    sheet = sheets.get(brief.style_name, "brick_red" if is_brick else "paint_white")
    wall = brief.of("wall facade building body", sheet, is_main=True)
    rise = 0.0 if brief.has("flat roof") else height * (0.34 if is_hangar else 0.2)
    if wall["material"] == "paint_white" and not wall["color"]:
        wall["color"] = "#ccd3d6"
    mass = Mass(0.0, ground, 0.0, width, height - max(rise, 1.0), depth, 2 if is_brick and not is_hangar else 1)
    docks = brief.count("dock", brief.count("door", 3, least=0, most=6), least=1, most=6)
    doors = [(width * 0.84 * ((number + 0.5) / docks - 0.5), 3.4, 3.6) for number in range(docks)]
    high = Windows(panes=(3, 1), wide_m=2.6, share=0.16, foot=0.74, every_m=4.4, has_sills=False)
    look = replace(windows_of(brief), has_shutters=False) if is_brick else high
    if is_hangar:
        doors = [(0.0, width * 0.66, mass.tall * 0.94)]
    shell(drawing, brief, mass, wall, look, Walls(doors={"front": doors}))
    _docks(drawing, brief, mass, doors, ground, is_hangar=is_hangar)
    if not is_brick:
        for side in (-1, 1):
            drawing.add(
                "ribbed_sheet", (width, mass.tall * 0.22, 0.12),
                (0, mass.top - mass.tall * 0.22, side * (mass.depth / 2 + 0.04)), name="fascia",
                **brief.of("fascia trim accent", "paint_blue"),
            )  # fmt: skip
    _hall_roof(drawing, brief, mass, wall, rise, is_hangar=is_hangar)


def _docks(
    drawing: Drawing, brief: Brief, mass: Mass, doors: list[tuple[float, float, float]], ground: float, *,
    is_hangar: bool,
) -> None:  # fmt: skip
    """Draw the doors, with bumpers and a canopy over each where lorries stop."""
    leaf = brief.of("door gate", "paint_white" if brief.style_name != "industrial" else "iron_black")
    for x, wide, high in doors:
        drawing.add(
            "sectional_door", (wide + 0.06, high + 0.04, 0.24), (x, ground, mass.front - 0.1),
            count=many(high / 0.5, least=6), name="dock_door", has_windows=not is_hangar, frame_material="iron_black",
            **leaf,
        )  # fmt: skip
        if is_hangar:
            continue
        drawing.add(
            "box", (wide + 0.8, 0.16, 1.3), (x, ground + high + 0.15, mass.front + 0.6), radius_m=0.02, name="canopy",
            **brief.of("canopy", "iron_black"),
        )  # fmt: skip
        for side in (-1, 1):
            drawing.add(
                "box", (0.28, 0.8, 0.3), (x + side * (wide / 2 + 0.25), ground, mass.front + 0.1), radius_m=0.04,
                name="bumper", material="rubber_black",
            )  # fmt: skip
    if not is_hangar:
        x = mass.width / 2 - 0.9
        drawing.add("door", (1.0, 2.2, 0.2), (x, ground, mass.front + 0.02), name="side_door", material="iron_black")


def _hall_roof(drawing: Drawing, brief: Brief, mass: Mass, wall: Finish, rise: float, *, is_hangar: bool) -> None:
    """Draw a low gable, a saw-tooth, a barrel or a flat roof."""
    metal = brief.of(
        "roof", {"rustic": "iron_rusty", "steampunk": "copper_verdigris"}.get(brief.style_name, brief.style.roof
        or "steel_galvanised"),
    )  # fmt: skip
    if rise == 0.0:
        deck = roofing.flat(drawing, brief, mass, wall, high=0.8)
    else:
        form = "barrel" if is_hangar or brief.style_name == "futuristic" else "sawtooth" if brief.has(
            "sawtooth"
        ) else "gable"  # fmt: skip
        pitch = Pitch(form, "seams", rise / (mass.depth / 2 + 0.3), 0.3, 0.3)
        deck = roofing.pitched(drawing, mass, pitch, metal, wall)
        if roofing.wants_solar(brief) and form == "gable":
            roofing.solar(drawing, brief, mass, pitch, 0.0, mass.width * 0.8)
        elif form == "gable":
            for x in (-0.3, 0.0, 0.3):
                y, z, angle = roofing.on_slope(mass, pitch, 0.55)
                drawing.add(
                    "box", (1.8, 0.2, 3.0), (mass.width * x, y - 0.06, z), turn=(angle, 0, 0), radius_m=0.02,
                    name="skylight", material="glass_frosted",
                )  # fmt: skip
        return
    if roofing.wants_solar(brief):
        roofing.solar_flat(drawing, brief, replace(mass, width=mass.width * 0.9, depth=mass.depth * 0.9), deck)
    for x in (-0.25, 0.25):
        drawing.add(
            "rooftop_unit", (2.4, 1.3, 1.6), (mass.width * x, deck - 0.03, -mass.depth * 0.3),
            material="steel_galvanised",
        )  # fmt: skip


@archetype(
    "factory", "building", "industrial",
    "factory, plant building, mill building, power plant, power station, industrial plant, manufacturing plant, "
    "refinery, brewery, steel mill, brick factory, "
    "fabrik, kraftwerk, usine, fábrica, foundry, workshop building, steelworks, production plant, textile mill, "
    "paper mill, cotton mill, woollen mill, wool mill, silk mill, rolling mill, iron works, ironworks, glassworks, "
    "gasworks, cement works, brickworks, oil mill, cement plant, car plant, assembly plant, chemical plant, "
    "nuclear power plant, chocolate factory", hints="smoke, chimney, produce, workers, machines, assemble",
    about=("A factory is an industrial building with a saw-tooth roof and tall smoking chimneys, "
    "where workers make things on machines."),
    parts="wall, window, roof, chimney, stack, pipe, tank, door, gate, gear",
    features="chimney, smokestack=chimney, sawtooth, solar roof, tank, pipe, cooling tower",
)  # fmt: skip
def factory(drawing: Drawing, brief: Brief) -> None:
    """Draw a factory: a hall with a saw-tooth roof and tall windows, an office part, chimneys, tanks and pipes."""
    width, height, depth = brief.box(24.0, 16.0, 15.0, keeps_shape=True)
    ground = grounds.lot(drawing, brief, width * 1.25, depth * 1.5, z=depth * 0.12, material="asphalt")
    wall = brief.of(
        "wall facade building body", {"modern": "aluminium", "futuristic": "acrylic_white", "minimalist": "concrete",
        "rustic": "sandstone", "contemporary": "steel_corten"}.get(brief.style_name, brief.style.facade
        or "brick_red"), is_main=True,
    )  # fmt: skip
    metal = brief.of("roof", brief.style.roof or "steel_galvanised")
    base = windows_of(brief)
    look = replace(base, panes=(4, 5), wide_m=2.2, share=0.66, foot=0.18, every_m=3.0, has_shutters=False)
    hall = Mass(width * 0.1, ground, 0.0, width * 0.74, height * 0.36, depth)
    shell(drawing, brief, hall, wall, look, Walls(doors={"front": [(0.0, 3.6, 3.8)]}))
    drawing.add(
        "sectional_door", (3.66, 3.84, 0.24), (hall.x, ground, hall.front - 0.1), count=8, name="gate",
        **brief.of("gate door", "iron_black"),
    )  # fmt: skip
    teeth = 4
    drawing.add(
        "roof", (hall.depth + 0.2, height * 0.17, hall.width + 0.2), (hall.x, hall.top - 0.02, 0), turn=(0, 90, 0),
        form="sawtooth", teeth=teeth, covering="plain" if roofing.wants_solar(brief) else "seams", eave_m=0.1,
        verge_m=0.1, name="roof", gables_material=wall["material"], gables_color=wall["color"], **metal,
    )  # fmt: skip
    office = Mass(
        -width * 0.37, ground, depth * 0.06, width * 0.22, height * 0.5, depth * 0.7, storeys(brief, 3, most=5),
    )  # fmt: skip
    small = replace(base, has_shutters=False, panes=(3, 3), wide_m=min(base.wide_m, 1.6))
    shell(drawing, brief, office, wall, small, Walls(doors={"front": [(0.0, 1.4, 2.4)]}))
    grounds.entrance(drawing, brief, office, office.x, ground, size=(1.42, 2.42))
    roofing.flat(drawing, brief, office, wall, high=0.8)
    for side in (-1, 1):
        post = drawing.add(
            "box", (0.7, office.tall, 0.3), (office.x + side * (office.width / 2 - 0.33), ground, office.front),
            radius_m=0.02, name="pilaster", **wall,
        )  # fmt: skip
        dress(drawing, brief, post, "front")
    chimneys_and_tanks(drawing, brief, hall, ground, height, width)
    if roofing.wants_solar(brief):
        saw_tooth_panels(drawing, hall, height * 0.17, teeth)


@archetype(
    "water tower", "building", "industrial",
    "water tower, water tank, elevated tank, wasserturm, château d'eau, torre de agua, roof tank, water reservoir "
    "tower, rooftop water tank, water tank tower", hints="water, tank, pressure, legs, stilts",
    about="A water tower is a large tank high up on legs that stores water for a town or a farm.",
    parts="tank, leg, roof, ladder, hoop, brace, railing", features="ladder, sphere=round, spherical=round"
)  # fmt: skip
def water_tower(drawing: Drawing, brief: Brief) -> None:
    """Draw a water tower: a tank of staves, steel or a ball on legs with braces, a walkway, a ladder and a riser."""
    width, height, depth = brief.box(6.0, 15.0, 6.0, keeps_shape=True)
    ground = grounds.lot(drawing, brief, width * 1.7, depth * 1.7)
    is_ball = brief.has(
        "round", "sphere", default=brief.style_name in ("modern", "futuristic", "minimalist", "contemporary"),
    )  # fmt: skip
    stand = height * (0.66 if is_ball else 0.58)
    body = brief.of(
        "tank tower body", {"modern": "paint_white", "futuristic": "chrome", "minimalist": "paint_white",
        "contemporary": "paint_white", "industrial": "steel_galvanised", "steampunk": "copper",
        "art deco": "paint_white"}.get(brief.style_name, "cedar"), is_main=True,
    )  # fmt: skip
    metal = brief.of(
        "leg frame brace", "steel_galvanised" if brief.style_name in ("modern", "realistic") else brief.style.metal,
    )  # fmt: skip
    if is_ball:
        drawing.add(
            "turning", (width * 0.42, stand + 0.4, width * 0.42), (0, ground, 0),
            profile=[1.0, 0.0, 0.5, 0.12, 0.34, 0.5, 0.5, 0.85, 0.9, 1.0], name="stem", **body,
        )  # fmt: skip
        drawing.add("ball", (width, height - stand, depth), (0, ground + stand - 0.1, 0), name="tank", **body)
        drawing.add(
            "hoop", (width * 1.04, 0.3, depth * 1.04), (0, ground + (height + stand) / 2 - 0.25, 0), inner=0.94,
            name="band", **brief.of("band accent", "paint_red"),
        )  # fmt: skip
        drawing.add("cage_ladder", (0.6, stand * 0.8, 0.7), (0, ground, width * 0.24), name="ladder", **metal)
        return
    drawing.add(
        "truss_tower", (width * 0.9, stand, depth * 0.9), (0, ground, 0), legs=brief.count("leg", 4, least=3, most=8),
        bays=3, top=0.8, name="legs", **metal,
    )  # fmt: skip
    drawing.add(
        "disc", (width * 1.06, 0.22, depth * 1.06), (0, ground + stand - 0.03, 0), name="platform",
        **brief.of("platform", "wood" if body["material"] == "cedar" else metal["material"])
    )  # fmt: skip
    tank_high = height - stand - 0.2
    roof = brief.of("roof lid", brief.style.roof or "slate")
    drawing.add(
        "tank", (width * 0.9, tank_high, depth * 0.9), (0, ground + stand + 0.18, 0), has_stand=False,
        lid_material=roof["material"], lid_color=roof["color"], **body,
    )  # fmt: skip
    drawing.add("round_rail", (width * 1.05, 1.0, depth * 1.05), (0, ground + stand + 0.17, 0), name="railing", **metal)
    drawing.add("rod", (0.4, stand, 0.4), (0, ground, 0), name="riser", **metal)
    drawing.add("cage_ladder", (0.6, stand + 0.9, 0.7), (0, ground, width * 0.53 + 0.3), name="ladder", **metal)


@archetype(
    "silo", "building", "industrial",
    "silo, grain silo, grain bin, grain elevator, storage silo, getreidesilo, silo à grain, granero silo, feed "
    "silo, missile silo, cement silo, farm silo", hints="grain, wheat, corn, store, farm, fodder",
    about="A silo is a tall round tower of metal or concrete on a farm in which grain or fodder is stored.",
    parts="wall, roof, dome, ladder, leg, chute, cone", features="ladder, dome, chute",
)  # fmt: skip
def silo(drawing: Drawing, brief: Brief) -> None:
    """Draw one or more silos: corrugated drums under cones or domes, ladders, a chute, and a catwalk between them."""
    count = 2 if brief.words & {
        "twin", "pair", "double"
    } else 1 if brief.words & {"single"} else int(brief.vary(1.0, 2.5))  # fmt: skip
    width, height, depth = brief.box(5.0 * count, 14.0, 5.0, keeps_shape=True)
    ground = grounds.lot(drawing, brief, width + 5.0, depth * 1.9)
    each = width / count
    wall = brief.of(
        "wall silo body tower", {"rustic": "wood_weathered", "industrial": "iron_rusty", "steampunk": "copper",
        "futuristic": "chrome", "minimalist": "concrete", "modern": "aluminium",
        "art deco": "concrete"}.get(brief.style_name, "steel_galvanised"), is_main=True,
    )  # fmt: skip
    roof = brief.of(
        "roof dome cone",
        {"rustic": "iron_rusty", "art deco": "trim"}.get(brief.style_name, brief.style.roof or "aluminium"),
    )  # fmt: skip
    is_dome = brief.has("dome", default=brief.style_name in ("rustic", "futuristic", "minimalist"))
    tall = height * 0.8
    for number in range(count):
        x, wide = each * (number - (count - 1) / 2), each * 0.96
        drawing.add("cone", (wide * 1.06, 0.5, wide * 1.06), (x, ground, 0), top=0.97, name="base", material="concrete")
        drawing.add("ribbed_shell", (wide, tall, wide), (x, ground + 0.45, 0), name="silo_wall", **wall)
        kind = "dome" if is_dome else "cone"
        drawing.add(
            kind, (wide * 1.02, height - tall - 1.0, wide * 1.02), (x, ground + 0.44 + tall, 0), name="roof",
            top=0.12, **roof,
        )  # fmt: skip
        drawing.add("rod", (0.7, 1.0, 0.7), (x, ground + height - 0.8, 0), name="vent", **roof)
        drawing.add(
            "cage_ladder", (0.6, tall, 0.7), (x, ground, wide / 2 + 0.3), name="ladder",
            **brief.of("ladder", "steel_galvanised"),
        )  # fmt: skip
    for number in range(count - 1):
        x = each * (number - (count - 2) / 2)
        drawing.add(
            "box", (each, 0.12, 0.8), (x, ground + tall + 0.5, 0), radius_m=0.01, name="catwalk",
            material="steel_galvanised",
        )  # fmt: skip
    drawing.add(
        "rod", (0.5, tall * 0.9, 0.5), (width / 2 + 0.14, ground, 0.0), name="chute",
        **brief.of("chute", "steel_galvanised"),
    )  # fmt: skip


@archetype(
    "garage", "building", "residential",
    "garage, carport, double garage, car garage, detached garage, car port, garaje, garage building, workshop garage",
    hints="park, car, door, drive",
    about="A garage is a small building with a wide door in which a car is parked beside a house.",
    parts="wall, door, roof, window, post", features="flat roof, solar roof, carport, window",
)  # fmt: skip
def garage(drawing: Drawing, brief: Brief) -> None:
    """Draw a garage: walls, wide doors, side door and window, a low roof; a carport has only posts."""
    cars = 2 if brief.words & {"double", "two"} else brief.count("door", brief.count("car", 1, most=4), least=1, most=4)
    width, height, depth = brief.box(3.4 * cars + 0.6, 4.2, 6.4, keeps_shape=True)
    ground = grounds.lot(drawing, brief, width + 3.0, depth * 1.7, z=depth * 0.2)
    grounds.path(drawing, brief, 0.0, depth / 2 - 0.1, depth * 1.04, width=width * 0.86)
    is_flat = brief.has(
        "flat roof", default=brief.style_name in ("modern", "minimalist", "futuristic", "contemporary", "bauhaus",
        "art deco", "cyberpunk"),
    )  # fmt: skip
    wall = wall_of(brief, "garage", "stucco", "brick_red")
    if "carport" in brief.words or "port" in brief.words:
        _carport(drawing, brief, width, height * 0.62, depth, ground)
        return
    tall = min(height - (0.5 if is_flat else 1.5), 2.9)
    mass = Mass(0.0, ground, 0.0, width, tall, depth)
    doors = [(3.4 * (number - (cars - 1) / 2), 2.8, 2.3) for number in range(cars)]
    shell(
        drawing, brief, mass, wall, replace(windows_of(brief), has_shutters=False, wide_m=1.0),
        Walls(doors={"front": doors, "right": [(-1.6, 0.95, 2.1)]}, bays={"front": 0, "left": 2, "right": 2}),
    )  # fmt: skip
    for x, wide, high in doors:
        drawing.add(
            "sectional_door", (wide + 0.04, high + 0.03, 0.22), (x, ground, mass.front - 0.1), name="garage_door",
            **brief.of("door gate", "paint_white" if not is_flat else "iron_black")
        )  # fmt: skip
    drawing.add(
        "door", (0.97, 2.12, 0.2), (width / 2 - 0.1, ground, 1.6), turn=(0, 90, 0), name="side_door",
        **brief.of("door", "wood"),
    )  # fmt: skip
    if is_flat:
        deck = roofing.flat(drawing, brief, mass, wall, eave_m=0.25)
        if roofing.wants_solar(brief):
            roofing.solar_flat(drawing, brief, replace(mass, depth=depth * 0.9), deck)
        return
    pitch = Pitch("gable", "tiles", 0.5, 0.3, 0.3)
    turned = brief.style_name in ("rustic", "victorian", "scandinavian") and cars < 3 and not roofing.wants_solar(brief)
    high = (height - tall) / ((width if turned else depth) / 2 + 0.3)
    roofing.pitched(
        drawing, mass, replace(pitch, steep=max(high, 0.4)), roofing.covering_of(brief), wall, is_turned=turned,
    )  # fmt: skip
    if roofing.wants_solar(brief):
        roofing.solar(drawing, brief, mass, replace(pitch, steep=max(high, 0.4)), 0.0, width * 0.8)


def _carport(drawing: Drawing, brief: Brief, width: float, height: float, depth: float, ground: float) -> None:
    wood = brief.of("post carport garage", "wood", is_main=True)
    for x in (-1, 1):
        for z in (-0.42, 0.0, 0.42):
            drawing.add(
                "box", (0.16, height, 0.16), (x * (width / 2 - 0.2), ground, z * depth), radius_m=0.01, name="post",
                **wood,
            )  # fmt: skip
        drawing.add(
            "box", (0.16, 0.22, depth), (x * (width / 2 - 0.2), ground + height - 0.02, 0), radius_m=0.01,
            name="beam", **wood,
        )  # fmt: skip
    drawing.add(
        "ribbed_sheet", (depth, 0.1, width), (0, ground + height + 0.18, 0), turn=(0, 90, 0), is_flat=True,
        name="roof", **brief.of("roof", brief.style.roof or "steel_galvanised"),
    )  # fmt: skip
    if roofing.wants_solar(brief):
        roofing.solar_flat(drawing, brief, Mass(0, ground, 0, width, height, depth), ground + height + 0.28)
