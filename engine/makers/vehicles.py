"""Makers of what drives, sails and flies; front to +z."""

import numpy as np
from scipy.interpolate import PchipInterpolator

from engine.makers.base import Made, Piece, Thing, maker
from engine.parts.bodywork import FORMS, Bodywork
from engine.parts.profiles import Outline, eased, facing, polygon, rounded_rectangle, sideways
from engine.parts.soft import soft_box
from engine.parts.solids import Solid, block, cylinder, ellipsoid, mirrored, moved, rod, rounded_box, turned, union
from engine.parts.sweeping import loft, tube
from engine.parts.turning import flowing, shell, torus
from engine.parts.wheels import rim, tyre
from engine.shapes import Points


@maker("wheel")
def wheel(thing: Thing) -> list[Piece]:
    """Make a wheel on an axle along x, outer face to +x; `spokes`, `style`, `is_chunky`, `rim_share`."""
    share = min(max(thing.number("rim_share", 0.68), 0.3), 0.92)
    radius, style = thing.height / 2, thing.text("style", "spoke")
    body = rim(radius * share, thing.width, thing.count("spokes", 5, most=24), thing.detail, style=style)
    rubber = tyre(radius, thing.width, thing.detail, rim_share=share, is_chunky=thing.flag("is_chunky"))
    return [thing.main(moved(body, y=radius)), thing.sub("tyre", moved(rubber, y=radius), "rubber_black")]


@maker("car_body", natural=(1.84, 1.2, 4.6))
def car_body(thing: Thing) -> list[Piece]:
    """Make a body with real openings and glass; `form` is sedan, sports, suv, hatchback, van or cab.

    `axles_m` are the z of the axles and `wheel_m` the wheel's diameter; `axle_height_m` is measured from the body's bottom.
    """
    work = Bodywork(FORMS.get(thing.text("form", "sedan"), FORMS["sedan"]), *_w_h_l(thing), thing.detail)
    outer = work.skin()
    openings = _openings(work)
    wells = _wheel_wells(thing, work)
    cabin = _cabin(work)
    shell = outer - union([openings, cabin, wells])
    if thing.detail.has_small_things:
        shell = shell - _seams(work, thing)
    glass = ((work.skin(-0.004 * thing.width) - work.skin(-0.013 * thing.width)) ^ openings) - wells
    pieces = [thing.main(shell), thing.sub("glass", glass, "glass_tinted"), thing.sub("lights", _lights(work) - wells, "enamel_white", "#f4f6ff"),
              thing.sub("tail_lights", _tail_lights(work) - wells, "paint_red"), thing.sub("trim", _trim(work, wells), "plastic_black"),
              thing.sub("interior", _interior(work), "leather_black")]  # fmt: skip
    if thing.detail.has_small_things:
        pieces.append(thing.sub("bright", _bright(work), "chrome"))
    return pieces


def _w_h_l(thing: Thing) -> tuple[float, float, float]:
    return thing.width, thing.height, thing.depth


def _side_windows(work: Bodywork, grow: float = 0.0) -> Outline:
    """Return the outline (z, y) of the side windows, pillars left standing."""
    form, half, tall = work.form, work.length / 2, work.height
    front, rear = form.windscreen, form.rear_window
    inset = 0.045 * tall
    head = np.linspace(rear[1], front[1], 9)
    line = [(z * half, work.top(float(z)) - 0.09 * tall) for z in head]
    foot = [((front[0] - 0.09) * half, work.belt(front[0]) + inset), ((rear[0] * 0.86 + rear[1] * 0.14) * half, work.belt(rear[0]) + inset)]
    outline = polygon([*line, *foot])
    for pillar in form.doors:
        bar = polygon([((pillar - 0.018) * half, 0), ((pillar + 0.018) * half, 0), ((pillar + 0.03) * half, tall), ((pillar - 0.006) * half, tall)])
        outline = outline - bar
    outline = eased(outline, 0.028 * tall, 16)
    return outline.offset(grow) if grow else outline


