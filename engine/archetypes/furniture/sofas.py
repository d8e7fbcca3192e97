"""Sofas, armchairs and what one lies on by day; the front is +z."""

from collections.abc import Callable
from dataclasses import dataclass

from engine.archetypes.brief import Brief, Finish
from engine.archetypes.drawing import Drawing
from engine.archetypes.furniture.courtly import COURTLY, courtly_armchair
from engine.archetypes.furniture.cushions import are_thrown, throw_pillows
from engine.archetypes.furniture.frames import corner_legs, leg_style, path_of, soft_and_hard
from engine.archetypes.ornament import dress
from engine.archetypes.register import archetype

_BY_WORD = {
    "chesterfield": "chesterfield", "wing": "wing", "wingback": "wing", "rolled": "rolled", "tub": "tub",
    "barrel": "tub", "curved": "tub", "club": "rolled", "pipe": "pipe", "wooden": "frame", "tufted": "chesterfield",
    "recliner": "recliner", "reclining": "recliner", "corner": "sectional", "sectional": "sectional",
}  # fmt: skip
_BY_STYLE = {
    "steampunk": "chesterfield", "victorian": "chesterfield", "baroque": "chesterfield", "gothic": "chesterfield",
    "rustic": "rolled", "art deco": "tub", "futuristic": "pod", "cyberpunk": "pod", "industrial": "pipe",
    "scandinavian": "frame", "mid century": "frame", "japanese": "frame", "bauhaus": "pipe",
}  # fmt: skip
_PILLOWED = frozenset({"track", "rolled", "tub", "sectional"})  # forms on which cushions lie loose


@dataclass(frozen=True, slots=True)
class _Lounge:
    """Where a sofa is put together."""

    drawing: Drawing
    brief: Brief
    seats: int
    width: float
    height: float
    depth: float
    cover: Finish
    frame: Finish

    @property
    def finish(self) -> str:
        """Return how the cushions are sewn."""
        if self.brief.has("tufted", "buttoned"):
            return "tufted"
        is_quilted = self.brief.has("channelled", "channel", default=self.brief.style_name == "contemporary")
        return "channelled" if is_quilted else "plain"


@archetype(
    "sofa", "furniture", "sofa",
    "sofa, couch, settee, loveseat, love seat, chesterfield, chesterfield sofa, sectional, sectional sofa, "
    "corner sofa, divan, sofa bed, sleeper sofa, futon, davenport, canapé, sofá, "
    "lawson, corner couch",
    hints="lounge",
    about="A long upholstered seat with back and arms for two or more people, found in living rooms.",
    parts="arm, cushion, leg, nail, bolster",
    features="tufted, rolled arm, buttoned, nailhead, chaise, wooden frame",
)  # fmt: skip
def sofa(drawing: Drawing, brief: Brief) -> None:
    """Draw a sofa in the form that its words or its style ask for."""
    if "armchair" in brief.words:
        armchair(drawing, brief)
        return
    natural = 2 if brief.words & {"loveseat", "love"} else 3
    seats = brief.count("seat", natural, least=1, most=6)
    form = _form(brief, "chaise" if brief.has("chaise") else "")
    is_low = form in ("chesterfield", "pod") or brief.style_name == "minimalist"
    width, height, depth = brief.box(0.42 + 0.62 * seats, 0.76 if is_low else 0.84, 0.92, grows=True)
    _draw(drawing, brief, seats, (width, height, depth), form)


@archetype(
    "armchair", "furniture", "chair",
    "armchair, arm chair, sofa chair, single sofa, lounge chair, "
    "easy chair, wing chair, wingback chair, wingback, recliner, club chair, "
    "accent chair, reading chair, upholstered armchair, tub chair, barrel chair, sessel, fauteuil, sillón, "
    "bergère, fireside chair, massage chair, cuddle chair",
    about="A wide, soft, upholstered chair for one with arms at both sides, to read and rest in.",
    parts="arm, cushion, leg, nail, footrest",
    features="tufted, rolled arm, buttoned, reclining, footrest",
)  # fmt: skip
def armchair(drawing: Drawing, brief: Brief) -> None:
    """Draw an armchair: a sofa for one, with wings, rolls or a wooden frame as its words say."""
    if brief.style_name in COURTLY and not brief.words & {*_BY_WORD, "lounge", "club", "easy"}:
        courtly_armchair(drawing, brief)
        return
    form = _form(brief)
    form = "wing" if form == "chesterfield" and not brief.words & {"chesterfield"} else form
    tall = {"wing": 1.1, "recliner": 1.06, "chesterfield": 0.76}.get(form, 0.86)
    width, height, depth = brief.box(0.74 if form in ("frame", "pipe") else 0.88, tall, 0.86)
    _draw(drawing, brief, 1, (width, height, depth), form)


