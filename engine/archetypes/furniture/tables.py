"""Tables: a top and what carries it, in the form that words or style ask for; the front is +z."""

from collections.abc import Callable
from dataclasses import dataclass
from math import cos, radians, sin

from domain.materials import CATALOGUE
from domain.spec import Property
from engine.archetypes.brief import Brief, Finish, Triple
from engine.archetypes.drawing import Drawing
from engine.archetypes.furniture.cloths import lay_cloth
from engine.archetypes.furniture.frames import corner_legs, lean_leg, path_of
from engine.archetypes.furniture.seating import CHAIRS_MOST, chairs_around, seating, seats
from engine.archetypes.ornament import dress
from engine.archetypes.register import archetype

_BY_WORD = {
    "trestle": "trestle", "farmhouse": "trestle", "refectory": "trestle", "pedestal": "pedestal", "tulip": "tulip",
    "drum": "drum", "cross": "cross", "pipe": "pipe", "waterfall": "slab", "hairpin": "hairpin",
}  # fmt: skip
_BY_STYLE = {
    "rustic": "trestle", "art deco": "drum", "futuristic": "tulip", "industrial": "pipe", "minimalist": "slab",
    "contemporary": "cross", "modern": "sled", "bauhaus": "sled", "cyberpunk": "tulip", "mid-century": "raked",
    "mid century": "raked", "scandinavian": "raked", "japanese": "slab",
}  # fmt: skip
_IN_ROUND = 0.335  # of its sides, from the middle: where the legs of a round table stand
_ROUND = {"trestle": "pedestal", "slab": "cross", "sled": "tulip", "legs": "pedestal", "pipe": "pedestal"}


@dataclass(frozen=True, slots=True)
class _Stand:
    """What a table's foot must carry: the top's size, and the height of its underside."""

    drawing: Drawing
    brief: Brief
    width: float
    depth: float
    under: float
    legs: Finish
    is_round: bool = False

    def add(
        self, kind: str, size: Triple, at: Triple, *, name: str, turn: Triple = (0, 0, 0), **more: Property
    ) -> None:
        """Draw a part of the stand in the legs' finish."""
        self.drawing.add(kind, size, at, turn=turn, name=name, **more, **self.legs)


@archetype(
    "table", "furniture", "table",
    "table, dining table, kitchen table, round table, console table, picnic table, trestle table, pedestal table, "
    "farmhouse table, glass table, dinner table, extending table, conference table, meeting table, esstisch, mesa, "
    "dining set, banquet table, bistro table, dinette, refectory table, farm table, drop leaf table, "
    "garden table, patio table, game table, worktable, tabletop table",
    hints="dine",
    about="A flat top on legs at the height of a sitting person's elbows, to eat, work or meet at.",
    parts="top, apron, stretcher, pedestal, shelf, tablecloth",
    features="extending, trestle, glass top, table cloth=tablecloth, cloth=tablecloth",
)  # fmt: skip
def table(drawing: Drawing, brief: Brief) -> None:
    """Draw a table, and as many chairs around it as the text counts."""
    if brief.words & {"coffee", "low"}:
        coffee_table(drawing, brief)
        return
    if brief.words & {"side", "bedside", "end", "nightstand"}:
        side_table(drawing, brief)
        return
    if "picnic" in brief.words:
        _picnic(drawing, brief)
        return
    natural = (1.1, 0.78, 0.36) if "console" in brief.words else (1.6, 0.75, 0.9)
    natural = (2.8, 0.75, 1.1) if brief.words & {"conference", "meeting"} else natural
    is_round = _is_round(brief)
    natural = seating(brief, _rounded(brief, natural, 1.15), is_round=is_round)
    width, height, depth = _built(drawing, brief, natural)
    if brief.has("shelf"):
        _shelf(drawing, brief, (width, height, depth), is_round=is_round)
    if brief.has("tablecloth"):
        lay_cloth(drawing, brief, (width, height, depth), is_round=is_round)
    chairs = brief.count("chair", 0, most=CHAIRS_MOST)
    if chairs and height > 0.6:
        chairs = brief.count("chair", 0, most=seats(brief, width, depth, is_round=is_round))
        chairs_around(drawing, brief, chairs, (width, depth), is_round=is_round)


@archetype(
    "coffee table", "furniture", "table",
    "coffee table, low table, cocktail table, sofa table, couchtisch, "
    "tea table, couch table",
    about="A low table that stands in front of a sofa for cups, books and magazines.",
    parts="top, apron, shelf, pedestal",
)  # fmt: skip
def coffee_table(drawing: Drawing, brief: Brief) -> None:
    """Draw a low table, with a shelf below its top if it has four legs."""
    width, height, depth = _built(drawing, brief, _rounded(brief, (1.1, 0.42, 0.6), 0.85))
    if brief.has("shelf", default=True):
        _shelf(drawing, brief, (width, height, depth), is_round=_is_round(brief))


