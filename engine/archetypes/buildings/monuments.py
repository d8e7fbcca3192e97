"""Monuments and masts: triumphal arch, iron tower, obelisk, stone circle, igloo, clock tower, pylon, radar, pump."""

from math import cos, degrees, pi, sin

from engine.archetypes.brief import Brief, Finish
from engine.archetypes.buildings import grounds
from engine.archetypes.drawing import Drawing
from engine.archetypes.objects.shaping import cut, pose, sized, spin, strut
from engine.archetypes.ornament import dress
from engine.archetypes.register import archetype


def _stone(brief: Brief, words: str, usual: str = "limestone") -> Finish:
    return brief.of(words, {"steampunk": "brick_dark", "futuristic": "acrylic_white", "industrial": "concrete",
    "gothic":
                     "basalt", "art deco": "marble_black", "baroque": "marble_white"}.get(brief.style_name, usual),
                     is_main=True)  # fmt: skip


@archetype(
    "triumphal arch", "building", "landmark", "triumphal arch, arch, arc de triomphe, archway, stone arch, "
    "triumphbogen, "
    "arco de triunfo, brandenburg gate, victory arch, memorial arch", hints="monument, roman, paris",
    about="A triumphal arch is a monument of stone with a vaulted passage.",
    parts="stone, pillar, column, frieze, body, arch",
)  # fmt: skip
def triumphal_arch(drawing: Drawing, brief: Brief) -> None:
    """Draw a block pierced by one or three arches, with columns, cornices and an attic."""
    stone = _stone(brief, "stone pillar body arch")
    count = brief.count("arch", brief.count("passage", 1, least=1, most=5), least=1, most=5)
    wide = 6.4 + 5.2 * count
    drawing.add(
        "box", (wide + 1.6, 0.4, 7.6), (0, 0, 0), radius_m=0.02, name="step", **brief.of("step base", "granite")
    )
    drawing.add("arcade", (wide, 10.0, 5.0), (0, 0.38, 0), count=count, share=0.56 if count == 1 else 0.66, rise=0.8,
                name="arch", **stone)  # fmt: skip
    for z in (-2.75, 2.75):
        for k in range(count + 1):
            x = (wide - 1.5) * (k / count - 0.5)
            drawing.add("box", (1.3, 1.2, 0.9), (x, 0.38, z), radius_m=0.02, name="plinth", **stone)
            drawing.add("classical_column", (0.9, 7.6, 0.9), (x, 1.56, z), name="column", **stone)
            drawing.add("box", (1.2, 1.3, 0.9), (x, 9.1, z), radius_m=0.02, name="bracket", **stone)
    drawing.add("cornice", (wide + 0.7, 0.55, 6.8), (0, 10.2, 0), name="cornice", **stone)
    attic = drawing.add("box", (wide - 0.2, 2.6, 5.4), (0, 10.7, 0), radius_m=0.03, name="attic", **stone)
    dress(drawing, brief, attic, "front")
    drawing.add("box", (wide + 0.3, 0.4, 5.9), (0, 13.25, 0), radius_m=0.04, name="crown", **stone)
    drawing.add("plaque", (wide * 0.5, 1.5, 0.12), (0, 11.2, 2.74), text="VICTORIA", name="tablet", **stone)
    sized(drawing, brief, (wide + 1.6, 13.65, 7.6))