def _openings(work: Bodywork) -> Solid:
    """Return where glass goes: the sides, the windscreen and the rear window."""
    form, half = work.form, work.length / 2
    parts = [sideways(_side_windows(work), work.width * 2)]
    for foot, head in (form.windscreen, form.rear_window):
        low, high = work.belt(foot) + 0.07 * work.height, work.top(head) - 0.075 * work.height
        wide = work.half_width(foot) * 0.80
        narrow = wide * (1 - form.tumblehome * 0.62)
        pane = eased(polygon([(-wide, low), (wide, low), (narrow, high), (-narrow, high)]), 0.04 * work.height, 16)
        middle = head * 0.75 + foot * 0.25 if abs(foot - head) > 0.2 else head
        reach = abs(half * 1.2 - abs(middle) * half) if foot < 0 else half * 1.2 - middle * half
        centre = (middle * half + np.sign(foot) * reach / 2) if foot < 0 else middle * half + reach / 2
        parts.append(facing(pane, reach).translate((0.0, 0.0, float(centre))))
    return union(parts)


def _cabin(work: Bodywork) -> Solid:
    """Return the room inside."""
    form, half = work.form, work.length / 2
    inner = work.skin(-0.028 * work.width)
    rear, front = max(form.rear_window[0], -0.93) * half, (form.windscreen[0] - 0.04) * half
    room = moved(block(work.width * 2, work.height, front - rear), y=work.height * 0.3, z=(front + rear) / 2)
    return inner ^ room


def _interior(work: Bodywork) -> Solid:
    """Return seats, a dashboard and a steering wheel standing on the cabin's floor."""
    form, half, tall = work.form, work.length / 2, work.height
    floor = tall * 0.3
    inner = work.skin(-0.02 * work.width)
    front_row = (form.windscreen[0] + form.windscreen[1]) / 2 * half - 0.24 * half
    rows = [front_row] if len(form.doors) == 0 else [front_row, front_row - 0.36 * half]
    parts = []
    for z in rows:
        base = soft_box(work.width * 0.25, tall * 0.16, half * 0.2, tall * 0.05, work.detail)
        back = turned(soft_box(work.width * 0.24, tall * 0.42, half * 0.06, half * 0.025, work.detail), x=-10.0)
        parts.append(mirrored(moved(union([moved(base, y=floor - 0.02), moved(back, y=floor + tall * 0.04, z=-half * 0.1)]), x=work.width * 0.2, z=z)))
    dash = moved(rounded_box(work.width * 0.78, tall * 0.24, half * 0.16, tall * 0.05), y=floor - 0.02, z=form.windscreen[0] * half - 0.12 * half)
    ring = turned(torus(tall * 0.11, tall * 0.024, 32, 8), x=68.0)
    column = turned(rod(tall * 0.02, half * 0.14, 10, axis="z"), x=20.0)
    wheel_at = {"x": work.width * 0.2, "y": floor + tall * 0.22, "z": form.windscreen[0] * half - 0.24 * half}
    parts += [dash, moved(ring, **wheel_at), moved(column, wheel_at["x"], wheel_at["y"] - tall * 0.02, wheel_at["z"] + half * 0.06)]
    return union(parts) ^ inner


def _wheel_wells(thing: Thing, work: Bodywork) -> Solid:
    """Return what is cut out of the body for the wheels."""
    diameter = thing.number("wheel_m", 0.45 * work.height)
    rise = thing.number("axle_height_m", 0.08 * work.height)
    axles = thing.numbers("axles") or [-0.6, 0.6]
    deep = thing.number("well_m", 0.3 * work.width)
    wells = []
    for z in axles:
        drum = rod(diameter * 0.565, deep, thing.detail.around(64))
        wells.append(mirrored(moved(drum, x=work.width / 2 - deep / 2 + 0.02 * work.width, y=rise, z=z * work.length / 2)))
    return union(wells) if wells else moved(block(0.01, 0.01, 0.01), y=-work.height)


