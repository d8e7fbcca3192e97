"""Makers of what grows and what is baked: ribbed and netted bodies, scattered crumbs, rings of pearls."""

import numpy as np

from engine.makers.base import Made, Piece, Thing, maker
from engine.parts.profiles import Flat
from engine.parts.solids import Solid, ball, copies, ellipsoid, from_arrays, moved, rod, turned, union
from engine.parts.turning import flowing, spun

_EGG = [0.3, 0.0, 0.9, 0.25, 1.0, 0.5, 0.7, 0.85, 0.1, 1.0]


@maker("grown")
def grown(thing: Thing) -> Made:
    """Make a closed round body from `profile` (radius, height pairs as shares), as fruit and waffles have it.

    `ribs` lobes `rib_depth` deep run from pole to pole; a `net` of that many lozenges around is `net_depth` high (or
    deep, if negative).
    """
    flat = thing.numbers("profile") or _EGG
    knots = [(r * thing.width / 2, y * thing.height) for r, y in zip(flat[::2], flat[1::2], strict=False)]
    ribs, net = thing.count("ribs", 0, most=24), thing.count("net", 0, most=24)
    line = _dense(flowing(knots, 8), thing.detail.along(24) * (2 if net else 1))
    segments = max(thing.detail.around(56), ribs * 6, net * 8)
    body = spun(line, segments)
    depth, relief = thing.number("rib_depth", 0.1), thing.number("net_depth", 0.05)
    height = thing.height

    def shape(points: Flat) -> Flat:
        angle = np.arctan2(points[:, 2], points[:, 0])
        factor = np.ones(len(points))
        if ribs:
            factor -= depth * (1.0 - np.abs(np.sin(ribs * angle / 2)) ** 0.6)
        if net:
            turn, rise = net * angle / 2, net * 0.9 * points[:, 1] / height * np.pi / 2
            factor += relief * (np.abs(np.sin(turn + rise) * np.sin(turn - rise)) ** 0.5 - 0.5)
        return np.column_stack([points[:, 0] * factor, points[:, 1], points[:, 2] * factor])

    return thing.main(body.warp_batch(shape) if ribs or net else body)


def _dense(line: Flat, count: int) -> Flat:
    """Return a line with points at equal distances, its ends kept."""
    lengths = np.concatenate([[0.0], np.cumsum(np.linalg.norm(np.diff(line, axis=0), axis=1))])
    at = np.linspace(0.0, lengths[-1], count + 1)
    return np.column_stack([np.interp(at, lengths, line[:, axis]) for axis in (0, 1)])


@maker("pearls")
def pearls(thing: Thing) -> Made:
    """Make a ring of `count` balls, as tall as the box; with `ruffle` each is drawn up to a tip."""
    count = max(3, thing.count("count", 16, most=60))
    each, radius = thing.height, thing.width / 2 - thing.height / 2
    one = ellipsoid(each, each, each, thing.detail.around(16))
    if thing.flag("ruffle"):
        tip = ball(1.0, thing.detail.around(12)).scale((each * 0.2, each * 0.42, each * 0.2))
        one = union((one.scale((1.0, 0.72, 1.0)), moved(tip, y=each * 0.2)))
    turns = np.arange(count) * 2 * np.pi / count
    return thing.main(copies(one, [(radius * np.cos(t), each / 2, radius * np.sin(t)) for t in turns]))


@maker("sprinkles", fits=False)
def sprinkles(thing: Thing) -> list[Piece]:
    """Make `count` crumbs in three colours strewn over the upper side of a ring, dome or disc (`form`) of the box.

    `grain_m` is their length, `inner` the share of the radius that stays free, `colors` three tints, `seed`.
    """
    random, count = thing.random(), max(6, thing.count("count", 40, most=160))
    tints = thing.words("colors") or ["#e94f6f", "#f5d547", "#4aa3df"]
    size = thing.number("grain_m", thing.width * 0.05)
    grain = rod(size * 0.2, size, 8) if thing.flag("is_long", default=True) else ball(size * 0.4, 10)
    piles: list[list[Solid]] = [[] for _ in tints]
    for number, (x, y, z) in enumerate(_strewn(thing, count, random)):
        turn = turned(grain, y=random.uniform(0, 180), z=0.0)
        piles[number % len(tints)].append(turn.translate((x, y, z)))
    return [thing.sub(f"sprinkles {n}", union(pile), thing.object.material, tints[n]) for n, pile in enumerate(piles)]


