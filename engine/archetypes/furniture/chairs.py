"""Dining chairs and rocking chairs in the forms of their styles; the front is +z."""

from domain.materials import CATALOGUE
from engine.archetypes.brief import Brief, Finish
from engine.archetypes.drawing import Drawing
from engine.archetypes.furniture.chair_forms import DRAWN, Seat
from engine.archetypes.furniture.frames import corner_legs, is_hard, same_as
from engine.archetypes.register import archetype

_BY_WORD = {
    "windsor": "spindles", "spindle": "spindles", "ladder": "ladder", "slat": "slats", "slatted": "slats",
    "cantilever": "cantilever", "tulip": "tulip", "shell": "bucket", "bucket": "bucket", "plywood": "plywood",
    "wishbone": "wishbone", "balloon": "balloon", "cross": "cross", "bistro": "cross", "cafe": "cross",
    "bentwood": "cross", "tolix": "metal", "barrel": "barrel", "tub": "barrel", "parsons": "parsons",
    "upholstered": "parsons", "tufted": "parsons", "padded": "parsons", "velvet": "parsons", "throne": "throne",
    "louis": "louis", "rococo": "louis", "splat": "splat", "fiddle": "splat", "gothic": "gothic",
}  # fmt: skip
_BY_STYLE = {
    "realistic": "slats", "modern": "cantilever", "futuristic": "tulip", "steampunk": "steam",
    "minimalist": "rail", "rustic": "ladder", "art deco": "barrel", "industrial": "metal", "contemporary": "bucket",
    "victorian": "balloon", "gothic": "gothic", "scandinavian": "wishbone", "mid-century": "plywood",
    "mid century": "plywood", "bauhaus": "cantilever", "japanese": "slats", "baroque": "louis", "cyberpunk": "tulip",
}  # fmt: skip
_WOVEN = frozenset({"rope", "paper", "straw"})
_FRAMED = frozenset({"slats", "ladder", "rail", "spindles", "splat", "cross", "balloon", "wishbone", "gothic"})
_LEGS = {
    "slats": "tapered", "ladder": "round", "rail": "square", "spindles": "turned", "splat": "sabre", "cross": "round",
    "balloon": "turned", "wishbone": "round", "gothic": "square",
}  # fmt: skip


@archetype(
    "chair", "furniture", "chair",
    "chair, dining chair, kitchen chair, side chair, wooden chair, seat, garden chair, throne, windsor chair, "
    "cantilever chair, ladder back chair, ladderback chair, bistro chair, cafe chair, wishbone chair, tulip chair, "
    "parsons chair, captain chair, high back chair, stuhl, silla, "
    "car seat, child seat, child car seat, booster seat, bucket seat, folding chair, "
    "stacking chair, lawn chair, camping chair, patio chair",
    hints="furniture, sit",
    about="A seat for one person with a back and four legs, for sitting at a table in a dining room or kitchen.",
    parts="slat, rung, spindle, stretcher, apron, splat, post",
    features="ladder back, slat back, windsor, cantilever, spindle back, wishbone, bentwood, with arm=armrest, "
    "with armrest=armrest",
)  # fmt: skip
def chair(drawing: Drawing, brief: Brief) -> None:
    """Draw a dining chair in the form that its words or its style ask for."""
    form = form_of(brief)
    tall = {"ladder": 0.98, "gothic": 1.12, "balloon": 0.92, "throne": 1.35, "parsons": 0.98, "steam": 1.0,
            "louis": 1.02}  # fmt: skip
    wide = {"throne": 0.64, "barrel": 0.54, "bucket": 0.54, "louis": 0.52}.get(form, 0.46)
    deep = {"throne": 0.6, "barrel": 0.54}.get(form, 0.5)
    width, height, depth = brief.box(wide, tall.get(form, 0.85), deep)
    seat = Seat(drawing, brief, width, height, depth, 0.455 if 0.7 < height < 1.5 else height * 0.5)
    if form in _FRAMED:
        framed(seat, form)
    else:
        DRAWN[form](seat)


def form_of(brief: Brief) -> str:
    """Return the form of a chair: what the words say, else what suits the style."""
    said = brief.words | brief.features
    for word, form in _BY_WORD.items():
        if word in said and not (word == "back" and word in brief.excluded):
            return form
    if "slat" in brief.counts:
        return "slats"
    form = _BY_STYLE.get(brief.style_name, "slats")
    if brief.materials and not is_hard(brief) and form in _FRAMED and "leg" not in brief.counts:
        return "parsons"  # a leather chair is covered all over, and not of legs of leather
    return "slats" if brief.spoken_leg and form not in _FRAMED else form