def _shelf(drawing: Drawing, brief: Brief, size: Triple, *, is_round: bool) -> None:
    """Draw a board between the legs of a table that has four."""
    form, (width, height, depth) = _form(brief, is_round=is_round), size
    if form not in ("legs", "pipe"):
        return
    top = brief.of("shelf", brief.of("top surface tabletop table", "wood", is_main=True)["material"])
    inset = 0.16 if form == "pipe" else 0.1
    width, depth = (0.78 * width, 0.78 * depth) if is_round and form == "legs" else (width, depth)
    drawing.add("board", (width - inset, 0.02, depth - inset), (0, height * 0.26, 0), name="shelf", **top)


@archetype(
    "side table", "furniture", "table",
    "side table, end table, accent table, lamp table, occasional table, plant stand, beistelltisch, "
    "pedestal table stand, telephone table",
    about="A small table beside a sofa, chair or bed for a lamp or a cup.",
    parts="top, apron, shelf, pedestal",
)  # fmt: skip
def side_table(drawing: Drawing, brief: Brief) -> None:
    """Draw a small table, with a drawer if there is room for one."""
    width, height, depth = _built(drawing, brief, _rounded(brief, (0.48, 0.55, 0.48), 0.48))
    is_round = _is_round(brief)
    is_plain = _form(brief, is_round=is_round) == "legs"
    if is_plain and brief.has("drawer", default=not is_round and brief.style_name in ("realistic", "steampunk")):
        face = brief.of("drawer", brief.of("top surface tabletop table", "wood", is_main=True)["material"])
        tall, y = 0.1, height - 0.034 * brief.style.heft - 0.1
        width, depth = (0.74 * width, 0.74 * depth) if is_round else (width, depth)
        drawing.add("box", (width * 0.82, tall, depth * 0.78), (0, y, -0.01), name="case", **face)
        drawing.add("front", (width * 0.78, tall * 0.86, 0.02), (0, y + 0.006, depth * 0.38), name="drawer", **face)
        knob = brief.of("handle knob", brief.style.accent)
        drawing.add("handle", (0.03, 0.03, 0.028), (0, y + 0.035, depth * 0.385), style="knob", name="handle", **knob)


def _is_round(brief: Brief) -> bool:
    return brief.has("round", "circular", "oval")


def _rounded(brief: Brief, natural: Triple, across: float) -> Triple:
    if brief.has("oval"):
        return (across * 1.55, natural[1], across)
    return (across, natural[1], across) if _is_round(brief) or "square" in brief.words else natural


def _form(brief: Brief, *, is_round: bool) -> str:
    said = brief.words | brief.features
    chosen = next((form for word, form in _BY_WORD.items() if word in said), "")
    if "leg" in brief.counts or "leg" in brief.part_materials or "shelf" in brief.features:
        chosen = chosen or "legs"
    form = chosen or _BY_STYLE.get(brief.style_name, "hairpin" if brief.style.leg == "hairpin" else "legs")
    return form if chosen or not is_round else _ROUND.get(form, form)


def _built(drawing: Drawing, brief: Brief, natural: Triple) -> Triple:
    """Draw the top and its stand, and return the table's size."""
    is_round = _is_round(brief)
    width, height, depth = brief.box(*natural, grows=True, is_sat_at=True)
    form = _form(brief, is_round=is_round)
    top = brief.of(
        "top surface tabletop table", "stone" if form == "drum" else "body" if form == "tulip" else "wood", is_main=True
    )
    is_glass = CATALOGUE[top["material"]].family in ("glass", "stone")
    metal = form in ("pipe", "cross", "sled", "hairpin", "drum") or is_glass
    is_gilt = brief.style_name == "baroque" and not metal and not (brief.materials or brief.colors)
    legs = brief.of("leg frame base pedestal", "metal" if metal else "gold_aged" if is_gilt else top["material"],
                    is_accent=True)  # fmt: skip
    legs["color"] = legs["color"] or (top["color"] if legs["material"] == top["material"] else "")
    thick = {"rustic": 0.05, "minimalist": 0.024}.get(brief.style_name, 0.034 * brief.style.heft) * (
        0.5 if "glass" in top["material"] else 1
    )
    thick *= 0.75 if height < 0.5 else 1.0
    drawing.add(
        "table_top", (width, thick, depth), (0, height - thick, 0), shape="round" if is_round else "rectangular",
        corner_m=0.03 * brief.style.edge, name="top", **top,
    )  # fmt: skip
    _STANDS[form](_Stand(drawing, brief, width, depth, height - thick, legs, is_round))
    return width, height, depth


