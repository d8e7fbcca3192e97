"""Playground and fair: slide, swing, seesaw, sandbox, carousel, ferris wheel, tree house; the front is +z."""

from math import cos, degrees, pi, sin

from engine.archetypes.brief import Brief, Finish
from engine.archetypes.drawing import Drawing
from engine.archetypes.objects.shaping import cut, sized, spin, strut, wire
from engine.archetypes.register import archetype

_TINTS = ("#d8322c", "#f0b92e", "#2f7fc4", "#3fa05a", "#e8752a", "#8a5ab8")


def _play(brief: Brief, words: str, tint: str, *, is_main: bool = False) -> Finish:
    """Return painted metal in a bright colour, or the metal and wood of styles that have their own."""
    role = {
        "steampunk": "brass_aged",
        "rustic": "wood",
        "industrial": "steel_galvanised",
        "art deco": "gold",
        "futuristic": "paint_white",
        "minimalist": "paint_white",
        "japanese": "cedar",
        "scandinavian": "beech",
        "gothic": "iron_black",
        "cyberpunk": "gunmetal",
        "victorian": "iron_cast",
    }.get(brief.style_name, "plastic_white")
    found = brief.of(words, role, is_main=is_main)
    if found["color"] or found["material"] != "plastic_white":
        return found
    return brief.finish("plastic_white", tint)


@archetype(
    "slide", "object", "playground", "slide, playground slide, playground, rutsche, tobogán, climbing frame, "
    "jungle gym, water slide, children slide", hints="kids play outside",
    about="A playground slide has a ladder up to a platform and a smooth chute down.",
    parts="chute, slide, ladder, platform, roof, rail, post, body, step",
)  # fmt: skip
def slide(drawing: Drawing, brief: Brief) -> None:
    """Draw a tower with a ladder, a platform under a roof, and a chute that runs out level."""
    post, chute = _play(brief, "post ladder rail", _TINTS[2]), _play(brief, "chute slide body", _TINTS[0], is_main=True)
    for x in (-0.5, 0.5):
        for z in (-1.0, 0.0):
            drawing.add("rod", (0.09, 2.9, 0.09), (x, 0, z), name="post", **post)
    drawing.add(
        "box", (1.1, 0.08, 1.1), (0, 1.5, -0.5), radius_m=0.01, name="platform", **_play(brief, "platform", _TINTS[1])
    )
    drawing.add("roof", (1.4, 0.75, 1.4), (0, 2.8, -0.5), form="pyramid", covering="plain", name="roof",
                **_play(brief, "roof", _TINTS[3]))  # fmt: skip
    for x in (-0.5, 0.5):
        for y in (1.85, 2.15):
            strut(drawing, "rail", (x, y, -1.0), (x, y, 0.0), 0.05, post)
        strut(drawing, "ladder", (x * 0.5, 0.03, -1.65), (x * 0.5, 1.56, -1.0), 0.06, post)
    for k in range(brief.count("step", 5, least=3, most=8)):
        t = (k + 0.7) / 6
        strut(
            drawing,
            "step",
            (-0.26, 0.03 + 1.5 * t, -1.65 + 0.64 * t),
            (0.26, 0.03 + 1.5 * t, -1.65 + 0.64 * t),
            0.05,
            post,
        )
    path = [(0.0, 1.5), (0.25, 1.46), (1.9, 0.38), (2.3, 0.24), (2.8, 0.2), (2.8, 0.16), (2.28, 0.18), (1.85, 0.31),
    (0.2,
            1.4), (0.0, 1.42)]  # fmt: skip
    cut(drawing, "chute", [(z - 0.05, y) for z, y in path], 0.62, chute, is_side=True, bevel_m=0.005)
    wall = [(0.0, 1.72), (0.28, 1.68), (1.95, 0.6), (2.35, 0.44), (2.8, 0.38), (2.8, 0.16), (2.28, 0.18), (1.85,
    0.31), (0.2,
            1.4), (0.0, 1.42)]  # fmt: skip
    for x in (-0.31, 0.31):
        cut(drawing, "side", [(z - 0.05, y) for z, y in wall], 0.05, chute, at=(x, 0, 0), is_side=True, bevel_m=0.008)
    for x in (-0.22, 0.22):
        drawing.add("rod", (0.06, 0.24, 0.06), (x, 0, 2.5), name="foot", **post)
    sized(drawing, brief, (1.4, 3.55, 4.5))