def framed(seat: Seat, form: str, *, lift: float = 0.0, has_arms: bool = False) -> None:
    """Draw a wooden chair: legs, apron or stretchers, seat, back; its legs begin at `lift`."""
    drawing, brief, width, depth, thick = seat.drawing, seat.brief, seat.width, seat.depth, seat.thick
    wood = brief.of("chair frame body leg back", "wood", is_main=True)
    legs = same_as(brief, "leg", wood)
    rake = (0.05, 0.045) if form == "spindles" else (0.018, 0.012) if form in ("wishbone", "cross", "slats") else (0, 0)
    spread = (width / 2 - thick * 0.7 - rake[0], depth / 2 - thick * 0.7 - rake[1])
    if lift:
        spread = (width / 2 - thick * 0.7, depth / 2 - thick * 0.7)
        rake = (0, 0)
    style = brief.style.leg if brief.style.leg in ("square", "turned") and form in _SQUARE else _LEGS[form]
    style = brief.spoken_leg or style
    corner_legs(
        drawing, brief, legs, spread, seat.seat_y - 0.012 - lift, thick * (0.9 if form == "spindles" else 1.0),
        style="tapered" if style == "sabre" and lift else style, rake=rake, y=lift,
    )  # fmt: skip
    is_woven = wood["material"] == "wicker"
    _under_the_seat(seat, form, wood, legs, spread, rake, lift)
    _on_the_frame(seat, form, wood)
    back_z = -spread[1] - thick * 0.1
    deep = 0.085 + 0.02 * (form in ("spindles", "ladder"))
    drawing.add(
        "chair_back",
        (2 * spread[0] + thick, seat.height - seat.seat_y + 0.006, deep),
        (0, seat.seat_y - 0.008, back_z - deep / 2 + thick * 0.55),
        name="back",
        form="woven" if is_woven else form,
        count=_count(brief, form),
        post_m=thick * 0.92,
        bow_m=0.0 if is_woven or form in ("gothic", "rail") else 0.02,
        **same_as(brief, "back backrest", wood),
    )
    if has_arms or brief.has("armrest", "arms", "arm", "captain", "carver"):
        _arms(seat, wood, spread, back_z)


_SQUARE = frozenset({"slats", "ladder", "rail", "gothic"})


def _count(brief: Brief, form: str) -> int:
    natural = {"ladder": int(brief.choose("3", "4", "4")), "spindles": int(brief.choose("7", "9")), "rail": 2,
               "gothic": 6}.get(form, int(brief.choose("4", "5", "6")))  # fmt: skip
    natural = 9 if form == "slats" and brief.style_name == "japanese" else natural
    return next((brief.count(noun, natural) for noun in ("slat", "rung", "spindle") if noun in brief.counts), natural)


def _under_the_seat(
    seat: Seat,
    form: str,
    wood: Finish,
    legs: Finish,
    spread: tuple[float, float],
    rake: tuple[float, float],
    lift: float,
) -> None:
    """Draw the apron, and the stretchers between the legs where their height puts them."""
    drawing, thick = seat.drawing, seat.thick
    if form not in ("spindles", "ladder", "wishbone"):
        size = (2 * spread[0] + thick * 0.6, 0.055, 2 * spread[1] + thick * 0.6)
        drawing.add("rail_frame", size, (0, seat.seat_y - 0.068, 0), name="apron", board_m=0.018, **wood)
    if form in ("rail", "balloon", "splat") or seat.brief.spoken_leg in ("hairpin", "cabriole"):
        return
    levels = (0.3, 0.62) if form == "ladder" else (0.36,)
    for level in levels:
        y = lift + (seat.seat_y - lift) * level
        out = (spread[0] + rake[0] * (1 - level), spread[1] + rake[1] * (1 - level))
        round_m = thick * 0.55
        for x in (1.0, -1.0):
            _bar(drawing, (x * out[0], y, 0), 2 * out[1], round_m, along="z", finish=legs)
        if form == "spindles":
            _bar(drawing, (0, y, 0), 2 * out[0], round_m, along="x", finish=legs)
            continue
        for z in (1.0, -1.0):
            _bar(drawing, (0, y + 0.04, z * (spread[1] + rake[1] * (1 - level) * 0.9)), 2 * out[0], round_m, along="x",
                 finish=legs)  # fmt: skip


def _bar(
    drawing: Drawing, at: tuple[float, float, float], long: float, thick: float, *, along: str, finish: Finish
) -> None:
    """Draw a round stretcher whose middle is at a place."""
    turn = (90.0, 0.0, 0.0) if along == "z" else (0.0, 0.0, 90.0)
    drawing.add("post", (thick, long, thick), (at[0], at[1] - long / 2, at[2]), turn=turn, name="stretcher", **finish)


