"""What the text says of one part stays with that part: own objects are repainted, feet are put under legs."""

from collections.abc import Sequence
from copy import deepcopy
from dataclasses import replace
from math import cos, radians, sin

import msgspec

from domain.spec import DesignObject
from engine.archetypes.brief import ALIKE, PARTIAL, Brief
from engine.archetypes.drawing import Drawing
from engine.archetypes.inscription import INKED, inscribe
from engine.archetypes.register import ARCHETYPES, draw

_SHORT_LEG_M = 0.16  # a shorter leg is a foot


def fitted(name: str, brief: Brief) -> tuple[Drawing, tuple[str, ...]]:
    """Return the drawing of an archetype, and the parts that the text gives a finish and the drawing does not have.

    It is drawn twice where a part's finish would have gone to the whole: the first drawing tells which parts are
    objects of their own.
    """
    drawing, unmet = _painted_drawing(name, brief)
    if brief.text and not inscribe(drawing, brief, ARCHETYPES[name].design_type):
        unmet = (*unmet, brief.text)
    return drawing, tuple(part for part in unmet if not (brief.text and part in INKED))


def _painted_drawing(name: str, brief: Brief) -> tuple[Drawing, tuple[str, ...]]:
    """Return the drawing with the finish of each part, and the parts that it does not have."""
    asked = dict.fromkeys((*brief.part_materials, *brief.part_colors))
    if not (asked or brief.palettes):
        return draw(name, brief), ()
    start = deepcopy(brief.random)
    drawing = draw(name, brief)
    own = frozenset(part for part in asked if _is_own(part, brief, drawing))
    if own:
        brief.zoom[0] = 1.0
        brief.heard.clear()
        drawing = draw(name, replace(brief, random=start, own=own))
    met = brief.heard | (brief.heard_by_main - own)
    unmet = [part for part in asked if part not in met and not _repaint(drawing, brief, part)]
    several = (f"palette {part}" for part in brief.palettes)
    return drawing, (*unmet, *(part for part in several if part not in met and not _alternate(drawing, brief, part)))


def _is_own(part: str, brief: Brief, drawing: Drawing) -> bool:
    """Return whether a part's finish must not become that of the whole."""
    if part not in PARTIAL or part not in brief.heard_by_main:
        return False
    has_objects = any(_is_of(thing, part) for thing in drawing.objects)
    has_main = bool(brief.materials if part in brief.part_materials else brief.colors)
    return part in brief.heard or has_objects or has_main


def _is_of(thing: DesignObject, part: str) -> bool:
    root = thing.id.rpartition("_")[0]
    if part == "foot":
        return root == "foot"
    tokens = root.split("_")
    return any(name in (tokens[0], tokens[-1]) for name in (part, ALIKE.get(part, part)))


def _repaint(drawing: Drawing, brief: Brief, part: str) -> bool:
    """Give a part's own objects its finish, and return whether there are any."""
    found = False
    for index, thing in enumerate(drawing.objects):
        if _is_of(thing, part):
            drawing.objects[index] = _painted(thing, brief, part)
            found = True
        elif f"{part}_material" in thing.properties and part in brief.part_materials:
            own = thing.properties | {f"{part}_material": brief.part_materials[part]}
            drawing.objects[index] = msgspec.structs.replace(thing, properties=own)
            found = True
    return found or (part == "foot" and _feet(drawing, brief))


def _alternate(drawing: Drawing, brief: Brief, palette: str) -> bool:
    """Give the objects of a part its colours in turn, and return whether there are enough of one kind.

    Where no colour ends them the rest stays as it is, and so does each for which there is none.
    """
    part = palette.removeprefix("palette ")
    colors = brief.palettes[part]
    alike = [index for index, thing in enumerate(drawing.objects) if _is_of(thing, part)]
    if len({drawing.objects[index].type for index in alike}) > 1:
        alike = [index for index in alike if drawing.objects[index].type == part]
    if len(alike) < len(colors) - (not colors[-1]):
        return False
    for number, index in enumerate(alike):
        thing, color = drawing.objects[index], _color_at(colors, number)
        if not color:
            continue
        finish = brief.finish(thing.material, color)
        drawing.objects[index] = msgspec.structs.replace(thing, **finish)
    return True


def _color_at(colors: Sequence[str], number: int) -> str:
    return colors[-1] if number >= len(colors) and not colors[-1] else colors[number % len(colors)]


def _painted(thing: DesignObject, brief: Brief, part: str) -> DesignObject:
    finish = brief.finish(brief.part_materials.get(part, thing.material), brief.part_colors.get(part, ""))
    return msgspec.structs.replace(thing, **finish)


def _feet(drawing: Drawing, brief: Brief) -> bool:
    """Put a ferrule round the lower end of each leg; a leg that is hardly more than a foot is painted."""
    legs = [(index, thing) for index, thing in enumerate(drawing.objects) if _can_have_foot(thing)]
    for index, leg in legs:
        if leg.dimensions.height <= _SHORT_LEG_M:
            drawing.objects[index] = _painted(leg, brief, "foot")
        else:
            _ferrule(drawing, brief, leg)
    return bool(legs)


def _can_have_foot(thing: DesignObject) -> bool:
    """Return whether a thing is a leg with one end straight below its middle."""
    return thing.type == "leg" and thing.properties.get("style") not in ("hairpin", "sabre")


def _ferrule(drawing: Drawing, brief: Brief, leg: DesignObject) -> None:
    """Draw a sleeve along the leg's axis, whose lower end is a hair below the leg's."""
    size, at = leg.dimensions, leg.position
    tall = min(0.055, size.height * 0.12)
    across = size.width * (1.12 if leg.properties.get("style") != "square" else 1.5)
    down = (size.height - tall) / 2 + 0.0005  # from the leg's middle to the sleeve's
    x, z = radians(leg.rotation.x), radians(leg.rotation.z)
    middle = at.y + size.height / 2
    finish = brief.finish(brief.part_materials.get("foot", leg.material), brief.part_colors.get("foot", ""))
    drawing.add(
        "post",
        (across, tall, across),
        (
            at.x + sin(z) * cos(x) * down,
            middle - cos(z) * cos(x) * down - tall / 2,
            at.z - sin(x) * down,
        ),
        turn=(leg.rotation.x, leg.rotation.y, leg.rotation.z),
        name="foot",
        **finish,
    )