def _seams(work: Bodywork, thing: Thing) -> Solid:
    """Return the thin gaps round the doors, the bonnet and the boot lid."""
    form, half, tall = work.form, work.length / 2, work.height
    gap = 0.0035 * work.width
    band = work.skin(gap) - work.skin(-2.2 * gap)
    front, rear = form.windscreen[0] - 0.08, form.rear_window[0] * 0.55 + form.rear_window[1] * 0.45
    cuts = []
    stops = [front, *form.doors[:1], max(rear, -0.56)] if form.doors else [front - 0.02, max(rear, -0.3)]
    low = 0.16 * tall
    for start, end in zip(stops, stops[1:], strict=False):
        door = eased(polygon([(start * half, low), (start * half, tall * 0.99), (end * half, tall * 0.99), (end * half, low)]), 0.05 * tall, 16)
        cuts.append(sideways(door - door.offset(-gap * 1.6), work.width * 1.2))
    door_lines = union(cuts) ^ moved(block(work.width * 2, tall * 0.93, work.length), y=0.0)
    bonnet = moved(block(work.width * 1.2, tall, gap * 1.8), y=work.belt(form.windscreen[0]) - 0.02 * tall, z=(form.windscreen[0] + 0.03) * half)
    sides = mirrored(moved(block(gap * 1.8, tall, half * (0.93 - form.windscreen[0])), x=work.half_width(0.7) * 0.8, y=0.4 * tall,
                           z=half * (0.93 + form.windscreen[0]) / 2))  # fmt: skip
    return band ^ union([door_lines, bonnet, sides ^ moved(block(work.width, tall, half), y=0.45 * tall, z=half * 0.6)])


def _on_skin(work: Bodywork, region: Solid, out: float = 0.005) -> Solid:
    """Return a piece that stands out from the skin where `region` is."""
    return (work.skin(out * work.width) - work.skin(-0.02 * work.width)) ^ region


def _lights(work: Bodywork) -> Solid:
    half, tall = work.length / 2, work.height
    height = work.belt(0.93) - 0.05 * tall
    shape = eased(polygon([(0.5, -0.035), (1.1, -0.01), (1.1, 0.075), (0.78, 0.065), (0.52, 0.03)]), 0.012, 16)
    lens = facing(shape.scale((work.half_width(0.95), tall)), half * 0.24)
    return _on_skin(work, mirrored(moved(lens, y=height, z=half * 0.92)))


def _tail_lights(work: Bodywork) -> Solid:
    half, tall = work.length / 2, work.height
    height = work.belt(-0.97) - 0.1 * tall
    shape = eased(polygon([(0.52, 0.0), (1.1, -0.02), (1.1, 0.085), (0.6, 0.07)]), 0.012, 16)
    lens = facing(shape.scale((work.half_width(-0.97), tall)), half * 0.2)
    return _on_skin(work, mirrored(moved(lens, y=height, z=-half * 0.94)))


def _trim(work: Bodywork, wells: Solid) -> Solid:
    """Return grille, air intake, sills and bumper feet."""
    half, tall = work.length / 2, work.height
    wide = work.half_width(0.98)
    grille = facing(eased(polygon([(-wide * 0.42, 0.0), (wide * 0.42, 0.0), (wide * 0.5, tall * 0.085), (-wide * 0.5, tall * 0.085)]), tall * 0.015), half * 0.3)
    intake = facing(rounded_rectangle(wide * 1.3, tall * 0.09, tall * 0.03), half * 0.3)
    front = union([moved(grille, y=work.belt(1.0) - 0.07 * tall, z=half * 0.95), moved(intake, y=tall * 0.17, z=half * 0.95)])
    sill = block(work.width * 2, tall * 0.09, work.length * 1.2)
    rear = moved(block(work.width * 0.7, tall * 0.13, half * 0.3), y=tall * 0.1, z=-half)
    return _on_skin(work, union([front, sill, rear])) - wells


