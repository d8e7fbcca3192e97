"""Buildings of a town: office buildings, towers, public buildings; the front is +z."""

from dataclasses import replace

from engine.archetypes.brief import Brief, Finish
from engine.archetypes.buildings import grounds, roofing
from engine.archetypes.buildings.homes import corners, plinth, storeys
from engine.archetypes.buildings.walls import Mass, Walls, shell, windows_of
from engine.archetypes.drawing import Drawing
from engine.archetypes.register import archetype
from engine.parts.repeats import many

_GLASS = frozenset({"realistic", "modern", "futuristic", "minimalist", "contemporary", "cyberpunk"})


@archetype(
    "office building", "building", "commercial",
    "office building, skyscraper, office tower, commercial building, high rise, highrise, office block, "
    "headquarters, "
    "building, bank, tower block, corporate building, business center, city hall, town hall, government "
    "building, "
    "bürogebäude, hochhaus, wolkenkratzer, gratte ciel, rascacielos, tower, edificio, immeuble, gebäude, art deco "
    "tower, museum, university, library building, courthouse, parliament",
    hints="company, downtown, floors, elevator, storeys, work",
    about=("An office building is a tall building of many floors behind glass in a city, where "
    "companies and banks work."),
    parts="facade, glass, mullion, slab, window, entrance, canopy, spire, storey, parapet, plaza, column",
    features=("spire, antenna=spire, setback, column=column, canopy, solar roof, green roof, twisted, "
    "round, helipad, dome"),
)  # fmt: skip
def office_building(drawing: Drawing, brief: Brief) -> None:
    """Draw an office building: a glazed tower, or walls of stone and brick with windows, after style and words."""
    is_tall = bool(brief.words & {"skyscraper", "tower", "highrise", "high", "rise"})
    usual = {"art deco": 14, "rustic": 4, "japanese": 4, "gothic": 5, "scandinavian": 5, "baroque": 4}
    levels = storeys(brief, 24 if is_tall else usual.get(brief.style_name, 8), most=60)
    is_public = bool(
        brief.words & {"bank", "hall", "museum", "courthouse", "parliament", "library", "government", "university"}
    )  # fmt: skip
    if is_public and "storey" not in brief.counts:
        levels = 3
    width, height, depth = brief.box(
        26.0 if is_public else 22.0, 3.7 * levels + 2.4, 16.0, keeps_shape="storey" not in brief.counts,
    )  # fmt: skip
    if is_public:
        _public(drawing, brief, (width, height, depth), levels)
    elif brief.style_name in _GLASS:
        _tower(drawing, brief, (width, height, depth), levels)
    else:
        _stone(drawing, brief, (width, height, depth), levels)


def _plaza(drawing: Drawing, brief: Brief, width: float, depth: float) -> float:
    """Draw the paved ground with trees at its front corners."""
    ground = grounds.lot(drawing, brief, width * 1.4, depth * 1.7, z=depth * 0.12, material="concrete")
    grounds.planting(drawing, brief, [(-width * 0.6, depth * 0.78), (width * 0.6, depth * 0.78)], trees=2)
    return ground


def _setback(level: int, levels: int, style: str, words: frozenset[str]) -> float:
    """Return the share of the plan that a storey keeps: art deco towers step back as they rise."""
    if (style != "art deco" and not words & {"setback", "stepped"}) or levels < 4:
        return 1.0
    return 1.0 if level < levels * 0.5 else (0.82 if level < levels * 0.78 else 0.62)


def _tower(drawing: Drawing, brief: Brief, size: tuple[float, float, float], levels: int) -> None:
    """Draw a glazed tower: lobby, storeys of slab and glass, rooftop machines behind a parapet."""
    width, height, depth = size
    ground = _plaza(drawing, brief, width, depth)
    stone = brief.of(
        "body facade slab building", {"futuristic": "acrylic_white", "cyberpunk": "iron_black",
        "contemporary": "wood_charred", "modern": "aluminium"}.get(brief.style_name, "concrete"), is_main=True,
    )  # fmt: skip
    glass, metal = brief.of(
        "glass window", "glass_tinted",
    ), brief.of("mullion frame", "aluminium" if brief.style_name != "cyberpunk" else "neon")  # fmt: skip
    tall = (height - 2.0) / (levels + 0.35)
    pitch = float(brief.choose("1.5", "1.8", "2.1")) * (2.0 if brief.style_name == "minimalist" else 1.0)
    turn = 3.2 if brief.has("twisted", default=brief.style_name == "futuristic" and levels > 12) else 0.0
    is_round = brief.has("round", default=brief.style_name == "futuristic" and not turn)
    y, angle = ground, 0.0
    for level in range(levels):
        high = tall * (1.35 if level == 0 else 1.0)
        step = _setback(level, levels, brief.style_name, brief.words)
        plan = (width * step, high + 0.01, (width if turn else depth) * step)
        drawing.add(
            "round_storey" if is_round else "storey", plan, (0, y, 0), turn=(0, angle, 0),
            pitch_m=pitch * (1.6 if level == 0 else 1.0), is_lobby=level == 0, glass_material=glass["material"],
            glass_color=glass["color"], mullions_material=metal["material"], mullions_color=metal["color"],
            name="storey", **stone,
        )  # fmt: skip
        y, angle = y + high, angle + turn
    _glass_top(drawing, brief, (plan[0], plan[2]), y, angle - turn, stone, metal, levels, is_round=is_round)
    _lobby(drawing, brief, depth / 2 if not turn else width / 2, ground, tall, metal, is_round=is_round)