def _legs(on: _Stand, style: str = "") -> None:
    """Draw an apron and four or more legs."""
    brief, form = on.brief, style or on.brief.style.leg
    is_low, is_small = on.under < 0.5, on.width < 0.7
    apron = 0.055 if is_low else 0.075 if is_small else 0.09
    post = (0.042 if is_small else 0.052 if is_low else 0.07) * brief.style.heft
    reach = (_IN_ROUND, _IN_ROUND) if on.is_round else (0.445, 0.425)
    spread = (on.width * reach[0] - post * 0.4, on.depth * reach[1] - post * 0.4)
    if form != "hairpin":
        frame = (spread[0] * 2 + post * 0.5, apron, spread[1] * 2 + post * 0.5)
        on.add("rail_frame", frame, (0, on.under - apron + 0.002, 0), board_m=min(0.022, post * 0.4), name="apron")
        body = on.drawing.objects[-1]
        dress(on.drawing, brief, body, "front", "left", "right")
        if brief.style_name == "gothic" and not is_small:
            _arches(on, spread, on.under - apron, post)
    rake = (0.06, 0.05) if style == "round" else (0.0, 0.0)
    spread = (spread[0] - rake[0] / 2, spread[1] - rake[1] / 2)
    count = brief.count("leg", 4, least=3, most=8)
    if count == 3:
        for x, z in ((1.0, 1.0), (-1.0, 1.0), (0.0, -1.0)):
            on.add("leg", (post, on.under + 0.001, post), (x * spread[0], 0, z * spread[1]), name="leg", style=form)
        return
    corner_legs(on.drawing, brief, on.legs, spread, on.under + 0.001, post, style=form, rake=rake)
    for z in (1.0, -1.0) if count > 4 else ():
        on.add("leg", (post, on.under + 0.001, post), (0, 0, z * spread[1]), name="leg", style=form)


def _arches(on: _Stand, spread: tuple[float, float], top: float, post: float) -> None:
    """Draw pointed arches between the legs, below the apron."""
    tall = 0.3 * on.under
    for long, turn, places in (
        (2 * spread[0] - post * 0.6, 0.0, ((0.0, spread[1]), (0.0, -spread[1]))),
        (2 * spread[1] - post * 0.6, 90.0, ((spread[0], 0.0), (-spread[0], 0.0))),
    ):
        for x, z in places:
            on.add("tracery", (long, tall, 0.022), (x, top - tall + 0.012, z), turn=(0, turn, 0), border_m=0.026,
                   arches=max(1, round(long / tall * 0.9)), name="arch")  # fmt: skip


def _pedestal(on: _Stand) -> None:
    """Draw a turned column: on a wide foot, or on four curved feet where the top is large."""
    small = min(on.width, on.depth)
    if small < 0.7 or on.brief.style.leg in ("round", "square"):
        profile = path_of("1 0, 1 .03, .9 .06, .3 .12, .17 .3, .22 .6, .16 .78, .4 .96, .7 1")
        on.add("turning", (small * 0.52, on.under + 0.002, small * 0.52), (0, 0, 0), name="pedestal", profile=profile)
        return
    profile = path_of(".6 0, .8 .05, .55 .14, .3 .24, .42 .34, .55 .5, .3 .68, .36 .8, .85 .92, 1 1")
    on.add(
        "turning",
        (small * 0.22, on.under * 0.86, small * 0.22),
        (0, on.under * 0.14 + 0.001, 0),
        name="pedestal",
        profile=profile,
    )
    on.add("disc", (small * 0.5, 0.03, small * 0.5), (0, on.under - 0.029, 0), name="block")
    for number in range(4):
        turn = 45.0 + 90.0 * number
        reach = small * 0.33
        at = (sin(radians(turn)) * reach * 0.5, 0, cos(radians(turn)) * reach * 0.5)
        on.add("bent_bar", (0.05, on.under * 0.4, reach + 0.04), at, turn=(0, turn, 0), name="foot", is_smooth=True,
               path=path_of("0 .7 -1, 0 .6 -.4, 0 -.5 .4, 0 -.92 .75, 0 -1 1"), thickness_m=0.045)  # fmt: skip