def _on_the_frame(seat: Seat, form: str, wood: Finish) -> None:
    """Draw the seat: carved, woven, or a board with a cushion."""
    drawing, brief, width, depth = seat.drawing, seat.brief, seat.width, seat.depth
    said = brief.part_materials.get("seat", "wicker" if wood["material"] == "wicker" else "")
    is_soft = bool(said) and CATALOGUE[said].family in ("textile", "leather") and said != "rope"
    cord = same_as(brief, "seat", wood) if not is_soft else wood
    if form == "spindles" and not said:
        drawing.add("saddle_seat", (width, 0.044, depth), (0, seat.seat_y - 0.026, 0), name="seat", **cord)
    elif said == "wicker":
        drawing.add("wicker_seat", (width, 0.03, depth), (0, seat.seat_y - 0.018, 0), name="seat", **cord)
    elif said in _WOVEN or (form in ("ladder", "wishbone") and not brief.has("cushion") and not is_soft):
        woven = brief.of("seat", "paper")
        tint = woven["color"] or ("#c8a56d" if woven["material"] == "paper" else "")
        size = (width * 0.97, 0.05, depth * 0.97)
        drawing.add(
            "woven_seat", size, (0, seat.seat_y - 0.036, 0), name="seat", material=woven["material"], color=tint
        )
    else:
        corner = 0.035 * brief.style.edge
        drawing.add(
            "table_top", (width, 0.022, depth), (0, seat.seat_y - 0.018, 0), name="seat", corner_m=corner, **cord
        )
    is_usual = form in ("slats", "balloon", "splat") and "cushion" in _soft(brief) and not said
    if brief.has("cushion", "upholstered", default=is_usual or is_soft):
        size = (width * 0.93, 0.05, depth * 0.9)
        cover = brief.of("cushion upholstery seat" if is_soft else "cushion upholstery", "fabric", is_accent=True)
        drawing.add("cushion", size, (0, seat.seat_y - 0.001, 0.012), name="cushion", **cover)


def _soft(brief: Brief) -> frozenset[str]:
    return frozenset() if "cushion" in brief.excluded else frozenset({"cushion"})


def _arms(seat: Seat, wood: Finish, spread: tuple[float, float], back_z: float) -> None:
    """Draw two armrests, each on a post in front and let into the back."""
    arm_y, finish = seat.seat_y + 0.2, same_as(seat.brief, "armrest arm", wood)
    front = spread[1] * 0.75
    for side in (1.0, -1.0):
        x, out = side * spread[0], 0.02 * side
        size = (0.05, 0.05, front - back_z + 0.07)
        path: list[str | float] = [-side * 0.4, 0.4, -1, 0, 0.0, -0.3, side, 0.2, 0.4, side * 0.7, -0.7, 1]
        seat.drawing.add(
            "bent_bar", size, (x + out * 0.5, arm_y - 0.03, (front + back_z) / 2 + 0.005),
            name="armrest", path=path, is_smooth=True, thickness_m=0.024, bar_m=0.042, **finish,
        )  # fmt: skip
        post = (0.028, 0.215, 0.028)
        seat.drawing.add("turning", post, (x + out, seat.seat_y - 0.012, front), name="arm_post", profile=_POST, **wood)


_POST: list[str | float] = [0.8, 0, 0.8, 0.1, 0.5, 0.2, 1.0, 0.5, 0.5, 0.78, 0.75, 0.86, 0.6, 1.0]


@archetype(
    "rocking chair", "furniture", "chair",
    "rocking chair, rocker, rocking armchair, glider chair, nursing chair, schaukelstuhl, mecedora",
    hints="rock",
    about="A chair on two curved runners that swings back and forth, found on porches and in nurseries.",
    parts="runner, slat, rung, spindle, post",
)  # fmt: skip
def rocking_chair(drawing: Drawing, brief: Brief) -> None:
    """Draw a rocking chair: a high back with arms, on two runners."""
    width, height, depth = brief.box(0.58, 1.08, 0.52)
    form = {"realistic": "slats", "rustic": "ladder", "victorian": "balloon", "minimalist": "rail", "modern": "rail",
            "scandinavian": "wishbone"}.get(brief.style_name, "spindles")  # fmt: skip
    said = form_of(brief)
    form = said if said in _FRAMED and brief.words & _BY_WORD.keys() else form
    seat = Seat(drawing, brief, width, height, depth, height * 0.41)
    long, rise = depth * 1.75, 0.115
    thick = seat.thick
    share = (depth / 2 - thick * 0.7) / (long / 2)
    framed(seat, form, lift=0.018 + (rise - 0.03) * share**2, has_arms=True)
    runner = same_as(brief, "runner", brief.of("chair frame body leg back", "wood", is_main=True))
    is_padded = any(thing.id.startswith("cushion") for thing in drawing.objects)
    z = 0.0 if is_padded else -0.015  # what weighs no more in front is carried further back
    for side in (1.0, -1.0):
        at = (side * (width / 2 - thick * 0.7), 0, z)
        drawing.add("rocker", (thick, rise, long), at, name="runner", **runner)
