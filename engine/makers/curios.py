"""Makers of an hourglass's bulbs, a globe's ball, crowns, gems and beads."""

import numpy as np

from engine.makers.base import Made, Piece, Thing, maker
from engine.parts.land import CONTINENTS
from engine.parts.profiles import arc, facing, polygon, smooth
from engine.parts.solids import Solid, ball, cylinder, moved, ring_of, turned, union
from engine.parts.sweeping import tube
from engine.parts.turning import flowing, lathe, spun, torus
from engine.shapes import Points


@maker("hourglass_bulbs")
def hourglass_bulbs(thing: Thing) -> list[Piece]:
    """Make the two glass bulbs with sand: `running` is the share of it that has run through."""
    radius, height, segments = thing.width / 2, thing.height, thing.detail.around(48)
    half = [(0.72, 0.0), (0.94, 0.06), (1.0, 0.18), (0.9, 0.3), (0.5, 0.42), (0.13, 0.485), (0.1, 0.5)]
    line = flowing(
        [(r * radius, y * height) for r, y in half + [(r, 1 - y) for r, y in half[-2::-1]]], thing.detail.along(6)
    )
    inside = np.column_stack([np.maximum(line[:, 0] - radius * 0.07, radius * 0.03), line[:, 1]])
    glass = lathe(np.vstack([line, inside[::-1]]), segments)
    run = min(max(thing.number("running", 0.6), 0.05), 0.95)
    room = spun(np.column_stack([inside[:, 0] + radius * 0.02, inside[:, 1]]), segments)
    level = height * (0.06 + 0.2 * run)
    heap = cylinder(radius * 1.1, level, segments) + moved(
        cylinder(radius * 1.02, height * 0.11, segments, top=0.0), y=level * 0.98
    )
    upper = moved(cylinder(radius * 1.1, height * (0.14 + 0.18 * (1 - run)), segments), y=height * 0.5)
    dent = moved(
        cylinder(radius * 0.02, height * 0.1, segments, top=radius * 0.8), y=height * (0.57 + 0.18 * (1 - run))
    )
    stream = cylinder(radius * 0.03, height * 0.56, 10)
    sand = (room ^ heap) + ((room ^ upper) - dent) + (room ^ stream)
    return [thing.main(glass), thing.sub("sand", sand, "soil", "#d9b878")]


@maker("globe_ball")
def globe_ball(thing: Thing) -> list[Piece]:
    """Make the earth: an ocean ball, and the continents in low relief with their shores drawn by hand."""
    radius, detail = thing.width / 2, thing.detail
    sea = moved(ball(radius * 0.985, detail.around(64)), y=radius)
    land = union([_continent(shore, radius, thing) for shore in CONTINENTS])
    return [thing.main(sea), thing.sub("land", moved(land, y=radius), "paint_white", "#6f8f4a")]


def _continent(shore: list[tuple[float, float]], radius: float, thing: Thing) -> Solid:
    """Return one land mass: a flat map about its middle, pushed up and wrapped onto the ball."""
    places = np.radians(np.array(shore, dtype=np.float64))  # longitude, latitude
    centre = _direction(places).mean(axis=0)
    centre /= np.linalg.norm(centre)
    east = np.cross([0.0, 1.0, 0.0], centre)
    east = east / np.linalg.norm(east) if np.linalg.norm(east) > 1e-6 else np.array([1.0, 0.0, 0.0])
    north = np.cross(centre, east)
    to = _direction(places)
    away = np.arccos(np.clip(to @ centre, -1.0, 1.0))
    flat = np.column_stack([to @ east, to @ north])
    flat *= (away / np.maximum(np.linalg.norm(flat, axis=1), 1e-9))[:, None]
    outline = polygon(smooth(np.vstack([flat[-1:], flat, flat[:2]]), 4)[4:-4])
    sheet = outline.extrude(0.05).refine_to_length(0.16 / thing.detail.fineness**0.5)

    def wrap(points: Points) -> Points:
        reach = np.maximum(np.hypot(points[:, 0], points[:, 1]), 1e-9)
        side = (points[:, :1] * east + points[:, 1:2] * north) / reach[:, None]
        out: Points = (np.cos(reach)[:, None] * centre + np.sin(reach)[:, None] * side) * (
            radius * (0.95 + points[:, 2:])
        )
        return out

    return sheet.warp_batch(wrap)


