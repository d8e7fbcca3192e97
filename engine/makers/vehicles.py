"""Makers of cars and lorries; front to +z."""

from itertools import pairwise

import numpy as np

from engine.makers.base import Piece, Thing, maker
from engine.parts.bodywork import FORMS, Bodywork
from engine.parts.livery import Skin, livery
from engine.parts.profiles import Outline, eased, facing, polygon, rounded_rectangle, sideways
from engine.parts.repeats import MANY
from engine.parts.soft import soft_box
from engine.parts.solids import Solid, block, mirrored, moved, rod, rounded_box, turned, union
from engine.parts.turning import torus
from engine.parts.wheels import rim, tyre


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

    `axles_m` are the z of the axles and `wheel_m` the wheel's diameter; `axle_height_m` is measured from the body's
    bottom. `is_open` takes the roof off, `bed` (from, to) cuts a loading bed; `panels` (from, to) and `stripe` are
    laid on the flanks, `racing` puts two stripes along the middle. `lamps` is strip (one line of light across the
    nose) or none (they are drawn apart); `is_plain` leaves grille, handles and window lines out. `livery` is a
    style's ornament.
    """
    work = Bodywork(FORMS.get(thing.text("form", "sedan"), FORMS["sedan"]), *_w_h_l(thing), thing.detail)
    outer = work.skin()
    openings = _openings(work)
    wells = _wheel_wells(thing, work)
    cabin = _cabin(work, is_open=thing.flag("is_open"))
    cut = union([openings, cabin, wells, *_taken_off(thing, work)])
    shell = outer - cut
    if thing.detail.has_small_things:
        shell = shell - _seams(work, thing)
    glass = ((work.skin(-0.004 * thing.width) - work.skin(-0.013 * thing.width)) ^ openings) - wells
    glass = glass - union(_taken_off(thing, work)) if thing.flag("is_open") else glass
    pieces = [
        thing.main(shell),
        thing.sub("glass", glass, "glass_tinted"),
        *_lamps(thing, work, wells),
        thing.sub("trim", _trim(work, wells, is_plain=thing.flag("is_plain")), "plastic_black"),
        thing.sub("interior", _interior(work), "leather_black"),
    ]
    if thing.detail.has_small_things and not thing.flag("is_plain"):
        bright = _bright(work)
        pieces.append(
            thing.sub("bright", bright - union(_taken_off(thing, work)) if thing.flag("is_open") else bright, "chrome")
        )
    return [*pieces, *_painted(thing, work, cut), *_dressed(thing, work, cut)]


def _dressed(thing: Thing, work: Bodywork, cut: Solid) -> list[Piece]:
    """Return the style's ornament on the flanks."""
    skin = Skin(work.skin, work.width, work.height, work.length, (0.16, work.belt(0.0) / work.height - 0.05, -0.8, 0.8))
    pieces = livery(thing.text("livery", ""), skin, cut, has_small_things=thing.detail.has_small_things)
    return [thing.sub(name, solid) for name, solid in pieces]


def _lamps(thing: Thing, work: Bodywork, wells: Solid) -> list[Piece]:
    """Return head and tail lamps: two and two, or one line across each end."""
    tails = thing.sub("tail_lights", _tail_lights(work) - wells, "paint_red")
    kind = thing.text("lamps", "pair")
    if kind == "none":
        return [tails]
    if kind == "strip":
        bar = block(work.width * 0.86, work.height * 0.035, work.length * 0.12)
        front, rear = (
            _on_skin(work, moved(bar, y=work.belt(z) - 0.05 * work.height, z=z * work.length / 2))
            for z in (0.95, -0.97)
        )
        return [thing.sub("lights", front, "screen_emissive"), thing.sub("tail_lights", rear, "paint_red")]
    lens, whole = _lights(work, 0.8), _lights(work, 1.0, 0.004) - _lights(work, 0.8, 0.02)
    return [
        thing.sub("lights", lens - wells, "enamel_white", "#f4f6ff"),
        thing.sub("bezels", whole - wells, "plastic_black"),
        tails,
    ]