def _strewn(thing: Thing, count: int, random: np.random.Generator) -> list[tuple[float, float, float]]:
    """Return places on the upper side of the form, spread evenly with a little chance."""
    form, inner = thing.text("form", "disc"), thing.number("inner", 0.0)
    places = []
    for number in range(count):
        share = np.sqrt(inner**2 + (1 - inner**2) * (number + random.uniform(0.2, 0.8)) / count)
        angle = number * 2.39996 + random.uniform(-0.2, 0.2)
        if form == "ring":
            across = 2 * (share - inner) / (1 - inner) - 1
            rise = np.sqrt(max(0.0, 1 - (0.86 * across) ** 2))
            share = inner + (1 - inner) * (0.86 * across + 1) / 2
        elif form == "dome":
            share *= 0.88
            rise = np.sqrt(1 - share**2)
        else:
            rise = 1.0
        places.append(
            (share * np.cos(angle) * thing.width / 2, rise * thing.height, share * np.sin(angle) * thing.depth / 2)
        )
    return places


@maker("wedge_slice")
def wedge_slice(thing: Thing) -> Made:
    """Make a wedge that points to +z, its back a part of a circle about that tip; `hollows` round holes, by `seed`."""
    width, height, depth = thing.size
    half = np.arctan2(width / 2, depth)
    turns = np.linspace(-half, half, thing.detail.along(12) + 1)
    plan = [(0.0, 0.0), *((depth * np.sin(t), depth * np.cos(t)) for t in turns)]
    low = np.array([(x, 0.0, depth / 2 - away) for x, away in plan])
    count = len(low)
    points = np.vstack([low, low + np.array([0.0, height, 0.0])])
    faces = [(0, n + 1, n) for n in range(1, count - 1)] + [
        (count, count + n, count + n + 1) for n in range(1, count - 1)
    ]
    for n in range(count):
        m = (n + 1) % count
        faces += [(n, m, count + m), (n, count + m, count + n)]
    body = from_arrays(points, faces)
    if body.volume() < 0:
        body = from_arrays(points, [face[::-1] for face in faces])
    return thing.main(_with_hollows(body, thing))


def _with_hollows(body: Solid, thing: Thing) -> Solid:
    """Return the body with round hollows in its skin."""
    random = thing.random()
    width, height, depth = thing.size
    bubbles = []
    for _ in range(thing.count("hollows", 0, most=40)):
        away, side = random.uniform(0.25, 0.92), random.choice([-1.0, 1.0, 0.0])
        x = side * away * width / 2 if side else random.uniform(-0.4, 0.4) * width * away
        y = random.uniform(0.15, 0.85) * height if side else height
        size = random.uniform(0.07, 0.17) * height
        bubbles.append(ball(size, thing.detail.around(16)).translate((x, y, depth / 2 - away * depth)))
    return body - union(bubbles) if bubbles else body


@maker("facetted")
def facetted(thing: Thing) -> Made:
    """Make a solid of `sides` flat sides around from `profile` (radius, height pairs as shares): a pyramid, a gem."""
    flat = thing.numbers("profile") or [1.0, 0.0, 0.001, 1.0]
    line = [(r * thing.width / 2, y * thing.height) for r, y in zip(flat[::2], flat[1::2], strict=False)]
    sides = max(3, thing.count("sides", 4, most=32))
    return thing.main(turned(spun(line, sides), y=180.0 / sides if sides != 3 else 90.0))
