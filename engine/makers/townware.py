"""Makers of what towns add to buildings: round storeys, tanks, flags, petrol pumps."""

import numpy as np

from engine.makers.base import Made, Piece, Thing, maker
from engine.parts.profiles import polygon, standing
from engine.parts.repeats import many
from engine.parts.solids import Solid, ball, block, copies, cylinder, moved, ring_of, rod, rounded_box, union
from engine.parts.sweeping import tube
from engine.parts.turning import disc, hoop, spun


@maker("round_storey", natural=(22, 3.7, 16))
def round_storey(thing: Thing) -> list[Piece]:
    """Make one storey of an elliptical tower: slab edge, glass, mullions `pitch_m` apart; `is_lobby`."""
    width, height, depth = thing.size
    around = thing.detail.around(72)
    slab = min(0.4, height * 0.13)
    scale = (width, 1.0, depth)
    ledge = moved(disc(0.5, slab, around, edge=min(0.4 * slab, 0.004)), y=height - slab).scale(scale)
    inset = 0.485 if not thing.flag("is_lobby") else 0.45
    glass = hoop(inset, inset - 0.01, height - slab * 0.6, around).scale(scale)
    core = cylinder(0.2, height * 0.98, 24).scale(scale)
    base = disc(inset + 0.005, slab * 0.25, around).scale(scale)
    count = max(12, min(80, round(np.pi * (width + depth) / 2 / max(thing.number("pitch_m", 1.5), 0.4))))
    turns = np.linspace(0.0, 2 * np.pi, count, endpoint=False)
    fins = copies(
        block(0.09, height - slab * 0.6, 0.09),
        [(width * inset * np.sin(a), 0.0, depth * inset * np.cos(a)) for a in turns]
    )  # fmt: skip
    return [
        thing.main(union((ledge, core, base))), thing.sub("glass", glass, "glass_tinted"),
        thing.sub("mullions", fins, "aluminium")
    ]  # fmt: skip


@maker("tank", natural=(4, 5, 4))
def tank(thing: Thing) -> list[Piece]:
    """Make a round tank of staves with hoops and a conical lid, on a short stand if `has_stand`."""
    width, height, depth = thing.size
    around = thing.detail.around(40)
    foot = height * 0.18 if thing.flag("has_stand", default=True) else 0.0
    lid = height * 0.2
    body = height - foot - lid
    staves = 36
    angles = np.linspace(0, 2 * np.pi, staves * 3, endpoint=False)
    reach = 0.47 * (1 - 0.012 * (np.arange(staves * 3) % 3 == 0))
    barrel = moved(standing(polygon(np.column_stack([reach * np.cos(angles), reach * np.sin(angles)])), body), y=foot)
    hoops = union(
        [moved(hoop(0.485, 0.46, body * 0.03, around), y=foot + body * y) for y in (0.06, 0.2, 0.36, 0.55, 0.78,
        0.93)]
    )  # fmt: skip
    cap = moved(spun([(0.5, 0.0), (0.5, lid * 0.08), (0.06, lid * 0.85), (0.05, lid)], around), y=foot + body - 0.01)
    scale = (width, 1.0, depth)
    pieces = [
        thing.main(barrel.scale(scale)), thing.sub("hoops", hoops.scale(scale), "iron_black"),
        thing.sub("lid", cap.scale(scale), "slate")
    ]  # fmt: skip
    if foot:
        legs = ring_of(moved(block(0.07, foot * 1.02, 0.07), z=0.36), 6)
        deck = moved(block(0.86, foot * 0.2, 0.86), y=foot * 0.82)
        pieces.append(thing.sub("stand", union((legs, deck)).scale(scale), "iron_black"))
    return pieces