@archetype(
    "iron tower", "building", "landmark", "eiffel tower, lattice tower, iron tower, eiffelturm, tour eiffel, torre "
    "eiffel, "
    "tokyo tower, antenna tower, radio tower, transmission tower, cell tower, radio mast, antenna mast, tv tower, "
    "fernsehturm",
    hints="paris, broadcast, steel lattice", about="An iron tower is a lattice of bars on four legs that rises to a "
    "point.",
    parts="bar, leg, platform, antenna, base, body, light",
)  # fmt: skip
def iron_tower(drawing: Drawing, brief: Brief) -> None:
    """Draw a lattice tower with platforms and arches, or a slender mast with dishes."""
    is_mast = bool(brief.words & {"antenna", "radio", "cell", "transmission", "mast"})
    iron = brief.of("bar leg body iron tower", {"steampunk": "copper", "futuristic": "chrome", "art deco": "gold",
    "realistic":
                    "bronze_aged" if not is_mast else "paint_red", "minimalist": "paint_white"}.get(brief.style_name,
                    "iron_black"), is_main=True)  # fmt: skip
    if is_mast:
        drawing.add("box", (4.4, 0.3, 4.4), name="base", **brief.of("base", "concrete"))
        drawing.add("lattice_mast", (3.6, 24.0, 3.6), (0, 0.25, 0), bays=14, thick_m=0.18, name="mast", **iron)
        drawing.add("box", (0.75, 0.3, 0.75), (0, 24.05, 0), radius_m=0.02, name="head", **iron)
        drawing.add("rod", (0.18, 5.0, 0.18), (0, 23.8, 0), name="antenna", **brief.of("antenna", "paint_white"))
        for k in range(brief.count("antenna", 6, least=1, most=12)):
            angle = 2 * pi * k / 6 + 0.4
            y = 21.2 - 1.7 * (k // 3)
            drawing.add("box", (0.3, 1.3, 0.9), (0.5 * sin(angle), y, 0.5 * cos(angle)), turn=(0,
            degrees(angle) + 90, 0),
                        radius_m=0.05, name="panel", **brief.of("antenna panel", "paint_white"))  # fmt: skip
        drawing.add("ball", (0.36, 0.36, 0.36), (0, 28.7, 0), name="light", material="emissive_warm", color="#ff3020")
        return sized(drawing, brief, (4.4, 29.0, 4.4))
    drawing.add("box", (14.0, 0.4, 14.0), name="ground", radius_m=0.02, **brief.of("ground base", "limestone"))
    for x in (-1, 1):
        for z in (-1, 1):
            drawing.add("box", (2.6, 0.9, 2.6), (x * 5.0, 0.35, z * 5.0), radius_m=0.05, name="foot",
            **brief.of("base foot",
                        "limestone"))  # fmt: skip
    profile = [0.0, 1.0, 0.1, 0.78, 0.22, 0.56, 0.4, 0.36, 0.6, 0.2, 0.8, 0.11, 1.0, 0.06]
    drawing.add("lattice_mast", (11.4, 31.0, 11.4), (0, 1.1, 0), bays=18, thick_m=0.42, profile=list(profile),
    name="tower",
                **iron)  # fmt: skip
    for y, w in ((6.4, 7.9), (13.2, 4.5), (28.6, 1.6)):
        drawing.add("box", (w, 0.5, w), (0, y, 0), radius_m=0.03, name="platform", **iron)
        drawing.add("rail_frame", (w, 0.7, w), (0, y + 0.45, 0), board_m=0.1, name="rail", **iron)
    for turn in range(4):
        side = Drawing(brief)
        side.add("strap", (0.45, 4.4, 7.2), (3.85, 1.6, 0), path=[-1.0, -1.0, -0.8, 0.1, -0.4, 0.8, 0.0, 1.0, 0.4,
        0.8, 0.8, 0.1,
                 1.0, -1.0], thickness_m=0.4, name="arch", **iron)  # fmt: skip
        drawing.include(side, turn_deg=90.0 * turn)
    drawing.add("dome", (1.3, 0.9, 1.3), (0, 29.2, 0), name="lantern", **iron)
    drawing.add("cone", (0.5, 5.0, 0.5), (0, 29.6, 0), top=0.1, name="antenna", **iron)
    return sized(drawing, brief, (14.0, 34.6, 14.0))


@archetype(
    "obelisk", "building", "landmark", "obelisk, stone pillar monument, obelisco, obélisque, washington monument, "
    "menhir, "
    "standing stone, monolith, victory column", hints="memorial, egypt",
    about="An obelisk is a tall tapering pillar of stone with a pointed top.", parts="stone, tip, base, step, body",
)  # fmt: skip
def obelisk(drawing: Drawing, brief: Brief) -> None:
    """Draw a tapering pillar with a gilded point on a stepped base."""
    stone = _stone(brief, "stone body obelisk", "granite")
    drawing.add("stepped_stack", (3.0, 0.8, 3.0), count=3, top=0.62, name="step", **brief.of("step base", "limestone"))
    foot = drawing.add("box", (1.5, 1.1, 1.5), (0, 0.78, 0), radius_m=0.03, name="pedestal", **stone)
    dress(drawing, brief, foot, "front")
    drawing.add("stepped_stack", (1.1, 8.0, 1.1), (0, 1.85, 0), count=60, top=0.66, name="shaft", **stone)
    drawing.add("roof", (0.74, 0.9, 0.74), (0, 9.83, 0), form="pyramid", covering="plain", name="tip",
                **brief.of("tip top", "gold"))  # fmt: skip
    sized(drawing, brief, (3.0, 10.7, 3.0))


@archetype(
    "stone circle", "building", "landmark", "stonehenge, stone circle, dolmen, megalith, steinkreis, ruin, ruins, "
    "ancient ruins, "
    "temple ruin, ruine, ruinas, broken columns", hints="druid, prehistoric, archaeology",
    about="A stone circle is a ring of huge standing stones with lintels; a ruin is what is left of columns and walls.",
    parts="stone, lintel, column, grass, wall, body", features="column",
)  # fmt: skip
def stone_circle(drawing: Drawing, brief: Brief) -> None:
    """Draw a ring of standing stones under lintels, or the broken columns and walls of a ruin."""
    stone = _stone(brief, "stone body column wall", "granite" if "ruin" not in brief.words else "limestone")
    ground = grounds.lot(drawing, brief, 13.0, 13.0)
    if brief.words & {"ruin", "ruins", "ruine", "ruina", "broken"}:
        drawing.add("box", (9.0, 0.5, 7.0), (0, ground - 0.01, -0.4), radius_m=0.03, name="floor", **stone)
        for k in range(brief.count("column", 8, least=2, most=10)):
            x, z = -3.6 + 2.4 * (k % 4), 2.4 if k < 4 else -3.0
            tall = (4.2, 1.4, 3.0, 0.8, 4.2, 4.2, 2.2, 4.2, 1.0, 3.0)[k]
            drawing.add("classical_column", (0.8, tall, 0.8), (x, ground + 0.47, z), name="column", **stone)
        drawing.add("box", (3.3, 0.6, 0.9), (-2.4, ground + 4.62, -3.0), radius_m=0.03, name="beam", **stone)
        for x, z, turn in ((1.6, 4.6, 20), (-2.4, 4.4, -35)):
            strut(drawing, "drum", (x - 0.8 * cos(turn), ground + 0.33, z - 0.8 * sin(turn)), (x + 0.8 * cos(turn),
            ground +
                  0.33, z + 0.8 * sin(turn)), 0.7, stone)  # fmt: skip
        for k in range(5):
            drawing.add(
                "boulder",
                (0.8, 0.5, 0.6),
                (-4.5 + 2.2 * k, ground - 0.02, 4.9 - (k % 2)),
                seed=k,
                name="rubble",
                **stone,
            )
        return sized(drawing, brief, (13.0, 5.4, 13.0))
    count = brief.count("stone", 12, least=5, most=20)
    for k in range(count):
        angle = 2 * pi * k / count
        drawing.add("boulder", (1.2, 3.2, 0.75), (4.8 * sin(angle), ground - 0.01, 4.8 * cos(angle)), turn=(0,
        degrees(angle), 0),
                    seed=k, facets=90, sharp=0.12, name="stone", **stone)  # fmt: skip
        if k % 4 != 3:
            mid = angle + pi / count
            drawing.add("box", (2 * 4.8 * sin(pi / count) + 0.4, 0.55, 0.75), (4.75 * sin(mid), ground + 3.02,
            4.75 * cos(mid)),
                        turn=(0, degrees(mid), 0), radius_m=0.12, name="lintel", **stone)  # fmt: skip
    for k in range(2):
        x = 2.0 if k else -2.0
        for z in (-0.8, 0.8):
            drawing.add(
                "boulder",
                (0.8, 3.6, 1.0),
                (x, ground - 0.01, z),
                seed=30 + k,
                facets=90,
                sharp=0.12,
                name="stone",
                **stone,
            )
        drawing.add("box", (0.9, 0.6, 2.9), (x, ground + 3.4, 0), radius_m=0.12, name="lintel", **stone)
    return sized(drawing, brief, (13.0, 4.1, 13.0))


@archetype(
    "igloo", "building", "residential", "igloo, iglu, iglú, snow house, ice hut, snow hut, eskimo house",
    hints="arctic, inuit", about="An igloo is a round house built of blocks of snow with a tunnel for its entrance.",
    parts="block, snow, entrance, tunnel, body",
)  # fmt: skip
def igloo(drawing: Drawing, brief: Brief) -> None:
    """Draw a dome of snow blocks with an entrance tunnel."""
    snow = brief.of("block snow body wall", "snow", is_main=True)
    drawing.add("hill", (7.6, 0.35, 7.4), (0, 0, 0.5), rough=0.2, seed=2, name="ground", **brief.of("ground", "snow"))
    drawing.add("dome", (4.3, 2.25, 4.3), (0, 0.1, 0), name="inside", **snow)
    for row in range(6):
        low, high = 0.5 * pi * row / 6.3, 0.5 * pi * (row + 1) / 6.3
        count = max(5, round(16 * cos((low + high) / 2)))
        for k in range(count):
            angle = 2 * pi * (k + 0.5 * (row % 2)) / count
            mid, reach = (low + high) / 2, 2.18
            r, y = reach * cos(mid), 0.1 + reach * 1.03 * sin(mid)
            size = (2 * pi * r / count * 0.95, 0.54, 0.34)
            if row < 2 and abs((angle + pi) % (2 * pi) - pi) < 0.35:
                continue
            drawing.add("box", size, (r * sin(angle), y - 0.27, r * cos(angle)), turn=(-degrees(mid), degrees(angle),
            0),
                        radius_m=0.05, name="block", **snow)  # fmt: skip
    for z in (2.3, 2.7, 3.1):
        drawing.add("arcade", (1.7, 1.35, 0.42), (0, 0.06, z), count=1, share=0.62, rise=0.76, name="tunnel", **snow)
    drawing.add("box", (1.1, 1.0, 0.5), (0, 0.1, 2.1), radius_m=0.01, name="dark", material="paint_black")
    sized(drawing, brief, (7.6, 2.5, 7.4))


@archetype(
    "clock tower", "building", "landmark", "clock tower, big ben, bell tower, uhrturm, glockenturm, torre del reloj, "
    "campanile, "
    "tour de l'horloge", hints="london, town square, time", about="A clock tower is a tall tower with a clock on "
    "each side.",
    parts="wall, clock, face, roof, spire, bell, door, window, body, hand",
)  # fmt: skip
def clock_tower(drawing: Drawing, brief: Brief) -> None:
    """Draw a tower with string courses, four clocks, a belfry of arches and a steep roof."""
    stone = _stone(brief, "wall body tower", brief.style.facade or "sandstone")
    trim = brief.of("trim cornice", "limestone")
    ground = grounds.lot(drawing, brief, 8.0, 8.0, material="granite")
    drawing.add("box", (4.2, 1.0, 4.2), (0, ground, 0), radius_m=0.03, name="plinth", **trim)
    for turn in range(4):
        side = Drawing(brief)
        side.add("facade", (3.6, 13.0, 0.34), (0, ground + 0.98, 1.66), openings_m=[v for y in (3.5, 6.5, 9.5) for v in
                        (0.0, y, 0.8, 1.7)], form="lancet", columns=1, rows=3, frames_material="iron_black",
                        name="wall",
                        **stone)  # fmt: skip
        side.add(
            "clock_face",
            (2.7, 2.7, 0.3),
            (0, ground + 14.6, 2.1),
            name="clock",
            **brief.of("clock face", "enamel_white"),
        )
        drawing.include(side, turn_deg=90.0 * turn)
    drawing.add("box", (3.3, 12.9, 3.3), (0, ground + 0.9, 0), radius_m=0.0, name="core", **stone)
    for y in (4.0, 7.0, 10.0, 13.6):
        drawing.add("box", (3.95, 0.25, 3.95), (0, ground + y, 0), radius_m=0.02, name="band", **trim)
    drawing.add("box", (4.1, 3.9, 4.1), (0, ground + 13.8, 0), radius_m=0.03, name="clock_room", **stone)
    drawing.add("box", (4.7, 0.4, 4.7), (0, ground + 17.6, 0), radius_m=0.04, name="cornice", **trim)
    for turn in range(4):
        side = Drawing(brief)
        side.add("arcade", (3.8, 2.4, 0.4), (0, ground + 17.95, 1.7), count=3, form="lancet", name="belfry", **stone)
        drawing.include(side, turn_deg=90.0 * turn)
    spin(drawing, "bell", [(0.75, 0.0), (0.6, 0.25), (0.42, 0.8), (0.3, 1.1), (0.1, 1.25), (0.1, 1.4)],
         brief.of("bell", "bronze_aged"), at=(0, ground + 18.9, 0))  # fmt: skip
    drawing.add(
        "box", (3.4, 0.2, 0.3), (0, ground + 20.15, 0), radius_m=0.01, name="yoke", **brief.of("yoke", "oak_dark")
    )
    drawing.add("box", (4.4, 0.3, 4.4), (0, ground + 20.3, 0), radius_m=0.03, name="eave", **trim)
    drawing.add("spire", (4.3, 6.5, 4.3), (0, ground + 20.55, 0), sides=4, finial="rod", turn=(0, 45, 0), name="roof",
                **brief.of("roof spire", brief.style.roof or "slate"))  # fmt: skip
    drawing.add("gate", (1.6, 2.6, 0.4), (0, ground, 2.05), surround_material=trim["material"], name="door",
                **brief.of("door", "oak_dark"))  # fmt: skip
    sized(drawing, brief, (8.0, 27.2, 8.0))


@archetype(
    "power pylon", "building", "industrial", "power pylon, pylon, electricity pylon, transmission line tower, "
    "strommast, "
    "power line, utility pole, telegraph pole, telephone pole, torre eléctrica, pylône électrique",
    hints="high voltage cables, electricity grid", about="A power pylon is a steel lattice with arms that carries "
    "power lines.",
    parts="bar, arm, insulator, base, body, pole",
)  # fmt: skip
def power_pylon(drawing: Drawing, brief: Brief) -> None:
    """Draw a lattice mast with arms and insulators, or a wooden pole with one cross bar."""
    if brief.words & {"utility", "telegraph", "telephone", "pole"}:
        wood = brief.of("pole body", "wood_weathered", is_main=True)
        drawing.add("cone", (0.34, 8.0, 0.34), top=0.7, name="pole", **wood)
        drawing.add("disc", (1.4, 0.12, 1.4), name="base", edge=0.2, **brief.of("base ground", "soil"))
        for high in (7.2, 6.4)[: brief.count("arm", 2, least=1, most=2)]:
            drawing.add("box", (2.4, 0.14, 0.14), (0, high, 0.12), radius_m=0.01, name="arm", **wood)
            for x in (-1.0, -0.4, 0.4, 1.0):
                spin(drawing, "insulator", [(0.03, 0.1), (0.03, 0.2), (0.07, 0.22), (0.06, 0.3), (0.07, 0.32), (0.04,
                0.4)],
                     brief.of("insulator", "porcelain"), at=(x, high, 0.12))  # fmt: skip
        return sized(drawing, brief, (2.4, 8.0, 1.4))
    iron = brief.of("bar arm body", "steel_galvanised" if brief.style_name != "steampunk" else "copper", is_main=True)
    for x in (-1, 1):
        for z in (-1, 1):
            drawing.add(
                "box",
                (0.9, 0.4, 0.9),
                (x * 2.2, 0, z * 2.2),
                radius_m=0.03,
                name="base",
                **brief.of("base", "concrete"),
            )
    drawing.add("lattice_mast", (4.9, 21.0, 4.9), (0, 0.3, 0), bays=12, thick_m=0.2, profile=[0.0, 1.0, 0.55, 0.32,
    0.9, 0.26,
                1.0, 0.06], name="mast", **iron)  # fmt: skip
    arms = brief.count("arm", 3, least=1, most=4)
    for k in range(arms):
        high, reach = 12.4 + 2.6 * k, (3.6, 4.6, 3.4, 2.6)[k]
        for side in (-1, 1):
            for deep in (-0.45, 0.45):
                strut(drawing, "arm", (side * 0.3, high, deep), (side * reach, high + 0.35, 0), 0.14, iron)
                strut(drawing, "stay", (side * 0.3, high + 1.2, deep * 0.8), (side * reach, high + 0.35, 0), 0.12, iron)
            spin(drawing, "insulator", [(0.04, 0.0), (0.14, 0.1), (0.05, 0.18), (0.14, 0.34), (0.05, 0.42), (0.14,
            0.58), (0.05,
                 0.66), (0.14, 0.82), (0.05, 0.9), (0.04, 1.25)], brief.of("insulator", "porcelain"),
                 at=(side * reach, high - 0.85, 0))  # fmt: skip
    return sized(drawing, brief, (9.4, 21.3, 5.4))


@archetype(
    "radar dish", "building", "industrial", "radar dish, satellite dish, radio telescope, parabolic antenna, radar, "
    "satellitenschüssel, antena parabólica, antenne parabolique, dish antenna", hints="signals from space, receiver",
    about="A radar dish is a big round bowl on a stand that listens to signals.",
    parts="dish, mast, base, feed, strut, body",
)  # fmt: skip
def radar_dish(drawing: Drawing, brief: Brief) -> None:
    """Draw a bowl tilted to the sky with a feed on struts, on a turning mount and a pedestal."""
    dish = brief.of("dish body", {"steampunk": "copper", "futuristic": "paint_white", "art deco": "gold", "industrial":
                    "steel_galvanised"}.get(brief.style_name, "paint_white"), is_main=True)  # fmt: skip
    iron = brief.of("mast strut mount base", "metal")
    spin(drawing, "pedestal", [(1.7, 0.0), (1.7, 0.3), (1.1, 0.5), (0.85, 2.4), (1.0, 2.5), (1.0, 2.9)], iron)
    for x in (-0.62, 0.62):
        drawing.add("box", (0.2, 1.7, 0.8), (x, 2.85, 0), radius_m=0.05, name="fork", **iron)
    strut(drawing, "axle", (-0.85, 4.2, 0), (0.85, 4.2, 0), 0.4, iron)
    own = Drawing(brief)
    bowl = [(0.1, 0.0), (1.0, 0.06), (2.0, 0.34), (2.9, 0.85), (3.5, 1.4), (3.5, 1.5), (3.42, 1.48), (2.85, 0.97),
    (2.0, 0.47),
            (1.0, 0.18), (0.1, 0.12)]  # fmt: skip
    flat: list[str | float] = [v for r, y in bowl for v in (r / 3.5, y / 1.5)]
    own.add("hollow_turning", (7.0, 1.5, 7.0), (0, 0.6, 0), profile=flat, name="dish", **dish)
    spin(own, "hub", [(0.6, -0.3), (0.7, 0.2), (0.3, 0.75)], iron)
    for k in range(3):
        angle = 2 * pi * k / 3
        strut(
            own,
            "strut",
            (2.7 * sin(angle), 1.38, 2.7 * cos(angle)),
            (0.1 * sin(angle), 3.9, 0.1 * cos(angle)),
            0.09,
            iron,
        )
    spin(own, "feed", [(0.12, 3.55), (0.3, 3.75), (0.22, 4.1)], iron)
    pose(drawing, own, (0, 4.2, 0.1), (48.0, 0, 0))
    sized(drawing, brief, (7.0, 8.0, 7.0))


@archetype(
    "oil pump", "building", "industrial", "oil pump, pumpjack, pump jack, oil well, nodding donkey, ölpumpe, oil "
    "derrick, oil rig, "
    "drilling rig, bohrturm", hints="petroleum, texas, crude oil",
    about="An oil pump nods up and down and lifts oil out of the ground.", parts="beam, head, frame, motor, base, body",
)  # fmt: skip
def oil_pump(drawing: Drawing, brief: Brief) -> None:
    """Draw a pumpjack: trestle, walking beam with its horse head, crank with counterweights, motor, well head."""
    iron = brief.of("beam head frame body", {"steampunk": "brass_aged", "industrial": "steel_corten",
    "futuristic": "aluminium",
                    "realistic": "paint_red"}.get(brief.style_name, "iron_black"), is_main=True)  # fmt: skip
    dark = brief.of("motor base", "iron_cast")
    drawing.add("box", (1.6, 0.3, 6.6), (0, 0, 0), radius_m=0.03, name="base", **brief.of("base ground", "concrete"))
    for x in (-0.62, 0.62):
        for z in (-0.9, 0.9):
            strut(drawing, "leg", (x, 0.25, z), (x * 0.4, 3.5, 0), 0.16, iron)
        for y in (1.2, 2.2):
            w = 0.9 * (1 - (y - 0.25) / 3.25)
            strut(drawing, "brace", (x * (1 - 0.18 * y), y, -w), (x * (1 - 0.18 * y), y, w), 0.1, iron)
    strut(drawing, "axle", (-0.4, 3.52, 0), (0.4, 3.52, 0), 0.28, dark)
    tilt = 9.0
    drawing.add("box", (0.34, 0.42, 5.4), (0, 3.45, 0.1), turn=(tilt, 0, 0), radius_m=0.02, name="beam", **iron)
    head = [(0.0, 0.0), (0.22, 0.35), (0.34, 0.8), (0.34, 1.25), (0.2, 1.7), (0.0, 1.95), (-0.25, 1.4), (-0.25, 0.6)]
    cut(drawing, "head", [(z + 2.75, y + 2.25) for z, y in head], 0.4, iron, is_side=True, bevel_m=0.02)
    strut(drawing, "rod", (0, 0.9, 3.06), (0, 3.3, 3.06), 0.06, dark)
    spin(
        drawing,
        "well",
        [(0.26, 0.0), (0.26, 0.4), (0.14, 0.44), (0.14, 0.8), (0.2, 0.84), (0.2, 0.95)],
        dark,
        at=(0, 0.28, 3.06),
    )
    drawing.add("box", (0.9, 0.9, 1.1), (0, 0.28, -2.2), radius_m=0.05, name="gearbox", **dark)
    for x in (-0.55, 0.55):
        cut(drawing, "crank", [(-2.25 - 0.2, 0.9), (-2.25 + 0.2, 0.9), (-1.55, 1.9), (-2.0, 2.1)], 0.18, iron, at=(x,
        0, 0),
            is_side=True)  # fmt: skip
        strut(drawing, "pitman", (x, 1.5, -2.0), (x * 0.32, 3.95, -2.4), 0.1, iron)
    drawing.add("box", (0.8, 0.7, 0.7), (0, 0.28, -3.0), radius_m=0.1, name="motor", **dark)
    sized(drawing, brief, (1.6, 4.4, 6.8))