def _tulip(on: _Stand) -> None:
    """Draw a trumpet foot, one for every metre of length."""
    small = min(on.width, on.depth)
    across = min(small * 0.62, 0.75)
    profile = path_of("1 0, 1 .018, .8 .05, .3 .16, .13 .4, .12 .65, .2 .86, .5 .97, .6 1")
    places = (0.0,) if on.width < 1.5 * on.depth else (-on.width * 0.24, on.width * 0.24)
    for x in places:
        on.add("turning", (across, on.under + 0.002, across), (x, 0, 0), name="pedestal", profile=profile)
        if on.brief.style_name in ("futuristic", "cyberpunk"):
            on.drawing.add(
                "torus",
                (across * 0.9, 0.012, across * 0.9),
                (x, 0.014, 0),
                name="light_ring",
                material="screen_emissive",
            )


def _trestle(on: _Stand) -> None:
    """Draw two trestles with shaped feet, and the stretcher wedged between them."""
    heft = 0.09 * max(1.0, on.brief.style.heft * 0.8) * min(1.0, on.under / 0.6)
    for side in (1.0, -1.0):
        x = side * on.width * 0.36
        on.add("box", (heft, heft * 0.9, on.depth * 0.8), (x, 0, 0), name="foot", radius_m=heft * 0.2)
        on.add(
            "box",
            (heft, heft * 0.7, on.depth * 0.78),
            (x, on.under - heft * 0.7 + 0.002, 0),
            name="cleat",
            radius_m=heft * 0.15,
        )
        tie = (heft * 0.5, heft * 1.1, on.depth * 0.24)
        on.add("box", tie, (x, on.under * 0.3, 0), name="tie", radius_m=0.004)
        for z in (1.0, -1.0):
            at = (x, heft * 0.8, z * on.depth * 0.12)
            on.add("box", (heft * 0.8, on.under - heft * 1.3, heft * 0.8), at, name="leg", radius_m=0.006)
    on.add("box", (on.width * 0.86, heft * 1.1, heft * 0.45), (0, on.under * 0.3, 0), name="stretcher", radius_m=0.006)


def _slab(on: _Stand) -> None:
    """Draw two boards as ends, and a thin rail under the top."""
    thick = 0.024 if on.brief.style_name == "minimalist" else 0.045
    for side in (1.0, -1.0):
        at = (side * (on.width / 2 - thick / 2 - (0.0 if thick < 0.03 else 0.12)), 0, 0)
        on.add("box", (thick, on.under + 0.002, on.depth * 0.98), at, name="leg", radius_m=0.002)
    on.add(
        "box",
        (on.width - 0.04, min(0.09, on.under * 0.18), 0.02),
        (0, on.under - min(0.09, on.under * 0.18) + 0.002, 0),
        name="rail",
    )


def _drum(on: _Stand) -> None:
    """Draw a fluted drum between stepped plates, two for a long table."""
    small = min(on.width, on.depth)
    across = small * 0.46
    places = (0.0,) if on.width < 1.5 * on.depth else (-on.width * 0.25, on.width * 0.25)
    body = on.brief.of("pedestal base", on.brief.style.wood)
    for x in places:
        for level, share in ((0.0, 1.25), (0.028, 1.12)):
            on.add("disc", (across * share, 0.03, across * share), (x, level, 0), name="plate", edge=0.2)
        on.drawing.add("fluted_column", (across, on.under - 0.08, across), (x, 0.055, 0), name="pedestal", **body)
        on.add("disc", (across * 1.15, 0.03, across * 1.15), (x, on.under - 0.028, 0), name="plate", edge=0.2)


def _pipe(on: _Stand) -> None:
    """Draw a frame of iron pipe with flanges under the top and a low stretcher."""
    pipe = 0.034 if on.under > 0.5 and on.width > 0.7 else 0.026
    x, z = on.width / 2 - 0.09 * min(1.0, on.width), on.depth / 2 - 0.09 * min(1.0, on.width)
    for a in (1.0, -1.0):
        for b in (1.0, -1.0):
            on.add("post", (pipe, on.under, pipe), (a * x, 0.001, b * z), name="leg")
            on.add("disc", (pipe * 2.6, 0.012, pipe * 2.6), (a * x, on.under - 0.011, b * z), name="flange")
            on.add("disc", (pipe * 1.9, 0.02, pipe * 1.9), (a * x, 0, b * z), name="foot")
            on.add(
                "disc",
                (pipe * 1.5, pipe * 1.6, pipe * 1.5),
                (a * x, 0.13 * on.under / 0.7 - pipe * 0.3, b * z),
                name="fitting",
            )
        size, y = (pipe * 0.9, z * 2, pipe * 0.9), 0.13 * on.under / 0.7 + pipe / 2 - z
        on.add("post", size, (a * x, y, 0), turn=(90, 0, 0), name="stretcher")
    on.add(
        "post",
        (pipe * 0.9, x * 2, pipe * 0.9),
        (0, 0.13 * on.under / 0.7 + pipe / 2 - x, 0),
        turn=(0, 0, 90),
        name="stretcher",
    )