def _glass_top(
    drawing: Drawing, brief: Brief, plan: tuple[float, float], y: float, angle: float, stone: Finish, metal: Finish,
    levels: int, *, is_round: bool,
) -> None:  # fmt: skip
    """Draw what is on the roof of a tower: parapet, machines or solar panels, a spire."""
    width, depth = plan
    if not is_round:
        drawing.add(
            "rail_frame", (width, 1.0, depth), (0, y - 0.01, 0), turn=(0, angle, 0), board_m=0.25, name="parapet",
            **stone,
        )  # fmt: skip
    if roofing.wants_solar(brief):
        roofing.solar_flat(drawing, brief, Mass(0, y - 1, 0, width * 0.8, 1.0, depth * 0.7), y)
    else:
        for x in (-0.2, 0.05, 0.26):
            drawing.add(
                "rooftop_unit", (width * 0.15, 1.5, depth * 0.2), (x * width, y - 0.005, -depth * 0.08),
                material="steel_galvanised",
            )  # fmt: skip
    if brief.has("green roof"):
        drawing.add(
            "box", (width * 0.8, 0.3, depth * 0.8), (0, y - 0.01, 0), name="roof_garden", radius_m=0.05,
            material="grass",
        )  # fmt: skip
    if brief.has("spire", default=levels > 20):
        drawing.add(
            "cone", (0.9, 6.0 + levels * 0.3, 0.9), (0, y - 0.01, depth * 0.16), name="spire", top=0.06, **metal,
        )  # fmt: skip


def _lobby(
    drawing: Drawing, brief: Brief, front: float, ground: float, tall: float, metal: Finish, *, is_round: bool,
) -> None:  # fmt: skip
    """Draw the entrance and its canopy."""
    z = front * (1.0 if not is_round else 0.98)
    drawing.add(
        "door", (2.4, tall * 0.85, 0.25), (0, ground, z - 0.02), name="entrance", has_light=True,
        frame_material="iron_black", **brief.of("entrance door", "iron_black"),
    )  # fmt: skip
    drawing.add(
        "canopy", (5.2, tall * 1.05, 3.0), (0, ground, z + 1.3), name="entrance_canopy",
        **brief.of("canopy", metal["material"] if metal["material"] != "neon" else "iron_black")
    )  # fmt: skip


def _stone(drawing: Drawing, brief: Brief, size: tuple[float, float, float], levels: int) -> None:
    """Draw a building of walls with windows in tiers that step back; art deco has piers and a crown."""
    width, height, depth = size
    ground = _plaza(drawing, brief, width, depth)
    is_deco = brief.style_name == "art deco"
    wall = brief.of(
        "body facade wall building", {"art deco": "limestone", "rustic": "sandstone", "gothic": "limestone",
        "japanese": "plaster", "scandinavian": "brick_yellow"}.get(brief.style_name, brief.style.facade
        or "limestone"), is_main=True,
    )  # fmt: skip
    base = windows_of(brief)
    panes = (min(base.panes[0], 3), min(base.panes[1], 3))
    look = replace(
        base, panes=panes, every_m=2.9 if not is_deco else 2.2, wide_m=min(base.wide_m, 1.9), share=0.64, foot=0.18,
        has_shutters=False, lintels="none" if is_deco else base.lintels, has_sills=not is_deco,
    )  # fmt: skip
    tiers = [(1.0, 0.5), (0.8, 0.28), (0.58, 0.22)] if is_deco and levels >= 6 else [(1.0, 1.0)]
    y, storey = ground, (height - 1.5) / levels
    for number, (share, part) in enumerate(tiers):
        count = max(1, round(levels * part))
        mass = Mass(0.0, y, -depth * 0.02 * number, width * share, storey * count, depth * share, count)
        doors = {"front": [(0.0, 2.4, 3.0)]} if number == 0 else {}
        shell(drawing, brief, mass, wall, look, Walls(doors=doors))
        if is_deco:
            _piers(drawing, brief, mass)
        else:
            corners(drawing, brief, mass)
        roofing.flat(drawing, brief, mass, wall, high=1.0)
        y = mass.top - 0.03 + 0.3
    drawing.add(
        "door", (2.42, 3.02, 0.25), (0, ground, depth / 2 - 0.12), name="entrance", has_light=True,
        **brief.of("entrance door", "walnut"),
    )  # fmt: skip
    _stone_top(drawing, brief, mass, levels)


