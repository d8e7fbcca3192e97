"""Makers of the large machines of kitchen and laundry: cases with an opening, drums, doors, gratings."""

from engine.makers.base import Made, Piece, Thing, maker
from engine.parts.profiles import facing, rounded_rectangle
from engine.parts.solids import Solid, block, copies, cylinder, ellipsoid, moved, rod, rounded_box, turned, union
from engine.parts.turning import disc, hoop, spun, torus

# fmt: off


@maker("casing")
def casing(thing: Thing) -> list[Piece]:
    """Make a box that is open to +z: `opening` (left, bottom, right, top as shares), `hollow` (share of the depth)."""
    width, height, depth = thing.size
    radius = thing.number("radius_m", 0.02 * min(thing.size))
    left, low, right, high = (thing.numbers("opening") or [0.06, 0.06, 0.94, 0.94])[:4]
    wide, tall, deep = width * (right - left), height * (high - low), depth * min(thing.number("hollow", 0.85), 0.96)
    x, y = width * ((left + right) / 2 - 0.5), height * low
    room = moved(
        rounded_box(wide, tall, deep + radius + 0.1 * depth, radius, 2), x=x, y=y,
        z=depth / 2 - deep / 2 + (radius + 0.1 * depth) / 2,
    )
    sheet = min(width, height) * 0.004
    lined = moved(
        rounded_box(wide + sheet, tall + sheet, deep - 0.01 * depth, radius, 2), x=x, y=y - sheet / 2,
        z=depth / 2 - deep / 2 - 0.015 * depth,
    )
    body = rounded_box(width, height, depth, radius, thing.detail.bevel)
    return [thing.main(body - room - lined), thing.sub("lining", lined - room, "steel_brushed")]


@maker("framed_door")
def framed_door(thing: Thing) -> list[Piece]:
    """Make a door facing +z with a pane: `border` (left, bottom, right, top as shares), `radius_m`."""
    width, height, depth = thing.size
    left, low, right, high = (thing.numbers("border") or [0.12, 0.14, 0.12, 0.14])[:4]
    wide, tall = width * (1 - left - right), height * (1 - low - high)
    place = {"x": width * (left - right) / 2, "y": height * (low + (1 - low - high) / 2)}
    corner = min(wide, tall) * 0.08
    hole = moved(facing(rounded_rectangle(wide, tall, corner), depth * 3), **place)
    pane = moved(facing(rounded_rectangle(wide * 1.01, tall * 1.01, corner), depth * 0.4), **place)
    frame = rounded_box(width, height, depth, thing.number("radius_m", depth * 0.3), thing.detail.bevel)
    return [thing.main(frame - hole), thing.sub("pane", pane, "glass_tinted")]


@maker("porthole_door", natural=(0.4, 0.4, 0.12))
def porthole_door(thing: Thing) -> list[Piece]:
    """Make a front loader's round door facing +z: ring, bulging glass, hinge at −x, grip at +x."""
    radius, depth, segments = thing.width / 2, thing.depth, thing.detail.around(72)
    ring = hoop(radius, radius * 0.7, depth * 0.5, segments, edge=depth * 0.14, steps=thing.detail.bevel)
    inner = moved(hoop(radius * 0.74, radius * 0.66, depth * 0.36, segments), y=depth * 0.1)
    line = [
        (radius * 0.7, depth * 0.2), (radius * 0.64, depth * 0.3), (radius * 0.5, depth * 0.42),
        (radius * 0.2, depth * 0.5),
    ]
    bowl = spun(
        [(radius * 0.3, -depth * 0.48), (radius * 0.56, -depth * 0.3), (radius * 0.7, depth * 0.14), *line], segments,
    )
    hinge = union(
        [
            moved(
                rounded_box(radius * 0.1, radius * 0.3, depth * 0.3, 0.004, 2), x=-radius * 0.98,
                y=radius * y - radius * 0.15, z=depth * 0.1,
            )
            for y in (0.25, -0.25)
        ]
    )
    pull = moved(
        rounded_box(radius * 0.12, radius * 0.5, depth * 0.36, 0.006, thing.detail.bevel), x=radius * 0.86,
        y=-radius * 0.25, z=depth * 0.38,
    )
    return [
        thing.main(turned(ring, x=90.0)), thing.sub("bezel", turned(inner, x=90.0), "plastic_black"),
        thing.sub("glass", turned(bowl, x=90.0), "glass_tinted"), thing.sub(
            "hinge", union((hinge, pull)), "steel_brushed",
        ),
    ]  # fmt: skip


@maker("drum_case", natural=(0.6, 0.85, 0.56))
def drum_case(thing: Thing) -> list[Piece]:
    """Make a front loader's body and drum, its round opening at `eye` (share of the height), `eye_m` across."""
    width, height, depth = thing.size
    radius, level = thing.number("eye_m", 0.36) / 2, height * thing.number("eye", 0.46)
    body = rounded_box(width, height, depth, thing.number("radius_m", 0.012), thing.detail.bevel)
    segments = thing.detail.around(56)
    bore = moved(rod(radius, depth * 0.7, segments, axis="z"), y=level, z=depth * 0.25)
    drum = moved(turned(hoop(radius * 1.02, radius * 0.97, depth * 0.55, segments), x=90.0), y=level, z=-depth * 0.1)
    floor = moved(rod(radius * 1.01, depth * 0.02, segments, axis="z"), y=level, z=-depth * 0.1)
    ribs = [
        moved(
            turned(moved(block(radius * 0.16, radius * 0.14, depth * 0.5), y=-radius), z=120.0 * k + 20), y=level,
            z=depth * 0.16,
        )
        for k in range(3)
    ]
    gasket = moved(turned(torus(radius * 0.99, radius * 0.1, segments, 12), x=90.0), y=level, z=depth * 0.48)
    return [
        thing.main(body - bore), thing.sub("drum", union((drum, floor, *ribs)), "steel_brushed"),
        thing.sub("gasket", gasket, "rubber_black"),
    ]