def _cross(on: _Stand) -> None:
    """Draw crossed bars under both ends of a long top, or two loops that cross under a round or square one."""
    thick, wide = 0.018, min(0.06, on.under * 0.12)
    if on.width <= 1.4 * on.depth:
        size = (wide * 0.7, on.under + 0.002, min(on.width, on.depth) * 0.86)
        for turn in (45.0, -45.0):
            on.add("bent_bar", size, (0, 0, 0), turn=(0, turn, 0), name="leg", path=_LOOP, thickness_m=thick,
                   bar_m=wide * 0.7, radius_m=0.01, is_closed=True)  # fmt: skip
        return
    for side in (1.0, -1.0):
        x = side * on.width * 0.34
        for lean in (1, -1):
            on.add("bent_bar", (wide, on.under + 0.002, on.depth * 0.78), (x + 0.002 * lean, 0, 0), name="leg",
                   path=path_of("0 1 -.8, 0 1 -1, 0 -1 .9, 0 -1 1" if lean > 0 else "0 1 .8, 0 1 1, 0 -1 -.9, 0 -1 -1"),
                   thickness_m=thick, bar_m=wide, radius_m=0.01)  # fmt: skip
        on.add("plate", (wide * 1.2, 0.008, on.depth * 0.8), (x, on.under - 0.007, 0), name="cleat")
        on.add("plate", (wide * 1.1, 0.008, on.depth * 0.8), (x, 0, 0), name="foot")
    size = (0.022, on.width * 0.68, 0.022)
    on.add("post", size, (0, on.under / 2 - on.width * 0.34, 0), turn=(0, 0, 90), name="stretcher")


_LOOP = path_of("0 -1 -1, 0 1 -1, 0 1 1, 0 -1 1")


def _sled(on: _Stand) -> None:
    """Draw two closed loops of square tube."""
    bar = 0.034 if on.under > 0.5 else 0.024
    for side in (1.0, -1.0):
        on.add("bent_bar", (bar, on.under + 0.002, on.depth * 0.86), (side * (on.width * 0.42), 0, 0), name="leg",
               path=_LOOP, thickness_m=bar, bar_m=bar * 1.6, radius_m=0.012,
               is_closed=True)  # fmt: skip
    on.add("box", (on.width * 0.84, bar, bar * 0.7), (0, on.under - bar * 1.3, 0), name="rail")


def _picnic(drawing: Drawing, brief: Brief) -> None:
    """Draw a picnic table: planks on two A-frames that carry a bench on either side."""
    width, height, depth = brief.box(1.8, 0.75, 1.5)
    wood = brief.of("table top bench seat body leg", "wood", is_main=True)
    seat_y, top_deep = height * 0.6, depth * 0.5
    for number in range(5):
        z = top_deep * ((number + 0.5) / 5 - 0.5)
        drawing.add(
            "box", (width, 0.036, top_deep / 5 - 0.008), (0, height - 0.036, z), radius_m=0.005, name="top", **wood
        )
    for side in (1.0, -1.0):
        bench = Drawing(brief, name="bench")
        for row in (0.0, 1.0):
            z = side * (depth / 2 - 0.07 - 0.135 * row)
            bench.add("box", (width, 0.036, 0.128), (0, seat_y - 0.036, z), radius_m=0.005, name="seat", **wood)
        drawing.include(bench)
        x = side * (width / 2 - 0.3)
        drawing.add("box", (0.04, 0.09, depth * 0.97), (x, seat_y - 0.122, 0), name="beam", **wood)
        drawing.add("box", (0.04, 0.08, top_deep * 0.97), (x, height - 0.112, 0), name="cleat", **wood)
        for lean in (1.0, -1.0):
            at = (x + 0.038 * side, 0, lean * top_deep * 0.3)
            lean_leg(drawing, wood, (0.04, height - 0.034, 0.09), at, (0.0, lean * depth * 0.26), style="square")


_STANDS: dict[str, Callable[[_Stand], None]] = {
    "legs": _legs, "pedestal": _pedestal, "tulip": _tulip, "trestle": _trestle, "slab": _slab, "drum": _drum,
    "pipe": _pipe, "cross": _cross, "sled": _sled, "hairpin": lambda on: _legs(on, "hairpin"),
    "raked": lambda on: _legs(on, "round"),
}  # fmt: skip
