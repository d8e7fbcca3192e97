"""Sculpture: what is drawn when nothing in the text is known, and the bust."""

from engine.archetypes.brief import Brief, Finish
from engine.archetypes.drawing import Drawing
from engine.archetypes.objects.choices import kin
from engine.archetypes.objects.shaping import blend, chain, lifted, limb, lump, sized, spin, twins
from engine.archetypes.register import archetype

_FORMS = {
    "realistic": ("pierced", "knot", "flame"), "modern": ("pierced", "flame"), "futuristic": ("knot",),
    "steampunk": ("armillary",), "minimalist": ("flame", "pierced"), "rustic": ("cairn", "pierced"),
    "art deco": ("twist", "flame"), "industrial": ("knot", "twist"), "contemporary": ("knot", "twist", "pierced"),
}  # fmt: skip
_MATTER = {
    "pierced": "marble_white", "knot": "bronze_aged", "flame": "brass_polished", "armillary": "brass_polished",
    "cairn": "slate", "twist": "marble_black",
}  # fmt: skip
_MATTER_OF_STYLE = {
    "steampunk": "bronze_aged", "futuristic": "chrome", "industrial": "steel_brushed", "minimalist": "ceramic_white",
    "rustic": "oak", "art deco": "gold",
}  # fmt: skip


@archetype(
    "object", "object", "sculpture",
    "sculpture, ornament, abstract sculpture, artwork, art object, figure, skulptur, escultura, monument, "
    "abstract art, modern art piece, art piece, decorative object, conversation piece, desk ornament",
    about="An abstract sculpture on a plinth, for a shelf, a gallery or a garden.",
    parts="body, plinth, base, stem, ring, core",
)  # fmt: skip
def sculpture(drawing: Drawing, brief: Brief) -> None:
    """Draw an abstract form on a plinth, so that materials, colours, style and size of an unknown thing still show."""
    width, height, _ = brief.box(0.3, 0.5, 0.3, keeps_shape=True)
    form = brief.choose(*_FORMS.get(kin(brief), _FORMS["realistic"]))
    body = brief.of("body object", _MATTER_OF_STYLE.get(kin(brief), _MATTER[form]), is_main=True)
    accent = brief.of("accent core stem", "accent", is_accent=True)
    foot = _plinth(drawing, brief, width, height)
    top = height - foot
    if form == "armillary":
        return _armillary(drawing, body, accent, foot, top, brief.vary(15, 40))
    if form == "cairn":
        return _cairn(drawing, brief, body, foot, width * 0.9, top)
    stem = height * 0.05
    drawing.add("rod", (width * 0.09, stem * 1.6, width * 0.09), (0, foot - stem * 0.2, 0), name="stem", **accent)
    broad = width * {"flame": 0.46, "twist": 0.52, "knot": 1.0, "pierced": 0.86}[form]
    drawing.add(
        "abstract_form", (broad, top - stem, broad * (0.62 if form == "pierced" else 1.0)),
        (0, foot + stem, 0), turn=(0, brief.vary(-25, 25), 0), form=form, name="body", **body,
    )  # fmt: skip
    return None


def _plinth(drawing: Drawing, brief: Brief, width: float, height: float) -> float:
    """Draw the base and return its height: a stepped one for art deco, a turned one with rivets for steampunk."""
    stone = brief.of("base plinth", "stone")
    side, tall = width * 0.62, height * 0.12
    if kin(brief) in ("art deco", "steampunk"):
        for step in range(3):
            share = 1.0 - 0.16 * step
            kind = "box" if brief.style_name == "art deco" else "disc"
            drawing.add(
                kind, (side * share, tall / 3 + 1e-4, side * share), (0, tall / 3 * step, 0), name="plinth", **stone
            )
        return tall
    radius = tall * (0.3 if brief.style_name == "futuristic" else 0.06)
    drawing.add("box", (side, tall, side), radius_m=radius, name="plinth", **stone)
    plate = brief.of("plaque", "brass_polished")
    drawing.add(
        "box", (side * 0.42, tall * 0.34, 0.003), (0, tall * 0.33, side / 2), radius_m=0.001, name="plaque", **plate
    )
    return tall


def _armillary(drawing: Drawing, body: Finish, accent: Finish, foot: float, top: float, lean: float) -> None:
    """Draw nested rings around a ball, on a turned stem."""
    size = top * 0.76
    middle = foot + top - size / 2
    profile = [(0.13, 0.0), (0.12, 0.02), (0.04, 0.07), (0.035, 0.12), (0.06, 0.15), (0.03, 0.18), (0.03, 0.255)]
    spin(drawing, "stem", [(r * top * 0.6, foot - 0.001 + y * top) for r, y in profile], accent)
    turns = ((90.0, 0.0, 0.0), (90.0, 90.0, 0.0), (0.0, 0.0, 0.0), (lean, 0.0, 23.0))
    for number, turn in enumerate(turns):
        across = size * (1.0, 1.0, 1.0, 0.94)[number]
        thick = across * (0.055 if number < 3 else 0.12)
        finish = body if number < 3 else accent
        drawing.add(
            "hoop", (across, thick, across), (0, middle - thick / 2, 0), turn=turn, inner=0.93, name="ring", **finish
        )
    core = size * 0.28
    drawing.add("ball", (core, core, core), (0, middle - core / 2, 0), name="core", **accent)
    drawing.add("rod", (size * 0.02, size * 0.99, size * 0.02), (0, middle - size * 0.495, 0), name="axis", **body)