@archetype(
    "swing", "object", "playground", "swing, swing set, schaukel, columpio, balançoire, garden swing, tire swing, "
    "porch swing",
    hints="swing back and forth", about="A swing is a seat on chains that hangs from a frame.",
    parts="seat, chain, frame, beam, rope, body, post",
)  # fmt: skip
def swing(drawing: Drawing, brief: Brief) -> None:
    """Draw a frame of two trestles and a beam with seats on chains."""
    frame = _play(brief, "frame post beam body", _TINTS[0], is_main=True)
    seats = brief.count("seat", brief.count("swing", 2, least=1, most=4), least=1, most=4)
    half = 0.65 * seats + 0.35
    strut(drawing, "beam", (-half - 0.15, 2.3, 0), (half + 0.15, 2.3, 0), 0.11, frame)
    for side in (-1, 1):
        for z in (-0.9, 0.9):
            strut(drawing, "leg", (side * (half + 0.12), 0.03, z), (side * half, 2.3, 0.0), 0.09, frame)
            drawing.add("disc", (0.16, 0.04, 0.16), (side * (half + 0.12), 0, z), name="foot", **frame)
        strut(drawing, "tie", (side * (half + 0.06), 1.05, -0.49), (side * (half + 0.06), 1.05, 0.49), 0.06, frame)
    rope = brief.of(
        "chain rope", "rope" if brief.style_name in ("rustic", "japanese", "scandinavian") else "steel_galvanised"
    )
    for k in range(seats):
        x = 1.3 * (k - (seats - 1) / 2)
        for dx in (-0.22, 0.22):
            strut(drawing, "chain", (x + dx, 0.5, 0), (x + dx, 2.3, 0), 0.022, rope)
        if brief.words & {"tire", "tyre"}:
            drawing.add("torus", (0.62, 0.18, 0.62), (x, 0.44, 0), name="tyre", material="rubber_black")
        else:
            drawing.add("box", (0.5, 0.05, 0.22), (x, 0.47, 0), radius_m=0.015, name="seat", **_play(brief, "seat",
                        _TINTS[(k + 1) % 6]))  # fmt: skip
    sized(drawing, brief, (2 * half + 0.4, 2.36, 1.96))


@archetype(
    "seesaw", "object", "playground", "seesaw, see saw, teeter totter, wippe, balancín, bascule, teeterboard",
    hints="up and down with a friend", about="A seesaw is a long board on a pivot with a seat and a grip at either "
    "end.",
    parts="board, seat, grip, handle, base, pivot, body",
)  # fmt: skip
def seesaw(drawing: Drawing, brief: Brief) -> None:
    """Draw a board that tips over a stand, with seats, grips and half tyres under its ends."""
    board, iron = _play(brief, "board body", _TINTS[1], is_main=True), _play(brief, "base pivot stand", _TINTS[2])
    for z in (-0.16, 0.16):
        cut(drawing, "stand", [(-0.4, 0.0), (0.4, 0.0), (0.08, 0.62), (-0.08, 0.62)], 0.06, iron, at=(0, 0, z))
    strut(drawing, "pivot", (0, 0.56, -0.24), (0, 0.56, 0.24), 0.1, brief.of("axle", "metal"))
    tilt = 10.0
    drawing.add("box", (3.2, 0.07, 0.24), (0, 0.58, 0), turn=(0, 0, tilt), radius_m=0.015, name="board", **board)
    for side in (-1, 1):
        up = 0.615 + side * sin(tilt * pi / 180) * 1.36
        drawing.add("box", (0.42, 0.07, 0.3), (side * 1.35, up + 0.02, 0), turn=(0, 0, tilt), radius_m=0.03,
        name="seat",
                    **_play(brief, "seat", _TINTS[0]))  # fmt: skip
        inner = 0.615 + side * sin(tilt * pi / 180) * 1.0
        drawing.add("strap", (0.035, 0.34, 0.3), (side * 1.0, inner, 0), path=[-0.9, -1.0, -1.0, 0.7, 0.0, 1.0, 1.0,
        0.7,
                    0.9, -1.0], thickness_m=0.035, name="grip", **iron)  # fmt: skip
    drawing.add("dome", (0.34, 0.335, 0.22), (-1.38, 0, 0), name="bumper", material="rubber_black")
    sized(drawing, brief, (3.2, 1.1, 0.6))