def _bright(work: Bodywork) -> Solid:
    """Return grille bars, door handles, the badge and the window line in bright metal."""
    half, tall = work.length / 2, work.height
    wide = work.half_width(0.98)
    lines = [moved(block(wide * 0.9, tall * 0.007, half * 0.3), y=work.belt(1.0) + tall * at, z=half * 0.95) for at in (-0.055, -0.035, -0.015, 0.003)]
    badge = moved(rod(tall * 0.026, half * 0.3, 32, axis="z"), y=work.belt(1.0) - 0.028 * tall, z=half * 0.95)
    doors = work.form.doors[:1] or (work.form.rear_window[1] + 0.08,)
    places = [z - 0.0 for z in doors] + ([work.form.rear_window[0] * 0.6 + work.form.rear_window[1] * 0.4] if work.form.doors else [])
    pulls = [moved(block(work.width * 2, tall * 0.018, half * 0.075), y=work.belt(z) - 0.075 * tall, z=(z + 0.075) * half) for z in places]
    rim_line = sideways(_side_windows(work, 0.011 * tall) - _side_windows(work, 0.0), work.width * 2)
    keep_out = moved(block(work.width * 0.9, tall, work.length), y=0.0)
    return union([_on_skin(work, union([*lines, badge]), 0.008), _on_skin(work, union(pulls), 0.011) - keep_out,
                  (work.skin(0.002 * work.width) - work.skin(-0.01 * work.width)) ^ rim_line])  # fmt: skip


@maker("mirror")
def mirror(thing: Thing) -> list[Piece]:
    """Make a door mirror whose arm reaches to −x; `is_left` turns it over."""
    width, height, depth = thing.size
    housing = moved(soft_box(width * 0.74, height * 0.86, depth, min(height, depth) * 0.4, thing.detail), x=width * 0.13, y=height * 0.14)
    arm = moved(rounded_box(width * 0.6, height * 0.2, depth * 0.5, height * 0.08), x=-width * 0.2, y=height * 0.04)
    glass = moved(rounded_box(width * 0.64, height * 0.66, depth * 0.1, 0.002), x=width * 0.13, y=height * 0.24, z=-depth * 0.48)
    solids = [union((housing, arm)), glass]
    if thing.flag("is_left"):
        solids = [solid.mirror((1.0, 0.0, 0.0)) for solid in solids]
    return [thing.main(solids[0]), thing.sub("glass", solids[1], "chrome")]


@maker("cargo_box", natural=(2.4, 2.5, 5.4))
def cargo_box(thing: Thing) -> list[Piece]:
    """Make a lorry's box body with ribs, corner posts and rear doors."""
    width, height, depth = thing.size
    body = moved(rounded_box(width * 0.975, height * 0.99, depth * 0.985, 0.02), y=0.0)
    count = max(3, round(depth / 0.35))
    rib = rounded_box(width * 0.99, height * 0.9, depth * 0.012, 0.004, 1)
    ribs = [moved(rib, y=height * 0.05, z=depth * (step / count - 0.5)) for step in range(1, count)]
    rails = [moved(block(width, height * 0.03, depth), y=y) for y in (0.0, height * 0.97)]
    posts = mirrored(union([moved(block(width * 0.025, height, depth * 0.02), x=width * 0.4875, z=side * depth * 0.49) for side in (-1, 1)]))
    hinges = mirrored(union([moved(rod(0.018, height * 0.9, 12, axis="y"), x=width * at, y=height / 2, z=-depth / 2) for at in (0.06, 0.3)]))
    return [thing.main(union([body, *ribs]) if thing.detail.has_small_things else body),
            thing.sub("rails", union([*rails, posts]), "aluminium"), thing.sub("locks", hinges, "steel_brushed")]  # fmt: skip