def _taken_off(thing: Thing, work: Bodywork) -> list[Solid]:
    """Return what an open car and a loading bed leave out."""
    form, half, tall, parts = work.form, work.length / 2, work.height, []
    if thing.flag("is_open"):
        rear, front = form.rear_window[0] - 0.03, form.windscreen[1] - 0.005
        roof = moved(block(work.width * 2, tall, (front - rear) * half), z=(front + rear) / 2 * half)
        parts.append(moved(roof, y=work.belt((front + rear) / 2) + 0.015 * tall))
    bed = thing.numbers("bed")
    if len(bed) == 2:
        wide = 2 * work.half_width(sum(bed) / 2) * 0.86
        parts.append(
            moved(rounded_box(wide, tall, (bed[1] - bed[0]) * half, 0.02 * tall), y=0.33 * tall, z=sum(bed) / 2 * half)
        )
    return parts


def _painted(thing: Thing, work: Bodywork, cut: Solid) -> list[Piece]:
    """Return panels and stripes laid on the skin."""
    half, tall, pieces = work.length / 2, work.height, []
    panels = thing.numbers("panels")
    if len(panels) == 2:
        middle = moved(
            block(work.width * 2, 0.5 * tall, (panels[1] - panels[0]) * half), y=0.1 * tall, z=sum(panels) / 2 * half
        )
        pieces.append(("panel", middle, "paint_white"))
    if thing.text("stripe", ""):
        band = moved(block(work.width * 2, 0.05 * tall, work.length * 0.72), y=work.belt(0.0) - 0.2 * tall)
        square = block(work.width * 3, 0.0255 * tall, 0.051 * tall)
        squares = [moved(square, y=work.belt(0.0) + (-0.2 + 0.0249 * row) * tall,
                         z=(step * 0.1 + 0.05 * row) * tall - 0.36 * work.length)
                   for row in (0, 1) for step in range(min(int(0.72 * work.length / (0.1 * tall)), MANY))]  # fmt: skip
        pieces.append(("stripe", union(squares) if thing.text("stripe", "") == "checker" else band, "paint_black"))
    if thing.flag("racing"):
        line = moved(block(work.width * 0.14, tall * 2, work.length * 1.2), x=work.width * 0.1, y=0.3 * tall)
        pieces.append(("racing", mirrored(line), "paint_white"))
    keep = moved(block(work.width * 0.6, tall * 3, work.length * 1.2), y=-tall)
    return [
        thing.sub(name, (_on_skin(work, region if name == "racing" else region - keep, 0.0015) - cut), material)
        for name, region, material in pieces
    ]


def _w_h_l(thing: Thing) -> tuple[float, float, float]:
    return thing.width, thing.height, thing.depth


def _side_windows(work: Bodywork, grow: float = 0.0) -> Outline:
    """Return the outline (z, y) of the side windows, pillars left standing."""
    form, half, tall = work.form, work.length / 2, work.height
    front, rear = form.windscreen, form.rear_window
    inset = 0.045 * tall
    head = np.linspace(rear[1], front[1], 9)
    line = [(z * half, work.top(float(z)) - 0.09 * tall) for z in head]
    foot = [
        ((front[0] - 0.09) * half, work.belt(front[0]) + inset),
        ((rear[0] * 0.86 + rear[1] * 0.14) * half, work.belt(rear[0]) + inset),
    ]
    outline = polygon([*line, *foot])
    for pillar in form.doors:
        bar = polygon(
            [
                ((pillar - 0.018) * half, 0),
                ((pillar + 0.018) * half, 0),
                ((pillar + 0.03) * half, tall),
                ((pillar - 0.006) * half, tall),
            ]
        )
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


def _rows(work: Bodywork) -> list[float]:
    """Return where the rows of seats stand along the car, the front one first."""
    form, half = work.form, work.length / 2
    front = (form.windscreen[0] + form.windscreen[1]) / 2 * half - 0.24 * half
    return [front] if len(form.doors) == 0 else [front, front - 0.36 * half]