@archetype(
    "sandbox", "object", "playground", "sandbox, sandpit, sand pit, sandkasten, arenero, bac à sable",
    hints="build sand castles", about="A sandbox is a low frame filled with sand in which children play.",
    parts="frame, sand, board, seat, bucket, shovel, body",
)  # fmt: skip
def sandbox(drawing: Drawing, brief: Brief) -> None:
    """Draw a frame of boards with corner seats, sand, a sand castle, a pail and a ball."""
    wood = brief.of("frame board seat body", "wood", is_main=True)
    drawing.add("rail_frame", (2.2, 0.28, 2.2), board_m=0.07, name="frame", **wood)
    drawing.add("box", (2.1, 0.17, 2.1), (0, 0, 0), radius_m=0.0, name="sand", **brief.of("sand", "sand"))
    drawing.add("hill", (1.5, 0.3, 1.4), (0.15, 0.12, -0.1), name="heap", seed=2, **brief.of("sand", "sand"))
    for x in (-1, 1):
        for z in (-1, 1):
            drawing.add("box", (0.5, 0.045, 0.5), (x * 0.86, 0.27, z * 0.86), radius_m=0.01, name="seat", **wood)
    for dx, dz in ((0, 0), (0.2, 0.12), (-0.16, 0.16)):
        drawing.add(
            "cone", (0.24, 0.22, 0.24), (0.1 + dx, 0.3, 0.0 + dz), top=0.78, name="tower", **brief.of("sand", "sand")
        )
    spin(drawing, "pail", [(0.09, 0.0), (0.12, 0.22), (0.13, 0.23)], _play(brief, "bucket pail", _TINTS[0]),
    at=(-0.62, 0.16,
         0.45))  # fmt: skip
    drawing.add("ball", (0.26, 0.26, 0.26), (0.6, 0.16, 0.62), name="ball", **_play(brief, "ball", _TINTS[2]))
    sized(drawing, brief, (2.2, 0.55, 2.2))


@archetype(
    "carousel", "object", "playground", "carousel, merry go round, karussell, carrusel, carrousel, manège, "
    "roundabout ride, "
    "fairground ride, merry-go-round", hints="fun fair horses, theme park",
    about="A carousel turns with painted horses on poles under a striped roof.",
    parts="horse, pole, roof, platform, base, mirror, light, body, flag",
)  # fmt: skip
def carousel(drawing: Drawing, brief: Brief) -> None:
    """Draw a round platform, horses on poles, a mirrored core, a striped roof with lights and a finial."""
    horses = brief.count("horse", 8, least=3, most=14)
    gold = brief.of("pole trim accent", {"futuristic": "chrome", "industrial": "steel_galvanised", "minimalist":
                    "paint_white"}.get(brief.style_name, "gold"))  # fmt: skip
    cloth = _play(brief, "roof body", _TINTS[0], is_main=True)
    drawing.add("disc", (6.4, 0.2, 6.4), (0, 0, 0), name="step", edge=0.2, **brief.of("base step", "wood"))
    drawing.add("disc", (6.0, 0.35, 6.0), (0, 0, 0), name="platform", edge=0.1, **brief.of("platform", "wood"))
    drawing.add("rod", (1.3, 3.3, 1.3), (0, 0.3, 0), name="core", **brief.of("core mirror", "paint_white"))
    drawing.add("torus", (1.5, 0.16, 1.5), (0, 1.6, 0), name="band", **gold)
    drawing.add("disc", (6.3, 0.5, 6.3), (0, 3.4, 0), name="rim", edge=0.1, **cloth)
    drawing.add("cone", (6.3, 1.5, 6.3), (0, 3.88, 0), top=0.06, name="roof", **cloth)
    for k in range(12):
        angle = 2 * pi * k / 12
        strut(drawing, "rib", (3.05 * sin(angle), 3.92, 3.05 * cos(angle)), (0.16 * sin(angle), 5.33,
        0.16 * cos(angle)), 0.14,
              brief.of("stripe", "paint_white"))  # fmt: skip
        drawing.add("ball", (0.18, 0.18, 0.18), (3.15 * sin(angle + 0.26), 3.56, 3.15 * cos(angle + 0.26)),
        name="light",
                    material="emissive_warm")  # fmt: skip
    drawing.add("spire", (0.4, 0.8, 0.4), (0, 5.3, 0), sides=12, name="finial", **gold)
    for k in range(horses):
        angle = 2 * pi * k / horses
        x, z, up = 2.3 * sin(angle), 2.3 * cos(angle), 0.25 * (k % 2)
        strut(drawing, "pole", (x, 0.3, z), (x, 3.45, z), 0.06, gold)
        _horse(drawing, brief, (x, 0.75 + up, z), degrees(angle) + 90.0, _TINTS[k % 6])
    sized(drawing, brief, (6.4, 6.1, 6.4))


