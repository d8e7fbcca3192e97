"""Makers of plants."""

import numpy as np

from engine.makers.base import Made, Piece, Thing, maker
from engine.parts import flora
from engine.parts.greenery import leaf, rosette, stalked
from engine.parts.profiles import smooth
from engine.parts.solids import Solid, ball, cylinder, ellipsoid, moved, ring_of, turned, union
from engine.parts.sweeping import sweep, tube


@maker("foliage")
def foliage(thing: Thing) -> list[Piece]:
    """Make leaves that spring from one place; `form` is rosette, stalked, fern, palm or swords; `leaves`, `seed`."""
    count = max(3, thing.count("leaves", 16, most=80))
    count = count if thing.detail.has_small_things else max(3, count // 2)
    form, random = thing.text("form", "rosette"), thing.random()
    radius, height = thing.width / 2, thing.height
    if form == "rosette":
        return [thing.main(_rooted(rosette(radius, height, count, thing.detail, random), radius))]
    if form == "swords":
        return [thing.main(_swords(radius, height, count, thing, random))]
    if form in ("fern", "palm"):
        return [thing.main(_rooted(_fronds(radius, height, count, thing, random, is_palm=form == "palm"), radius))]
    blades, stalks = stalked(radius, height, count, thing.detail, random)
    return [thing.main(blades), thing.sub("stalks", stalks, "leaf_green")]


def _rooted(leaves: Solid, radius: float) -> Solid:
    """Return leaves that hang below their root with a short stem down to the lowest of them."""
    low = float(leaves.bounding_box()[1])
    stem = moved(cylinder(radius * 0.07, radius * 0.12 - low, 12, top=radius * 0.05), y=low)
    return union((leaves, stem))


def _swords(radius: float, height: float, count: int, thing: Thing, random: np.random.Generator) -> Solid:
    """Return upright leaves like those of a snake plant."""
    blades = []
    for number in range(count):
        tall = height * random.uniform(0.55, 1.0)
        blade = turned(leaf(tall, height * 0.11, thing.detail, droop=0.3, fold=0.3, tip=4.0), x=-74.0)
        out = radius * 0.35 * np.sqrt((number + 0.5) / count)
        blades.append(turned(moved(blade, z=out), y=number * 137.5))
    heart = ellipsoid(radius * 0.5, height * 0.04, radius * 0.5, 20)
    return union([*blades, heart])


def _fronds(
    radius: float,
    height: float,
    count: int,
    thing: Thing,
    random: np.random.Generator,
    *,
    is_palm: bool,
    rise: float = -8.0,
) -> Solid:
    leaflets = (14 if is_palm else 16) if thing.detail.has_small_things else 8
    feathers = []
    for number in range(count):
        share = (number + 0.5) / count
        length = radius * random.uniform(0.95, 1.15) * (1 - 0.25 * share)
        feather = flora.frond(length, 0.75 - 0.45 * share, leaflets, thing.detail, breadth=0.36 if is_palm else 0.24)
        steep = rise - 58.0 * share
        feathers.append(turned(turned(feather, x=steep), y=number * 137.5 + random.uniform(-8, 8)))
    return union([*feathers, ball(radius * 0.05, 12)])


@maker("flower")
def flower(thing: Thing) -> list[Piece]:
    """Make a flower on its stem; `form` is daisy, rose, tulip or sunflower, `petals`."""
    radius, height, form = thing.width / 2, thing.height, thing.text("form", "daisy")
    stem = tube(
        smooth([(0.0, 0.0, 0.0), (0.0, height * 0.5, radius * 0.1), (0.0, height * 0.9, 0.0)], thing.detail.along(6)),
        height * (0.016 if form == "sunflower" else 0.01),
        10,
    )
    rise = -66.0 if form == "tulip" else 0.0
    green = [
        moved(turned(leaf(height * size, height * 0.08, thing.detail), x=rise), y=height * at)
        for size, at in _LEAVES[form]
    ]
    stem = union([stem, *(turned(blade, y=40.0 + 160.0 * number) for number, blade in enumerate(green))])
    if form in ("rose", "tulip"):
        made = (
            flora.rose(radius * 0.66, thing.detail).scale((1.0, 1.3, 1.0))
            if form == "rose"
            else flora.tulip(radius * 0.5, thing.detail).scale((1.0, 1.2, 1.0))
        )
        cup = moved(ellipsoid(radius * 0.5, radius * 0.4, radius * 0.5, 16), y=height * 0.88)
        return [thing.main(moved(made, y=height * 0.87)), thing.sub("stem", union((stem, cup)), "leaf_green")]
    nod = 48.0 if form == "sunflower" else 26.0
    head, heart = (
        moved(turned(one, x=nod), y=height * 0.9) for one in (_open(radius, form, thing), _heart(radius, form, thing))
    )
    return [
        thing.main(head),
        thing.sub("stem", stem, "leaf_green"),
        thing.sub("heart", heart, "paint_red", _HEARTS[form]),
    ]


_LEAVES: dict[str, list[tuple[float, float]]] = {
    "daisy": [(0.22, 0.66), (0.2, 0.4)],
    "sunflower": [(0.34, 0.6), (0.36, 0.35)],
    "rose": [(0.2, 0.66), (0.2, 0.45)],
    "tulip": [(0.5, 0.03), (0.46, 0.05)],
}
_HEARTS = {"daisy": "#e8b93c", "sunflower": "#4a2a12"}


def _open(radius: float, form: str, thing: Thing) -> Solid:
    """Return the two rings of petals of a flower that opens wide."""
    wide = 0.3 if form == "sunflower" else 0.46
    petal = turned(flora.petal(radius, radius * wide, thing.detail), x=-12.0 if form == "sunflower" else -22.0)
    count = max(4, thing.count("petals", 8, most=32)) * (2 if form == "sunflower" else 1)
    inner = ring_of(turned(petal.scale((0.8, 0.8, 0.8)), x=-16.0), count, first_deg=180.0 / count)
    return union((ring_of(petal, count), inner))


def _heart(radius: float, form: str, thing: Thing) -> Solid:
    size = radius * (0.9 if form == "sunflower" else 0.5)
    dome = moved(ellipsoid(size, radius * 0.35, size, thing.detail.around(24)), y=radius * 0.06)
    if not (thing.detail.has_small_things and form == "sunflower"):
        return dome
    seeds = []
    for number in range(40):
        out, turn = size * 0.46 * np.sqrt((number + 0.5) / 40), number * 2.39996
        rise = radius * (0.06 + 0.17 * np.sqrt(max(1 - (out / (size / 2)) ** 2, 0.0)))
        seeds.append(ball(size * 0.05, 8).translate((out * np.cos(turn), rise, out * np.sin(turn))))
    return union([dome, *seeds])


@maker("tree")
def tree(thing: Thing) -> list[Piece]:
    """Make a tree; `form` is round, conifer, palm, poplar, bare, willow or bonsai; `seed`."""
    form = thing.text("form", "round")
    makers = {"conifer": _conifer, "palm": _palm, "bare": _bare, "bonsai": _bonsai}
    return makers.get(form, _broadleaf)(thing)


def _broadleaf(thing: Thing) -> list[Piece]:
    radius, height, random = thing.width / 2, thing.height, thing.random()
    is_slim = thing.text("form", "round") == "poplar"
    trunk, _ = flora.boughs(min(radius * 0.13, height * 0.05), height * 0.8, radius, 6, thing.detail, random)
    low = height * (0.16 if is_slim else 0.3)
    crown = flora.above_root(flora.crown(radius * 0.98, height - low, 26, thing.detail, random), low)
    return [thing.main(trunk), thing.sub("crown", crown, "leaf_green")]


def _conifer(thing: Thing) -> list[Piece]:
    radius, height = thing.width / 2, thing.height
    trunk = cylinder(radius * 0.13, height * 0.9, thing.detail.around(14), top=radius * 0.02)
    tiers = max(5, thing.count("tiers", 9, most=14))
    crown = moved(flora.fir(radius, height * 0.88, tiers, thing.detail, thing.random()), y=height * 0.12)
    return [thing.main(trunk), thing.sub("crown", crown, "leaf_green", "#3f5f3a")]


def _palm(thing: Thing) -> list[Piece]:
    radius, height, random = thing.width / 2, thing.height, thing.random()
    lean = radius * 0.16
    line = smooth([(0, -height * 0.04, 0), (0, 0, 0), (lean * 0.9, height * 0.35, 0), (0, height * 0.86, 0)], 14)
    rings = (
        1
        - 0.35 * np.linspace(0, 1, len(line))
        + 0.08 * (np.arange(len(line)) % 2)
        + 0.9 * np.exp(-np.arange(len(line)) / 1.5)
    )
    trunk = tube(line, radius * 0.085, thing.detail.around(14), scale=rings).trim_by_plane((0.0, 1.0, 0.0), 0.0)
    top = (0.0, height * 0.85, 0.0)
    crown = _fronds(
        radius * 1.05, height, 13 if thing.detail.has_small_things else 9, thing, random, is_palm=True, rise=38.0
    )
    nuts = [ball(radius * 0.075, 14).translate((radius * 0.09 * np.cos(a), height * 0.825,
        radius * 0.09 * np.sin(a)))
            for a in (0.3, 2.2, 4.4)]  # fmt: skip
    return [
        thing.main(trunk),
        thing.sub("crown", crown.translate(top), "leaf_green"),
        thing.sub("nuts", union(nuts), "walnut"),
    ]


def _bare(thing: Thing) -> list[Piece]:
    radius, height, random = thing.width / 2, thing.height, thing.random()
    trunk, ends = flora.boughs(min(radius * 0.12, height * 0.05), height, radius, 9, thing.detail, random)
    twigs = []
    for end in ends:
        for _ in range(3):
            to = np.array(end) + random.uniform([-0.24, 0.1, -0.24], [0.24, 0.24, 0.24]) * [radius, height, radius]
            twigs.append(
                tube([end, tuple((np.array(end) + to) / 2 + [0, height * 0.02, 0]), tuple(to)], radius * 0.018, 6)
            )
    return [thing.main(union([trunk, *twigs]))]


def _bonsai(thing: Thing) -> list[Piece]:
    radius, height, random = thing.width / 2, thing.height, thing.random()
    hand = 1.0 if random.uniform() < 0.5 else -1.0
    line = smooth([(-0.1 * hand * radius, 0, 0), (0.26 * hand * radius, height * 0.24, 0.06 * radius),
                   (-0.22 * hand * radius, height * 0.5, 0), (0.08 * hand * radius, height * 0.82, 0)],
                       thing.detail.along(8))  # fmt: skip
    girth = 1 + 0.8 * np.exp(-np.linspace(0, 9, len(line))) - 0.7 * np.linspace(0, 1, len(line))
    wood, pads = [tube(line, radius * 0.13, thing.detail.around(16), scale=girth)], []
    for x, y, z, size in (
        (0.66, 0.42, 0.1, 0.66),
        (-0.66, 0.58, -0.1, 0.62),
        (0.44, 0.72, -0.26, 0.5),
        (0.06, 0.86, 0.05, 0.72),
    ):
        end = np.array([x * hand * radius, y * height, z * radius])
        at = np.array([np.interp(end[1] - 0.1 * height, line[:, 1], line[:, axis]) for axis in range(3)])
        wood.append(
            tube(smooth([tuple(at), tuple((at + end) / 2 + [0, -0.02 * height, 0]), tuple(end)], 5), radius * 0.05, 10)
        )
        pads.append(
            moved(
                flora.clump(size * 2 * radius * 0.72, height * 0.2, size * 2 * radius * 0.6, thing.detail, random), *end
            )
        )
        pads.append(
            moved(
                flora.clump(size * radius, height * 0.17, size * radius, thing.detail, random),
                *(end + np.array([0, height * 0.07, 0])),
            )
        )
    return [thing.main(union(wood)), thing.sub("crown", union(pads), "leaf_green")]


@maker("cactus")
def cactus(thing: Thing) -> list[Piece]:
    """Make a cactus; `form` is column (with `arms`), barrel or paddle; `ribs`, `has_flower`, `seed`."""
    form = thing.text("form", "column")
    makers = {"barrel": _barrel, "paddle": _paddles}
    pieces = makers.get(form, _column)(thing)
    if thing.flag("has_flower"):
        points = np.asarray(pieces[0].solid.to_mesh64().vert_properties)[:, :3]
        top = points[points[:, 1].argmax()]
        bloom = ring_of(turned(leaf(thing.width * 0.16, thing.width * 0.1, thing.detail, droop=0.1), x=-40.0), 8)
        pieces.append(
            thing.sub("bloom", bloom.translate((top[0], top[1] - thing.height * 0.012, top[2])), "paint_red", "#d8487e")
        )
    return pieces


def _column(thing: Thing) -> list[Piece]:
    width, height, detail = thing.width, thing.height, thing.detail
    count = thing.count("arms", 2, most=5)
    radius = min(width * (0.17 if count else 0.48), height * 0.2)
    ribs = max(6, thing.count("ribs", 12, most=24))
    trunk = flora.with_round_end([(0, 0, 0), (0, height * 0.5, 0), (0, height, 0)], radius, detail)
    limbs = [flora.ribbed_column(trunk, radius, ribs, detail)]
    for number in range(count):
        turn, low = 180.0 * number + 25.0 * (number // 2), height * (0.34 + 0.13 * (number % 3))
        out, top = width / 2 - radius * 0.72, min(low + height * (0.3 + 0.06 * (number % 2)), height * 0.92)
        arm = flora.with_round_end([(0, low, 0), (out * 0.7, low + height * 0.01, 0), (out, low + radius * 1.1, 0),
            (out, top, 0)],
                                   radius * 0.7, detail)  # fmt: skip
        limbs.append(turned(flora.ribbed_column(arm, radius * 0.7, max(6, ribs - 2), detail), y=turn))
    pieces = [thing.main(union(limbs))]
    if detail.has_small_things:
        thorns = flora.spines(trunk, radius, ribs, radius * 0.3, max(height * 0.055, radius * 0.3))
        pieces.append(thing.sub("spines", thorns, "paper"))
    return pieces


def _barrel(thing: Thing) -> list[Piece]:
    radius, height, detail = thing.width / 2, thing.height, thing.detail
    ribs = max(8, thing.count("ribs", 18, most=28))
    line = np.column_stack([np.zeros(17), np.linspace(0, height, 17), np.zeros(17)])
    turn = np.linspace(0.0, 2 * np.pi, ribs * 8, endpoint=False)
    reach = radius * (1 - 0.16 * (0.5 - 0.5 * np.cos(turn * ribs)))
    girth = np.maximum(np.sqrt(np.clip(1 - (2 * np.linspace(0.12, 1, 17) - 1) ** 2, 0, 1)), 0.1)
    body = sweep(np.column_stack([reach * np.cos(turn), reach * np.sin(turn)]), line, scale=girth)
    if not detail.has_small_things:
        return [thing.main(body)]
    thorns = []
    for level in np.linspace(0.16, 0.9, 8):
        out = radius * np.sqrt(1 - (2 * (0.12 + 0.88 * level) - 1) ** 2)
        thorn = moved(
            turned(cylinder(radius * 0.016, radius * 0.16, 5, top=radius * 0.002), z=-90.0 + 60 * (level - 0.4)),
            x=out * 0.98,
        )
        thorns.append(moved(ring_of(thorn, ribs), y=level * height))
    return [thing.main(body), thing.sub("spines", union(thorns), "paper", "#e8d9a0")]


def _paddles(thing: Thing) -> list[Piece]:
    width, height = thing.width, thing.height
    pads = []
    for x, y, size, lean in ((0, 0.0, 0.5, 0), (-0.24, 0.4, 0.38, 24), (0.2, 0.42, 0.42, -20), (-0.02, 0.45, 0.34, 4),
                             (-0.36, 0.7, 0.26, 30), (0.3, 0.76, 0.24, -12)):  # fmt: skip
        pad = moved(
            ellipsoid(width * size * 0.9, height * size, width * 0.12, thing.detail.around(28)), y=height * size * 0.48
        )
        pads.append(moved(turned(turned(pad, y=10.0 * (size * 20 % 5) - 20), z=float(lean)), x=x * width, y=y * height))
    return [thing.main(union(pads))]


@maker("bush")
def bush(thing: Thing) -> Made:
    """Make a round bush that stands on the ground."""
    whole = flora.crown(thing.width / 2, thing.height, 18, thing.detail, thing.random())
    low, high = whole.bounding_box()[1], whole.bounding_box()[4]
    return thing.main(whole.trim_by_plane((0.0, 1.0, 0.0), low + 0.26 * (high - low)))