def _direction(places: Points) -> Points:
    east, north = places.T
    to: Points = np.column_stack([np.cos(north) * np.sin(east), np.sin(north), np.cos(north) * np.cos(east)])
    return to


@maker("crown_band")
def crown_band(thing: Thing) -> list[Piece]:
    """Make a crown's open band with `points` peaks, beads on them, and gems round the band."""
    radius, height, detail = thing.width / 2, thing.height, thing.detail
    count = max(4, thing.count("points", 8, most=16))
    low, top, wall = radius * 0.86, radius * 0.97, radius * 0.05
    bead = radius * 0.075
    tall = height - bead * 1.5
    line = np.array([(low, 0.0), (low, tall * 0.32), (top, tall)])
    inside = line - [wall, 0.0]
    band = lathe(np.vstack([line, inside[::-1]]), count * max(8, detail.along(12)))
    pitch = 2 * np.pi * radius / count
    notch = polygon(np.vstack([[(-pitch * 0.5, tall * 1.3), (-pitch * 0.47, tall), (-pitch * 0.2, tall * 0.56)],
                               arc(pitch * 0.2, 180.0, 360.0, 10, (0.0, tall * 0.56)),
                               [(pitch * 0.2, tall * 0.56), (pitch * 0.47, tall), (pitch * 0.5,
                                   tall * 1.3)]]))  # fmt: skip
    cutter = moved(facing(notch, radius), z=radius)
    band = band - ring_of(cutter, count, first_deg=180.0 / count)
    rims = [moved(torus(low, wall * 1.5, detail.around(72), 10), y=y) for y in (wall * 0.75, tall * 0.3)]
    tips = ring_of(moved(ball(bead, detail.around(16)), z=top - wall / 2, y=tall + bead * 0.5), count)
    gem = moved(ball(1.0, detail.around(12)).scale((bead * 0.9, tall * 0.09, bead * 0.5)), z=low, y=tall * 0.16)
    stud = moved(ball(bead * 0.5, 10), z=low, y=tall * 0.16)
    pearls = ring_of(stud, count, first_deg=180.0 / count)
    return [
        thing.main(union([band, *rims])),
        thing.sub("beads", union((tips, pearls)), "ceramic_white"),
        thing.sub("gems", ring_of(gem, count), "paint_red"),
    ]


@maker("gem")
def gem(thing: Thing) -> Made:
    """Make a cut stone, its point down; `cut` is brilliant, emerald or round."""
    radius, height = thing.width / 2, thing.height
    if thing.text("cut", "brilliant") == "round":
        return thing.main(moved(ball(1.0, thing.detail.around(24)).scale((radius, height / 2, radius)), y=height / 2))
    sides = 4 if thing.text("cut", "brilliant") == "emerald" else 8
    stone = [(0.04, 0.0), (1.0, 0.6), (1.0, 0.66), (0.58, 1.0)]
    solid = spun([(r * radius, y * height) for r, y in stone], sides)
    return thing.main(turned(solid, y=45.0 if sides == 4 else 0.0))


@maker("beads")
def beads(thing: Thing) -> list[Piece]:
    """Make beads on a cord that lies on the ground in a loop as large as the box; `beads`, `grows` towards the "
    "front."""
    count = max(12, thing.count("beads", 48, most=120))
    largest = thing.height / 2
    turn = np.linspace(0.0, 2 * np.pi, count, endpoint=False) + np.pi / 2
    size = largest * (1 - thing.number("grows", 0.35) * (0.5 - 0.5 * np.sin(turn)))
    x, z = (thing.width / 2 - largest) * np.cos(turn), (thing.depth / 2 - largest) * np.sin(turn)
    segments = thing.detail.around(16)
    balls = [
        ball(float(r), segments).translate((float(a), float(r), float(b))) for r, a, b in zip(size, x, z, strict=True)
    ]
    cord = tube(np.column_stack([x, size, z]), largest * 0.14, 6, closed=True)
    return [thing.main(union(balls)), thing.sub("cord", cord, "gold")]


@maker("meridian")
def meridian(thing: Thing) -> Made:
    """Make a half ring in the plane z = 0 that opens to +x, as a globe hangs in."""
    radius = thing.height / 2
    line = arc(radius * 0.97, 90.0, 270.0, thing.detail.around(48))
    path = np.column_stack([line[:, 0], line[:, 1] + radius, np.zeros(len(line))])
    return thing.main(tube(path, radius * 0.03, thing.detail.around(12)))