@maker("flag_pole", natural=(1.5, 7, 0.16))
def flag_pole(thing: Thing) -> list[Piece]:
    """Make a pole with a ball on top and a waving flag to its right."""
    width, height, depth = thing.size
    thick = depth * 0.3
    x = -width / 2 + depth / 2
    pole = [
        moved(cylinder(thick, height * 0.98, 14, top=thick * 0.6), x=x),
        moved(ball(thick * 1.3, 14), x=x, y=height * 0.985), moved(disc(depth / 2, height * 0.02, 20), x=x)
    ]  # fmt: skip
    xs = np.linspace(x, width / 2, thing.detail.along(20))
    wave = depth * 0.3 * np.sin((xs - x) / (width - depth) * 7.0)
    outline = np.vstack([np.column_stack([xs, wave - depth * 0.06]), np.column_stack([xs, wave + depth * 0.06])[::-1]])
    cloth = moved(standing(polygon(outline), height * 0.13), y=height * 0.82)
    return [thing.main(union(pole)), thing.sub("cloth", cloth, "canvas", thing.text("cloth_color", "#b3262e"))]


@maker("fuel_pump", natural=(0.9, 1.9, 0.5))
def fuel_pump(thing: Thing) -> list[Piece]:
    """Make a petrol pump: body with a screen, two nozzles on hoses."""
    width, height, depth = thing.size
    body = union(
        [block(width * 0.8, height * 0.06, depth), moved(rounded_box(width * 0.7, height * 0.9, depth * 0.8, 0.05,
        thing.detail.bevel), y=height * 0.04)],
    )  # fmt: skip
    top = moved(rounded_box(width * 0.72, height * 0.13, depth * 0.84, 0.04, thing.detail.bevel), y=height * 0.87)
    screen = moved(block(width * 0.44, height * 0.2, depth * 0.84), y=height * 0.58)
    hoses, grips = [], []
    for side in (-1, 1):
        x = side * width * 0.36
        line = np.array(
            [[x, height * 0.84, 0], [x + side * width * 0.12, height * 0.8, 0], [x + side * width * 0.12,
            height * 0.2, 0.02], [x + side * width * 0.06, height * 0.14, 0.04], [x + side * 0.03, height * 0.36,
            0.05]],
        )  # fmt: skip
        hoses.append(tube(line, 0.022, thing.detail.around(10)))
        grips.append(moved(rounded_box(0.08, 0.24, 0.12, 0.02, 1), x=x, y=height * 0.34, z=0.05))
    return [
        thing.main(body), thing.sub("head", top, "paint_red"), thing.sub("screen", screen, "plastic_black"),
        thing.sub("hoses", union(hoses), "rubber_black"), thing.sub("nozzles", union(grips), "aluminium")
    ]  # fmt: skip


@maker("ribbed_shell")
def ribbed_shell(thing: Thing) -> Made:
    """Make a round corrugated drum: a silo's wall; `rings`."""
    width, height, depth = thing.size
    rings = max(4, min(60, thing.count("rings", round(height / 0.5))))
    each = height / rings
    line: list[tuple[float, float]] = []
    for ring in range(rings):
        line += [(0.49, each * ring), (0.5, each * (ring + 0.3)), (0.5, each * (ring + 0.7))]
    whole = spun([*line, (0.49, height)], thing.detail.around(48))
    return thing.main(whole.scale((width, 1.0, depth)))


@maker("cage_ladder", natural=(0.6, 8, 0.7))
def cage_ladder(thing: Thing) -> Made:
    """Make a wall ladder inside hoops of a safety cage."""
    width, height, depth = thing.size
    rails: list[Solid] = [moved(block(0.05, height, 0.05), x=side * 0.2, z=-depth / 2 + 0.03) for side in (-1, 1)]
    count = max(3, min(60, round(height / 0.3)))
    rails += [moved(rod(0.018, 0.42, 8), y=height * (i + 0.5) / count, z=-depth / 2 + 0.03) for i in range(count)]
    angles = np.linspace(0.0, np.pi, 9)
    arc = np.column_stack(
        [np.cos(angles) * width / 2 * 0.92, np.zeros(9), -depth / 2 + 0.03 + np.sin(angles) * (depth - 0.08)]
    )  # fmt: skip
    hoops = [moved(tube(arc, 0.02, 6), y=y) for y in np.arange(min(2.2, height * 0.3), height, 0.9)]
    bars = [
        moved(block(0.03, height * 0.72, 0.02), x=float(arc[k, 0]), y=height * 0.27, z=float(arc[k, 2]))
        for k in (2, 4, 6)
    ]  # fmt: skip
    return thing.main(union([*rails, *hoops, *bars]))