@maker("chassis")
def chassis(thing: Thing) -> Made:
    """Make two frame rails with cross members and axles at `axles` (shares of half the depth)."""
    width, height, depth = thing.size
    rails = mirrored(moved(block(width * 0.1, height * 0.6, depth), x=width * 0.3, y=height * 0.4))
    members = [moved(block(width * 0.66, height * 0.4, depth * 0.02), y=height * 0.5, z=depth * at) for at in np.linspace(-0.45, 0.45, 6)]
    axles = [moved(rod(height * 0.22, width, 20), y=height * 0.22, z=z * depth / 2) for z in thing.numbers("axles")]
    stays = [moved(mirrored(moved(block(width * 0.08, height * 0.4, depth * 0.04), x=width * 0.3)), y=height * 0.15, z=z * depth / 2) for z in thing.numbers("axles")]
    return thing.main(union([rails, *members, *axles, *stays]))


def _hull_rings(thing: Thing, wall: float) -> list[Points]:
    width, height, depth = thing.size
    zs = np.linspace(-1.0, 1.0, thing.detail.along(28) + 1)
    plan = PchipInterpolator([-1, -0.8, -0.2, 0.3, 0.7, 0.92, 1], [0.74, 0.86, 1.0, 0.93, 0.6, 0.22, 0.035])(zs)
    sheer = PchipInterpolator([-1, -0.2, 1], [0.78, 0.74, 1.0])(zs)
    keel = PchipInterpolator([-1, -0.3, 0.5, 0.85, 1], [0.1, 0.0, 0.02, 0.24, 0.8])(zs)
    rings = []
    for z, half, high, low in zip(zs, plan, sheer, keel, strict=True):
        turn = np.linspace(-np.pi / 2, np.pi / 2, 2 * thing.detail.along(8) + 1)
        reach = max(half * width / 2 - wall, width * 0.004)
        bottom = low * height + wall
        x = reach * np.sign(np.sin(turn)) * np.abs(np.sin(turn)) ** 0.7
        y = bottom + (high * height - bottom) * (1 - np.cos(turn) ** 0.75)
        rings.append(np.column_stack([x, y, np.full(len(x), z * (depth / 2 - wall))]))
    return rings


@maker("hull")
def hull(thing: Thing) -> list[Piece]:
    """Make a boat's hull with a deck and a rubbing strake, on a flat keel."""
    outer = loft(_hull_rings(thing, 0.0))
    wall = 0.035 * thing.width
    rings = _hull_rings(thing, wall)
    well = loft([ring + np.array([0.0, 0.02 * thing.height, 0.0]) for ring in rings])
    cockpit = moved(block(thing.width, thing.height, thing.depth * 0.32), y=thing.height * 0.42, z=-thing.depth * 0.27)
    shell = outer - (well ^ cockpit)
    edges = np.array([ring[-1] for ring in _hull_rings(thing, 0.0)])
    line = np.vstack([edges, edges[::-1] * [-1, 1, 1]])
    strake = tube(line - [0.0, 0.02 * thing.height, 0.0], 0.017 * thing.width, thing.detail.around(12), closed=True)
    deck_rings = [ring[[0, -1]] for ring in _hull_rings(thing, wall * 0.4)]
    deck = _deck(deck_rings, 0.03 * thing.height) - moved(block(thing.width * 0.7, thing.height * 2, thing.depth * 0.3), z=-thing.depth * 0.27)
    keel = moved(rounded_box(thing.width * 0.12, thing.height * 0.12, thing.depth * 0.5, 0.01), y=0.0, z=-thing.depth * 0.05)
    return [thing.main(union((shell, keel))), thing.sub("strake", strake, "walnut"), thing.sub("deck", deck, "oak")]


def _deck(edges: list[Points], thickness: float) -> Solid:
    rings = []
    for left, right in edges:
        low = np.array([[left[0], left[1] - thickness, left[2]], [right[0], right[1] - thickness, right[2]]])
        rings.append(np.vstack([low, [right[0], right[1] + thickness * 0.3, right[2]], [left[0], left[1] + thickness * 0.3, left[2]]]))
    return loft(rings)