def _horse(drawing: Drawing, brief: Brief, at: tuple[float, float, float], turn: float, tint: str) -> None:
    coat = brief.of("horse", "paint_white")
    outline = [(-0.55, 0.34), (-0.5, 0.0), (-0.42, 0.0), (-0.38, 0.3), (-0.3, 0.42), (0.15, 0.4), (0.3, 0.32), (0.42,
    0.05), (0.5,
               0.08), (0.42, 0.4), (0.4, 0.6), (0.52, 0.82), (0.72, 0.7), (0.78, 0.78), (0.6, 1.02), (0.48, 1.12),
               (0.36, 1.0),
               (0.18, 0.74), (-0.34, 0.74), (-0.5, 0.76), (-0.68, 0.4), (-0.62, 0.38)]  # fmt: skip
    own = Drawing(brief)
    cut(own, "horse", outline, 0.26, coat, is_side=True, bevel_m=0.07)
    own.add("box", (0.3, 0.12, 0.34), (0, 0.66, -0.06), radius_m=0.04, name="saddle", **_play(brief, "saddle", tint))
    drawing.include(own, at, turn)


@archetype(
    "ferris wheel", "object", "playground", "ferris wheel, big wheel, riesenrad, noria, grande roue, london eye, "
    "observation "
    "wheel, roller coaster, rollercoaster, achterbahn", hints="amusement park ride, fair",
    about="A ferris wheel is a tall wheel with cabins that carries people round.",
    parts="wheel, cabin, gondola, spoke, leg, base, body, light",
)  # fmt: skip
def ferris_wheel(drawing: Drawing, brief: Brief) -> None:
    """Draw a wheel of two rims with spokes on two trestles, with coloured cabins; a coaster has loops of track."""
    frame = _play(brief, "wheel spoke leg frame body", "#e9ecef", is_main=True)
    if brief.words & {"roller", "coaster", "rollercoaster", "achterbahn"}:
        return _coaster(drawing, brief, frame)
    cabins = brief.count("cabin", brief.count("gondola", 12, least=4, most=20), least=4, most=20)
    hub, reach = 11.0, 9.0
    for z in (-0.8, 0.8):
        drawing.add("torus", (2 * reach, 0.3, 2 * reach), (0, hub - 0.15, z), turn=(90, 0, 0), name="rim", **frame)
        drawing.add(
            "torus", (reach * 1.5, 0.18, reach * 1.5), (0, hub - 0.09, z), turn=(90, 0, 0), name="inner_rim", **frame
        )
        drawing.add("disc", (1.6, 0.3, 1.6), (0, hub - 0.15, z), turn=(90, 0, 0), name="hub", **frame)
        for side in (-1, 1):
            strut(drawing, "leg", (side * 4.6, 0.15, z * 3.6), (0, hub, z * 1.7), 0.5, frame)
    drawing.add("box", (11.5, 0.4, 7.2), (0, 0, 0), radius_m=0.05, name="base", **brief.of("base platform", "concrete"))
    strut(drawing, "axle", (0, hub, -1.6), (0, hub, 1.6), 0.7, brief.of("axle hub", "metal"))
    for k in range(cabins):
        angle = 2 * pi * (k + 0.5) / cabins
        x, y = reach * 0.985 * sin(angle), hub + reach * 0.985 * cos(angle)
        for z in (-0.8, 0.8):
            strut(drawing, "spoke", (0, hub, z), (x, y, z), 0.12, frame)
        strut(drawing, "bar", (x, y, -0.85), (x, y, 0.85), 0.16, frame)
        tint = _play(brief, "cabin gondola", _TINTS[k % 6])
        spin(drawing, "cabin", [(0.3, -1.5), (0.62, -1.35), (0.68, -0.85)], tint, at=(x, y, 0))
        for dx, dz in ((0.5, 0.3), (-0.5, 0.3), (0.5, -0.3), (-0.5, -0.3)):
            strut(drawing, "stay", (x + dx, y - 0.95, dz), (x + dx * 0.7, y - 0.2, dz * 0.7), 0.06, frame)
        spin(drawing, "cabin_roof", [(0.72, -0.3), (0.66, -0.2), (0.1, 0.02)], tint, at=(x, y, 0))
    return sized(drawing, brief, (18.6, 20.2, 7.2))