@maker("ribbed_sheet", natural=(10, 1.5, 0.12))
def ribbed_sheet(thing: Thing) -> Made:
    """Make a trapezoid sheet: upright ribs to +z, or lying flat with ribs along z if `is_flat`."""
    width, height, depth = thing.size
    count = max(4, min(80, round(width / 0.3)))
    if thing.flag("is_flat"):
        ribs = copies(
            block(width / count * 0.4, height, depth),
            [(width * ((i + 0.5) / count - 0.5), 0.0, 0.0) for i in range(count)]
        )  # fmt: skip
        return thing.main(union((block(width, height * 0.6, depth), ribs)))
    ribs = copies(
        moved(block(width / count * 0.4, height, depth), z=0.0),
        [(width * ((i + 0.5) / count - 0.5), 0.0, 0.0) for i in range(count)]
    )  # fmt: skip
    return thing.main(union((block(width, height, depth * 0.6), ribs)))


@maker("smokestack", natural=(1.4, 16, 1.4))
def smokestack(thing: Thing) -> list[Piece]:
    """Make a tall chimney on a square foot, drawn in towards its corbelled top, hollow, with bands."""
    width, height, depth = thing.size
    around = thing.detail.around(36)
    foot = block(1.0, height * 0.1, 1.0)
    line = [
        (0.46, height * 0.09), (0.3, height * 0.93), (0.34, height * 0.945), (0.36, height * 0.96),
        (0.36, height * 0.99), (0.33, height)
    ]  # fmt: skip
    shaft = spun(line, around) - moved(cylinder(0.24, height, 24), y=height * 0.85)
    bands = union(
        [moved(hoop(0.46 - 0.16 * y / 0.84 + 0.03, 0.24, height * 0.012, around), y=height * (0.09 + y))
        for y in (0.2, 0.45, 0.7)]
    )  # fmt: skip
    scale = (width, 1.0, depth)
    return [thing.main(union((foot, shaft)).scale(scale)), thing.sub("bands", bands.scale(scale), "iron_black")]


@maker("cooling_tower", natural=(7, 10, 7))
def cooling_tower(thing: Thing) -> Made:
    """Make a hyperbolic shell, open at the top, on a ring of slanted legs."""
    width, height, depth = thing.size
    ys = np.linspace(0.12, 1.0, thing.detail.along(14))
    radii = 0.31 * np.sqrt(1 + ((ys - 0.76) / 0.5) ** 2)
    radii *= 0.5 / radii[0]
    outside = spun(np.column_stack([radii, ys * height]), thing.detail.around(48))
    inside = spun(np.column_stack([radii - 0.02, ys * height * 1.001 + 0.01]), thing.detail.around(48))
    legs = ring_of(moved(block(0.03, height * 0.14, 0.03), z=0.48), 24)
    floor = disc(0.5, height * 0.02, 48)
    return thing.main(union((outside - moved(inside, y=height * 0.04), legs, floor)).scale((width, 1.0, depth)))


@maker("round_rail", natural=(5, 1, 5))
def round_rail(thing: Thing) -> Made:
    """Make a round railing of posts and two rails."""
    width, height, depth = thing.size
    around, thick = thing.detail.around(48), 0.05
    half = min(width, depth) / 2
    rails = [moved(hoop(half, half - thick, thick, around), y=y) for y in (height - thick, height * 0.5)]
    count = many(2 * np.pi * half / 1.0, least=8)
    posts = ring_of(moved(block(thick * 0.9, height * 0.99, thick * 0.9), z=half - thick / 2), count)
    return thing.main(union([*rails, posts]).scale((width / half / 2, 1.0, depth / half / 2)))