@maker("sail")
def sail(thing: Thing) -> Made:
    """Make a bellied triangular sail in the plane x = 0, its luff at the front (+z) or, with `is_jib`, leaning."""
    width, height, depth = thing.size
    rings = []
    for share in np.linspace(0.0, 1.0, thing.detail.along(16) + 1):
        chord = depth * (1 - share) * 0.98 + depth * 0.02
        start = depth / 2 - (depth * share * (0.98 if thing.flag("is_jib") else 0.0))
        across = np.linspace(0.0, 1.0, thing.detail.along(12) + 1)
        belly = np.sin(np.pi * across) * width * 0.86 * (1 - share) ** 0.6
        z = start - chord * across if not thing.flag("is_jib") else start - chord * (1 - across) + chord * 0
        thin = width * 0.05
        one = np.column_stack([belly + thin, np.full(len(z), share * height), z])
        two = np.column_stack([belly - thin, np.full(len(z), share * height), z])[::-1]
        rings.append(np.vstack([one, two])[::-1])
    solid = loft(rings)
    return thing.main(solid if solid.volume() > 0 else loft([ring[::-1] for ring in rings]))


@maker("fuselage", natural=(1.2, 1.3, 8))
def fuselage(thing: Thing) -> list[Piece]:
    """Make a plane's body with a canopy (`canopy`: cockpit or airliner) and, for an airliner, a row of windows."""
    width, height, depth = thing.size
    work = _fuselage_skin(thing, 0.0)
    thick = 0.03 * width
    band = _fuselage_skin(thing, 0.004 * depth * 0.5) - _fuselage_skin(thing, -thick)
    if thing.text("canopy", "airliner") == "cockpit":
        glass = moved(ellipsoid(width * 0.72, height * 0.62, depth * 0.3, thing.detail.around(40)), y=height * 0.86, z=depth * 0.12)
        frame_bar = moved(turned(torus(width * 0.36, width * 0.04, thing.detail.around(40), 8), x=90.0).scale((1.0, 0.86, 1.0)), y=height * 0.86, z=depth * 0.14)
        return [thing.main(work), thing.sub("glass", glass - work, "glass_tinted"), thing.sub("frame", frame_bar, "steel_brushed")]
    panes = facing(eased(polygon([(-0.36, 0.0), (0.36, 0.0), (0.26, 0.16), (-0.26, 0.16)]).scale((width, height)), 0.02 * width), depth * 0.09)
    split = block(0.04 * width, height * 2, depth)
    windscreen = (band ^ moved(panes, y=height * 0.6, z=depth * 0.44)) - split
    count = max(6, thing.count("windows", 18, most=60))
    port = sideways(rounded_rectangle(depth * 0.012, height * 0.1, depth * 0.005), width * 2)
    ports = union([moved(port, y=height * 0.58, z=depth * (-0.3 + 0.62 * step / (count - 1))) for step in range(count)])
    return [thing.main(work), thing.sub("glass", union((windscreen, band ^ ports)), "glass_tinted")]


def _fuselage_skin(thing: Thing, out: float) -> Solid:
    width, height, depth = thing.size
    zs = np.sin(np.linspace(-np.pi / 2, np.pi / 2, thing.detail.along(44) + 1))
    girth = PchipInterpolator([-1, -0.7, -0.35, 0.4, 0.7, 0.9, 0.97, 1], [0.1, 0.52, 0.96, 1.0, 0.93, 0.6, 0.33, 0.03])(zs)
    lift = PchipInterpolator([-1, -0.5, 0, 0.6, 1], [0.78, 0.55, 0.5, 0.5, 0.4])(zs)
    turn = np.linspace(0.0, 2 * np.pi, thing.detail.around(40), endpoint=False)
    return loft([np.column_stack([np.cos(turn) * (g * width / 2 + out), h * height + np.sin(turn) * (g * height / 2 + out) * (1.0),
                                  np.full(len(turn), z * depth / 2)]) for z, g, h in zip(zs, girth, lift, strict=True)])  # fmt: skip