def _form(brief: Brief, extra: str = "") -> str:
    said = brief.words | brief.features
    is_of_feet = bool(brief.part_materials) and brief.part_materials.keys() <= {"leg", "foot", "base"}
    words = said - {"wooden"} if is_of_feet else said
    chosen = "sectional" if words & {"corner", "sectional"} else ""
    chosen = chosen or next((form for word, form in _BY_WORD.items() if word in words), "")
    return chosen or ("sectional" if extra else "") or _BY_STYLE.get(brief.style_name, "track")


def _draw(drawing: Drawing, brief: Brief, seats: int, size: tuple[float, float, float], form: str) -> None:
    thrown = are_thrown(brief) and form in _PILLOWED
    names = f"sofa couch {'' if thrown else 'cushion '}upholstery seat body armchair chair"
    is_leather = form == "chesterfield" and brief.style_name in ("realistic", "rustic") and not brief.colors
    cover, frame = soft_and_hard(
        brief, names, "leg frame base foot", "leather_brown" if is_leather else "fabric",
        hard_role="metal" if form == "pipe" else "wood",
    )  # fmt: skip
    lounge = _Lounge(drawing, brief, seats, *size, cover, frame)
    _DRAWN[form](lounge)


def _cushions(
    on: _Lounge, inner: float, top: float, back_y: float, *, tall: float = 0.17, back: float = 0.19, z: float = 0.0
) -> None:
    """Draw a seat and a back cushion for each seat; `top` is where they lie, `back_y` where the backs end."""
    each = inner / on.seats
    for number in range(on.seats):
        x = -inner / 2 + each * (number + 0.5)
        on.drawing.add(
            "cushion", (each - 0.004, tall, on.depth * 0.68), (x, top, on.depth * 0.125 + z), name="seat_cushion",
            crown=0.2, finish=on.finish, **on.cover,
        )  # fmt: skip
        on.drawing.add(
            "backrest", (each - 0.008, back_y - top - tall + 0.055, back), (x, top + tall - 0.05, -on.depth * 0.2 + z),
            turn=(-11, 0, 0), name="back_cushion", lumbar_m=0.012, finish=on.finish, **on.cover,
        )  # fmt: skip


def _legs(on: _Lounge, tall: float, style: str = "", inset: float = 0.08) -> None:
    form = style or (leg_style(on.brief, "tapered"))
    corner_legs(on.drawing, on.brief, on.frame, (on.width / 2 - inset, on.depth / 2 - inset), tall + 0.006, 0.052,
                style=form)  # fmt: skip
    if on.width > 1.9 and on.brief.count("leg", 5, least=4, most=5) > 4:
        on.drawing.add("leg", (0.05, tall + 0.006, 0.05), (0, 0, on.depth / 2 - inset), style=form, **on.frame)


_LEAN = frozenset({"minimalist", "modern", "contemporary"})


