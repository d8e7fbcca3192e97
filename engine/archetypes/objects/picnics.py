"""A picnic: a blanket on the grass, and on it a basket, bread, fruit, cheese, a bottle and glasses."""

from engine.archetypes.brief import Brief, Finish
from engine.archetypes.drawing import Drawing
from engine.archetypes.interiors.shell import furniture
from engine.archetypes.objects.choices import has, tableware, usual
from engine.archetypes.objects.shaping import sized
from engine.archetypes.register import archetype

_WIDE_M, _DEEP_M, _THICK_M = 1.45, 1.2, 0.014


@archetype(
    "picnic", "object", "household",
    "picnic, picnic blanket, picnic rug, picnic mat, picnic cloth, picnic scene, picnic setting, picnic spread, "
    "picnic set, picknick, picknickdecke, pique-nique, nappe de pique-nique, pícnic, manta de picnic",
    hints="outing, meadow, sandwiches",
    about="A picnic: a checked blanket on the ground with a basket, bread, fruit, cheese, a bottle and plates.",
    parts="blanket, cloth, fringe, basket, bread, fruit, cheese, bottle, plate, glass, cup, sandwich, apple, food, "
    "drink, body",
    features="basket, bread, fruit, cheese, bottle, wine=bottle, sandwich, plate, food, fringe",
)  # fmt: skip
def picnic(drawing: Drawing, brief: Brief) -> None:
    """Draw a blanket with fringes; unless only that is asked for, a basket, food, plates and a bottle on it."""
    _blanket(drawing, brief)
    only = has(brief, "blanket rug mat cloth picknickdecke nappe manta") and not has(brief, "scene setting spread set")
    for name, (x, z, turn), words in _SPREAD:
        part = words[0] if words else name
        if brief.has(part, default=not only or brief.has("food")):
            drawing.include(furniture(name, brief, *words), (x, _THICK_M - 0.001, z), turn)
    if brief.has("bottle", default=not only):
        drawing.add("vessel", (0.078, 0.3, 0.078), (0.08, _THICK_M - 0.001, -0.34), form="wine_bottle", name="bottle",
                    **brief.of("bottle", "glass_coloured"))  # fmt: skip
    if brief.has("plate", default=not only):
        _places(drawing, brief)
    sized(drawing, brief, (_WIDE_M, 0.44, _DEEP_M))


_SPREAD: tuple[tuple[str, tuple[float, float, float], tuple[str, ...]], ...] = (
    ("picnic basket", (-0.36, -0.3, 12.0), ("basket",)),
    ("bread", (0.4, -0.3, -20.0), ("bread",)),
    ("cheese", (0.36, 0.1, 30.0), ("cheese",)),
    ("fruit", (0.02, 0.06, 0.0), ("fruit", "strawberry")),
    ("sandwich", (-0.32, 0.14, 24.0), ("sandwich",)),
)


def _blanket(drawing: Drawing, brief: Brief) -> None:
    """Draw the blanket, checked where the text gives it no colour, with fringes at both ends."""
    cloth = usual(brief, "blanket cloth body rug", "plaid", "")
    drawing.add("box", (_WIDE_M, _THICK_M, _DEEP_M), radius_m=0.006, name="blanket", **cloth)
    if not brief.has("fringe", default=True):
        return
    fringe: Finish = usual(brief, "fringe", "cotton", "#e9dcc0", is_main=False)
    for side in (-1, 1):
        for number in range(34):
            z = (number - 16.5) * _DEEP_M / 34.5
            drawing.add("box", (0.06, 0.005, 0.011), (side * (_WIDE_M / 2 + 0.026), 0.002, z), name="fringe", **fringe)


def _places(drawing: Drawing, brief: Brief) -> None:
    """Draw two plates with a cup beside each."""
    ware = tableware(brief, "plate")
    cup = usual(brief, "cup glass", "enamel_white", "#3f6fa3", is_main=False)
    profile: list[str | float] = [0.6, 0.0, 0.64, 0.2, 0.98, 0.85, 1.0, 1.0, 0.94, 1.0, 0.66, 0.45, 0.0005, 0.45]
    for x, z in ((-0.14, 0.42), (0.44, 0.44)):
        drawing.add("turning", (0.24, 0.02, 0.24), (x, _THICK_M - 0.001, z), profile=profile, is_flowing=False,
                    name="plate", **ware)  # fmt: skip
        drawing.add("vessel", (0.075, 0.1, 0.075), (x - 0.21, _THICK_M - 0.001, z - 0.05), wall=0.06, name="cup",
                    profile=[0.8, 0.0, 0.86, 0.06, 1.0, 1.0], **cup)  # fmt: skip