@maker("wing")
def wing(thing: Thing) -> Made:
    """Make a wing that reaches from −x (root) to +x (tip): `taper`, `sweep` (share of the depth), an aerofoil in section; `is_left` mirrors."""
    width, height, depth = thing.size
    taper, sweep_back = thing.number("taper", 0.45), thing.number("sweep", 0.5)
    steps = thing.detail.along(12)
    around = np.linspace(0.0, 2 * np.pi, thing.detail.around(28), endpoint=False)
    chord = 0.5 * (1 + np.cos(around))
    thick = 0.5 * np.sin(around) * (1 - chord * 0.55) * 0.62
    root_chord = depth * (1 - sweep_back * 0.55)
    rings = []
    for share in np.linspace(0.0, 1.0, steps + 1):
        size = root_chord * (1 - (1 - taper) * share) * (1.0 if share < 0.97 else 0.8)
        lead = depth / 2 - sweep_back * depth * 0.8 * share
        rise = height * 0.5 + share * height * thing.number("dihedral", 0.2)
        body = height * 0.6 * (1 - (1 - taper) * share)
        rings.append(np.column_stack([np.full(len(around), (share - 0.5) * width), rise + thick * body * 1.4, lead - (1 - chord) * size]))
    solid = loft(rings)
    if solid.volume() <= 0:
        solid = loft([ring[::-1] for ring in rings])
    return thing.main(solid.mirror((1.0, 0.0, 0.0)) if thing.flag("is_left") else solid)


@maker("fin", natural=(0.1, 1, 1.2))
def fin(thing: Thing) -> Made:
    """Make an upright fin in the plane x = 0 that leans back (−z) as it rises, or, with `is_rocket`, hangs below its root."""
    width, height, depth = thing.size
    if thing.flag("is_rocket"):
        points = [(depth / 2, height), (depth / 2, height * 0.45), (-depth / 2, 0.0), (-depth / 2, height * 0.28), (-depth * 0.1, height * 0.42)]
    else:
        points = [(depth / 2, 0.0), (-depth * 0.3, height), (-depth / 2, height), (-depth * 0.36, 0.0)]
    outline = eased(polygon(points), min(height, depth) * 0.04)
    layers = [sideways(outline.offset(-width * 0.12 * step), width * (0.4 + 0.2 * (3 - step))) for step in range(4)]
    return thing.main(union(layers))


@maker("propeller")
def propeller(thing: Thing) -> list[Piece]:
    """Make a propeller in the plane z = 0 with its spinner to +z; `blades`."""
    radius, depth = thing.width / 2, thing.depth
    rings = []
    for share in np.linspace(0.06, 1.0, thing.detail.along(12) + 1):
        chord = radius * 0.17 * np.sin(np.pi * (0.18 + 0.74 * share)) + radius * 0.01
        twist = np.radians(62 - 44 * share)
        turn = np.linspace(0.0, 2 * np.pi, 14, endpoint=False)
        along, across = np.cos(turn) * chord / 2, np.sin(turn) * chord * 0.09
        rings.append(np.column_stack([along * np.cos(twist) - across * np.sin(twist), np.full(14, share * radius),
                                      along * np.sin(twist) + across * np.cos(twist)]))  # fmt: skip
    blade = loft(rings)
    if blade.volume() <= 0:
        blade = loft([ring[::-1] for ring in rings])
    count = max(2, thing.count("blades", 3, most=8))
    blades = union([turned(blade, z=360.0 * step / count) for step in range(count)])
    spinner = moved(ellipsoid(radius * 0.24, radius * 0.24, depth * 1.2, 32), z=depth * 0.05)
    return [thing.main(moved(blades, y=radius)), thing.sub("spinner", moved(union((spinner, rod(radius * 0.1, depth * 0.5, 24, axis="z"))), y=radius), "chrome")]