def _track(on: _Lounge) -> None:
    """Draw straight arms, a box of a base, loose cushions; a minimalist one is low and thin."""
    brief, drawing, lean = on.brief, on.drawing, on.brief.style_name in _LEAN
    foot, base = (0.16, 0.12) if lean else (0.11, 0.17)
    arm = {"minimalist": 0.09, "modern": 0.13, "contemporary": 0.11}.get(brief.style_name, 0.18)
    arm_y, inner, soft = (0.6 if not lean else 0.55), on.width - 2 * arm, min(brief.style.edge, 1.4)
    if brief.style_name in ("modern", "contemporary"):
        _runners(on, foot)
    else:
        _legs(on, foot)
    drawing.add("box", (on.width - 0.03, base, on.depth - 0.03), (0, foot, 0), radius_m=0.02, name="base", **on.cover)
    at = (0, foot + 0.003, -on.depth * 0.405)
    body = (on.width - 0.03, on.height - foot - 0.1, on.depth * 0.19)
    drawing.add("box", body, at, radius_m=0.045 * soft, name="back", **on.cover)
    for side in (1.0, -1.0):
        size = (arm, arm_y - foot, on.depth)
        drawing.add(
            "box", size, (side * (on.width - arm) / 2, foot - 0.002, 0), radius_m=0.035 * soft, name="arm", **on.cover
        )
    _cushions(on, inner, foot + base - 0.006, on.height)
    if brief.style_name != "minimalist" or are_thrown(brief):
        throw_pillows(on.drawing, on.brief, on.cover, on.seats, on.depth, inner, foot + base + 0.165)


_RUNNER = path_of("0 1 -1, 0 -1 -1, 0 -1 1, 0 1 1")


def _runners(on: _Lounge, foot: float) -> None:
    """Draw two bent runners of metal across the depth."""
    metal = on.brief.of("leg base frame foot", on.brief.style.accent, is_accent=True)
    for side in (1.0, -1.0):
        at = (side * (on.width / 2 - 0.16), 0, 0)
        on.drawing.add("bent_bar", (0.04, foot + 0.02, on.depth * 0.86), at, path=_RUNNER,
                       thickness_m=0.014, bar_m=0.04, radius_m=0.02, name="leg", **metal)  # fmt: skip


def _rolled(on: _Lounge) -> None:
    """Draw rolled arms on turned feet, loose cushions, a high straight back."""
    drawing, foot, base, arm = on.drawing, 0.1, 0.18, 0.23
    inner = on.width - 2 * arm + 0.06
    _legs(on, foot, "turned" if on.brief.style_name != "rustic" else "")
    drawing.add("box", (on.width - 0.14, base, on.depth - 0.05), (0, foot, 0), radius_m=0.02, name="base", **on.cover)
    size = (on.width - 0.16, on.height - foot - 0.05, on.depth * 0.2)
    drawing.add("box", size, (0, foot + 0.003, -on.depth * 0.39), radius_m=0.07, name="back", **on.cover)
    for side in (1.0, -1.0):
        drawing.add(
            "rolled_arm", (arm, 0.62 - foot, on.depth), (side * (on.width - arm) / 2, foot - 0.002, 0),
            is_left=side < 0, name="arm", **on.cover,
        )  # fmt: skip
    _cushions(on, inner, foot + base - 0.006, on.height)
    throw_pillows(on.drawing, on.brief, on.cover, on.seats, on.depth, inner, foot + base + 0.165)


def _chesterfield(on: _Lounge) -> None:
    """Draw a chesterfield: arms as high as the back, both rolled, buttoned leather, nails, turned feet."""
    drawing, brief, foot, arm = on.drawing, on.brief, 0.1, 0.24
    inner, high = on.width - 2 * arm + 0.08, on.height - 0.1
    nails = brief.of("nail", "brass_polished")
    _legs(on, foot, "turned")
    size = (on.width - 0.16, 0.2, on.depth - 0.04)
    base = drawing.add("box", size, (0, foot, 0), radius_m=0.02, name="base", **on.cover)
    for side in (1.0, -1.0):
        drawing.add(
            "rolled_arm", (arm, high, on.depth), (side * (on.width - arm) / 2, foot - 0.002, 0), is_left=side < 0,
            name="arm", nails_material=nails["material"], **on.cover,
        )  # fmt: skip
    drawing.add(
        "rolled_arm", (arm, high, on.width - 0.1), (0, foot - 0.002, -on.depth / 2 + arm / 2), turn=(0, 90, 0),
        name="back", **on.cover,
    )  # fmt: skip
    top, each = foot + 0.19, inner / on.seats
    drawing.add(
        "backrest", (inner + 0.04, high - 0.2, 0.11), (0, top + 0.09, -on.depth / 2 + arm + 0.01), turn=(-6, 0, 0),
        finish="tufted", name="back_cushion", **on.cover,
    )  # fmt: skip
    for side in (1.0, -1.0):
        drawing.add(
            "backrest", (on.depth * 0.72, high - 0.22, 0.09), (side * (inner / 2 + 0.01), top + 0.08, on.depth * 0.06),
            turn=(0, -90 * side, 0), finish="tufted", name="arm_cushion", **on.cover,
        )  # fmt: skip
    for number in range(on.seats):
        x = -inner / 2 + each * (number + 0.5)
        drawing.add("cushion", (each - 0.004, 0.15, on.depth * 0.68), (x, top, on.depth * 0.13), name="seat_cushion",
                    crown=0.25, **on.cover)  # fmt: skip
    dress(drawing, brief, base, "front")