def _cairn(drawing: Drawing, brief: Brief, body: Finish, foot: float, width: float, top: float) -> None:
    """Draw river stones stacked one on another, each smaller."""
    shares = (0.3, 0.25, 0.2, 0.15, 0.12)
    y = foot
    for number, share in enumerate(shares):
        tall = top * share / sum(shares)
        wide = width * (1.0 - 0.17 * number)
        drawing.add(
            "ball", (wide, tall * 1.06, wide * brief.vary(0.72, 0.86)), (0, y - tall * 0.03, 0),
            turn=(0, brief.vary(-60, 60), 0), name="stone",
            **(body if number % 2 == 0 else brief.of("accent", "slate", is_accent=True)),
        )  # fmt: skip
        y += tall


@archetype(
    "bust", "object", "sculpture",
    "bust, portrait bust, head sculpture, büste, buste, busto, marble head, roman bust, statue head, mannequin head, "
    "bust statue, philosopher head, marble bust, plaster bust, bronze bust, head statue, head and shoulders",
    hints="philosopher, emperor, composer",
    about="A sculpture of a person's head and shoulders on a socle, in marble or bronze.",
    parts="head, hair, base, socle, plinth, beard",
)  # fmt: skip
def bust(drawing: Drawing, brief: Brief) -> None:
    """Draw head, neck and draped shoulders, cut as classical busts are, on a turned socle."""
    stone = brief.of("body bust head", {"steampunk": "bronze_aged", "art deco": "gold"}.get(kin(brief), "stone"),
                     is_main=True)  # fmt: skip
    soft = kin(brief) in ("minimalist", "modern", "futuristic")
    head = [
        lump((0, 0.36, -0.012), 0.086, (0.86, 0.98, 1.08)), limb((0, 0.345, 0.016), 0.066, (0, 0.282, 0.048), 0.036),
        limb((0, 0.36, 0.05), 0.038, (0, 0.335, 0.055), 0.04, (1.35, 1.0, 1.0)),
        limb((0, 0.31, -0.024), 0.05, (0, 0.2, -0.024), 0.054), lump((0, 0.262, 0.066), 0.021, (1.15, 0.8, 1.0)),
        limb((0, 0.14, -0.012), 0.07, (0, 0.07, 0.0), 0.045, (1.25, 1.0, 0.9)),
        *twins(limb((0.03, 0.175, -0.02), 0.062, (0.115, 0.135, -0.02), 0.055),
               lump((0.072, 0.325, -0.012), 0.019, (0.42, 1.25, 0.8)),
               lump((0.052, 0.115, 0.03), 0.055, (1.1, 1.0, 0.7))),
    ]  # fmt: skip
    face = [] if soft else [
        limb((0, 0.352, 0.088), 0.0085, (0, 0.308, 0.107), 0.0135), lump((0, 0.281, 0.089), 0.0095, (1.9, 0.5, 0.8)),
        lump((0, 0.2735, 0.087), 0.0095, (1.6, 0.55, 0.8)),
        *twins(limb((0.014, 0.362, 0.086), 0.0085, (0.05, 0.362, 0.07), 0.008, (1.0, 0.7, 1.0)),
               lump((0.031, 0.341, 0.0745), 0.0135, (1.1, 0.75, 0.75)), lump((0.012, 0.302, 0.097), 0.0085),
               lump((0.041, 0.315, 0.062), 0.02)),
    ]  # fmt: skip
    blend(drawing, "head", [*head, *face], stone, soft=0.03, fineness=0.95, sole=0.08)
    if not soft:
        _hair(drawing, brief, stone)
    drawing.objects[:] = lifted(drawing, 0.1)
    socle = [
        (0.085, 0.0),
        (0.085, 0.016),
        (0.074, 0.022),
        (0.05, 0.04),
        (0.042, 0.075),
        (0.05, 0.1),
        (0.066, 0.108),
        (0.066, 0.16),
    ]
    spin(
        drawing,
        "socle",
        socle,
        brief.of("base socle plinth", "marble_black" if stone["material"] != "marble_black" else "gold"),
    )
    sized(drawing, brief, (0.34, 0.56, 0.22))


def _hair(drawing: Drawing, brief: Brief, stone: Finish) -> None:
    """Draw curls: rows of small lumps over the skull, denser at the brow."""
    curls = []
    for row, (y, z, reach, count) in enumerate(((0.425, 0.035, 0.05, 5), (0.4, 0.062, 0.06, 6), (0.44, -0.01, 0.058, 6),
                                               (0.425, -0.06, 0.06, 6), (0.385, -0.088, 0.06, 6),
                                               (0.335, -0.085, 0.055, 5))):  # fmt: skip
        for step in range(count):
            x = reach * (2 * (step + 0.5 * (row % 2)) / (count - 0.5) - 0.92)
            drop = 0.35 * abs(x) ** 1.3
            curls.append(lump((x, y - drop, z * (1 - 0.3 * abs(x) / reach)), brief.vary(0.017, 0.023)))
    for x in (-0.07, 0.07):
        curls += chain(
            [
                (x, 0.385, 0.03, 0.018),
                (x * 1.06, 0.36, 0.01, 0.016),
                (x, 0.345, -0.02, 0.02),
                (x * 0.9, 0.32, -0.05, 0.02),
            ]
        )
    blend(drawing, "hair", curls, stone, soft=0.008, fineness=0.95)