def _cabin(work: Bodywork, *, is_open: bool) -> Solid:
    """Return the room inside; that of an open car ends behind its seats, and a deck goes on from there."""
    form, half = work.form, work.length / 2
    inner = work.skin(-0.028 * work.width)
    rear, front = max(form.rear_window[0], -0.93) * half, (form.windscreen[0] - 0.04) * half
    rear = max(rear, _rows(work)[-1] - 0.2 * half) if is_open else rear
    room = moved(block(work.width * 2, work.height, front - rear), y=work.height * 0.3, z=(front + rear) / 2)
    return inner ^ room


def _interior(work: Bodywork) -> Solid:
    """Return seats, a dashboard and a steering wheel standing on the cabin's floor."""
    form, half, tall = work.form, work.length / 2, work.height
    floor = tall * 0.3
    inner = work.skin(-0.02 * work.width)
    parts = []
    for z in _rows(work):
        base = soft_box(work.width * 0.25, tall * 0.16, half * 0.2, tall * 0.05, work.detail)
        back = turned(soft_box(work.width * 0.24, tall * 0.42, half * 0.06, half * 0.025, work.detail), x=-10.0)
        parts.append(
            mirrored(
                moved(
                    union([moved(base, y=floor - 0.02), moved(back, y=floor + tall * 0.04, z=-half * 0.1)]),
                    x=work.width * 0.2,
                    z=z,
                )
            )
        )
    dash = moved(
        rounded_box(work.width * 0.78, tall * 0.24, half * 0.16, tall * 0.05),
        y=floor - 0.02,
        z=form.windscreen[0] * half - 0.12 * half,
    )
    ring = turned(torus(tall * 0.11, tall * 0.024, 32, 8), x=68.0)
    column = turned(rod(tall * 0.02, half * 0.14, 10, axis="z"), x=20.0)
    wheel_at = {"x": work.width * 0.2, "y": floor + tall * 0.22, "z": form.windscreen[0] * half - 0.24 * half}
    parts += [
        dash,
        moved(ring, **wheel_at),
        moved(column, wheel_at["x"], wheel_at["y"] - tall * 0.02, wheel_at["z"] + half * 0.06),
    ]
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
        wells.append(
            mirrored(moved(drum, x=work.width / 2 - deep / 2 + 0.02 * work.width, y=rise, z=z * work.length / 2))
        )
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
    for start, end in pairwise(stops):
        door = eased(
            polygon([(start * half, low), (start * half, tall * 0.99), (end * half, tall * 0.99), (end * half, low)]),
            0.05 * tall,
            16,
        )
        cuts.append(sideways(door - door.offset(-gap * 1.6), work.width * 1.2))
    door_lines = union(cuts) ^ moved(block(work.width * 2, tall * 0.93, work.length), y=0.0)
    bonnet = moved(
        block(work.width * 1.2, tall, gap * 1.8),
        y=work.belt(form.windscreen[0]) - 0.02 * tall,
        z=(form.windscreen[0] + 0.03) * half,
    )
    sides = mirrored(
        moved(
            block(gap * 1.8, tall, half * (0.93 - form.windscreen[0])),
            x=work.half_width(0.7) * 0.8,
            y=0.4 * tall,
            z=half * (0.93 + form.windscreen[0]) / 2,
        )
    )
    return band ^ union([door_lines, bonnet, sides ^ moved(block(work.width, tall, half), y=0.45 * tall, z=half * 0.6)])


def _on_skin(work: Bodywork, region: Solid, out: float = 0.005) -> Solid:
    """Return a piece that stands out from the skin where `region` is."""
    return (work.skin(out * work.width) - work.skin(-0.02 * work.width)) ^ region


def _lights(work: Bodywork, size: float = 1.0, out: float = 0.006) -> Solid:
    half, tall = work.length / 2, work.height
    height = work.belt(0.93) - 0.05 * tall
    shape = eased(polygon([(0.5, -0.035), (1.1, -0.01), (1.1, 0.075), (0.78, 0.065), (0.52, 0.03)]), 0.012, 16)
    shape = shape.scale((work.half_width(0.95), tall))
    lens = facing(shape if size == 1.0 else shape.offset(-0.012 * tall), half * 0.24)
    return _on_skin(work, mirrored(moved(lens, y=height, z=half * 0.92)), out)