def _tub(on: _Lounge) -> None:
    """Draw a curved back of upright channels around the seat, on a gilded plinth."""
    drawing, brief, foot = on.drawing, on.brief, 0.1
    trim = brief.of("leg base frame trim foot", "metal", is_accent=True)
    drum = (on.width * 0.96, 0.2, on.depth * 0.96)
    drawing.add("tub_base", (on.width * 0.9, foot + 0.004, on.depth * 0.88), (0, 0, 0), name="plinth", **trim)
    drawing.add("tub_base", drum, (0, foot, 0), name="base", **on.cover)
    size = (on.width, on.height - foot - 0.02, on.depth)
    flutes = brief.count("channel", 9 + 8 * on.seats, least=5, most=31)
    drawing.add("tub_back", size, (0, foot + 0.02, 0), name="back", flutes=flutes, **on.cover)
    drawing.add("tub_base", (on.width * 0.86, 0.16, on.depth * 0.86), (0, foot + 0.17, on.depth * 0.05),
                name="seat_cushion", **on.cover)  # fmt: skip
    throw_pillows(on.drawing, on.brief, on.cover, on.seats, on.depth, on.width * 0.72, foot + 0.31)


def _pod(on: _Lounge) -> None:
    """Draw a moulded shell that floats on a strip of light, with smooth cushions."""
    drawing, brief, foot, arm = on.drawing, on.brief, 0.12, 0.15
    shell = brief.of("frame base shell", "body")
    light = (on.width * 0.985, 0.03, on.depth * 0.985)
    drawing.add(
        "plate", (on.width * 0.74, foot, on.depth * 0.7), (0, 0, 0), name="plinth", corner_m=0.1, material="chrome"
    )
    drawing.add("plate", light, (0, foot - 0.03, 0), name="light_strip", corner_m=0.12, material="screen_emissive")
    drawing.add("box", (on.width, 0.16, on.depth), (0, foot - 0.003, 0), radius_m=0.075, name="base", **shell)
    back = (on.width * 0.98, on.height - foot - 0.04, 0.15)
    drawing.add("box", back, (0, foot + 0.03, -on.depth / 2 + 0.085), radius_m=0.07, name="back", **shell)
    for side in (1.0, -1.0):
        at = (side * (on.width - arm) / 2, foot + 0.03, 0.0)
        drawing.add("box", (arm, 0.34, on.depth * 0.99), at, radius_m=0.07, name="arm", **shell)
    _cushions(on, on.width - 2 * arm + 0.02, foot + 0.145, on.height - 0.02, tall=0.15, back=0.15, z=-0.05)