def _coaster(drawing: Drawing, brief: Brief, frame: Finish) -> None:
    path = [(9.0 * cos(t), 4.7 + 2.4 * sin(2 * t) + 1.5 * cos(3 * t), 5.0 * sin(t)) for t in
            [2 * pi * k / 36 for k in range(37)]]  # fmt: skip
    track = _play(brief, "track rail", _TINTS[0])
    for share in (0.965, 1.035):
        wire(drawing, "rail", [(x * share, y, z * share) for x, y, z in path], 0.16, track)
    for x, y, z in path[:-1]:
        strut(drawing, "tie", (x * 0.95, y - 0.02, z * 0.95), (x * 1.05, y - 0.02, z * 1.05), 0.12, track)
    for x, y, z in path[:-1:2]:
        strut(drawing, "post", (x, 0.0, z), (x, y, z), 0.2, frame)
    for k in range(3):
        (ax, ay, az), (bx, _, bz) = path[4 + k], path[5 + k]
        turn = degrees(pi / 2 - (2 * pi * (4.5 + k) / 36)) + 90.0
        drawing.add("box", (0.8, 0.7, 1.0), ((ax + bx) / 2, ay - 0.2, (az + bz) / 2), turn=(0, turn, 0), radius_m=0.2,
                    name="car", **_play(brief, "car", _TINTS[1 + k]))  # fmt: skip
    drawing.add("box", (19.5, 0.2, 11.5), (0, 0, 0), radius_m=0.02, name="ground", **brief.of("ground", "grass"))
    sized(drawing, brief, (19.5, 8.6, 11.5))


@archetype(
    "tree house", "object", "playground", "tree house, treehouse, baumhaus, casa del árbol, cabane dans un arbre, "
    "playhouse in "
    "a tree", hints="kids hideout in the branches", about="A tree house is a small wooden cabin in the crown of a "
    "tree.",
    parts="tree, leaf, wall, roof, ladder, window, platform, rail, body, rope",
)  # fmt: skip
def tree_house(drawing: Drawing, brief: Brief) -> None:
    """Draw a big tree that bears a platform with a cabin, a railing and a ladder."""
    wood = brief.of(
        "wall platform body cabin", "wood" if brief.style_name != "futuristic" else "plastic_white", is_main=True
    )
    spin(
        drawing,
        "trunk",
        [(0.95, 0.0), (0.6, 0.4), (0.5, 1.4), (0.48, 3.0), (0.35, 6.2)],
        brief.of("trunk bark", "bark"),
    )
    for k, (x, z) in enumerate(((1.2, 0.9), (-1.3, 0.8), (1.1, -1.1), (-1.1, -1.0))):
        strut(drawing, "bough", (0, 1.6, 0), (x, 2.72, z), 0.26, brief.of("trunk bark", "bark"))
        drawing.add("bush", (2.6, 2.0, 2.6), (x * 0.9, 5.0 + 0.25 * (k % 2), z * 0.7), seed=k, name="crown",
                    **brief.of("leaf crown tree", "leaf_green"))  # fmt: skip
    drawing.add("bush", (3.0, 2.6, 3.0), (0, 5.5, 0), seed=9, name="crown", **brief.of("leaf crown tree", "leaf_green"))
    drawing.add("box", (3.6, 0.16, 3.4), (0, 2.7, 0.1), radius_m=0.02, name="platform", **wood)
    drawing.add("box", (2.2, 1.8, 1.9), (0, 2.84, -0.5), radius_m=0.02, name="cabin", **wood)
    drawing.add("roof", (2.7, 1.0, 2.5), (0, 4.5, -0.5), form="gable", covering="planks", name="roof",
                **brief.of("roof", "cedar"))  # fmt: skip
    drawing.add("window", (0.7, 0.7, 0.14), (0.58, 3.5, 0.45), name="window", **brief.of("window", "paint_white"))
    drawing.add("door", (0.75, 1.5, 0.16), (-0.5, 2.84, 0.44), name="door", **brief.of("door", "oak_dark"))
    for side in (-1, 1):
        drawing.add("railing", (1.2, 0.75, 0.07), (side * 1.2, 2.84, 1.72), form="square", bays=1, name="rail", **wood)
        strut(drawing, "ladder", (side * 0.28, 0.03, 2.5), (side * 0.28, 2.95, 1.72), 0.08, wood)
    for k in range(8):
        t = (k + 0.6) / 8.4
        strut(
            drawing, "rung", (-0.3, 0.03 + 2.92 * t, 2.5 - 0.78 * t), (0.3, 0.03 + 2.92 * t, 2.5 - 0.78 * t), 0.06, wood
        )
    sized(drawing, brief, (4.6, 8.1, 5.0))