@maker("laundry")
def laundry(thing: Thing) -> list[Piece]:
    """Make a heap of clothes that fills the box: soft lumps in three colours."""
    width, height, depth = thing.size
    random = thing.random()
    names = (("", ""), ("second", "fabric_blue"), ("third", "fabric_grey"))
    pieces = []
    for number, (name, material) in enumerate(names):
        lumps = [
            moved(
                turned(
                    ellipsoid(width * 0.5, height * 0.62, depth * 0.6, thing.detail.around(20)),
                    z=random.uniform(-30, 30), y=random.uniform(0, 180),
                ),
                x=width * (0.26 * (step - 1) + random.uniform(-0.06, 0.06)), y=height * (
                    0.3 + 0.34 * ((number + step) % 2) * random.uniform(0.6, 1.0)
                ), z=depth * random.uniform(-0.16, 0.16),
            )
            for step in range(3)
            if (step + number) % 3 != 2
        ]
        solid = union(lumps)
        pieces.append(thing.sub(name, solid, material) if name else thing.main(solid))
    return pieces


@maker("gas_hob", natural=(0.58, 0.05, 0.5))
def gas_hob(thing: Thing) -> list[Piece]:
    """Make a hob of `burners` with cast grates over them."""
    width, height, depth = thing.size
    count = max(1, thing.count("burners", 4, most=6))
    columns = max(1, (count + 1) // 2)
    pitch = width / columns
    places = [
        ((column - (columns - 1) / 2) * pitch, z * depth)
        for column in range(columns)
        for z in (-0.23, 0.23)
    ][:count]
    tray = rounded_box(width, height * 0.34, depth, height * 0.1, thing.detail.bevel)
    radius = min(pitch, depth / 2) * 0.22
    base = [
        moved(disc(radius * s, height * 0.26, thing.detail.around(36), edge=height * 0.05), x=x, y=height * 0.3, z=z)
        for (x, z), s in zip(places, (1.0, 0.7, 1.2, 0.85, 1.0, 0.8), strict=False)
    ]
    caps = [
        moved(
            disc(radius * s * 0.72, height * 0.12, thing.detail.around(36), edge=height * 0.04), x=x, y=height * 0.54,
            z=z,
        )
        for (x, z), s in zip(places, (1.0, 0.7, 1.2, 0.85, 1.0, 0.8), strict=False)
    ]
    grates = union([_grate(pitch * 0.94, depth * 0.92, height, x) for x in sorted({x for x, _ in places})])
    return [
        thing.main(tray), thing.sub("burners", union(base), "aluminium"), thing.sub("caps", union(caps), "iron_black"),
        thing.sub("grates", grates, "iron_black"),
    ]


def _grate(width: float, depth: float, height: float, x: float) -> Solid:
    bar, top = height * 0.16, height * 0.84
    frame = moved(block(width, bar, depth) - moved(block(width - 2 * bar, bar * 3, depth - 2 * bar), y=-bar), y=top)
    cross = [
        moved(block(bar, bar, depth), y=top),
        *[moved(block(width, bar, bar), y=top, z=side * depth * 0.25) for side in (-1, 0, 1)],
    ]
    legs = copies(
        block(bar, height * 0.62, bar),
        [(sx * (width - bar) / 2, height * 0.28, sz * (depth - bar) / 2) for sx in (-1, 1) for sz in (-1, 1)],
    )
    hollow = union(
        [moved(cylinder(min(width, depth) * 0.09, bar * 4, 20), y=top - bar, z=side * depth * 0.25) for side in (-1, 1)]
    )
    return moved(union([frame, *cross]) - hollow, x=x) + moved(legs, x=x)


@maker("bar_handle")
def bar_handle(thing: Thing) -> Made:
    """Make a machine's bar handle that stands out to +z on two posts; `is_upright`; `is_square` for a flat bar."""
    upright = thing.flag("is_upright")
    length, thick = (thing.height, thing.width) if upright else (thing.width, thing.height)
    depth = thing.depth
    thick = min(thick, 0.4 * length, depth)
    bar = rounded_box(length, thick, thick * 0.7, thick * 0.2, 2) if thing.flag("is_square") else moved(
        rod(thick / 2, length, thing.detail.around(20)), y=thick / 2,
    )
    posts = [
        moved(
            block(thick * 0.8, thick * 0.7, depth - thick * 0.4), x=side * length * 0.42, y=thick * 0.15,
            z=-thick * 0.1,
        )
        for side in (-1, 1)
    ]
    solid = union([moved(bar, z=depth / 2 - thick * 0.5), *posts])
    return thing.main(turned(moved(solid, y=-thick / 2), z=90.0) if upright else solid)