def _frame(on: _Lounge) -> None:
    """Draw an open wooden frame with round legs, armrests and spindles behind loose cushions."""
    drawing, thick = on.drawing, 0.04
    leg_x, leg_z, rail_y = on.width / 2 - thick / 2, on.depth * 0.4, 0.2
    for side in (1.0, -1.0):
        for z, tall in ((leg_z, 0.56), (-leg_z, 0.6)):
            drawing.add("post", (thick, tall, thick), (side * leg_x, 0, z), name="leg", **on.frame)
        arm = (0.07, 0.028, on.depth * 0.98)
        drawing.add(
            "box",
            arm,
            (side * (on.width / 2 - 0.03), 0.55, 0.01),
            turn=(2.0, 0, 0),
            radius_m=0.012,
            name="armrest",
            **on.frame,
        )
        drawing.add("box", (0.028, 0.06, leg_z * 2), (side * leg_x, rail_y, 0), radius_m=0.008, name="rail", **on.frame)
    for z in (leg_z, -leg_z * 0.9):
        drawing.add("box", (leg_x * 2, 0.07, 0.03), (0, rail_y - 0.005, z), radius_m=0.008, name="rail", **on.frame)
    deck = (on.width - 0.05, 0.025, leg_z * 1.95)
    drawing.add("box", deck, (0, rail_y + 0.035, 0), name="deck", **on.frame)
    tall = on.height - rail_y - 0.08
    drawing.add("chair_back", (on.width - 0.03, tall, 0.16), (0, rail_y + 0.02, -on.depth * 0.4), form="slats",
                count=min(15, 4 + 4 * on.seats), post_m=0.03, bow_m=0.0, name="back", **on.frame)  # fmt: skip
    _cushions(on, on.width - 0.1, rail_y + 0.055, on.height - 0.02, tall=0.14, back=0.15, z=0.0)


def _pipe(on: _Lounge) -> None:
    """Draw a frame of bent steel pipe with leather cushions."""
    drawing, pipe, thick = on.drawing, on.frame, 0.034
    for side in (1.0, -1.0):
        loop: list[str | float] = [0, -1, -1, 0, 1, -1, 0, 1, 1, 0, -1, 1]
        at = (side * (on.width - thick) / 2, 0, 0)
        drawing.add("bent_bar", (thick, 0.6, on.depth), at, path=loop, thickness_m=thick, radius_m=0.09,
                    is_closed=True, name="arm", **pipe)  # fmt: skip
    for y, z in ((0.25, 0.48), (0.25, -0.48), (0.5, -0.48), (0.017, -0.3)):
        place = (0, y - on.width / 2 + thick / 2, z * on.depth)
        drawing.add("post", (thick, on.width - thick, thick), place, turn=(0, 0, 90), name="rail", **pipe)
    drawing.add("box", (on.width - 0.05, 0.02, on.depth * 0.95), (0, 0.245, 0.0), name="deck", **pipe)
    tall = on.height - 0.3
    drawing.add(
        "box", (on.width - 0.06, tall - 0.05, 0.025), (0, 0.24, -on.depth * 0.43), turn=(-7, 0, 0), name="back", **pipe
    )
    _cushions(on, on.width - 0.09, 0.262, on.height, tall=0.16, back=0.17, z=-0.12)


def _wing(on: _Lounge) -> None:
    """Draw a wing chair: a tall back with ears, rolled arms, short legs."""
    drawing, foot, arm = on.drawing, 0.17, 0.2
    inner, back_z = on.width - 2 * arm + 0.05, -on.depth / 2 + 0.075
    _legs(on, foot, "turned" if on.brief.style.leg == "turned" else "tapered", 0.09)
    drawing.add("box", (on.width - 0.12, 0.17, on.depth - 0.06), (0, foot, 0), radius_m=0.02, name="base", **on.cover)
    for side in (1.0, -1.0):
        at = (side * (on.width - arm) / 2, foot - 0.002, 0.01)
        drawing.add("rolled_arm", (arm, 0.62 - foot, on.depth * 0.94), at, is_left=side < 0, name="arm", **on.cover)
        drawing.add("chair_wing", (0.085, on.height - 0.54, on.depth * 0.44),
                    (side * (inner / 2 + 0.025), 0.53, back_z + 0.13),
                    name="wing", **on.cover)  # fmt: skip
    finish = "tufted" if on.brief.has("tufted", default=on.brief.style_name in ("steampunk", "victorian")) else "plain"
    drawing.add("box", (inner + 0.1, on.height - foot - 0.06, 0.13), (0, foot + 0.02, back_z), turn=(-3, 0, 0),
                radius_m=0.05, name="back", **on.cover)  # fmt: skip
    drawing.add("backrest", (inner + 0.02, on.height - 0.5, 0.13), (0, 0.46, back_z + 0.085), turn=(-4, 0, 0),
                finish=finish, lumbar_m=0.015, name="back_cushion", **on.cover)  # fmt: skip
    drawing.add(
        "cushion", (inner, 0.15, on.depth * 0.76), (0, foot + 0.163, 0.07), crown=0.25, name="seat_cushion", **on.cover
    )
    if on.brief.has("pillow"):
        throw_pillows(on.drawing, on.brief, on.cover, on.seats, on.depth, inner, 0.48)


