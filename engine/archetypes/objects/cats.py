"""What a cat climbs and scratches: a tree of posts and platforms, or one post."""

from engine.archetypes.brief import Brief, Finish, Triple
from engine.archetypes.drawing import Drawing
from engine.archetypes.objects.choices import has, tone, usual
from engine.archetypes.objects.shaping import sized, strut, wire
from engine.archetypes.register import archetype

_POST_M = 0.09
_COLUMNS = ((-0.2, -0.1), (0.24, 0.1))


@archetype(
    "cat tree", "object", "household",
    "cat tree, cat tower, cat condo, scratching post, cat scratching post, cat scratcher, scratching tree, "
    "cat climbing tree, cat climbing frame, cat furniture, cat scratch post, kratzbaum, arbre à chat, rascador, "
    "scratching barrel, cat playground",
    hints="kitten, claws, scratch, climb, pet",
    about="A cat tree: posts wound with rope that carry platforms and a little house, for a cat to climb and scratch.",
    parts="post, platform, house, ball, base, rope, level, bed, perch, board", features="house, ball, ladder, hammock",
)  # fmt: skip
def cat_tree(drawing: Drawing, brief: Brief) -> None:
    """Draw a plush base, roped posts with platforms at their heights, a house and a ball on a string; or one post."""
    is_post = has(brief, "scratching scratcher scratch post") and not has(brief, "tree tower condo")
    plush = usual(brief, "platform base house level body bed perch board", "carpet", tone(brief, "#cfc3ae"))
    sisal = brief.of("post rope", "rope", is_accent=True)
    if is_post:
        _one_post(drawing, brief, plush, sisal)
        return sized(drawing, brief, (0.4, 0.72, 0.4))
    levels = brief.count("level", brief.count("platform", 3, least=2, most=8), least=2, most=8)
    _slab(drawing, (0.74, 0.05, 0.54), (0, 0, 0), plush, "base")
    has_house = brief.has("house", default=True)
    if has_house:
        _house(drawing, brief, plush)
    first = 0.38 + 0.24 * has_house
    heights = [first + 0.27 * number for number in range(levels)]
    for column, (x, z) in enumerate(_COLUMNS):
        reached = heights[column::2]
        low = 0.36 if has_house and not column else 0.04
        _roped(drawing, (x, low, z), reached[-1] - low + 0.01, sisal)
    for number, y in enumerate(heights):
        x, z = _COLUMNS[number % 2]
        _slab(drawing, (0.4 - 0.02 * number, 0.045, 0.36), (x * 0.9, y, z * 0.5), plush, "platform")
    x, z = _COLUMNS[(levels - 1) % 2]
    drawing.add("torus", (0.3, 0.07, 0.3), (x * 0.9, heights[-1] + 0.03, z * 0.5), name="rim", **plush)
    if brief.has("ball", default=True):
        _toy(drawing, brief, (-0.3, heights[0] + 0.005, 0.05))
    return sized(drawing, brief, (0.74, heights[-1] + 0.1, 0.54))


def _slab(drawing: Drawing, size: Triple, at: Triple, finish: Finish, name: str) -> None:
    drawing.add("box", size, at, radius_m=0.018, name=name, **finish)


def _roped(drawing: Drawing, at: Triple, tall: float, sisal: Finish) -> None:
    """Draw a post wound with rope."""
    drawing.add("rod", (_POST_M - 0.012, tall, _POST_M - 0.012), at, name="core", **sisal)
    turns = min(max(3.0, tall / 0.022), 32.0)
    drawing.add("spring", (_POST_M, tall, _POST_M), at, name="post", turns=turns, wire=0.24, **sisal)


def _house(drawing: Drawing, brief: Brief, plush: Finish) -> None:
    """Draw a box with a round way in, in front."""
    walls = brief.of("house", plush["material"])
    walls = walls if walls["color"] or walls["material"] != plush["material"] else plush
    drawing.add("box", (0.44, 0.34, 0.42), (-0.13, 0.045, -0.02), radius_m=0.03, name="house", **walls)
    dark = brief.finish("felt", "#17161a")
    strut(drawing, "opening", (-0.13, 0.21, 0.17), (-0.13, 0.21, 0.1935), 0.22, dark, edge=0.02)
    ring = Drawing(brief)
    ring.add(
        "torus", (0.26, 0.03, 0.26), (-0.13, 0.195, 0.189), turn=(90, 0, 0), name="rim", **brief.of("rim trim", "rope")
    )
    drawing.include(ring)


def _toy(drawing: Drawing, brief: Brief, at: Triple) -> None:
    """Draw a ball that hangs on a string."""
    ball = usual(brief, "ball toy", "felt", tone(brief, "#b3392f", second=True), is_main=False)
    x, y, z = at
    strut(drawing, "string", (x, y, z), (x, y - 0.14, z), 0.005, brief.of("string", "cotton"))
    drawing.add("ball", (0.06, 0.06, 0.06), (x, y - 0.185, z), name="ball", **ball)


def _one_post(drawing: Drawing, brief: Brief, plush: Finish, sisal: Finish) -> None:
    """Draw one roped post on a base, a round seat on top and a ball on a bent wire."""
    drawing.add("disc", (0.4, 0.04, 0.4), (0, 0, 0), edge=0.4, name="base", **plush)
    _roped(drawing, (0, 0.03, 0), 0.62, sisal)
    drawing.add("disc", (0.22, 0.05, 0.22), (0, 0.64, 0), edge=0.45, name="platform", **plush)
    if brief.has("ball", default=True):
        ball = usual(brief, "ball toy", "felt", tone(brief, "#b3392f", second=True), is_main=False)
        path = [(0.08, 0.66, 0.0), (0.15, 0.69, 0.02), (0.2, 0.64, 0.04), (0.205, 0.56, 0.05)]
        wire(drawing, "wire", path, 0.007, brief.of("wire", "steel_brushed"))
        drawing.add("ball", (0.055, 0.055, 0.055), (0.205, 0.515, 0.05), name="ball", **ball)