def _piers(drawing: Drawing, brief: Brief, mass: Mass) -> None:
    """Draw upright piers between the windows, that rise over the parapet, and a stepped crown with gold."""
    bays = many(mass.width / 4.4, least=2)
    stone = brief.of("pier column", "limestone")
    for number in range(bays + 1):
        u = (mass.width - 0.5) * (number / bays - 0.5)
        drawing.add(
            "box", (0.5, mass.tall + 1.4, 0.4), (mass.x + u, mass.y, mass.front + 0.02), radius_m=0.02, name="pier",
            **stone,
        )  # fmt: skip
    drawing.add(
        "stepped_front", (mass.width * 0.4, 3.4, 0.5), (mass.x, mass.top - 0.6, mass.front + 0.2), name="crown",
        count=4, **brief.of("crown ornament trim", "trim"),
    )  # fmt: skip


def _stone_top(drawing: Drawing, brief: Brief, mass: Mass, levels: int) -> None:
    if brief.style_name == "art deco" or brief.has("spire"):
        metal = brief.of("spire", "trim")
        wide = mass.width * 0.4
        drawing.add(
            "stepped_stack", (wide, wide * 0.7, wide), (0, mass.top, mass.z), name="lantern", count=4, top=0.34,
            **metal,
        )  # fmt: skip
        drawing.add(
            "cone", (1.2, 4.0 + levels * 0.35, 1.2), (0, mass.top + wide * 0.7 - 0.02, mass.z), name="spire",
            top=0.05, **metal,
        )  # fmt: skip
    elif roofing.wants_solar(brief):
        roofing.solar_flat(
            drawing, brief, replace(mass, width=mass.width * 0.8, depth=mass.depth * 0.8), mass.top + 0.25,
        )  # fmt: skip
    elif brief.style_name in ("industrial", "steampunk"):
        drawing.add(
            "tank", (3.2, 4.6, 3.2), (mass.width * 0.22, mass.top + 0.2, 0), name="roof_tank",
            **brief.of("tank", "cedar"),
        )  # fmt: skip
        drawing.add(
            "rooftop_unit", (4.0, 1.5, 2.4), (-mass.width * 0.2, mass.top + 0.2, 0), material="steel_galvanised",
        )  # fmt: skip
    else:
        at = (-mass.width * 0.2, mass.top + 0.2, 0.0)
        drawing.add("rooftop_unit", (4.0, 1.5, 2.4), at, material="steel_galvanised")


def _public(drawing: Drawing, brief: Brief, size: tuple[float, float, float], levels: int) -> None:
    """Draw a public building: a stone front with a portico on wide steps, and a dome where the text has one."""
    width, height, depth = size
    ground = _plaza(drawing, brief, width, depth)
    stone = brief.of("body facade wall building", "limestone", is_main=True)
    base = 1.4
    main = Mass(0.0, ground + base, -depth * 0.06, width, height - base - 1.4, depth * 0.86, levels)
    look = replace(windows_of(brief), has_shutters=False, every_m=3.0, lintels="hood", wide_m=1.3)
    plinth(drawing, brief, main, base)
    shell(drawing, brief, main, stone, look, Walls(doors={"front": [(0.0, 2.2, 3.4)]}))
    deck = roofing.flat(drawing, brief, main, stone, high=1.1)
    high = min(main.tall - 1.6, 8.0)
    grounds.portico(drawing, brief, main, 0.0, ground, width * 0.44, high)
    drawing.add(
        "steps", (width * 0.46, base, 2.6), (0, ground, main.front + 1.86 + 1.28), count=7,
        **brief.of("step", "limestone"),
    )  # fmt: skip
    drawing.add(
        "door", (2.22, 3.42, 0.25), (0, main.y, main.front - 0.12), name="entrance", has_light=True,
        **brief.of("entrance door", "bronze_aged"),
    )  # fmt: skip
    if brief.has("dome", default=bool(brief.words & {"parliament", "courthouse", "government"})):
        wide = depth * 0.5
        drawing.add(
            "round_wall", (wide, 3.6, wide), (0, deck - 0.1, main.z), name="drum", columns=10, rows=1, window_m=0.8,
            form="arched", **stone,
        )  # fmt: skip
        drawing.add(
            "dome", (wide * 1.06, wide * 0.5, wide * 1.06), (0, deck + 3.48, main.z), name="dome",
            **brief.of("dome", "copper_verdigris"),
        )  # fmt: skip
        drawing.add(
            "spire", (1.4, 3.2, 1.4), (0, deck + 3.4 + wide * 0.5, main.z), name="lantern", sides=8,
            **brief.of("lantern", "gold"),
        )  # fmt: skip