@maker("engine_pod")
def engine_pod(thing: Thing) -> list[Piece]:
    """Make a jet engine: a nacelle open at both ends with a fan inside."""
    radius, depth = thing.width / 2, thing.depth
    line = flowing([(radius * 0.62, 0.0), (radius * 0.9, depth * 0.4), (radius * 0.99, depth * 0.75), (radius * 0.92, depth)], thing.detail.along(6))
    nacelle = turned(shell(line, radius * 0.09, thing.detail.around(48)), x=90.0)
    blades = [turned(moved(turned(block(radius * 0.13, radius * 0.8, radius * 0.02), y=35.0), y=radius * 0.05), z=15.0 * step) for step in range(24)]
    hub = moved(ellipsoid(radius * 0.42, radius * 0.42, depth * 0.3, 24), z=depth * 0.05)
    core = turned(cylinder(radius * 0.34, depth * 0.98, 32, top=radius * 0.2), x=-90.0).translate((0.0, 0.0, depth * 0.1))
    fan = moved(union([*blades, hub]), z=depth * 0.78)
    stays = union([moved(block(radius * 1.5, radius * 0.08, depth * 0.06), y=-radius * 0.04, z=depth * 0.3), core.translate((0.0, 0.0, depth * 0.6))])
    return [thing.main(nacelle), thing.sub("fan", union((fan, stays)), "steel_brushed")]


@maker("nozzle")
def nozzle(thing: Thing) -> Made:
    """Make a rocket nozzle, wide at the bottom and open below."""
    radius, height = thing.width / 2, thing.height
    line = flowing([(radius, 0.0), (radius * 0.82, height * 0.35), (radius * 0.52, height * 0.75), (radius * 0.5, height)], thing.detail.along(6))
    bell = shell(line, radius * 0.08, thing.detail.around(48))
    cap = moved(cylinder(radius * 0.5, height * 0.1, 32), y=height * 0.9)
    return thing.main(union((bell, cap)))


@maker("porthole")
def porthole(thing: Thing) -> list[Piece]:
    """Make a round window in a riveted ring, facing +z."""
    radius, depth = thing.width / 2, thing.depth
    ring = turned(torus(radius * 0.86, radius * 0.28, thing.detail.around(40), 12), x=90.0)
    pane = moved(ellipsoid(radius * 1.7, radius * 1.7, depth * 0.7, thing.detail.around(32)), z=-depth * 0.05)
    back = moved(rod(radius * 0.9, depth * 0.6, 32, axis="z"), z=-depth * 0.3)
    return [thing.main(moved(union((ring, back)), y=radius)), thing.sub("glass", moved(pane - back, y=radius), "glass_tinted")]


@maker("window_box")
def window_box(thing: Thing) -> list[Piece]:
    """Make a rounded cabin with a row of `windows` on each side and a windscreen to +z."""
    width, height, depth = thing.size
    body = rounded_box(width, height, depth, min(height, width) * 0.16, thing.detail.bevel)
    roof = moved(rounded_box(width * 1.04, height * 0.08, depth * 1.04, height * 0.03), y=height * 0.94)
    count = max(1, thing.count("windows", 3, most=12))
    pitch = depth * 0.84 / count
    port = sideways(rounded_rectangle(pitch * 0.72, height * 0.36, height * 0.08), width * 2)
    panes = [moved(port, y=height * 0.62, z=depth * -0.42 + pitch * (step + 0.5)) for step in range(count)]
    panes.append(moved(facing(rounded_rectangle(width * 0.74, height * 0.36, height * 0.08), depth), y=height * 0.62, z=depth * 0.5))
    openings = union(panes)
    inner = moved(block(width - 0.08 * height, height * 0.9, depth - 0.08 * height), y=height * 0.05)
    glass = moved(block(width * 0.985, height * 0.9, depth * 0.985), y=height * 0.05) - moved(block(width * 0.955, height, depth * 0.955))
    return [thing.main(union((body - openings - inner, roof))), thing.sub("glass", glass ^ openings, "glass_tinted")]