def _recliner(on: _Lounge) -> None:
    """Draw a recliner: thick arms, a back tilted in three rolls, the footrest out."""
    drawing, arm, foot = on.drawing, 0.19, 0.05
    inner = on.width - 2 * arm
    drawing.add("plate", (on.width * 0.8, foot + 0.01, on.depth * 0.7), name="plinth", material="plastic_black")
    drawing.add("box", (on.width - 0.06, 0.3, on.depth * 0.8), (0, foot, -0.04), radius_m=0.04, name="base", **on.cover)
    for side in (1.0, -1.0):
        at = (side * (on.width - arm) / 2, foot - 0.002, -0.02)
        drawing.add("box", (arm, 0.58, on.depth * 0.9), at, radius_m=0.08, name="arm", **on.cover)
    drawing.add("cushion", (inner, 0.19, on.depth * 0.7), (0, 0.3, 0.05), crown=0.3, name="seat_cushion", **on.cover)
    for level, tall in enumerate((0.24, 0.22, 0.22)):
        y = 0.42 + 0.19 * level
        drawing.add("backrest", (inner + 0.02, tall, 0.2 - 0.02 * level), (0, y, -on.depth * 0.27 - 0.068 * level),
                    turn=(-20, 0, 0), name="back_cushion", **on.cover)  # fmt: skip
    drawing.add(
        "box",
        (inner + 0.01, 0.72, 0.12),
        (0, 0.3, -on.depth * 0.4),
        turn=(-18, 0, 0),
        radius_m=0.04,
        name="back",
        **on.cover,
    )
    drawing.add(
        "box",
        (inner - 0.02, 0.1, 0.34),
        (0, 0.33, on.depth * 0.5),
        turn=(6, 0, 0),
        radius_m=0.045,
        name="footrest",
        **on.cover,
    )
    for side in (1.0, -1.0):
        at = (side * (inner / 2 - 0.09), 0.28, on.depth * 0.36)
        drawing.add("box", (0.03, 0.035, 0.34), at, turn=(-8, 0, 0), name="hinge", material="steel_brushed")
    drawing.add(
        "box", (0.02, 0.18, 0.03), (on.width / 2 + 0.002, 0.2, 0.12), turn=(25, 0, 0), name="lever", material="walnut"
    )


def _sectional(on: _Lounge) -> None:
    """Draw a corner sofa: a straight one, whose last seat reaches far forward as a chaise."""
    drawing = on.drawing
    _track(on)
    long, wide = on.depth * 1.75, 0.18 + 0.62
    x, z = on.width / 2 - wide / 2, on.depth / 2 + (long - on.depth) / 2
    reach = long - on.depth
    drawing.add("box", (wide - 0.03, 0.17, reach + 0.1), (x, 0.11, z - 0.06), radius_m=0.02, name="base", **on.cover)
    drawing.add(
        "cushion", (wide - 0.01, 0.17, reach + 0.04), (x, 0.273, z - 0.03), name="seat_cushion", crown=0.2, **on.cover
    )
    for side in (1.0, -1.0):
        place = (x + side * (wide / 2 - 0.08), 0, on.depth / 2 + reach - 0.1)
        drawing.add("leg", (0.05, 0.116, 0.05), place, style="tapered", **on.frame)


_DRAWN: dict[str, Callable[[_Lounge], None]] = {
    "track": _track, "rolled": _rolled, "chesterfield": _chesterfield, "tub": _tub, "pod": _pod, "frame": _frame,
    "pipe": _pipe, "wing": _wing, "recliner": _recliner, "sectional": _sectional,
}  # fmt: skip