def _tail_lights(work: Bodywork) -> Solid:
    half, tall = work.length / 2, work.height
    height = work.belt(-0.97) - 0.1 * tall
    shape = eased(polygon([(0.52, 0.0), (1.1, -0.02), (1.1, 0.085), (0.6, 0.07)]), 0.012, 16)
    lens = facing(shape.scale((work.half_width(-0.97), tall)), half * 0.2)
    return _on_skin(work, mirrored(moved(lens, y=height, z=-half * 0.94)))


def _trim(work: Bodywork, wells: Solid, *, is_plain: bool = False) -> Solid:
    """Return grille, air intake, sills and bumper feet; a plain body has sills only."""
    half, tall = work.length / 2, work.height
    wide = work.half_width(0.98)
    grille = facing(
        eased(
            polygon([(-wide * 0.42, 0.0), (wide * 0.42, 0.0), (wide * 0.5, tall * 0.085), (-wide * 0.5, tall * 0.085)]),
            tall * 0.015,
        ),
        half * 0.3,
    )
    intake = facing(rounded_rectangle(wide * 1.3, tall * 0.09, tall * 0.03), half * 0.3)
    front = union(
        [moved(grille, y=work.belt(1.0) - 0.07 * tall, z=half * 0.95), moved(intake, y=tall * 0.17, z=half * 0.95)]
    )
    sill = block(work.width * 2, tall * 0.09, work.length * 1.2)
    rear = moved(block(work.width * 0.7, tall * 0.13, half * 0.3), y=tall * 0.1, z=-half)
    if is_plain:
        return _on_skin(work, sill) - wells
    return _on_skin(work, union([front, sill, rear])) - wells


def _bright(work: Bodywork) -> Solid:
    """Return grille bars, door handles, the badge and the window line in bright metal."""
    half, tall = work.length / 2, work.height
    wide = work.half_width(0.98)
    lines = [
        moved(block(wide * 0.9, tall * 0.007, half * 0.3), y=work.belt(1.0) + tall * at, z=half * 0.95)
        for at in (-0.055, -0.035, -0.015, 0.003)
    ]
    badge = moved(rod(tall * 0.026, half * 0.3, 32, axis="z"), y=work.belt(1.0) - 0.028 * tall, z=half * 0.95)
    doors = work.form.doors[:1] or (work.form.rear_window[1] + 0.08,)
    places = [z - 0.0 for z in doors] + (
        [work.form.rear_window[0] * 0.6 + work.form.rear_window[1] * 0.4] if work.form.doors else []
    )
    pulls = [
        moved(block(work.width * 2, tall * 0.018, half * 0.075), y=work.belt(z) - 0.075 * tall, z=(z + 0.075) * half)
        for z in places
    ]
    rim_line = sideways(_side_windows(work, 0.011 * tall) - _side_windows(work, 0.0), work.width * 2)
    keep_out = moved(block(work.width * 0.9, tall, work.length), y=0.0)
    return union(
        [
            _on_skin(work, union([*lines, badge]), 0.008),
            _on_skin(work, union(pulls), 0.011) - keep_out,
            (work.skin(0.002 * work.width) - work.skin(-0.01 * work.width)) ^ rim_line,
        ]
    )


@maker("mirror")
def mirror(thing: Thing) -> list[Piece]:
    """Make a door mirror whose arm reaches to −x; `is_left` turns it over."""
    width, height, depth = thing.size
    housing = moved(
        soft_box(width * 0.74, height * 0.86, depth, min(height, depth) * 0.4, thing.detail),
        x=width * 0.13,
        y=height * 0.14,
    )
    arm = moved(rounded_box(width * 0.6, height * 0.2, depth * 0.5, height * 0.08), x=-width * 0.2, y=height * 0.04)
    glass = moved(
        rounded_box(width * 0.64, height * 0.66, depth * 0.1, 0.002), x=width * 0.13, y=height * 0.24, z=-depth * 0.48
    )
    solids = [union((housing, arm)), glass]
    if thing.flag("is_left"):
        solids = [solid.mirror((1.0, 0.0, 0.0)) for solid in solids]
    return [thing.main(solids[0]), thing.sub("glass", solids[1], "chrome")]
